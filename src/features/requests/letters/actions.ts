/** Letters looked at, edited, previewed and taken as files; forms of the case printed. */

import type { LetterBlock } from '../../../domain/letter/letter.ts'
import type { DecisionDraft } from '../../../domain/request/case.ts'
import { decisionInfo } from '../../../domain/request/decision-info.ts'
import type { AnswerOf } from '../../../kit/contract.ts'
import { notFound, refused, refusedInput } from '../../../kit/problem.ts'
import { type Done, type Entry, signedIn, type Task } from '../../../kit/routes.ts'
import { checked } from '../actions/checks.ts'
import { earlierGiven } from '../actions/earlier-answer.ts'
import { caseOf, heldCase } from '../actions/run-act.ts'
import { type Call, type Setup, setupOf, staffActor } from '../actions/setup.ts'
import { triedAct } from '../actions/tried.ts'
import type * as contracts from '../contract/index.ts'
import { letterById, putLetter } from '../store/letters.ts'
import type { KeptRequest } from '../store/requests.ts'
import { subjectOf } from '../store/timeline.ts'
import { letterPdfFor } from '../templates/in-force.ts'
import { letterWord, noDraft, notDrafted } from '../words.ts'
import { fileOfLetter, issuedLetter } from './files.ts'
import { printedForm } from './forms.ts'
import { editsOf } from './issue.ts'
import { type Made, madeLetter } from './made.ts'
import { openCase } from './open.ts'
import { shownSignature } from './signing.ts'
import { isLetterId, letterTitle } from './titles.ts'

type Shown = AnswerOf<typeof contracts.getLetter>
type LetterTask = Task<typeof contracts.getLetter> | Task<typeof contracts.editLetter>

export async function getLetter(task: Task<typeof contracts.getLetter>): Promise<Shown> {
  const kept = await caseOf(task, task.params)
  return shownLetter(task, await setupOf(task, task.params.agencyId), kept, task.params.letterId)
}

/** Only a letter to be issued is edited, and only where the law leaves the words to the agency. */
export async function editLetter(task: Task<typeof contracts.editLetter>): Promise<Done<Shown>> {
  const { params, body, tx, now } = task
  const kept = await heldCase(task, params)
  const { entry, row } = await letterOf(task, kept, params.letterId)
  if (entry.state !== 'drafted' || !row) throw refused(notDrafted)
  const setup = await setupOf(task, params.agencyId)
  // What was edited before stays, unless it is written anew.
  const edits = { ...editsOf(row), ...body.edits }
  const made = await madeNow(task, setup, kept, { ...entry, edits })
  const [first, ...more] = made.letter ? made.troubles : []
  if (first) throw refusedInput('body', [first, ...more])
  await putLetter(tx, { ...row, edits, version: row.version + 1, updatedAt: now })
  const data = { letterId: entry.id, letter: entry.letter, blocks: Object.keys(body.edits).length }
  return {
    answer: await shownLetter(task, setup, kept, params.letterId),
    record: [{ subject: subjectOf(params.requestId), data }],
  }
}

/** The answer as it would be sent now. */
export async function previewDraft(task: Task<typeof contracts.previewDraft>): Promise<Shown> {
  const kept = await caseOf(task, task.params)
  const { draft } = kept.case
  if (!draft) throw refused(noDraft)
  return shownDraft(task, await setupOf(task, task.params.agencyId), kept, draft)
}

/** The same from what is typed: saved in thought only. Told at its field what could not be saved. */
export async function tryDraft(task: Task<typeof contracts.tryDraft>): Promise<Shown> {
  const { params, body } = task
  const kept = await caseOf(task, params)
  const setup = await setupOf(task, params.agencyId)
  const trouble = await checked(task, kept, 'saveDraft', body)
  if (trouble) throw refusedInput('body', [trouble])
  const earlier = await earlierGiven(task, kept, body)
  if (!earlier.ok) throw refusedInput('body', [earlier.refusal])
  const actor = await staffActor(task, params.agencyId, signedIn(task).actor)
  const tried = triedAct(task, setup, kept.case, { act: 'saveDraft', body, actor }, { earlier: earlier.value })
  if (!tried.ok) throw refusedInput('body', [tried.refusal])
  if (!tried.value.draft) throw refused(noDraft)
  return shownDraft(task, setup, { ...kept, case: tried.value }, tried.value.draft)
}

async function shownDraft(
  call: Call,
  setup: Setup,
  kept: KeptRequest,
  { decision, edits }: Pick<DecisionDraft, 'decision' | 'edits'>,
): Promise<Shown> {
  const { letter } = decisionInfo(decision)
  if (letter === null) throw refused(noDraft)
  const about = { to: 'applicant', about: null, number: null } as const
  const made = await madeNow(call, setup, kept, { ...about, letter, edits })
  return shown({ id: kept.case.id, letter, number: null, state: 'drafted' }, made, null)
}

