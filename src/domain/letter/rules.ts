/** Where facts of a letter contradict the law, or each other. */
import { deadlines } from '../../law/deadlines.ts'
import { type Exemption, exemptions } from '../../law/exemptions.ts'
import { cite } from '../citation.ts'
import type { LocalDate } from '../kernel/date.ts'
import { longDate } from '../kernel/date-words.ts'
import type { Said } from '../kernel/lang.ts'
import type { Refusal } from '../kernel/result.ts'
import { refusal } from './checked.ts'
import { decisionOf } from './kinds.ts'
import type { Making } from './values.ts'

/**
 * Codes: `before_receipt`, `wrong_exemption`, `wrong_exemption_kind`, `third_party_agreed`, `bad_extension`,
 * `limit_passed`, `not_overdue`, `no_fee`.
 */
export function brokenRules(making: Making): readonly Refusal[] {
  return rules.flatMap(rule => rule(making))
}

type Rule = (making: Making) => readonly Refusal[]

const notBeforeReceipt: Rule = ({ facts, date }) => {
  const received = facts.request?.received
  if (received === undefined || date >= received) return []
  const says = said(
    `成文日期早于收到申请之日${longDate(received, 'zh')}，请核对`,
    `The letter is dated before the request was received (${longDate(received, 'en')}); check it`,
  )
  return [refusal('before_receipt', says, 'date')]
}

/** A refusal rests on the ground its letter is for; the ground's finer kind is one the article names. */
const groundsFit: Rule = ({ id, facts }) => {
  const allowed = decisionOf(id, facts)?.exemptions
  if (!allowed) return []
  return (facts.withheld ?? []).flatMap(({ exemption, kind }, i) => {
    const { label, kinds }: Exemption = exemptions[exemption]
    if (!allowed.includes(exemption)) {
      const says = said(
        `这份文书不能以“${label.zh}”为理由，请改用相应的决定书或者更正理由`,
        `This letter cannot rest on "${label.en}"; take the letter for it, or mend the ground`,
      )
      return [refusal('wrong_exemption', says, `withheld[${i}].exemption`)]
    }
    if (kind === undefined || (kinds && Object.hasOwn(kinds, kind))) return []
    const says = said(
      `“${label.zh}”没有“${kind}”这一类，请从${cite(exemptions[exemption].article, 'zh')}列举的类别中选择`,
      `"${label.en}" has no kind "${kind}"; choose one that ${cite(exemptions[exemption].article, 'en')} names`,
    )
    return [refusal('wrong_exemption_kind', says, `withheld[${i}].kind`)]
  })
}

const agreementDiscloses: Rule = ({ id, facts }) =>
  id === 'L07' && facts.consulted?.length && facts.consulted.every(({ opinion }) => opinion === 'agree')
    ? [
        refusal(
          'third_party_agreed',
          said(
            `第三方已同意公开，不能再以损害第三方合法权益为理由不予公开（${cite('条例15', 'zh')}）`,
            `The third party agreed to disclosure; its rights are no ground to withhold (${cite('条例15', 'en')})`,
          ),
          'consulted',
        ),
      ]
    : []

const extensionLawful: Rule = ({ id, facts: { extension }, date }) => {
  if (id !== 'D06' || !extension) return []
  const most = deadlines.extension.length
  const basis = { zh: cite('条例33', 'zh'), en: cite('条例33', 'en') }
  const refused = (at: string, says: Said) => refusal('bad_extension', says, `extension.${at}`)
  const { days, oldDue, newDue } = extension
  const wrongDays = !Number.isInteger(days) || days < 1 || days > most
  return [
    ...(wrongDays
      ? [
          refused(
            'days',
            said(
              `延长的期限应为 1 至 ${most} 个工作日（${basis.zh}）`,
              `An extension is 1 to ${most} working days (${basis.en})`,
            ),
          ),
        ]
      : []),
    ...(newDue <= oldDue
      ? [
          refused(
            'newDue',
            said('延长后的期限应当晚于原期限，请核对', 'The new due date must be later than the old one; check it'),
          ),
        ]
      : []),
    // Consent within the period is not enough: the applicant is told within it (条例33).
    ...(date > oldDue
      ? [
          refused(
            'oldDue',
            said(
              '答复期限已经届满，不能再延长；请尽快答复',
              'The period is over and cannot be extended; answer at once',
            ),
          ),
        ]
      : []),
  ]
}

/** A day the reader is given lies after the letter. */
const limitsAhead: Rule = ({ id, facts, date }) => {
  const limits: readonly (readonly [string, LocalDate | undefined])[] = [
    ...(id === 'D12' ? [['errand.by', facts.errand?.by] as const] : []),
    ...(id === 'L22' ? [['excess.answerBy', facts.excess?.answerBy] as const] : []),
  ]
  return limits.flatMap(([at, by]) =>
    by !== undefined && by <= date
      ? [
          refusal(
            'limit_passed',
            said(
              `期限${longDate(by, 'zh')}不晚于成文日期，请给出合理的期限`,
              `The limit ${longDate(by, 'en')} is not after the letter's date; give a reasonable one`,
            ),
            at,
          ),
        ]
      : [],
  )
}

/** Given up only when the limit has run out (条例30, 办法6). */
const limitOver: Rule = ({ id, facts, date }) => {
  if (id !== 'D15') return []
  const [at, by] =
    facts.closing === 'other.no_correction' ? ['correction.by', facts.correction?.by] : ['fee.by', facts.fee?.by]
  if (facts.closing === 'other.other' || by === undefined || date > by) return []
  const says = said(
    `期限${longDate(by, 'zh')}尚未届满，不能按逾期结案`,
    `The limit ${longDate(by, 'en')} has not passed; the request is not given up yet`,
  )
  return [refusal('not_overdue', says, at ?? 'closing')]
}

const feeIsDue: Rule = ({ id, facts: { fee } }) =>
  id === 'D13' && fee && fee.fee.total <= 0
    ? [
        refusal(
          'no_fee',
          said('没有超出免费的件数或者页数，不收取费用', 'Nothing exceeds what is free; no fee is charged'),
          'fee.fee.total',
        ),
      ]
    : []

const rules: readonly Rule[] = [
  notBeforeReceipt,
  groundsFit,
  agreementDiscloses,
  extensionLawful,
  limitsAhead,
  limitOver,
  feeIsDue,
]

function said(zh: string, en: string): Said {
  return { zh, en }
}
