/**
 * What a request is at (D§2.6). Consulting, extended and late are no states: they follow from the record and the day
 * looked from (design §1).
 */
import type { Said } from '../kernel/lang.ts'

interface State {
  readonly label: Said
  /** What it means, in words for an applicant. */
  readonly means: Said
  /** Whether an answer is still owed. */
  readonly open: boolean
}

export const requestStates = {
  arrived: {
    label: { zh: '待确认', en: 'To be confirmed' },
    means: {
      zh: '已经送达，等待与您确认收到日期',
      en: 'It has come in; the day of receipt is to be confirmed with you',
    },
    open: true,
  },
  registered: {
    label: { zh: '已登记', en: 'Registered' },
    means: { zh: '已经收到并登记，正在安排办理', en: 'Received and registered; it is being assigned' },
    open: true,
  },
  in_progress: {
    label: { zh: '办理中', en: 'In progress' },
    means: { zh: '正在办理', en: 'It is being handled' },
    open: true,
  },
  correction_pending: {
    label: { zh: '补正中', en: 'Waiting for correction' },
    means: { zh: '请按补正告知书补充内容', en: 'Please complete it as the notice asks' },
    open: true,
  },
  reasons_pending: {
    label: { zh: '说明理由中', en: 'Waiting for reasons' },
    means: { zh: '请按告知书说明理由', en: 'Please give the reasons the letter asks for' },
    open: true,
  },
  fee_pending: {
    label: { zh: '待缴费', en: 'Waiting for the fee' },
    means: { zh: '请按收费通知书缴纳信息处理费', en: 'Please pay the fee as the notice says' },
    open: true,
  },
  in_review: {
    label: { zh: '审批中', en: 'In review' },
    means: { zh: '答复已拟好，正在审批', en: 'The answer is drafted and under review' },
    open: true,
  },
  signed: {
    label: { zh: '已签发待送达', en: 'Signed, to be served' },
    means: { zh: '答复已签发，正在送达', en: 'The answer is signed and on its way' },
    open: true,
  },
  answered: {
    label: { zh: '已答复', en: 'Answered' },
    means: { zh: '已经答复', en: 'Answered' },
    open: false,
  },
  closed: {
    label: { zh: '已结案', en: 'Closed' },
    means: { zh: '已经结案', en: 'Closed' },
    open: false,
  },
  archived: {
    label: { zh: '已归档', en: 'Archived' },
    means: { zh: '已经办结归档', en: 'Ended and archived' },
    open: false,
  },
} as const satisfies Readonly<Record<string, State>>

export type RequestState = keyof typeof requestStates
export const requestStateIds = Object.keys(requestStates) as readonly RequestState[]
export const openStates = requestStateIds.filter(id => requestStates[id].open)

export function isOpen(state: RequestState): boolean {
  return requestStates[state].open
}

/** request: counted in table 三. The other two are kinds of their own and never counted there (D§10.15). */
export const requestKinds = {
  request: { zh: '政府信息公开申请', en: 'Request' },
  record_correction: { zh: '更正本人信息', en: 'Correction of one’s own record' },
  enquiry: { zh: '政府信息咨询', en: 'Enquiry' },
} as const satisfies Readonly<Record<string, Said>>

export type RequestKind = keyof typeof requestKinds
export const requestKindIds = Object.keys(requestKinds) as readonly RequestKind[]
