/** What happened to a request, in the words its applicant reads. */
import type { LocalDate } from '../../../domain/kernel/date.ts'
import type { Said } from '../../../domain/kernel/lang.ts'
import type { RequestCase } from '../../../domain/request/case.ts'
import { decisionInfo } from '../../../domain/request/decision-info.ts'
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

function endSteps({ closing, kind }: RequestCase, due: LocalDate | null): TrackedStep[] {
  if (closing) {
    return [
      step(
        closing.on,
        kind === 'request' ? '答复、办结' : '办结',
        'Answered and ended',
        decisionInfo(closing.decision).label,
      ),
    ]
  }
  return due === null ? [] : [{ ...step(due, '答复期限届满', 'Answer due'), done: false }]
}
