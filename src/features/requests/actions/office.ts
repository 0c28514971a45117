/** What forms of the office start from, the revisions of an answer, and what a fee would come to. */
import { actRule } from '../../../domain/request/acts.ts'
import { type Fee, feeForItems, feeForPages } from '../../../domain/request/fees.ts'
import type { AnswerOf } from '../../../kit/contract.ts'
import { refusedInput } from '../../../kit/problem.ts'
import type { Task } from '../../../kit/routes.ts'
import { staffOf } from '../../../kit/staff.ts'
import type * as contracts from '../contract/index.ts'
import { revisionsOf } from '../store/revisions.ts'
import { ordinalOf } from './ordinal.ts'
import { caseOf } from './run-act.ts'
import { groundsOf, setupOf } from './setup.ts'

type Quote = AnswerOf<typeof contracts.quoteFee>

/** Who may take cases in hand, by which steps answers are reviewed, the usual days, where fees are paid. */
export async function office(task: Task<typeof contracts.getOffice>): Promise<AnswerOf<typeof contracts.getOffice>> {
  const { settings, rules } = await setupOf(task, task.params.agencyId)
  const handles = actRule('saveDraft').who
  const staff = await staffOf(task.tx, task.params.agencyId, task.now)
  return {
    handlers: staff
      .filter(({ roles }) => roles.some(({ role }) => handles.includes(role)))
      .map(({ accountId, name, sectionId }) => ({ id: accountId, name, sectionId })),
    chain: [...rules.chain],
    closingGrounds: [...groundsOf(settings)],
    correctionDays: settings['request.correctionDays'],
    payTo: settings['request.payTo'],
  }
}

export async function revisions(
  task: Task<typeof contracts.listRevisions>,
): Promise<AnswerOf<typeof contracts.listRevisions>> {
  const { tx, params } = task
  const { draft } = (await caseOf(task, params)).case
  const sent = await revisionsOf(tx, params.agencyId, params.requestId)
  const items = [...sent.filter(({ revision }) => revision !== draft?.revision), ...(draft ? [draft] : [])]
  return { items: items as AnswerOf<typeof contracts.listRevisions>['items'] }
}

/** By pages as told; by items as the n-th request of the applicant in the month it was received (办法4, 5). */
export async function quoteFee(task: Task<typeof contracts.quoteFee>): Promise<Quote> {
  const { params, query } = task
  const kept = await caseOf(task, params)
  const { pages = 0, scheme } = query
  if (scheme === 'pages') return quoted(scheme, pages, [onceOnly])
  const ordinalInMonth = await ordinalOf(task, kept)
  if (ordinalInMonth === null) return quoted(scheme, 0, [notReceived])
  return quoted(scheme, ordinalInMonth, [nth(ordinalInMonth), onceOnly])
}

/** Of items the last band alone: those before it were other requests. */
function quoted(scheme: Quote['scheme'], quantity: number, notes: Quote['notes']): Quote {
  const [zh, en] = [feeOf(scheme, quantity, 'zh'), feeOf(scheme, quantity, 'en')]
  const amount = scheme === 'items' ? (zh.each?.at(-1) ?? 0) : zh.total
  const lines = zh.lines.map(({ why, article, yuan }, i) => ({
    why: { zh: why, en: en.lines[i]?.why ?? why },
    article: { zh: article, en: en.lines[i]?.article ?? article },
    yuan,
  }))
  return { scheme, quantity, amount, lines, notes: amount > 0 ? notes : [...notes, free] }
}

function feeOf(scheme: Quote['scheme'], quantity: number, lang: 'zh' | 'en'): Fee {
  const fee = scheme === 'items' ? feeForItems(quantity, lang) : feeForPages(quantity, lang)
  if (!fee.ok) throw refusedInput('query', [{ ...fee.refusal, at: 'pages' }])
  return fee.value
}

const nth = (n: number) => ({
  zh: `这是申请人当月的第 ${n} 件申请；费用是这一件的费用（办法第四条）`,
  en: `This is request ${n} of the applicant in its month; the fee is that of this request (measures, art. 4)`,
})
const onceOnly = {
  zh: '同一申请按件、按量只能选择一种方式收费，只收一次（办法第三条）',
  en: 'A request is charged once, by items or by pages and not by both (measures, art. 3)',
}
const notReceived = {
  zh: '尚未确认收到申请，不能按件计算',
  en: 'Receipt is not confirmed yet, so requests cannot be counted',
}
const free = {
  zh: '按这一数量不收费（办法第四条、第五条）',
  en: 'Nothing is charged for this number (measures, art. 4 and 5)',
}
