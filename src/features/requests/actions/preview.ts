/** What an act would do to the clock and to what is counted: carried out in thought only. */
import type { z } from 'zod'
import type { LocalDate } from '../../../domain/kernel/date.ts'
import type { Said } from '../../../domain/kernel/lang.ts'
import type { RequestActId } from '../../../domain/request/acts.ts'
import type { RequestCase } from '../../../domain/request/case.ts'
import type { ActInputs } from '../../../domain/request/inputs.ts'
import { perform } from '../../../domain/request/perform.ts'
import type { AnswerOf } from '../../../kit/contract.ts'
import { badInput } from '../../../kit/problem.ts'
import { signedIn, type Task } from '../../../kit/routes.ts'
import { uuid7 } from '../../../platform/db/uuid7.ts'
import { actContracts } from '../contract/acts.ts'
import type * as contracts from '../contract/index.ts'
import { shownClock } from './clock-view.ts'
import { lineSaid } from './lines.ts'
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
  const stands = after.ok && refusal === null ? after.value : null
  return {
    before,
    after: stands && shownClock(stands, setup),
    notes: stands && params.act === 'split' ? splitNotes(of, stands, today) : [],
    refusal: refusal && { code: refusal.code, says: refusal.says },
  }
}

/** Where the parts split off will be counted: the officer is to know before which rows of which year change (D§3.9). */
function splitNotes(before: RequestCase, after: RequestCase, today: LocalDate): Said[] {
  if (before.kind !== 'request' || before.receivedOn === null) return []
  const [year, of] = [Number(today.slice(0, 4)), Number(before.receivedOn.slice(0, 4))]
  const parts = after.links.splitInto.length - before.links.splitInto.length
  const row = lineSaid('new', year)
  const stays = {
    zh: `；${of} 年收到的仍是 1 件，该年度的数字不变`,
    en: `; of ${of}, when it came in, nothing changes`,
  }
  return [
    {
      zh: `拆出的 ${parts} 件自拆分之日起计数：${year} 年表三“${row.zh}”增加 ${parts} 件${of < year ? stays.zh : ''}`,
      en: `The ${parts} split off count from today: ${parts} more in "${row.en}" of table 3 of ${year}${of < year ? stays.en : ''}`,
    },
  ]
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
