/** Registering, finding and looking at requests; their papers and letters. */
import { z } from 'zod'
import { requestKindIds, requestStateIds } from '../../../domain/request/states.ts'
import { deliveryForms, deliveryRoutes } from '../../../domain/request/vocabulary.ts'
import { contract, fileAnswer } from '../../../kit/contract.ts'
import {
  agencyParams,
  day,
  fileName,
  id,
  instant,
  line,
  name,
  nothing,
  pageOf,
  paging,
  said,
  text,
} from '../../../kit/shapes.ts'
import { applicantKinds } from '../../../law/applicants.ts'
import { channels } from '../../../law/channels.ts'
import { date, keyOf, resultLine } from './case.ts'
import { applicant, clockView, givenKinds, identityType, paperView, requestParams, requestView } from './view.ts'

const optional = (most: number) => line(most).nullable()
const optionalName = (most: number) => name(most).nullable()

/** Who applies, as typed (条例29(一); D§5.5). What a paper does not say is empty: it is corrected (条例30). */
export const applicantTyped = z.object({
  kind: keyOf(applicantKinds),
  name: name(100),
  identityType,
  identityNumber: line(40, 0),
  representative: optionalName(60),
  contact: optionalName(60),
  phone: line(60, 0),
  email: z.email().max(200).nullable(),
  fax: optional(60),
  address: line(200, 0),
  postcode: z
    .string()
    .regex(/^\d{6}$/)
    .nullable(),
  employer: optionalName(100),
  agent: z.object({ name: name(60), identityType, identityNumber: line(40), phone: line(60) }).nullable(),
})

/** What is asked for, as typed (条例29(二)(三)). */
export const wantedTyped = z.object({
  title: line(200),
  documentNumber: optional(100),
  indexNumber: optional(100),
  features: text(2000),
  form: keyOf(deliveryForms),
  route: keyOf(deliveryRoutes),
  otherForm: z.boolean(),
  help: optional(300),
  suggestsPublication: z.boolean(),
})

/** A file handed in, in base64. Letters and their drafts are filed by the program alone. */
const upload = z.object({ kind: z.enum(givenKinds), name: fileName, file: z.string().max(70_000_000) })

export const registerRequest = contract({
  id: 'requests.register',
  method: 'post',
  path: '/agencies/{agencyId}/requests',
  says: { zh: '登记申请', en: 'Register a request' },
  params: agencyParams,
  body: z.object({
    kind: z.enum(requestKindIds as ['request', ...typeof requestKindIds]),
    channel: keyOf(channels),
    submittedOn: date,
    arrivedOn: date,
    /** Postal number, scribe, and the like. */
    note: optional(300),
    onTheSpot: z.boolean(),
    applicant: applicantTyped,
    wanted: wantedTyped,
    papers: z.array(upload).max(20),
    /** 重新处理: the case whose answer was overturned. */
    reopens: id.nullable(),
  }),
  /** The query code is shown here and never again. */
  answer: z.object({ request: requestView, queryCode: z.string() }),
})

const listed = z.object({
  id,
  number: z.string(),
  kind: z.enum(requestKindIds as ['request', ...typeof requestKindIds]),
  state: z.enum(requestStateIds as ['arrived', ...typeof requestStateIds]),
  title: z.string(),
  /** Masked. */
  applicant: z.string(),
  applicantKind: keyOf(applicantKinds),
  channel: keyOf(channels),
  receivedOn: day.nullable(),
  clock: clockView.omit({ days: true }),
  section: z.string().nullable(),
  handler: z.string().nullable(),
  closedOn: day.nullable(),
  outcome: said.nullable(),
  onTime: z.boolean().nullable(),
})

/** `granted`, or several with commas. */
const lines = z
  .string()
  .max(600)
  .transform(given => given.split(','))
  .pipe(z.array(resultLine).min(1))

export const requestFilters = z.object({
  /** Receipt number, words of the title, or the name, identity number or telephone of an applicant, whole. */
  q: z.string().max(100).optional(),
  state: z.enum(requestStateIds as ['arrived', ...typeof requestStateIds]).optional(),
  kind: z.enum(requestKindIds as ['request', ...typeof requestKindIds]).optional(),
  /** open: an answer is owed. soon, overdue: by the clock. late_closed: answered too late. urged: 督办中, to be answered to. */
  standing: z.enum(['open', 'soon', 'overdue', 'urged', 'answered', 'late_closed', 'ended', 'overturned']).optional(),
  channel: keyOf(channels).optional(),
  applicantKind: keyOf(applicantKinds).optional(),
  /** Rows of table 三, with commas where the form prints several on one. */
  line: lines.optional(),
  /** Cases behind one cell of table 三; `total` with `line`: a row of its results. reversed: beside it, 被纠正. */
  cell: z.enum(['new', 'carried_in', 'total', 'carried_out', 'reversed']).optional(),
  sectionId: id.optional(),
  mine: z.enum(['yes']).optional(),
  receivedFrom: day.optional(),
  receivedUntil: day.optional(),
  closedFrom: day.optional(),
  closedUntil: day.optional(),
})

