/** The whole case in one archive, for the archives and for courts: every file with its hash. */
import { createHash } from 'node:crypto'
import { strToU8, type Zippable, zipSync } from 'fflate'
import type { LetterFacts } from '../../../domain/letter/facts.ts'
import type { AnswerOf } from '../../../kit/contract.ts'
import { dayOf } from '../../../kit/days.ts'
import type { Entry, Task } from '../../../kit/routes.ts'
import { csv } from '../../../paper/csv.ts'
import type * as contracts from '../contract/index.ts'
import { defined, type OpenCase } from '../letters/facts.ts'
import { fileOfLetter, letterFormats } from '../letters/files.ts'
import { type PrintedForm, printedForm } from '../letters/forms.ts'
import { openCase } from '../letters/open.ts'
import { signatureOf } from '../letters/signing.ts'
import { letterTitle } from '../letters/titles.ts'
import { namesOf } from '../store/agency.ts'
import { lettersOf } from '../store/letters.ts'
import { papersOf } from '../store/papers.ts'
import type { KeptRequest } from '../store/requests.ts'
import { happenedTo, subjectOf } from '../store/timeline.ts'
import { letterPdfFor } from '../templates/in-force.ts'
import { openPaper } from './keep-paper.ts'
import { caseOf } from './run-act.ts'
import { type Call, type Setup, setupOf } from './setup.ts'
import { statementsOf } from './statements.ts'
import { timelineOf } from './timeline.ts'
import { idsIn } from './view.ts'

type ArchiveTask = Task<typeof contracts.archiveFile>

interface File {
  readonly path: string
  readonly bytes: Uint8Array
  /** 文号, day and pages, for the list; what is not known is left out. */
  readonly told?: Pick<PaperFact, 'number' | 'date' | 'pages'>
}

type PaperFact = NonNullable<LetterFacts['papers']>[number]

/** Throws a Trouble where a file is gone from the storage: an archive is whole or is none. */
export async function archiveFile(task: ArchiveTask): Promise<AnswerOf<typeof contracts.archiveFile>> {
  const { params, now } = task
  const setup = await setupOf(task, params.agencyId)
  const kept = await caseOf(task, params)
  const open = await openCase(task, setup, kept)
  const letters = await letterFiles(task, setup, kept)
  const content = [
    ...(await Promise.all(forms(task, setup, open))),
    ...statementFile(open),
    ...letters.files,
    ...(await paperFiles(task, setup, kept, letters.ids)),
    ...(await timelineFiles(task, kept)),
  ]
  const files = [await listOf(task, setup, open, content), ...content]
  const sums = files.map(({ path, bytes }) => `${sha256(bytes)}  ${path}\n`).join('')
  const all: File[] = [...files, { path: 'hashes.txt', bytes: strToU8(sums) }]
  return { name: `${kept.case.number}卷宗.zip`, type: 'application/zip', bytes: zipped(all, now) }
}

