import { expect, test } from 'vitest'
import { addDays } from '../../src/domain/kernel/date.ts'
import { requestActIds } from '../../src/domain/request/acts.ts'
import { decisionIds, decisionInfo } from '../../src/domain/request/decision-info.ts'
import { requestStateIds } from '../../src/domain/request/states.ts'
import { seeded } from '../oracle/random-histories.ts'
import { nightly, progressOf } from '../support/nightly.ts'
import { wrongCase, wrongSteps, wrongTime, wrongWaits } from './invariants.ts'
import { below } from './random-inputs.ts'
import { type Stepped, tried, walk } from './walker.ts'

const STEPS = 100_000 * nightly

test(`requests keep the law over ${STEPS} acts at random`, { timeout: 240_000 * nightly }, () => {
  const random = seeded(20261128)
  const done = new Map<string, number>()
  const progress = progressOf('acts at random', STEPS)
  let steps = 0
  walk(seeded(3), STEPS, step => {
    progress(++steps)
    const wrong = [...wrongAnswer(step), ...wrongOffer(step, random), ...wrongAfter(step, random)]
    if (wrong.length > 0) expect.fail(`${wrong.join('; ')}\n${JSON.stringify(step, null, 1)}`)
    if (!step.result.ok) return
    const { state, closing, kind } = step.result.value
    count(done, step.act, state, `${kind} ${state}`, ...(closing && state === 'answered' ? [closing.decision] : []))
  })
  const seldom = (names: readonly string[], least: number) => names.filter(name => (done.get(name) ?? 0) < least)
  expect(seldom([...requestActIds, ...requestStateIds], 20)).toEqual([])
  const drafted = decisionIds.filter(id => !decisionInfo(id).unanswered)
  expect(seldom(drafted, 1)).toEqual([])
})

/** A refusal is a sentence in both languages. It names a field unless it stands against the act whatever is entered. */
function wrongAnswer({ result, allowed, act }: Stepped): string[] {
  if (result.ok) return allowed.includes(act) ? [] : [`did ${act}, which was not offered`]
  const { says, at, code } = result.refusal
  if (says.zh.length < 5 || says.en.length < 5 || /undefined|null|NaN/.test(says.zh + says.en))
    return [`says ${says.zh}`]
  if (allowed.includes(act) !== (at !== undefined)) return [`${code} at ${at}, and ${act} is in ${allowed.join(' ')}`]
  return []
}

/** What is offered is what would not be refused whatever is entered: held against an act at random. */
function wrongOffer({ before, context, allowed }: Stepped, random: () => number): string[] {
  const act = requestActIds[below(random, requestActIds.length)] ?? 'confirm'
  const { result } = tried(before, act, context, random)
  const standsAgainst = !result.ok && result.refusal.at === undefined
  return allowed.includes(act) === standsAgainst ? [`${act} is offered wrongly`] : []
}

function wrongAfter({ before, act, context, result }: Stepped, random: () => number): string[] {
  if (!result.ok) return []
  const after = result.value
  const later = random() < 0.3 ? [addDays(context.today, below(random, 40))] : []
  return [
    ...wrongSteps(before, act, after),
    ...wrongCase(after),
    ...wrongTime(after, context.today),
    ...later.flatMap(day => wrongTime(after, day)),
    ...wrongWaits(after, context.today, context.rules),
  ]
}

function count(of: Map<string, number>, ...names: readonly string[]): void {
  for (const name of names) of.set(name, (of.get(name) ?? 0) + 1)
}
