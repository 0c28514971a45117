/** What stands against an act before anything is told: the table (state, kind, who), then what the act itself needs. */
import { type Refusal, refuse } from '../../kernel/result.ts'
import { roles } from '../../people/roles.ts'
import type { ActRule } from '../act-rule.ts'
import { actRule, type RequestActId } from '../acts.ts'
import type { RequestCase } from '../case.ts'
import type { ActActor, ActContext } from '../inputs.ts'
import { requestKinds, requestStates } from '../states.ts'
import { must, type Trouble } from './step.ts'
import { steps } from './steps.ts'

/** Why the act cannot be done now by this actor, whatever is entered; null where it can. */
export function whyNot(before: RequestCase, act: RequestActId, context: ActContext): Refusal | null {
  const rule = actRule(act)
  const found =
    wrongState(rule, before) ??
    wrongKind(rule, before) ??
    wrongActor(rule, context.actor) ??
    notInHand(rule, act, before, context.actor) ??
    steps[act].ready?.(before, context)
  return found?.refusal ?? null
}

function wrongState(rule: ActRule, { state }: RequestCase): Trouble {
  if (rule.from.includes(state)) return null
  const [now, from] = [requestStates[state].label, rule.from.map(id => requestStates[id].label)]
  return refuse('wrong_state', {
    zh: `现在是“${now.zh}”，不能“${rule.label.zh}”；${from.map(l => `“${l.zh}”`).join('')}时才能办理，请刷新页面`,
    en: `It is at "${now.en}", where "${rule.label.en}" cannot be done, only at: ${from.map(l => l.en).join(', ')}; reload`,
  })
}

function wrongKind(rule: ActRule, { kind }: RequestCase): Trouble {
  if (rule.kinds?.includes(kind) ?? true) return null
  const label = requestKinds[kind]
  return refuse('wrong_kind', {
    zh: `“${label.zh}”没有“${rule.label.zh}”这一步，请选择其他操作`,
    en: `"${rule.label.en}" is no step of "${label.en}"; choose another`,
  })
}

function wrongActor(rule: ActRule, actor: ActActor): Trouble {
  if (actor.kind !== 'staff') return rule.who.includes(actor.kind) ? null : refuse('no_role', notFor(rule, '', ''))
  if (actor.roles.some(({ role }) => rule.who.includes(role))) return null
  const held = actor.roles.map(({ role }) => roles[role].label)
  const [zh, en] = [held.map(l => l.zh).join('、') || '无', held.map(l => l.en).join(', ') || 'none']
  return refuse('no_role', notFor(rule, `。您的角色：${zh}`, `. Your roles: ${en}`))
}

function notFor({ says }: ActRule, zh: string, en: string) {
  return { zh: `${says.zh}${zh}`, en: `${says.en}${en}` }
}

/** Acts of a section on what it was asked, not on what it has in hand. */
const acrossSections: readonly RequestActId[] = ['claim', 'sendBack', 'answerSection']

/** Who is only a drafter acts on what lies with the drafter's own section (条例45). */
function notInHand(rule: ActRule, act: RequestActId, { place }: RequestCase, actor: ActActor): Trouble {
  if (actor.kind !== 'staff' || acrossSections.includes(act)) return null
  const held = actor.roles.filter(({ role }) => rule.who.includes(role))
  if (!held.every(({ role }) => role === 'drafter')) return null
  const own = place !== null && (place.handlerId === actor.accountId || isOf(place.sectionId, actor.sectionId))
  return must(
    own,
    'not_in_hand',
    '这一件不由您所在的科室承办，请先由工作机构分派，或者由承办科室办理',
    'Your section does not have it in hand; have the office assign it, or leave it to the section that has',
  )
}

function isOf(section: string | null, own: string | null): boolean {
  return section !== null && section === own
}
