/** The office people turn to: what 条例12 wants told in the guide, and what letters and pages print. */
import type { Said } from '../kernel/lang.ts'
import { done, type Refusal, type Result, refuse } from '../kernel/result.ts'

interface OfficeField {
  readonly label: Said
  /** Other words for it in lists of offices. */
  readonly also: readonly string[]
  /** Named in 条例12. */
  readonly inGuide: boolean
  readonly longest: number
  readonly form?: { readonly pattern: RegExp; readonly example: string }
}

const phone = { pattern: /^[\d+()（）\-—–#*转、，,;；/ ]{3,}$/, example: '0972-8612345' }

export const officeFields = {
  name: {
    label: { zh: '工作机构名称', en: 'Office' },
    also: ['信息公开工作机构', '机构办公室名称', '承办机构', '工作机构'],
    inGuide: true,
    longest: 100,
  },
  address: {
    label: { zh: '办公地址', en: 'Address' },
    also: ['地址', '详细地址', '联系地址'],
    inGuide: true,
    longest: 200,
  },
  hours: {
    label: { zh: '办公时间', en: 'Hours' },
    also: ['工作时间', '受理时间'],
    inGuide: true,
    longest: 200,
  },
  telephone: {
    label: { zh: '联系电话', en: 'Telephone' },
    also: ['电话', '办公电话', '联系方式'],
    inGuide: true,
    longest: 100,
    form: phone,
  },
  fax: {
    label: { zh: '传真', en: 'Fax' },
    also: ['传真号码', '传真电话'],
    inGuide: true,
    longest: 100,
    form: phone,
  },
  email: {
    label: { zh: '电子邮箱', en: 'E-mail' },
    also: ['邮箱', '互联网联系方式', '电子邮件', 'email', 'e-mail'],
    inGuide: true,
    longest: 100,
    form: { pattern: /^[^\s@]+@[^\s@]+\.[^\s@.]+$/, example: 'xxgk@example.gov.cn' },
  },
  post: {
    label: { zh: '通信地址', en: 'Postal address' },
    also: ['通讯地址', '邮寄地址', '收件地址'],
    inGuide: false,
    longest: 200,
  },
  postcode: {
    label: { zh: '邮政编码', en: 'Post code' },
    also: ['邮编'],
    inGuide: false,
    longest: 6,
    form: { pattern: /^\d{6}$/, example: '810700' },
  },
} as const satisfies Readonly<Record<string, OfficeField>>

export type OfficeFieldId = keyof typeof officeFields
export const officeFieldIds = Object.keys(officeFields) as readonly OfficeFieldId[]

/** What is known; a field that is not is not there. */
export type Office = Readonly<Partial<Record<OfficeFieldId, string>>>

/** Reads one field as typed; null where nothing was. */
export function parseOfficeField(id: OfficeFieldId, typed: string): Result<string | null> {
  const { label, longest, form }: OfficeField = officeFields[id]
  const text = typed.replace(/\s+/g, ' ').trim()
  if (text === '') return done(null)
  // Telephones and addresses of machines are written in half width.
  const value = form ? text.normalize('NFKC') : text
  if (Array.from(value).length > longest) return refuse('too_long', tooLong(label, longest), `office.${id}`)
  if (form && !form.pattern.test(value)) return refuse('bad_form', badForm(label, value, form.example), `office.${id}`)
  return done(value)
}

/** What 条例12 wants in the guide and is not there yet: one sentence each. */
export function missingForGuide(office: Office): readonly Refusal[] {
  return officeFieldIds
    .filter(id => officeFields[id].inGuide && office[id] === undefined)
    .map(id => refuse('missing', missing(officeFields[id].label), `office.${id}`).refusal)
}

const tooLong = ({ zh, en }: Said, longest: number) => ({
  zh: `${zh}最多 ${longest} 个字，请写短些`,
  en: `${en}: at most ${longest} characters; write it shorter`,
})
const badForm = ({ zh, en }: Said, value: string, example: string) => ({
  zh: `${zh}“${value.slice(0, 40)}”的写法不对，请写成 ${example} 这样`,
  en: `${en} "${value.slice(0, 40)}" is not written right; write it like ${example}`,
})
const missing = ({ zh, en }: Said) => ({
  zh: `公开指南应当写明${zh}，请补充`,
  en: `The guide must tell it: ${en}; add it`,
})
