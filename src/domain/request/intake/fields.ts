/** The application form as data (条例29; D§5.5): every field once, for the page that asks and the reader that checks. */
import { type ApplicantKind, applicantKinds } from '../../../law/applicants.ts'
import type { ArticleId } from '../../../law/articles.ts'
import type { Said } from '../../kernel/lang.ts'
import { deliveryForms, deliveryRoutes } from '../vocabulary.ts'

/** The parts the form is asked in, in order. */
export const intakeParts = ['wanted', 'applicant', 'delivery'] as const
export type IntakePart = (typeof intakeParts)[number]

/** citizen: 公民; organisation: 法人或者其他组织. */
export type ApplicantSort = 'citizen' | 'organisation'

export interface IntakeField {
  readonly part: IntakePart
  readonly label: Said
  readonly hint?: Said
  readonly kind: 'line' | 'text' | 'choice' | 'tick'
  readonly longest: number
  /** always, or only where something holds. */
  readonly needed: 'always' | 'never' | 'agent'
  readonly only?: ApplicantSort
  /** What somebody is called: no mark that turns the direction of writing stands in it. */
  readonly isName?: true
  /** Asked only where somebody acts for the applicant. */
  readonly ofAgent?: true
  readonly choices?: Readonly<Record<string, Said>>
  /** What browsers fill in by themselves (HTML autocomplete). */
  readonly autocomplete?: string
  readonly articles: readonly ArticleId[]
}

/** Proof of identity of a person; organisations have their credit code. */
export const personalIdentity = {
  id_card: { zh: '居民身份证', en: 'Identity card' },
  passport: { zh: '护照', en: 'Passport' },
  residence_permit: { zh: '港澳台居民居住证、外国人永久居留证', en: 'Residence permit' },
  military: { zh: '军官证、士兵证', en: 'Military identity card' },
  other: { zh: '其他有效证件', en: 'Another valid document' },
} as const satisfies Readonly<Record<string, Said>>

/** What proves who somebody is, a person or an organisation (条例29). */
export const identityKinds = { ...personalIdentity, credit_code: applicantKinds.business.identity } as const

/**
 * Whether such a document can prove who such an applicant is (条例29): a person's own proves no organisation, a credit
 * code no person. `other` stays open to both: organisations of old have another code.
 */
export function canProve(kind: keyof typeof applicantKinds, identity: keyof typeof identityKinds): boolean {
  if (identity === 'other') return true
  return applicantKinds[kind].organisation === (identity === 'credit_code')
}

/** What an organisation says it is: table 三 counts it so (D§10.9). */
const organisationSorts = Object.fromEntries(
  Object.entries<ApplicantKind>(applicantKinds)
    .filter(([, { organisation }]) => organisation)
    .map(([id, { label }]) => [id, label]),
)

const line = (part: IntakePart, label: Said, longest: number, more: Partial<IntakeField> = {}): IntakeField => ({
  part,
  label,
  kind: 'line',
  longest,
  needed: 'always',
  articles: ['条例29'],
  ...more,
})

const citizen = { only: 'citizen' } as const
const organisation = { only: 'organisation' } as const
const optional = { needed: 'never' } as const
const isName = { isName: true } as const
const agent = { needed: 'agent', ofAgent: true } as const

