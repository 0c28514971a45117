/** Changing how an applicant is reached: what is not named stays, and a way that fits what is wanted must remain (条例29, 40). */
import type { Said } from '../../kernel/lang.ts'
import { done, type Result, refuse } from '../../kernel/result.ts'
import { type DeliveryRoute, deliveryRoutes } from '../vocabulary.ts'
import { missingFor, type Reach } from './delivery.ts'
import { type IntakeField, intakeFields } from './fields.ts'
import { parseEmail, parseFax, parsePhone } from './reach.ts'

export const reachIds = ['phone', 'address', 'email', 'fax'] as const satisfies readonly (keyof Reach)[]
export type ReachId = (typeof reachIds)[number]

/** What is left out stays as it is; null is removed. */
export type ReachChange = { readonly [K in ReachId]?: string | null | undefined }

/**
 * As it is afterwards. Refused at the place at fault: `missing` where nothing changes, `masked` where what is shown in the place
 * of a number was typed back, `bad_form`, `too_long`, `unreachable`.
 */
export function changedReach(now: Reach, change: ReachChange, route: DeliveryRoute): Result<Reach> {
  const named = reachIds.filter(id => change[id] !== undefined)
  if (named.length === 0) return refuse('missing', nothing, 'phone')
  const read: { -readonly [K in ReachId]?: string | null } = {}
  for (const id of named) {
    const value = readReach(id, change[id] ?? null)
    if (!value.ok) return value
    read[id] = value.value
  }
  const after: Reach = {
    phone: (read.phone === undefined ? now.phone : read.phone) ?? '',
    address: (read.address === undefined ? now.address : read.address) ?? '',
    email: read.email === undefined ? now.email : read.email,
    fax: read.fax === undefined ? now.fax : read.fax,
  }
  return remaining(after, read, route)
}

/** What is taken away may not be what the answer goes by, nor the last there is. */
function remaining(after: Reach, read: ReachChange, route: DeliveryRoute): Result<Reach> {
  const missing = missingFor(route, after)
  if (missing !== null && read[missing] === null) return refuse('unreachable', needed(route, missing), missing)
  const removed = reachIds.find(id => read[id] === null)
  const isReached = after.phone !== '' || after.address !== '' || after.email !== null
  return removed === undefined || isReached ? done(after) : refuse('unreachable', lastOne, removed)
}

function readReach(id: ReachId, typed: string | null): Result<string | null> {
  const text = typed?.trim() ?? ''
  if (text === '') return done(null)
  if (/\*{2,}|＊{2,}/.test(text)) return refuse('masked', masked, id)
  const field: IntakeField = intakeFields[id]
  if (Array.from(text).length > field.longest) return refuse('too_long', tooLong(field), id)
  if (id === 'address') return Array.from(text).length < 4 ? refuse('bad_form', shortAddress, id) : done(text)
  return { phone: parsePhone, email: parseEmail, fax: parseFax }[id](text, id)
}

const nothing: Said = {
  zh: '请填写要改成的联系方式，或者勾选要删除的；留空的不改',
  en: 'Fill in what is to change, or tick what is to be removed; what is left empty stays',
}
const masked: Said = {
  zh: '这是遮盖后的内容，不能保存；要改的请写全，不改的请留空',
  en: 'This is what is shown in the place of your data and cannot be kept; write it whole, or leave it empty',
}
const shortAddress: Said = {
  zh: '通信地址太短，邮件送不到，请写到门牌或者收件单位',
  en: 'This address is too short for the post; write it down to the house or the place of work',
}
const tooLong = ({ label, longest }: IntakeField): Said => ({
  zh: `“${label.zh}”最多 ${longest} 个字，请写短些`,
  en: `${label.en}: at most ${longest} characters`,
})
const needed = (route: DeliveryRoute, id: ReachId): Said => ({
  zh: `答复按您的要求通过“${deliveryRoutes[route].zh}”提供，不能删除“${intakeFields[id].label.zh}”，可以改成别的`,
  en: `The answer goes “${deliveryRoutes[route].en}” as you wished: ${intakeFields[id].label.en} may be changed, not removed`,
})
const lastOne: Said = {
  zh: '申请要有联系方式（条例第二十九条），电话、地址、电子邮箱请至少留一种',
  en: 'A request needs a way to reach you (art. 29): keep telephone, address or e-mail',
}
