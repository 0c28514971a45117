/** What an act would do to the clock: carried out in thought only. */
import type { z } from 'zod'
import type { RequestActId } from '../../../domain/request/acts.ts'
import type { ActInputs } from '../../../domain/request/inputs.ts'
import { perform } from '../../../domain/request/perform.ts'
import type { AnswerOf } from '../../../kit/contract.ts'
import { badInput } from '../../../kit/problem.ts'
import { signedIn, type Task } from '../../../kit/routes.ts'
import { uuid7 } from '../../../platform/db/uuid7.ts'
import { actContracts } from '../contract/acts.ts'
import type * as contracts from '../contract/index.ts'
import { shownClock } from './clock-view.ts'
import { reportedYearTrouble } from './reported-year.ts'
import { caseOf } from './run-act.ts'
import { setupOf, staffActor } from './setup.ts'

type PreviewTask = Task<typeof contracts.previewAct>

export async function preview(task: PreviewTask): Promise<AnswerOf<typeof contracts.previewAct>> {
  const { params } = task
  const setup = await setupOf(task, params.agencyId)
  const { case: of } = await caseOf(task, params)
  const { calendar, today, rules } = setup
  const actor = await staffActor(task, params.agencyId, signedIn(task).actor)
  const newId = () => uuid7(task.now.getTime(), task.services.random)
  const input = inputOf(task, of.version, newId)
  const after = perform(of, params.act, input, { today, calendar, rules, actor, newId, numberFor: () => '' })
  const before = shownClock(of, setup)
  const refusal = after.ok ? await reportedYearTrouble(task, setup, [of, after.value]) : after.refusal
  return {
    before,
    after: after.ok && refusal === null ? shownClock(after.value, setup) : null,
    refusal: refusal && { code: refusal.code, says: refusal.says },
  }
}

/** The body as the act itself would take it, with what the program would add. Throws `bad_input`. */
function inputOf({ params, body }: PreviewTask, version: number, newId: () => string): ActInputs[RequestActId] {
  const schema: z.ZodObject = actContracts[params.act].body
  const given = { ...body, version }
  const read = schema.safeParse(given)
  if (!read.success) throw badInput('body', schema, given)
  const { version: _, ...input } = read.data
  const { parts } = input
  const added = {
    ...(params.act === 'consult' && { partyId: newId() }),
    ...(Array.isArray(parts) && { children: parts.slice(1).map(newId) }),
  }
  return { ...input, ...added } as unknown as ActInputs[RequestActId]
}