export function recordArchive(
  { params }: Pick<ArchiveTask, 'params'>,
  { bytes }: AnswerOf<typeof contracts.archiveFile>,
): Entry[] {
  return [{ subject: subjectOf(params.requestId), data: { size: bytes.length, sha256: sha256(bytes) } }]
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** Papers are mostly packed already. */
function zipped(files: readonly File[], mtime: Date): Uint8Array {
  const entries: Zippable = Object.fromEntries(files.map(({ path, bytes }) => [path, [bytes, { level: 0, mtime }]]))
  return zipSync(entries)
}

const nth = (n: number) => String(n + 1).padStart(3, '0')

/** One name of a file within a folder of the archive: nothing in it leads elsewhere. */
function plainName(name: string): string {
  return name.replace(/[\p{Cc}\p{Cf}/\\:*?"<>|]/gu, '_').slice(-120)
}

/** Every letter that was issued, as Word and PDF; `ids` are the papers it was filed as. */
async function letterFiles(call: Call, setup: Setup, { case: of }: KeptRequest) {
  const rows = await lettersOf(call.tx, of.agencyId, of.id)
  const files: File[] = []
  for (const [n, row] of rows.entries()) {
    const recalled = of.letters.some(({ id, state }) => id === row.id && state === 'recalled') ? '（已撤回）' : ''
    const name = `文书/${nth(n)}_${plainName(letterTitle(row.letter).zh)}${recalled}`
    const issued = of.letters.find(({ id }) => id === row.id)
    const told = defined({ number: issued?.number, date: issued?.issued?.on })
    for (const format of letterFormats) {
      const file = await fileOfLetter(call, setup, row, format)
      if (file) files.push({ path: `${name}.${format}`, bytes: file.bytes, told })
    }
    // Beside the file it is over; whoever has the certificate can hold one against the other.
    const signature = signatureOf(row)
    if (signature?.state === 'signed') {
      const { state: _, ...signed } = signature
      files.push({ path: `${name}.pdf.签名.json`, bytes: strToU8(JSON.stringify(signed, null, 2)) })
    }
  }
  return { files, ids: new Set(rows.flatMap(({ docxId, pdfId }) => [docxId, pdfId])) }
}

async function paperFiles(
  { tx, services }: Call,
  { keys }: Setup,
  { case: of }: KeptRequest,
  letters: ReadonlySet<string | null>,
): Promise<File[]> {
  const papers = await papersOf(tx, of.agencyId, of.id)
  const files: File[] = []
  for (const [n, paper] of papers.filter(({ id }) => !letters.has(id)).entries()) {
    const path = `材料/${nth(n)}_${plainName(paper.name)}`
    const told = defined({ date: dayOf(paper.at), pages: paper.pages })
    files.push({ path, bytes: await openPaper(services, keys, paper), told })
  }
  return files
}

/** 归档目录: every other file with its hash (条例45). */
function listOf(call: Call, setup: Setup, open: OpenCase, content: readonly File[]): Promise<File> {
  const papers = content.map(({ path, bytes, told }) => ({
    ...{ id: '', pages: null },
    ...told,
    name: `${path}（SHA-256：${sha256(bytes)}）`,
  }))
  return form(call, setup, { ...open, papers }, { code: 'D19', path: '归档目录' })
}

/**
 * The application as it came in, the registration sheet, what the third parties said, a proof of service for each
 * letter that was sent, and what shows that was searched and reviewed where it was (条例17, 32, 36(4)).
 */
function forms(call: Call, setup: Setup, open: OpenCase): Promise<File>[] {
  const { letters, consultations, searches, draft } = open.case
  const sent = letters.filter(letter => letter.sent !== null)
  const heard = consultations.filter(({ party, answer }) => party === 'third_party' && answer !== null)
  return [
    form(call, setup, open, { code: 'D01', path: '申请表' }),
    form(call, setup, open, { code: 'D02', path: '登记表' }),
    ...heard.map(({ id }, n) =>
      form(call, setup, open, { code: 'D08', about: id, path: `第三方意见/${nth(n)}_意见反馈单` }),
    ),
    ...(searches.length > 0 ? [form(call, setup, open, { code: 'D17', path: '检索记录' })] : []),
    ...(draft?.approvals.length ? [form(call, setup, open, { code: 'D18', path: '审查呈批单' })] : []),
    ...sent.map(({ id, letter }, n) =>
      form(call, setup, open, { code: 'D14', about: id, path: `送达回证/${nth(n)}_${letterTitle(letter).zh}` }),
    ),
  ]
}

interface Form {
  readonly code: PrintedForm
  readonly about?: string
  readonly path: string
}

/** What cannot be made is told in a file of its own. */
async function form({ tx, now: made }: Call, setup: Setup, open: OpenCase, { code, about, path }: Form): Promise<File> {
  const letter = printedForm(setup, open, code, about)
  if (letter.ok) return { path: `${path}.pdf`, bytes: await letterPdfFor(tx, setup.agency.id, letter.value, { made }) }
  const why = letter.refusals.map(({ says }) => `${says.zh}\n`).join('')
  return { path: `${path}（未能生成）.txt`, bytes: strToU8(why) }
}

/** What people said on the way, in their own words; none where nobody said anything. */
function statementFile(open: OpenCase): File[] {
  const said = statementsOf(open)
  return said === '' ? [] : [{ path: '当事人陈述.txt', bytes: strToU8(said) }]
}

async function timelineFiles({ tx }: Call, kept: KeptRequest): Promise<File[]> {
  const { agencyId, id } = kept.case
  const happened = await happenedTo(tx, agencyId, id)
  const actors = happened.map(({ actor }) => actor)
  const lines = timelineOf(happened, await namesOf(tx, agencyId, idsIn(kept, actors)))
  const rows = lines.map(({ seq, at, actor, label, detail }) => [seq, at, actor, label.zh, detail])
  return [
    { path: '办理过程.json', bytes: strToU8(JSON.stringify(lines, null, 2)) },
    { path: '办理过程.csv', bytes: strToU8(csv([['序号', '时间', '经手', '事项', '内容'], ...rows])) },
  ]
}
