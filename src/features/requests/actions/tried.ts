/** An act carried out in thought: whether it could be done, with nothing taken and nothing kept. */
import type { Result } from '../../../domain/kernel/result.ts'
import type { RequestActId } from '../../../domain/request/acts.ts'
import type { RequestCase } from '../../../domain/request/case.ts'
import type { ActInputs } from '../../../domain/request/inputs.ts'
import { perform } from '../../../domain/request/perform.ts'
import { uuid7 } from '../../../platform/db/uuid7.ts'
import type { Asked } from './perform-act.ts'
import type { Call, Setup } from './setup.ts'

export function triedAct<A extends RequestActId>(
  { now, services }: Call,
  { today, calendar, rules }: Setup,
  before: RequestCase,
  { act, body, actor }: Asked<A>,
  added: Partial<ActInputs[A]> = {},
): Result<RequestCase> {
  const newId = () => uuid7(now.getTime(), services.random)
  return perform(before, act, { ...body, ...added } as unknown as ActInputs[A], {
    ...{ today, calendar, rules, actor, newId },
    numberFor: () => '',
  })
}
