/** Agencies, their parts, and the pages they keep on the portal. */
import { z } from 'zod'
import { type AnswerOf, contract } from '../../kit/contract.ts'
import { importAnswer, importBody } from '../../kit/import-shapes.ts'
import {
  agencyParams,
  day,
  id,
  instant,
  line,
  name,
  nothing,
  pageOf,
  paging,
  said,
  text,
  whole,
} from '../../kit/shapes.ts'

const slug = z.string().regex(/^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$/)

/** Empty where the agency has not told it yet; null where it has none. */
export const office = z.object({
  name: line(100, 0),
  address: line(200, 0),
  postcode: line(20, 0),
  hours: line(200, 0),
  telephone: line(100, 0),
  fax: line(100).nullable(),
  email: z.email().max(200).nullable(),
  post: line(200).nullable(),
})

export const agencyKinds = ['government', 'department', 'dispatched_office', 'public_institution'] as const

export const agencyDetails = z.object({
  name: name(100, 2),
  shortName: name(40),
  kind: z.enum(agencyKinds),
  regionCode: z.string().regex(/^\d{6}(?:\d{3}(?:\d{3})?)?$/),
  superiorId: id.nullable(),
  vertical: z.boolean(),
  creditCode: z.string().max(18).nullable(),
  siteCode: z.string().max(10).nullable(),
  slug,
  /** A name of its own on the web, `jyj.example.gov.cn`; without one the portal stands under `/a/{slug}`. */
  host: z.string().max(200).nullable(),
  office: office.extend({ name: name(100, 0) }),
})

export const agency = agencyDetails.extend({
  id,
  name: z.string(),
  shortName: z.string(),
  office,
  status: z.enum(['open', 'closed']),
  version: z.number(),
})

export type AgencyDetails = z.output<typeof agencyDetails>
export type Agency = z.output<typeof agency>

export const listAgencies = contract({
  id: 'agencies.list',
  method: 'get',
  path: '/agencies',
  says: { zh: '机关名录', en: 'Agencies' },
  query: z.object({
    q: z.string().max(100).optional(),
    regionCode: z.string().max(12).optional(),
    under: id.optional(),
    ...paging,
  }),
  answer: pageOf(agency),
})

export const getAgency = contract({
  id: 'agencies.get',
  method: 'get',
  path: '/agencies/{agencyId}',
  says: { zh: '一个机关', en: 'One agency' },
  params: agencyParams,
  answer: agency,
})

export const addAgency = contract({
  id: 'agencies.add',
  method: 'post',
  path: '/agencies',
  says: { zh: '新建机关', en: 'Add an agency' },
  body: agencyDetails,
  answer: agency,
})

export const changeAgency = contract({
  id: 'agencies.change',
  method: 'patch',
  path: '/agencies/{agencyId}',
  says: { zh: '修改机关资料', en: 'Change an agency' },
  params: agencyParams,
  /** `version` is the one that was edited: a change made meanwhile is not overwritten. */
  body: agencyDetails.partial().extend({ version: whole }),
  answer: agency,
})

export const closeAgency = contract({
  id: 'agencies.close',
  method: 'post',
  path: '/agencies/{agencyId}/closure',
  says: { zh: '撤并机关（须说明理由，留痕）', en: 'Close an agency, with a reason, recorded' },
  params: agencyParams,
  body: z.object({ reason: line(200, 2) }),
  answer: agency,
})

export const reopenAgency = contract({
  id: 'agencies.reopen',
  method: 'delete',
  path: '/agencies/{agencyId}/closure',
  says: { zh: '恢复撤并的机关', en: 'Open a closed agency again' },
  params: agencyParams,
  answer: agency,
})

export const importAgencies = contract({
  id: 'agencies.import',
  method: 'post',
  path: '/agencies/import',
  says: { zh: '从表格导入机关（可先试运行）', en: 'Import agencies from a spreadsheet, or try it first' },
  body: importBody,
  answer: importAnswer,
})

export const section = z.object({ id, name: line(60), position: whole, status: z.enum(['open', 'closed']) })

export type Section = z.output<typeof section>

export const listSections = contract({
  id: 'agencies.sections',
  method: 'get',
  path: '/agencies/{agencyId}/sections',
  says: { zh: '科室', en: 'Sections' },
  params: agencyParams,
  answer: z.object({ items: z.array(section) }),
})

export const addSection = contract({
  id: 'agencies.addSection',
  method: 'post',
  path: '/agencies/{agencyId}/sections',
  says: { zh: '添加科室', en: 'Add a section' },
  params: agencyParams,
  body: z.object({ name: name(60) }),
  answer: section,
})

export const changeSection = contract({
  id: 'agencies.changeSection',
  method: 'patch',
  path: '/agencies/{agencyId}/sections/{sectionId}',
  says: { zh: '修改科室', en: 'Change a section' },
  params: agencyParams.extend({ sectionId: id }),
  body: section
    .omit({ id: true })
    .extend({ name: name(60) })
    .partial(),
  answer: section,
})

const leader = z.object({
  name: line(60),
  post: line(60),
  duty: line(100),
  fromDate: day.nullable(),
  untilDate: day.nullable(),
})

export type Leader = z.output<typeof leader>

