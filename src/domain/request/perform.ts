/** Carries out an act on a request, or refuses it in a sentence. Pure: the caller loads, saves and records. */
import { done, type Result } from '../kernel/result.ts'
import { type RequestActId, requestActIds } from './acts.ts'
import type { RequestCase } from './case.ts'
import type { ActContext, InputOfAct } from './inputs.ts'
import { whyNot } from './performing/guard.ts'
import type { Step } from './performing/step.ts'
import { steps } from './performing/steps.ts'

/**
 * The case after the act, its version one higher. Refused where the state, the actor, or what the law asks for stands
 * against it; `at` names the part of the input at fault. Never throws for what a person can do.
 */
export type Perform = <A extends RequestActId>(
  before: RequestCase,
  act: A,
  input: InputOfAct<A>,
  context: ActContext,
) => Result<RequestCase>

export const perform: Perform = <A extends RequestActId>(
  before: RequestCase,
  act: A,
  input: InputOfAct<A>,
  context: ActContext,
) => {
  const refusal = whyNot(before, act, context)
  if (refusal) return { ok: false, refusal }
  const step: Step<A> = steps[act]
  const after = step.apply(before, input, context)
  return after.ok ? done({ ...after.value, version: before.version + 1 }) : after
}

/** The acts this actor may do on this case today: the guards of `perform` read backwards. */
export function allowedActs(of: RequestCase, context: ActContext): readonly RequestActId[] {
  return requestActIds.filter(act => whyNot(of, act, context) === null)
}
