/** What an agency publishes on its own account: drafts, so far. */
import { z } from 'zod'
import type { Publication } from '../../domain/publication/publication.ts'
import { publicationSources, publicationStates } from '../../domain/publication/vocabulary.ts'
import type { DecisionId } from '../../domain/request/case.ts'
import { decisionIds } from '../../domain/request/decision-info.ts'
import { type AnswerOf, contract, fileAnswer } from '../../kit/contract.ts'
import {
  agencyParams,
  date,
  fileName,
  id,
  instant,
  keyOf,
  line,
  nothing,
  pageOf,
  paging,
  said,
  text,
  whole,
} from '../../kit/shapes.ts'
import { exemptions } from '../../law/exemptions.ts'
import { publicationCategories, publicationOrigins } from '../../law/publications.ts'

const state = keyOf(publicationStates)
const sourceKind = keyOf(publicationSources)
const category = keyOf(publicationCategories)

/** As typed: the words that may be left out are blank or null. */
export const publicationContent = z.object({
  title: line(200),
  category: category.nullable(),
  summary: text(500),
  text: text(200_000),
  sectionId: id.nullable(),
  origin: keyOf(publicationOrigins).nullable(),
  originOn: date.nullable(),
  organ: line(100, 0),
})

const source = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('own') }),
  z.object({
    kind: z.literal('request'),
    requestId: id,
    number: z.string(),
    answer: z.object({ on: date, decision: z.enum(decisionIds as [DecisionId, ...DecisionId[]]) }).nullable(),
    withheld: z.array(z.object({ part: z.string(), exemption: keyOf(exemptions) })),
    papersLeft: z.number(),
  }),
])

const standing = z.discriminatedUnion('state', [
  z.object({ state: z.literal('draft') }),
  z.object({ state: z.literal('discarded'), on: date, by: z.string(), reason: z.string() }),
])

/** As the table keeps it. What is kept may be longer than what may be typed now. */
export const publication = z.object({
  agencyId: id,
  id,
  version: z.number(),
  content: publicationContent.extend({ title: z.string(), summary: z.string(), text: z.string(), organ: z.string() }),
  source,
  standing,
}) satisfies z.ZodType<Publication>

export const publicationFile = z.object({
  id,
  name: z.string(),
  type: z.string(),
  size: z.number(),
  sha256: z.string(),
  at: instant,
})

export type PublicationFile = z.output<typeof publicationFile>

export const publicationView = z.object({
  publication,
  files: z.array(publicationFile),
  /** What the catalogue or the publishing still needs. */
  needed: z.array(said),
  section: z.string().nullable(),
  /** Who discarded it. */
  discardedBy: z.string().nullable(),
  createdAt: instant,
  updatedAt: instant,
})

export type PublicationView = z.output<typeof publicationView>

export const publicationItem = z.object({
  id,
  title: z.string(),
  state,
  category: category.nullable(),
  source: sourceKind,
  /** 受理号 of the request it came of. */
  requestNumber: z.string().nullable(),
  section: z.string().nullable(),
  /** How much is still needed. */
  needed: z.number(),
  updatedAt: instant,
})

export type PublicationItem = z.output<typeof publicationItem>

export const publicationFilters = z.object({
  q: z.string().max(100).optional(),
  state: state.optional(),
  source: sourceKind.optional(),
  category: category.optional(),
  sectionId: id.optional(),
})

const publicationParams = agencyParams.extend({ publicationId: id })
const root = '/agencies/{agencyId}/publications'
const one = `${root}/{publicationId}` as const

export const listPublications = contract({
  id: 'publications.list',
  method: 'get',
  path: root,
  says: { zh: '主动公开信息', en: 'Publications' },
  params: agencyParams,
  query: publicationFilters.extend(paging),
  answer: pageOf(publicationItem),
})

export const getPublication = contract({
  id: 'publications.get',
  method: 'get',
  path: one,
  says: { zh: '一条主动公开信息', en: 'One publication' },
  params: publicationParams,
  answer: publicationView,
})

export const createPublication = contract({
  id: 'publications.create',
  method: 'post',
  path: root,
  says: { zh: '新建主动公开草稿', en: 'Begin a draft to publish' },
  params: agencyParams,
  body: publicationContent,
  answer: publicationView,
})

export const editPublication = contract({
  id: 'publications.edit',
  method: 'put',
  path: one,
  says: { zh: '修改主动公开草稿', en: 'Edit a draft to publish' },
  params: publicationParams,
  /** `version` is the one that was edited: a change made meanwhile is not overwritten. */
  body: publicationContent.extend({ version: whole }),
  answer: publicationView,
})

export const discardPublication = contract({
  id: 'publications.discard',
  method: 'post',
  path: `${one}/discard`,
  says: { zh: '作废主动公开草稿（须说明理由）', en: 'Discard a draft to publish, with a reason' },
  params: publicationParams,
  body: z.object({ version: whole, reason: line(200, 2) }),
  answer: publicationView,
})

export const addPublicationFile = contract({
  id: 'publications.addFile',
  method: 'post',
  path: `${one}/files`,
  says: { zh: '为主动公开草稿上传附件', en: 'Add a file to a draft' },
  params: publicationParams,
  body: z.object({ name: fileName, file: z.base64().min(1).max(70_000_000) }),
  answer: publicationFile,
})

export const removePublicationFile = contract({
  id: 'publications.removeFile',
  method: 'delete',
  path: `${one}/files/{fileId}`,
  says: { zh: '移除主动公开草稿的附件', en: 'Take a file off a draft' },
  params: publicationParams.extend({ fileId: id }),
  answer: nothing,
})

export const publicationFileContent = contract({
  id: 'publications.file',
  method: 'get',
  path: `${one}/files/{fileId}/content`,
  says: { zh: '下载主动公开信息的附件', en: 'Download a file of a publication' },
  params: publicationParams.extend({ fileId: id }),
  answer: fileAnswer,
})

export type CreateBody = z.input<typeof publicationContent>
export type PublicationAnswer = AnswerOf<typeof getPublication>
