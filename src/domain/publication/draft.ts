/** What can be done with a draft: begun, edited, discarded. */
import type { LocalDate } from '../kernel/date.ts'
import type { Said } from '../kernel/lang.ts'
import { done, type Refusal, type Result, refuse } from '../kernel/result.ts'
import type { Publication, PublicationContent, PublicationSource } from './publication.ts'

interface Beginning {
  readonly agencyId: string
  readonly id: string
  readonly content: PublicationContent
  readonly source: PublicationSource
}

/** A draft in its first version. Refused without a title, or with a day that has not come: `at` names the field. */
export function beginDraft({ content, ...given }: Beginning, today: LocalDate): Result<Publication> {
  const refusal = againstContent(content, today)
  return refusal ? { ok: false, refusal } : done({ ...given, content, version: 1, standing: { state: 'draft' } })
}

/** The draft with new content. Refused once it was discarded, and as `beginDraft`. */
export function editDraft(before: Publication, content: PublicationContent, today: LocalDate): Result<Publication> {
  const refusal = againstActing(before) ?? againstContent(content, today)
  return refusal ? { ok: false, refusal } : done({ ...before, content, version: before.version + 1 })
}

interface Discarding {
  readonly on: LocalDate
  /** Account of whoever does it. */
  readonly by: string
  readonly reason: string
}

/** Given up for good: it stays to be read. Refused without a reason, and the second time. */
export function discardDraft(before: Publication, { on, by, reason }: Discarding): Result<Publication> {
  const refusal = againstActing(before)
  if (refusal) return { ok: false, refusal }
  if (reason.trim() === '') return refuse('blank', noReason, 'reason')
  return done({ ...before, version: before.version + 1, standing: { state: 'discarded', on, by, reason } })
}

/** What stands against any change; null for a draft. */
export function againstActing({ standing }: Pick<Publication, 'standing'>): Refusal | null {
  return standing.state === 'draft' ? null : { code: 'not_a_draft', says: notADraft }
}

function againstContent({ title, originOn }: PublicationContent, today: LocalDate): Refusal | null {
  if (title.trim() === '') return { code: 'blank', says: noTitle, at: 'title' }
  if (originOn !== null && originOn > today)
    return { code: 'in_future', says: inFuture(originOn, today), at: 'originOn' }
  return null
}

/** What the catalogue must tell of each item (条例12) or the publishing needs to know, by the field that holds it. */
const needed = {
  category: { zh: '公开类别', en: 'the category' },
  summary: { zh: '内容概述', en: 'the summary' },
  origin: { zh: '信息来源', en: 'where it comes from' },
  originOn: { zh: '生成日期', en: 'the day it was made' },
  sectionId: { zh: '责任科室', en: 'the section in charge' },
  organ: { zh: '公开责任机关', en: 'the organ to publish it' },
} as const satisfies { readonly [K in keyof PublicationContent]?: Said }

/** What is still to be filled in, in words. The index (索引) is given when it is published. */
export function stillNeeded(content: PublicationContent): readonly Said[] {
  const names = Object.keys(needed) as (keyof typeof needed)[]
  return names.filter(name => (content[name] ?? '').trim() === '').map(name => needed[name])
}

/** The fields two contents differ in: what the record keeps of an edit. */
export function changedFields(before: PublicationContent, after: PublicationContent): (keyof PublicationContent)[] {
  const names = Object.keys(after) as (keyof PublicationContent)[]
  return names.filter(name => before[name] !== after[name])
}

const noTitle: Said = { zh: '请填写标题', en: 'Give a title' }
const noReason: Said = { zh: '请填写作废的理由', en: 'Give the reason for discarding it' }
const notADraft: Said = {
  zh: '这份草稿已经作废，不能再修改；需要公开的请另建草稿',
  en: 'This draft was discarded and can no longer be changed; begin another one',
}
const inFuture = (on: LocalDate, today: LocalDate): Said => ({
  zh: `生成日期 ${on} 在今天（${today}）之后，请核对`,
  en: `The day ${on} is after today (${today}); check it`,
})