export const listRequests = contract({
  id: 'requests.list',
  method: 'get',
  path: '/agencies/{agencyId}/requests',
  says: { zh: '申请列表', en: 'Requests' },
  params: agencyParams,
  query: requestFilters.extend({ ...paging, order: z.enum(['due', 'received', 'number']).default('due') }),
  answer: pageOf(listed),
})

export const countRequests = contract({
  id: 'requests.counts',
  method: 'get',
  path: '/agencies/{agencyId}/requests/counts',
  says: { zh: '申请数量', en: 'How many requests there are' },
  params: agencyParams,
  query: requestFilters,
  answer: z.object({
    agencyName: z.string(),
    states: z.record(z.string(), z.number()),
    open: z.number(),
    soon: z.number(),
    overdue: z.number(),
    lateClosed: z.number(),
    unconfirmed: z.number(),
  }),
})

export const getRequest = contract({
  id: 'requests.get',
  method: 'get',
  path: '/agencies/{agencyId}/requests/{requestId}',
  says: { zh: '一件申请', en: 'One request' },
  params: requestParams,
  query: z.object({ days: z.enum(['yes']).optional() }),
  answer: requestView,
})

/** Reading personal data whole: recorded with its reason. */
export const unmaskRequest = contract({
  id: 'requests.unmask',
  method: 'post',
  path: '/agencies/{agencyId}/requests/{requestId}/unmask',
  says: { zh: '查看申请人、第三方完整信息', en: 'See the whole data of applicant and third parties' },
  params: requestParams,
  body: z.object({ reason: line(200, 2) }),
  answer: z.object({ applicant, parties: requestView.shape.parties }),
})

const paperParams = requestParams.extend({ paperId: id })

export const addPaper = contract({
  id: 'requests.addPaper',
  method: 'post',
  path: '/agencies/{agencyId}/requests/{requestId}/papers',
  says: { zh: '上传材料', en: 'Add a paper' },
  params: requestParams,
  body: upload,
  answer: paperView,
})

export const removePaper = contract({
  id: 'requests.removePaper',
  method: 'delete',
  path: '/agencies/{agencyId}/requests/{requestId}/papers/{paperId}',
  says: { zh: '移除材料', en: 'Remove a paper' },
  params: paperParams,
  answer: nothing,
})

export const paperFile = contract({
  id: 'requests.paperFile',
  method: 'get',
  path: '/agencies/{agencyId}/requests/{requestId}/papers/{paperId}/file',
  says: { zh: '下载材料', en: 'Download a paper' },
  params: paperParams,
  answer: fileAnswer,
})

/** A place in a page of a pdf or picture: points, origin bottom left. */
const box = z.object({
  page: z.number().int().min(1).max(2000),
  box: z.tuple([z.number(), z.number(), z.number(), z.number()]),
})

export const scanPaper = contract({
  id: 'requests.scanPaper',
  method: 'get',
  path: '/agencies/{agencyId}/requests/{requestId}/papers/{paperId}/scan',
  says: { zh: '个人信息和隐藏内容检查', en: 'Look for personal and hidden data' },
  params: paperParams,
  answer: z.object({
    hits: z.array(
      z.object({
        kind: z.string(),
        label: said,
        sample: z.string(),
        place: said,
        box: box.nullable(),
        text: z.string(),
      }),
    ),
    hidden: z.array(z.object({ kind: z.string(), label: said, place: said, detail: z.string() })),
    /** Pictures, whose words no program reads: without personal data found they may be full of it. */
    unread: z.array(z.object({ label: said, place: said })),
    pages: z.number(),
  }),
})

export const redactPaper = contract({
  id: 'requests.redactPaper',
  method: 'post',
  path: '/agencies/{agencyId}/requests/{requestId}/papers/{paperId}/redact',
  says: { zh: '遮盖并生成处理后的材料', en: 'Redact' },
  params: paperParams,
  body: z.object({ boxes: z.array(box).max(2000), texts: z.array(z.string().min(1).max(500)).max(500) }),
  answer: paperView.extend({
    /** Texts that were to be covered and stand nowhere in what could be searched. */
    notFound: z.array(z.string()),
    /** What whoever hands the copy out should know. */
    notes: z.array(said),
  }),
})

