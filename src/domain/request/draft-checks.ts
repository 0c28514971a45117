/** Whether a drafted answer may stand: what the law asks of each decision (条例30, 32, 35-38; D§1.7, §5.3). */
import { exemptions } from '../../law/exemptions.ts'
import { type FactId, facts } from '../../law/facts.ts'
import type { Consultation, DecisionDraft, RequestCase, WithheldPart } from './case.ts'
import { standingOf } from './consultation-standing.ts'
import { type DecisionInfo, decisionInfo } from './decision-info.ts'
import { noEarlierAnswer } from './earlier-answer.ts'
import type { ActContext } from './inputs.ts'
import { must, type Trouble } from './performing/step.ts'

type When = Pick<ActContext, 'today' | 'calendar' | 'rules'>

/** The first thing missing or in the way; null where the draft may go to review. `at` of the refusal is its field. */
export function draftTrouble(of: RequestCase, draft: DecisionDraft, when: When): Trouble {
  const info = decisionInfo(draft.decision)
  return (
    decisionTrouble(of, info) ??
    recordTrouble(of, info) ??
    (draft.earlier?.from === 'words' ? noEarlierAnswer('draft.earlier') : null) ??
    partsTrouble(draft, info) ??
    factsTrouble(of, draft, info) ??
    thirdPartyTrouble(of, draft, info, when) ??
    givingTrouble(of, draft, info, when)
  )
}

/** The decision belongs to the kind of case, and is one an answer can carry. */
export function decisionTrouble({ kind }: RequestCase, info: DecisionInfo): Trouble {
  return (
    must(
      info.kind === kind,
      'wrong_decision',
      `“${info.label.zh}”不是这一类办件的处理决定，请另选`,
      `"${info.label.en}" is no decision for this kind of case; choose another`,
      'decision',
    ) ??
    must(
      !info.unanswered,
      'wrong_decision',
      `“${info.label.zh}”不以答复书作出，请用相应的结案操作`,
      `"${info.label.en}" is not given by a letter; close the request instead`,
      'decision',
    )
  )
}

/** What must stand on file before the decision can be taken. */
function recordTrouble(of: RequestCase, { id }: DecisionInfo): Trouble {
  if (id === 'does_not_exist') {
    return must(
      of.searches.at(-1)?.found === false,
      'no_search',
      '答复信息不存在的，应当经过检索（条例第三十六条第四项）；请先登记未检索到的检索记录',
      'That it does not exist can be said only after a search (art. 36(4)); record a search that found nothing first',
      'draft.decision',
    )
  }
  if (id === 'unclear_after_correction') {
    return must(
      of.correction?.corrected != null,
      'not_corrected',
      '申请人补正之后仍不明确的，才能这样答复（条例第三十条）；请先告知补正',
      'This is for what is unclear after a correction (art. 30); ask for the correction first',
      'draft.decision',
    )
  }
  if (id !== 'abusive') return null
  return must(
    of.reasons?.noticedOn != null,
    'no_reasons',
    '不予处理之前，应当要求申请人说明理由（条例第三十五条）；请先要求说明理由',
    'Before this the applicant must be asked for reasons (art. 35); ask for them first',
    'draft.decision',
  )
}

/** Where something is withheld: which part, on which ground the decision knows, of which kind, and why (条例37). */
function partsTrouble({ withheld }: DecisionDraft, info: DecisionInfo): Trouble {
  if (info.exemptions.length === 0) {
    return must(
      withheld.length === 0,
      'nothing_withheld',
      `“${info.label.zh}”不含不予公开的部分，请删去，或者改选处理决定`,
      `"${info.label.en}" withholds nothing; remove the parts or choose another decision`,
      'draft.withheld',
    )
  }
  return (
    must(
      withheld.length > 0,
      'no_parts',
      '请写明不予公开的部分，以及每一部分的依据和理由（条例第三十六条第三项、第三十七条）',
      'Say which parts are withheld, and the ground and reason of each (art. 36(3), 37)',
      'draft.withheld',
    ) ?? withheld.reduce<Trouble>((found, part, i) => found ?? partTrouble(part, info, `draft.withheld[${i}]`), null)
  )
}