interface ToMake {
  readonly letter: string
  readonly to: KeptRequest['case']['letters'][number]['to']
  readonly about: string | null
  readonly number: string | null
  readonly edits: Readonly<Record<string, string>>
}

async function madeNow(call: Call, setup: Setup, kept: KeptRequest, { letter, ...rest }: ToMake): Promise<Made> {
  if (!isLetterId(letter)) return { letter: null, troubles: [] }
  return madeLetter(setup, await openCase(call, setup, kept), { ...rest, letter, date: setup.today })
}

async function letterOf({ tx }: Pick<LetterTask, 'tx'>, { case: of }: KeptRequest, letterId: string) {
  const entry = of.letters.find(({ id }) => id === letterId)
  if (!entry) throw notFound(letterWord)
  return { entry, row: await letterById(tx, of.agencyId, of.id, letterId) }
}

async function shownLetter(call: Call, setup: Setup, kept: KeptRequest, letterId: string): Promise<Shown> {
  const { entry, row } = await letterOf(call, kept, letterId)
  const issued = row && issuedLetter(setup, row)
  const made = issued
    ? { letter: issued, troubles: [] }
    : await madeNow(call, setup, kept, { ...entry, edits: editsOf(row) })
  const pdf = async () => row && ((await fileOfLetter(call, setup, row, 'pdf'))?.bytes ?? null)
  const signature = await shownSignature(call.services, row, pdf)
  return { ...shown(entry, made, row?.recallUntil ?? null), signature }
}

function shown(
  { id, letter, number, state }: { id: string; letter: string; number: string | null; state: string },
  { letter: made, troubles }: Made,
  recallUntil: Date | null,
): Shown {
  return {
    ...{ id, letter, number, state },
    title: made ? `${made.title.agency}${made.title.kind}` : letterTitle(letter).zh,
    addressee: made?.addressee ?? '',
    blocks: (made?.blocks ?? []).map(shownBlock),
    remedy: (made?.remedy ?? []).map(({ text }) => text),
    signer: made?.signer ?? '',
    date: made?.date ?? null,
    troubles: troubles.map(({ says }) => says),
    recallUntil: recallUntil?.toISOString() ?? null,
    signature: null,
  }
}

function shownBlock(block: LetterBlock): Shown['blocks'][number] {
  const { id, kind, locked } = block
  if (block.kind === 'paragraph') return { id, kind, locked, text: block.text, rows: null }
  if (block.kind === 'list') return { id, kind, locked, text: block.items.join('\n'), rows: null }
  const rows = block.table.rows.map(row => row.map(cell => cell.text))
  return { id, kind, locked, text: block.table.name, rows }
}

export async function letterFile(
  task: Task<typeof contracts.letterFile>,
): Promise<AnswerOf<typeof contracts.letterFile>> {
  const { params } = task
  const { row } = await letterOf(task, await caseOf(task, params), params.letterId)
  const setup = await setupOf(task, params.agencyId)
  const file = row && (await fileOfLetter(task, setup, row, params.format))
  if (!file) throw notFound(letterWord)
  return file
}

export function recordLetterFile({ params }: Pick<Task<typeof contracts.letterFile>, 'params'>): Entry[] {
  return [{ subject: subjectOf(params.requestId), data: { letterId: params.letterId, format: params.format } }]
}

/** A form or record from the case as it is now. Told what it lacks where it cannot be made. */
export async function letterForm(
  task: Task<typeof contracts.letterForm>,
): Promise<AnswerOf<typeof contracts.letterForm>> {
  const { params, query, tx, now } = task
  const { agencyId, code } = params
  const setup = await setupOf(task, agencyId)
  const kept = await caseOf(task, params)
  const made = printedForm(setup, await openCase(task, setup, kept), code, query.about)
  if (!made.ok) {
    const [first = noDraft, ...more] = made.refusals
    throw refusedInput('query', [first, ...more])
  }
  const bytes = await letterPdfFor(tx, agencyId, made.value, { made: now })
  return { name: `${kept.case.number}${made.value.title.kind}.pdf`, type: 'application/pdf', bytes }
}

export function recordForm({ params, query }: Pick<Task<typeof contracts.letterForm>, 'params' | 'query'>): Entry[] {
  const about = query.about === undefined ? {} : { about: query.about }
  return [{ subject: subjectOf(params.requestId), data: { letter: params.code, ...about } }]
}
