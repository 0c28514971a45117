/** Papers looked over for personal and hidden data, shown page by page, redacted into a copy; the original stays. */
import type { AnswerOf, InputOf } from '../../../kit/contract.ts'
import { refused } from '../../../kit/problem.ts'
import { type Done, type Entry, signedIn, type Task } from '../../../kit/routes.ts'
import type { RedactedType } from '../../../platform/documents/redact/index.ts'
import { truthfulName, type UploadKindId } from '../../../platform/storage/upload-kinds.ts'
import type * as contracts from '../contract/index.ts'
import type { Scanned } from '../materials/jobs.ts'
import type { MaterialReader } from '../materials/reader.ts'
import { changePaper, type PaperRow } from '../store/papers.ts'
import { subjectOf } from '../store/timeline.ts'
import { notLookable } from '../words.ts'
import { filePaper, openPaper } from './keep-paper.ts'
import { entryOf, paperOf } from './papers.ts'
import { caseOf, heldCase } from './run-act.ts'
import { type Call, officeWays, type Setup, setupOf } from './setup.ts'
import { type ShownPaper, shownPaper } from './shown-paper.ts'

type Place = InputOf<typeof contracts.scanPaper>['params']
type Scan = AnswerOf<typeof contracts.scanPaper>

/** Formats that can be looked into, by how papers are kept. */
const lookable = { pdf: 'pdf', docx: 'docx', xlsx: 'xlsx', jpg: 'jpeg', png: 'png' } as const satisfies {
  readonly [K in UploadKindId]?: RedactedType
}
type Lookable = keyof typeof lookable
const isLookable = (type: string): type is Lookable => Object.hasOwn(lookable, type)
const keptAs = (type: RedactedType): Lookable => (type === 'jpeg' ? 'jpg' : type)

/** Counts of what was found are kept with the paper; the values are not. */
export async function scanPaper(task: Task<typeof contracts.scanPaper>, reader: MaterialReader): Promise<Scan> {
  await caseOf(task, task.params)
  const { row, bytes, type, setup } = await opened(task, task.params)
  const { hits, hidden, pages } = await reader.ask<'scan'>({ do: 'scan', bytes, type, allowed: officeWays(setup) })
  await changePaper(task.tx, row, { found: countsOf(hits), pages: pages === 0 ? null : pages })
  return { hits, hidden, pages }
}

export async function paperPage(
  task: Task<typeof contracts.paperPage>,
  reader: MaterialReader,
): Promise<AnswerOf<typeof contracts.paperPage>> {
  await caseOf(task, task.params)
  const { bytes, type } = await opened(task, task.params)
  const drawn = await reader.ask<'page'>({ do: 'page', bytes, type, page: task.params.page })
  const { mime, width, height } = drawn
  return { type: mime, image: Buffer.from(drawn.bytes).toString('base64'), width, height }
}

export async function redactPaper(
  task: Task<typeof contracts.redactPaper>,
  reader: MaterialReader,
): Promise<Done<ShownPaper>> {
  const { tx, now, services, params, body } = task
  const { agencyId, requestId } = params
  await heldCase(task, params)
  const { row, bytes, type, setup } = await opened(task, params)
  const made = await reader.ask<'redact'>({ do: 'redact', bytes, type, ...body })
  const { accountId } = signedIn(task).actor
  const filing = { tx, now, services, keys: setup.keys, agencyId, requestId, accountId, fromId: row.id }
  const copy = await filePaper(filing, {
    kind: 'redacted',
    name: truthfulName(keptAs(made.type), copyName(row.name)),
    bytes: Buffer.from(made.bytes),
    type: keptAs(made.type),
    scan: 'made_here',
  })
  return { answer: shownPaper(copy, { [accountId]: signedIn(task).name }), record: [entryOf(copy)] }
}

/** Who looked into which paper: its content was shown (个保法51). */
export function recordLook({ params }: { readonly params: Place & { readonly page?: number } }): Entry[] {
  const { requestId, paperId, page } = params
  return [{ subject: subjectOf(requestId), data: { paperId, ...(page !== undefined && { page }) } }]
}

interface Opened {
  readonly row: PaperRow
  readonly bytes: Uint8Array
  readonly type: RedactedType
  readonly setup: Setup
}

/** Throws a Problem where there is no such paper, or its format cannot be looked into. */
async function opened(call: Call, params: Place): Promise<Opened> {
  const row = await paperOf(call, params)
  const { type } = row
  if (!isLookable(type)) throw refused(notLookable)
  const setup = await setupOf(call, params.agencyId)
  return { row, type: lookable[type], setup, bytes: await openPaper(call.services, setup.keys, row) }
}

function countsOf(hits: Scanned['hits']) {
  const kinds = new Map<string, { kind: string; label: Scanned['hits'][number]['label']; count: number }>()
  for (const { kind, label } of hits) {
    const known = kinds.get(kind)
    kinds.set(kind, { kind, label, count: (known?.count ?? 0) + 1 })
  }
  return [...kinds.values()]
}

/** `名册.pdf` becomes `名册（处理后）.pdf`. */
function copyName(name: string): string {
  return name.replace(/(\.[^.]*)?$/, ending => `（处理后）${ending}`)
}
