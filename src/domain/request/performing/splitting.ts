/** One request for each matter (办法4), and several of one applicant made one. */
import { done } from '../../kernel/result.ts'
import type { RequestCase } from '../case.ts'
import type { InputOfAct } from '../inputs.ts'
import { byAnotherHead, closed, withRecord } from './ending.ts'
import { must, reasonCalled, type Steps, type Trouble, written } from './step.ts'
import { noTurnLetter } from './turn.ts'

export const splittingSteps: Steps<'split' | 'merge'> = {
  split: {
    ready: before => nothingBegun(before) ?? noTurnLetter(before),
    apply: (before, input) => {
      const [first] = input.parts
      const found = parts(before, input)
      if (found || !first) return found ?? done(before)
      return done({
        ...before,
        wanted: { ...before.wanted, title: first.title, features: first.features },
        links: { ...before.links, splitInto: [...before.links.splitInto, ...input.children] },
      })
    },
  },
  merge: {
    ready: byAnotherHead,
    apply: (before, { into, number, reason }, context) =>
      written({ into: [into, { zh: '并入的申请', en: 'the request it goes into' }], reason: [reason, reasonCalled] }) ??
      must(
        into !== before.id,
        'into_itself',
        '不能并入自身，请另选一件',
        'A request cannot go into itself; choose another',
        'into',
      ) ??
      done({
        ...withRecord(
          closed(before, { decision: 'otherwise_closed', on: context.today, note: mergedNote(number, reason) }),
          context,
        ),
        links: { ...before.links, mergedInto: into },
      }),
  },
}

/** What the notice of closing says (D15): where the applicant finds it again. */
function mergedNote(number: string, reason: string): string {
  return `并入受理号 ${number} 的申请一并办理：${reason}`
}

/** What was begun for the whole cannot be told apart afterwards: whose consultation, whose fee, whose period. */
function nothingBegun(of: RequestCase): Trouble {
  const begun =
    of.consultations.length > 0 ||
    of.fee !== null ||
    of.extension !== null ||
    of.reasons !== null ||
    of.delayedUntil !== null
  return must(
    !begun,
    'begun',
    '已经征求意见、收费、延期或者要求说明理由的申请不再拆分，请在一份答复中分项答复',
    'What was consulted on, charged, extended or asked reasons for is not split any more; answer its parts in one letter',
  )
}

function parts({ id }: RequestCase, { parts, children }: InputOfAct<'split'>): Trouble {
  const blank = parts.findIndex(part => part.title.trim() === '')
  return (
    must(parts.length > 1, 'one_part', '拆分至少要有两项', 'A split needs at least two parts', 'parts') ??
    must(blank < 0, 'blank', '请填写每一项的名称', 'Give each part its title', `parts[${blank}].title`) ??
    must(
      children.length === parts.length - 1 && new Set([id, ...children]).size === parts.length,
      'children',
      '除第一项外，每一项应当有一个新的编号',
      'Each part but the first needs an id of its own',
      'children',
    )
  )
}
