/** Papers looked over for personal and hidden data, shown page by page, redacted into a copy; the original stays. */
import type { AnswerOf, InputOf } from '../../../kit/contract.ts'
import { changedMeanwhile, refused } from '../../../kit/problem.ts'
import {
  type Acting,
  type Beforehand,
  type Done,
  type Entry,
  type Reading,
  signedIn,
  type Task,
} from '../../../kit/routes.ts'
import type { RedactedType } from '../../../platform/documents/redact/index.ts'
import { truthfulName, type UploadKindId } from '../../../platform/storage/upload-kinds.ts'
import type * as contracts from '../contract/index.ts'
import type { PagePicture, RedactedCopy, Scanned } from '../materials/jobs.ts'
import type { MaterialReader } from '../materials/reader.ts'
import { changePaper, type PaperRow } from '../store/papers.ts'
import { subjectOf } from '../store/timeline.ts'
import { notLookable, paperWord } from '../words.ts'
import { filePaper, openPaper } from './keep-paper.ts'
import { mustBeOpenFile } from './paper-rules.ts'
import { entryOf, paperOf } from './papers.ts'
import { caseOf, heldCase } from './run-act.ts'
import { type Call, officeWays, type Setup, setupOf } from './setup.ts'
import { shownPaper } from './shown-paper.ts'

type Place = InputOf<typeof contracts.scanPaper>['params']

/** Formats that can be looked into, by how papers are kept. */
const lookable = { pdf: 'pdf', docx: 'docx', xlsx: 'xlsx', jpg: 'jpeg', png: 'png' } as const satisfies {
  readonly [K in UploadKindId]?: RedactedType
}
type Lookable = keyof typeof lookable
const isLookable = (type: string): type is Lookable => Object.hasOwn(lookable, type)
const keptAs = (type: RedactedType): Lookable => (type === 'jpeg' ? 'jpg' : type)

/** What came of a paper, and which it was: the file may be another, or gone, by the time that is kept. */
interface Found<T> {
  readonly of: Pick<PaperRow, 'sha256'>
  readonly made: T
}

/** Counts of what was found are kept with the paper; the values are not. */
export const scanPaper = (reader: MaterialReader): Reading<typeof contracts.scanPaper, Found<Scanned>> => ({
  before: beforehand =>
    lookedInto(beforehand, ({ bytes, type, setup }) =>
      reader.ask<'scan'>({ do: 'scan', bytes, type, allowed: officeWays(setup) }),
    ),
  work: async (task, found) => {
    const { hits, hidden, unread, pages } = found.made
    await changePaper(task.tx, await sameAs(task, found), { found: countsOf(hits), pages: pages === 0 ? null : pages })
    return { hits, hidden, unread, pages }
  },
  recorded: recordLook,
})

export const paperPage = (reader: MaterialReader): Reading<typeof contracts.paperPage, Found<PagePicture>> => ({
  before: beforehand =>
    lookedInto(beforehand, ({ bytes, type }) =>
      reader.ask<'page'>({ do: 'page', bytes, type, page: beforehand.params.page }),
    ),
  work: async (task, found) => {
    await sameAs(task, found)
    const { mime, bytes, width, height } = found.made
    return { type: mime, image: Buffer.from(bytes).toString('base64'), width, height }
  },
  recorded: recordLook,
})

export const redactPaper = (reader: MaterialReader): Acting<typeof contracts.redactPaper, Found<RedactedCopy>> => ({
  before: beforehand =>
    lookedInto(beforehand, ({ bytes, type }) =>
      reader.ask<'redact'>({ do: 'redact', bytes, type, ...beforehand.body }),
    ),
  work: keepCopy,
})

async function keepCopy(
  task: Task<typeof contracts.redactPaper>,
  found: Found<RedactedCopy>,
): Promise<Done<AnswerOf<typeof contracts.redactPaper>>> {
  const { tx, now, services, params } = task
  const { agencyId, requestId } = params
  mustBeOpenFile((await heldCase(task, params)).case)
  const row = await sameAs(task, found)
  const setup = await setupOf(task, agencyId)
  const { made } = found
  const { accountId } = signedIn(task).actor
  const filing = { tx, now, services, keys: setup.keys, agencyId, requestId, accountId, fromId: row.id }
  const copy = await filePaper(filing, {
    kind: 'redacted',
    name: truthfulName(keptAs(made.type), copyName(row.name)),
    bytes: Buffer.from(made.bytes),
    type: keptAs(made.type),
    scan: 'made_here',
  })
  const { notFound, notes } = made
  const answer = { ...shownPaper(copy, { [accountId]: signedIn(task).name }), notFound, notes }
  return { answer, record: [entryOf(copy)] }
}

/** Who looked into which paper: its content was shown (个保法51). */
function recordLook({ params }: { readonly params: Place & { readonly page?: number } }): Entry[] {
  const { requestId, paperId, page } = params
  return [{ subject: subjectOf(requestId), data: { paperId, ...(page !== undefined && { page }) } }]
}

interface Opened {
  readonly bytes: Uint8Array
  readonly type: RedactedType
  readonly setup: Setup
}

type Looking =
  | Beforehand<typeof contracts.scanPaper>
  | Beforehand<typeof contracts.paperPage>
  | Beforehand<typeof contracts.redactPaper>

/**
 * Takes a paper out and has something done with it, holding nothing meanwhile: that can take as long as its process is
 * let live. Throws a Problem where there is no such paper, or its format cannot be looked into.
 */
async function lookedInto<T>({ look, params, services }: Looking, make: (opened: Opened) => Promise<T>) {
  const { row, type, setup } = await look(async call => {
    await caseOf(call, params)
    const found = await paperOf(call, params)
    if (!isLookable(found.type)) throw refused(notLookable)
    return { row: found, type: lookable[found.type], setup: await setupOf(call, params.agencyId) }
  })
  const made = await make({ type, setup, bytes: await openPaper(services, setup.keys, row) })
  return { of: row, made }
}

/** The paper as it now is. Throws `not_found` where it was removed, `changed_meanwhile` where it is another file. */
async function sameAs({ tx, params }: Pick<Call, 'tx'> & { params: Place }, { of }: Found<unknown>): Promise<PaperRow> {
  const row = await paperOf({ tx }, params)
  if (row.sha256 !== of.sha256) throw changedMeanwhile(paperWord)
  return row
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