function partTrouble(part: WithheldPart, info: DecisionInfo, at: string): Trouble {
  const exemption = exemptions[part.exemption]
  const kinds = 'kinds' in exemption ? Object.keys(exemption.kinds) : []
  return (
    must(part.part.trim() !== '', 'blank', '请写明是哪一部分', 'Say which part', `${at}.part`) ??
    must(part.reason.trim() !== '', 'blank', '请写明不予公开的理由', 'Give the reason', `${at}.reason`) ??
    must(
      info.exemptions.includes(part.exemption),
      'wrong_exemption',
      `“${exemption.label.zh}”不是“${info.label.zh}”的依据，请另选依据，或者改选处理决定`,
      `"${exemption.label.en}" is no ground for "${info.label.en}"; choose another ground or decision`,
      `${at}.exemption`,
    ) ??
    must(
      kinds.length === 0 ? part.kind === null : part.kind !== null && kinds.includes(part.kind),
      'wrong_kind_of_exemption',
      kinds.length === 0
        ? `“${exemption.label.zh}”不分情形，请不要选择情形`
        : `请写明属于“${exemption.label.zh}”中的哪一类`,
      kinds.length === 0
        ? `"${exemption.label.en}" has no finer kinds; choose none`
        : `Say which kind of "${exemption.label.en}" it is`,
      `${at}.kind`,
    )
  )
}

/** Facts the record of the case or the withheld parts already tell; the others must be written. */
export function isTold(fact: FactId, of: RequestCase): boolean {
  switch (fact) {
    case 'earlier_answer':
    case 'withheld_parts':
    case 'search_record':
    case 'correction_history':
    case 'danger':
    case 'internal_kind':
    case 'process_kind':
      return true
    case 'consultation_result':
      return thirdParties(of).length > 0
    default:
      return false
  }
}

function factsTrouble(of: RequestCase, draft: DecisionDraft, info: DecisionInfo): Trouble {
  const missing = info.requires.find(fact => !isTold(fact, of) && (draft.facts[fact] ?? '').trim() === '')
  if (missing === undefined) return null
  return must(
    false,
    'fact_missing',
    `“${info.label.zh}”应当写明：${facts[missing].zh}`,
    `"${info.label.en}" must state: ${facts[missing].en}`,
    `draft.facts.${missing}`,
  )
}

function thirdParties(of: RequestCase): readonly Consultation[] {
  return of.consultations.filter(c => c.party === 'third_party')
}

/** To withhold for a third party (条例15, 32) it must have been asked, and must not all have agreed. */
function thirdPartyTrouble(of: RequestCase, draft: DecisionDraft, info: DecisionInfo, when: When): Trouble {
  if (info.exemptions.length === 0 || !draft.withheld.some(part => part.exemption === 'E15')) return null
  const asked = thirdParties(of)
  if (asked.length === 0) {
    return must(
      (draft.facts.consultation_result ?? '').trim() !== '',
      'not_consulted',
      '以保护第三方权益为由不予公开的，应当征求第三方意见（条例第三十二条）；无法征求的，请写明无法征求的事实',
      'To protect a third party it must be consulted (art. 32); where it cannot be, say so and why',
      'draft.facts.consultation_result',
    )
  }
  return (
    must(
      asked.every(c => isConcluded(c, of, when)),
      'consultation_open',
      '征求第三方意见尚未结束，请等待意见或者十五个工作日届满（条例第三十二条）',
      'The third party is still being consulted; wait for its opinion or for the end of its time (art. 32)',
      'draft.decision',
    ) ??
    must(
      asked.some(c => c.answer?.opinion !== 'agree' && c.override === null),
      'third_party_agrees',
      '第三方都同意公开，或者已经认定公共利益，不能以保护第三方权益为由不予公开（条例第十五条、第三十二条）',
      'The third parties agree, or the public interest was found to demand it: this is no ground to withhold (art. 15, 32)',
      'draft.decision',
    )
  )
}

/** To give something out, nobody who must be heard may be waited for, and no well-founded objection stand (条例32, 34). */
function givingTrouble(of: RequestCase, draft: DecisionDraft, info: DecisionInfo, when: When): Trouble {
  if (!info.gives) return null
  const heard = of.consultations.filter(c => c.party !== 'other_organ')
  return (
    must(
      heard.every(c => isConcluded(c, of, when)),
      'consultation_open',
      '征求意见尚未结束，不能决定公开；请等待意见或者十五个工作日届满（条例第三十二条、第三十四条）',
      'A consultation is not over, so nothing can be given out; wait for the opinion or the end of its time (art. 32, 34)',
      'draft.decision',
    ) ??
    must(
      !thirdParties(of).some(c => c.answer?.opinion === 'object_reasoned' && c.override === null) ||
        draft.withheld.some(part => part.exemption === 'E15'),
      'third_party_objects',
      '第三方不同意公开且有合理理由的，不应公开；公共利益需要公开的，请分管领导先作认定（条例第三十二条）',
      'A third party objects with good reason, so it is withheld; where the public interest demands it, the leader finds so first (art. 32)',
      'draft.decision',
    )
  )
}

function isConcluded(consultation: Consultation, of: RequestCase, { today, calendar, rules }: When): boolean {
  const standing = standingOf(consultation, of, today, calendar, rules)
  return standing === 'answered' || standing === 'silent' || standing === 'unreachable'
}