/** Every field by its name in the form. Purpose is not among them and never asked (D§10.11). */
export const intakeFields = {
  title: line('wanted', { zh: '需要什么信息', en: 'What information do you need?' }, 200, {
    hint: {
      zh: '写信息的名称；不知道确切名称的，写出是什么事情的什么材料',
      en: 'Its title; if you do not know it, say what matter and what kind of paper',
    },
  }),
  documentNumber: line('wanted', { zh: '文号', en: 'Document number' }, 100, {
    ...optional,
    hint: { zh: '知道的填写，例如“示政办发〔2026〕3号”', en: 'If you know it' },
  }),
  indexNumber: line('wanted', { zh: '索引号', en: 'Index number' }, 100, optional),
  features: line('wanted', { zh: '特征描述', en: 'Description' }, 2000, {
    kind: 'text',
    hint: {
      zh: '时间、地点、事项、涉及的单位等，写得越具体越便于查找；不需要说明用途',
      en: 'Time, place, matter, who is involved: the more precise, the easier to find. You need not say what it is for',
    },
  }),
  name: line('applicant', { zh: '姓名', en: 'Name' }, 60, { ...citizen, ...isName, autocomplete: 'name' }),
  identityType: line('applicant', { zh: '证件名称', en: 'Identity document' }, 20, {
    ...citizen,
    kind: 'choice',
    choices: personalIdentity,
  }),
  identityNumber: line('applicant', { zh: '证件号码', en: 'Number of the document' }, 40, {
    ...citizen,
    hint: {
      zh: '法律要求核对身份；加密保存，只用于办理本申请',
      en: 'The law asks for it; it is kept encrypted and used for this request only',
    },
  }),
  employer: line('applicant', { zh: '工作单位', en: 'Place of work' }, 100, {
    ...citizen,
    ...optional,
    ...isName,
    autocomplete: 'organization',
  }),
  organisation: line('applicant', { zh: '名称', en: 'Name of the organisation' }, 100, {
    ...organisation,
    ...isName,
    autocomplete: 'organization',
    hint: { zh: '与登记证照一致的全称', en: 'Its full name as registered' },
  }),
  organisationSort: line('applicant', { zh: '类型', en: 'Kind' }, 20, {
    ...organisation,
    kind: 'choice',
    choices: organisationSorts,
    hint: { zh: '年度报告的法定统计表按类型统计', en: 'The statutory table of the annual report counts by kind' },
  }),
  creditCode: line('applicant', { zh: '统一社会信用代码', en: 'Unified social credit code' }, 40, organisation),
  representative: line('applicant', { zh: '法定代表人或者负责人', en: 'Legal representative' }, 60, {
    ...organisation,
    ...isName,
  }),
  contact: line('applicant', { zh: '联系人', en: 'Person to contact' }, 60, {
    ...organisation,
    ...isName,
    autocomplete: 'name',
  }),
  phone: line('applicant', { zh: '联系电话', en: 'Telephone' }, 60, {
    autocomplete: 'tel',
    hint: { zh: '用来与您确认收到日期', en: 'Used to confirm the day of receipt with you' },
  }),
  address: line('applicant', { zh: '通信地址', en: 'Postal address' }, 200, { autocomplete: 'street-address' }),
  postcode: line('applicant', { zh: '邮政编码', en: 'Post code' }, 10, { ...optional, autocomplete: 'postal-code' }),
  agentName: line('applicant', { zh: '代理人姓名', en: 'Name of the agent' }, 60, { ...agent, ...isName }),
  agentIdentityType: line('applicant', { zh: '代理人证件名称', en: 'Identity document of the agent' }, 20, {
    ...agent,
    kind: 'choice',
    choices: personalIdentity,
  }),
  agentIdentityNumber: line('applicant', { zh: '代理人证件号码', en: 'Number of the agent’s document' }, 40, agent),
  agentPhone: line('applicant', { zh: '代理人电话', en: 'Telephone of the agent' }, 60, agent),
  form: line('delivery', { zh: '希望得到的形式', en: 'Form' }, 20, { kind: 'choice', choices: deliveryForms }),
  route: line('delivery', { zh: '希望得到的途径', en: 'Way' }, 20, { kind: 'choice', choices: deliveryRoutes }),
  email: line('delivery', { zh: '电子邮箱', en: 'E-mail' }, 200, {
    ...optional,
    autocomplete: 'email',
    hint: { zh: '选择“电子邮件”的必须填写', en: 'Needed where you choose “By e-mail”' },
  }),
  fax: line('delivery', { zh: '传真', en: 'Fax' }, 60, {
    ...optional,
    autocomplete: 'off',
    hint: { zh: '选择“传真”的必须填写', en: 'Needed where you choose “By fax”' },
  }),
  otherForm: line(
    'delivery',
    { zh: '不能按上面的形式提供时，可以接受其他形式', en: 'Another form will do if that one is not possible' },
    3,
    {
      ...optional,
      kind: 'tick',
      articles: ['条例40'],
    },
  ),
  help: line('delivery', { zh: '需要的帮助', en: 'Help you need' }, 300, {
    ...optional,
    hint: {
      zh: '阅读有困难或者有视听障碍的，写出需要怎样的帮助，例如大字、朗读、手语',
      en: 'If reading, seeing or hearing is difficult, say what help you need: large print, reading aloud, sign language',
    },
    articles: ['条例43'],
  }),
  suggestsPublication: line(
    'delivery',
    { zh: '我认为这项信息应当主动公开', en: 'I think this should be published for all' },
    3,
    {
      ...optional,
      kind: 'tick',
      articles: ['条例44'],
    },
  ),
} as const satisfies Readonly<Record<string, IntakeField>>

export type IntakeFieldId = keyof typeof intakeFields
export const intakeFieldIds = Object.keys(intakeFields) as readonly IntakeFieldId[]

/** The fields as typed; what was not asked is not there. */
export type Typed = Readonly<Partial<Record<IntakeFieldId, string>>>

/** Who applies, as far as it decides which fields are asked. */
export interface Applying {
  readonly sort: ApplicantSort
  readonly agent: boolean
}

/** The fields asked in a part of one who applies so, in the order of the page. */
export function fieldsOf(part: IntakePart, { sort, agent: byAgent }: Applying): readonly IntakeFieldId[] {
  return intakeFieldIds.filter(id => {
    const field: IntakeField = intakeFields[id]
    return field.part === part && (field.only ?? sort) === sort && (byAgent || !field.ofAgent)
  })
}