export const getLeaders = contract({
  id: 'agencies.leaders',
  method: 'get',
  path: '/agencies/{agencyId}/leaders',
  says: { zh: '政务公开领导小组', en: 'The leading group' },
  params: agencyParams,
  answer: z.object({ items: z.array(leader) }),
})

export const setLeaders = contract({
  id: 'agencies.setLeaders',
  method: 'put',
  path: '/agencies/{agencyId}/leaders',
  says: { zh: '调整领导小组', en: 'Set the leading group' },
  params: agencyParams,
  body: z.object({ items: z.array(leader.extend({ name: name(60) })).max(50) }),
  answer: z.object({ items: z.array(leader) }),
})

export const documentKinds = ['guide', 'rule', 'page'] as const
const documentKind = z.enum(documentKinds)

export const documentItem = z.object({
  id,
  kind: documentKind,
  slug,
  title: z.string(),
  /** The newest version, and the one the portal shows. */
  latest: z.number(),
  shown: z.number().nullable(),
  updatedAt: instant,
})

export const documentVersion = z.object({
  version: z.number(),
  title: z.string(),
  body: z.string(),
  author: z.string(),
  savedAt: instant,
  publishedAt: instant.nullable(),
})

export type DocumentItem = z.output<typeof documentItem>
export type DocumentVersion = z.output<typeof documentVersion>

const documentParams = agencyParams.extend({ documentId: id })
const written = { title: line(100), body: text(200_000) }

export const listDocuments = contract({
  id: 'agencies.documents',
  method: 'get',
  path: '/agencies/{agencyId}/documents',
  says: { zh: '指南、制度与页面', en: 'Guide, rules and pages' },
  params: agencyParams,
  answer: z.object({ items: z.array(documentItem) }),
})

export const getDocument = contract({
  id: 'agencies.document',
  method: 'get',
  path: '/agencies/{agencyId}/documents/{documentId}',
  says: { zh: '一份页面及其历次版本', en: 'A page with its versions' },
  params: documentParams,
  answer: documentItem.extend({ versions: z.array(documentVersion) }),
})

export type DocumentAnswer = AnswerOf<typeof getDocument>

/** A first text of the guide, from what the agency has told of itself: offered, not kept. */
export const firstGuide = contract({
  id: 'agencies.firstGuide',
  method: 'get',
  path: '/agencies/{agencyId}/first-guide',
  says: { zh: '按本机关资料生成的指南初稿', en: "A first guide made from the agency's data" },
  params: agencyParams,
  /** `missing`: what the guide must tell and the agency has not told yet. */
  answer: z.object({ title: z.string(), body: z.string(), missing: z.array(said) }),
})

export const addDocument = contract({
  id: 'agencies.addDocument',
  method: 'post',
  path: '/agencies/{agencyId}/documents',
  says: { zh: '新建页面', en: 'Add a page' },
  params: agencyParams,
  body: z.object({ kind: documentKind, slug, ...written }),
  answer: documentItem,
})

export const saveDocument = contract({
  id: 'agencies.saveDocument',
  method: 'post',
  path: '/agencies/{agencyId}/documents/{documentId}/versions',
  says: { zh: '保存新版本', en: 'Save a new version' },
  params: documentParams,
  /** `base` is the version that was edited. */
  body: z.object({ base: whole, ...written }),
  answer: documentItem,
})

export const publishDocument = contract({
  id: 'agencies.publishDocument',
  method: 'put',
  path: '/agencies/{agencyId}/documents/{documentId}/shown',
  says: { zh: '发布或撤下版本', en: 'Publish a version, or take the page down' },
  params: documentParams,
  body: z.object({ version: whole.nullable() }),
  answer: documentItem,
})

export const removeDocument = contract({
  id: 'agencies.removeDocument',
  method: 'delete',
  path: '/agencies/{agencyId}/documents/{documentId}',
  says: { zh: '删除从未发布的页面', en: 'Remove a page that was never published' },
  params: documentParams,
  answer: nothing,
})

export const getSettings = contract({
  id: 'agencies.settings',
  method: 'get',
  path: '/agencies/{agencyId}/settings',
  says: { zh: '本机关设置', en: "The agency's settings" },
  params: agencyParams,
  answer: z.object({
    items: z.array(
      z.object({
        key: z.string(),
        label: said,
        help: said,
        /** Of a list the value holds some of the choices, with commas between, in the order that holds. */
        kind: z.enum(['number', 'text', 'boolean', 'list']),
        choices: z.array(z.object({ value: z.string(), label: said })),
        value: z.union([z.string(), z.number(), z.boolean()]),
        usual: z.union([z.string(), z.number(), z.boolean()]),
        /** Of a number, its ends; of a text, `most` characters. */
        least: z.number().nullable(),
        most: z.number().nullable(),
        /** Whether the reader may change it. */
        changeable: z.boolean(),
      }),
    ),
  }),
})

export type Setting = AnswerOf<typeof getSettings>['items'][number]

export const setSettings = contract({
  id: 'agencies.setSettings',
  method: 'patch',
  path: '/agencies/{agencyId}/settings',
  says: { zh: '修改设置', en: 'Change settings' },
  params: agencyParams,
  body: z.object({ values: z.record(z.string().max(60), z.union([z.string().max(500), z.number(), z.boolean()])) }),
  answer: nothing,
})
