/** Lists files kept long enough; gives a new code where one was lost. */
import { keptUntil, overBefore } from '../../../domain/request/retention.ts'
import type { AnswerOf } from '../../../kit/contract.ts'
import { pageFrom } from '../../../kit/paging.ts'
import type { Done, Task } from '../../../kit/routes.ts'
import { hashCode, newCode } from '../../../platform/crypto/codes.ts'
import { heldCase } from '../actions/run-act.ts'
import { setupOf } from '../actions/setup.ts'
import type * as contracts from '../contract/keeping.ts'
import { archivedBefore, saveCode } from '../store/keeping.ts'
import type { KeptRequest } from '../store/requests.ts'
import { subjectOf } from '../store/timeline.ts'

/** Nothing is deleted here: what becomes of a file is decided by people, after appraisal. */
export async function retention(
  task: Task<typeof contracts.listRetention>,
): Promise<AnswerOf<typeof contracts.listRetention>> {
  const { tx, params, query } = task
  const { today, settings } = await setupOf(task, params.agencyId)
  const years = settings['request.retentionYears']
  const rows = await archivedBefore(tx, params.agencyId, overBefore(today, years), query)
  const page = pageFrom(
    rows.flatMap(row => fileOf(row, years)),
    query.limit,
    ({ closedOn, id }) => [closedOn, id],
    item => item,
  )
  return { ...page, years }
}

function fileOf({ case: of }: KeptRequest, years: number): contracts.OverdueFile[] {
  const { id, number, wanted, kind, closing, archivedOn } = of
  if (closing === null) return []
  return [
    {
      id,
      number,
      title: wanted.title,
      kind,
      closedOn: closing.on,
      archivedOn,
      keptUntil: keptUntil(closing.on, years),
    },
  ]
}

/** The former code ends at once, in every browser that still holds it. */
export async function giveCode(
  task: Task<typeof contracts.newCode>,
): Promise<Done<AnswerOf<typeof contracts.newCode>>> {
  const { tx, now, services, params, body } = task
  const { case: of } = await heldCase(task, params)
  const queryCode = newCode(services.random)
  await saveCode(tx, of, { codeHash: hashCode(queryCode), updatedAt: now })
  const { asker, proof } = body
  return {
    answer: { number: of.number, queryCode },
    record: [{ subject: subjectOf(of.id), data: { asker, proof } }],
  }
}