const letterSignature = z.object({
  /** waiting: to be made. broken: file and signature do not fit, or the certificate is another now. */
  state: z.enum(['waiting', 'holds', 'broken']),
  at: instant.nullable(),
  algorithm: z.string().nullable(),
  certificate: z.string().nullable(),
  /** Why the last attempt was in vain, and the mend. */
  trouble: said.nullable(),
})

/** A letter as it reads: blocks that may be edited, and those that may not. */
export const letterView = z.object({
  id,
  letter: z.string(),
  title: z.string(),
  number: z.string().nullable(),
  addressee: z.string(),
  blocks: z.array(
    z.object({
      id: z.string(),
      kind: z.string(),
      locked: z.boolean(),
      text: z.string(),
      rows: z.array(z.array(z.string())).nullable(),
    }),
  ),
  remedy: z.array(z.string()),
  signer: z.string(),
  date: day.nullable(),
  /** What is missing before it can be issued. */
  troubles: z.array(said),
  state: z.string(),
  recallUntil: instant.nullable(),
  /** The signature over its PDF, held against it now; null where letters are not signed. */
  signature: letterSignature.nullable(),
})

const letterParams = requestParams.extend({ letterId: id })

export const getLetter = contract({
  id: 'requests.letter',
  method: 'get',
  path: '/agencies/{agencyId}/requests/{requestId}/letters/{letterId}',
  says: { zh: '文书内容', en: 'One letter' },
  params: letterParams,
  answer: letterView,
})

export const editLetter = contract({
  id: 'requests.editLetter',
  method: 'put',
  path: '/agencies/{agencyId}/requests/{requestId}/letters/{letterId}',
  says: { zh: '修改文书', en: 'Edit a letter' },
  params: letterParams,
  body: z.object({ edits: z.record(z.string().max(60), text(5000)) }),
  answer: letterView,
})

/** The answer as it would be sent, from the draft. */
export const previewDraft = contract({
  id: 'requests.previewDraft',
  method: 'get',
  path: '/agencies/{agencyId}/requests/{requestId}/draft/letter',
  says: { zh: '预览答复文书', en: 'Preview the answer' },
  params: requestParams,
  answer: letterView,
})

export const letterFile = contract({
  id: 'requests.letterFile',
  method: 'get',
  path: '/agencies/{agencyId}/requests/{requestId}/letters/{letterId}/file/{format}',
  says: { zh: '下载文书', en: 'Download a letter' },
  params: letterParams.extend({ format: z.enum(['docx', 'pdf']) }),
  answer: fileAnswer,
})

/** Records and forms that are printed from the case as it is now. */
export const printedForms = ['D01', 'D02', 'D03', 'D08', 'D12', 'D14', 'D16', 'D17', 'D18', 'D19'] as const

export const letterForm = contract({
  id: 'requests.letterForm',
  method: 'get',
  path: '/agencies/{agencyId}/requests/{requestId}/letters/form/{code}',
  says: { zh: '打印登记表、回执、送达回证等', en: 'Print a form of the case' },
  params: requestParams.extend({ code: z.enum(printedForms) }),
  /** What it is about: a letter (D14), a consultation (D08), what a section is asked (D12); the last where left out. */
  query: z.object({ about: id.optional() }),
  answer: fileAnswer,
})

/** The whole case in one archive, for the archives and for courts. */
export const archiveFile = contract({
  id: 'requests.archiveFile',
  method: 'get',
  path: '/agencies/{agencyId}/requests/{requestId}/archive',
  says: { zh: '下载卷宗', en: 'Download the case file' },
  params: requestParams,
  answer: fileAnswer,
})

/** The schedule explained line by line before a fee is asked for. */
export const quoteFee = contract({
  id: 'requests.quoteFee',
  method: 'get',
  path: '/agencies/{agencyId}/requests/{requestId}/fee',
  says: { zh: '测算信息处理费', en: 'Work out the fee' },
  params: requestParams,
  query: z.object({
    scheme: z.enum(['items', 'pages']),
    pages: z.coerce.number().int().min(0).max(100_000).optional(),
  }),
  answer: z.object({
    scheme: z.enum(['items', 'pages']),
    quantity: z.number(),
    amount: z.number(),
    lines: z.array(z.object({ why: said, article: said, yuan: z.number() })),
    /** Why it may be charged, or why it may not. */
    notes: z.array(said),
  }),
})
