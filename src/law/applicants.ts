/** Kinds of applicant, and the column of table 三 each is counted in; an organisation's kind is asked at intake. */
import type { applicantColumns } from './editions/common.ts'
import type { Words } from './words.ts'

type ApplicantColumn = Exclude<(typeof applicantColumns)[number]['id'], 'total'>

export interface ApplicantKind {
  readonly label: Words
  readonly organisation: boolean
  /** What proves who the applicant is (条例29). */
  readonly identity: Words
}

const creditCode: Words = { zh: '统一社会信用代码', en: 'Unified social credit code' }

/** Keyed by column, so that each column has its kind and no kind lacks a column. */
export const applicantKinds = {
  natural_person: {
    label: { zh: '自然人', en: 'Natural person' },
    organisation: false,
    identity: { zh: '身份证件', en: 'Identity document' },
  },
  business: { label: { zh: '商业企业', en: 'Business' }, organisation: true, identity: creditCode },
  research: { label: { zh: '科研机构', en: 'Research body' }, organisation: true, identity: creditCode },
  social: { label: { zh: '社会公益组织', en: 'Social organisation' }, organisation: true, identity: creditCode },
  legal_service: { label: { zh: '法律服务机构', en: 'Legal service' }, organisation: true, identity: creditCode },
  other: { label: { zh: '其他', en: 'Other' }, organisation: true, identity: creditCode },
} as const satisfies Readonly<Record<ApplicantColumn, ApplicantKind>>
