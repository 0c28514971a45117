/** Carries out an act on a request, or refuses it in a sentence. Pure: the caller loads, saves and records. */
import type { Result } from '../kernel/result.ts'
import type { RequestActId } from './acts.ts'
import type { RequestCase } from './case.ts'
import type { ActContext, InputOfAct } from './inputs.ts'

/**
 * The case after the act. Refused where the state, the actor, or what the law asks for stands against it; `at` names
 * the part of the input at fault. Never throws for what a person can do.
 */
export type Perform = <A extends RequestActId>(
  before: RequestCase,
  act: A,
  input: InputOfAct<A>,
  context: ActContext,
) => Result<RequestCase>
