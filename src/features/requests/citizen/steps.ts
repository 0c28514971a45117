/** What happened to a request, in the words its applicant reads. */
import type { LocalDate } from '../../../domain/kernel/date.ts'
import type { Said } from '../../../domain/kernel/lang.ts'
import type { RequestCase } from '../../../domain/request/case.ts'
import { decisionInfo } from '../../../domain/request/decision-info.ts'
import { procedural } from '../../../domain/request/performing/letter-book.ts'
import type { TrackedStep } from '../citizen.ts'

/** By day, what is still to come last. */
export function stepsOf(of: RequestCase, due: LocalDate | null): readonly TrackedStep[] {
  const happened = [...arrivalSteps(of), ...turnSteps(of), ...consultationSteps(of), ...extensionSteps(of)]
  const ordered = happened.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
  return [...ordered, ...endSteps(of, due)]
}

function step(at: LocalDate, zh: string, en: string, detail: Said | null = null): TrackedStep {
  return { at, title: { zh, en }, detail, done: true }
}

function arrivalSteps({ arrival, receivedOn }: RequestCase): TrackedStep[] {
  const submitted = step(arrival.submittedOn, '提交申请', 'Handed in')
  return receivedOn === null ? [submitted] : [submitted, step(receivedOn, '收到申请', 'Received')]
}

function turnSteps({ correction, reasons, fee }: RequestCase): TrackedStep[] {
  const until = (by: LocalDate | null): Said | null => by && { zh: `请在 ${by} 前办理`, en: `By ${by}` }
  return [
    ...(correction?.noticedOn
      ? [step(correction.noticedOn, '告知补正', 'Correction asked for', until(correction.by))]
      : []),
    ...(correction?.corrected ? [step(correction.corrected.on, '收到补正', 'Correction received')] : []),
    ...(reasons?.noticedOn ? [step(reasons.noticedOn, '要求说明理由', 'Reasons asked for', until(reasons.by))] : []),
    ...(reasons?.given ? [step(reasons.given.on, '收到说明的理由', 'Reasons received')] : []),
    ...(fee?.noticedOn ? [step(fee.noticedOn, '通知缴费', 'Fee asked for', until(fee.payBy))] : []),
    ...(fee?.paid ? [step(fee.paid.on, '收到费用', 'Fee received')] : []),
  ]
}

/** That somebody is asked, never who: a third party has rights of its own. */
function consultationSteps({ consultations }: RequestCase): TrackedStep[] {
  return consultations.flatMap(({ sentOn, answer }) => [
    ...(sentOn ? [step(sentOn, '征求意见', 'Others consulted')] : []),
    ...(answer ? [step(answer.on, '收到意见', 'Opinion received')] : []),
  ])
}

/** Only what was told: consent inside the office moves no day (条例33). */
function extensionSteps({ events }: RequestCase): TrackedStep[] {
  return events.flatMap(event => {
    if (event.kind === 'delayed') {
      const until = { zh: `延迟到 ${event.until} 前答复`, en: `By ${event.until}` }
      return [step(event.on, '告知延迟答复', 'Answer put off', until)]
    }
    if (event.kind !== 'extended') return []
    const detail = { zh: `延长 ${event.days} 个工作日`, en: `By ${event.days} working days` }
    return [step(event.on, '告知延期答复', 'Answer put off', detail)]
  })
}

function endSteps(of: RequestCase, due: LocalDate | null): TrackedStep[] {
  if (of.closing) return [ended(of, of.closing)]
  return due === null ? [] : [{ ...step(due, '答复期限届满', 'Answer due'), done: false }]
}

/** In plain words: an answer is told by its kind, an end without one by what brought it about. */
function ended(of: RequestCase, { on, decision, note }: NonNullable<RequestCase['closing']>): TrackedStep {
  const { label, unanswered } = decisionInfo(decision)
  if (!unanswered) {
    return of.kind === 'request'
      ? step(on, '答复、办结', 'Answered and ended', label)
      : step(on, '办结', 'Ended', label)
  }
  const { title, detail } = endings[endingOf(of)]
  return step(on, title.zh, title.en, detail ?? (note ? { zh: note, en: note } : null))
}

/** A withdrawal is nobody's decision: unlike every other end without an answer, it leaves no record of one. */
function endingOf({ closing, links, letters }: RequestCase): keyof typeof endings {
  if (closing?.decision === 'no_correction' || closing?.decision === 'unpaid') return closing.decision
  if (links.mergedInto !== null) return 'merged'
  return letters.some(({ letter }) => letter === procedural.record) ? 'otherwise' : 'withdrawn'
}

const endings = {
  no_correction: {
    title: { zh: '没有补正，办结', en: 'Not corrected: ended' },
    detail: {
      zh: '没有在期限内补正，视为放弃申请，不再答复',
      en: 'Not corrected in time, it counts as given up; no answer follows',
    },
  },
  unpaid: {
    title: { zh: '没有缴费，办结', en: 'Not paid: ended' },
    detail: {
      zh: '没有在期限内缴费，视为放弃申请，不再答复',
      en: 'Not paid in time, it counts as given up; no answer follows',
    },
  },
  merged: {
    title: { zh: '并入另一件申请，办结', en: 'Put together with another request: ended' },
    detail: { zh: '与另一件申请一并答复', en: 'It is answered with the other request' },
  },
  withdrawn: {
    title: { zh: '申请已撤回，办结', en: 'Withdrawn: ended' },
    detail: { zh: '本件不再答复；需要的，可以重新申请', en: 'No answer follows; you may apply again' },
  },
  otherwise: { title: { zh: '以其他方式办结，不再答复', en: 'Ended otherwise, without an answer' }, detail: null },
} as const satisfies Readonly<Record<string, { readonly title: Said; readonly detail: Said | null }>>
