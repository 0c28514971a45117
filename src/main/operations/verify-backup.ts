/** Proves a backup without a database: its own hashes, the chains of events within it, and its files. */
import { createHash } from 'node:crypto'
import { storedFileColumn } from '../../kit/schema/stored-files.ts'
import type { ArchiveHead } from '../../platform/backup/archive.ts'
import { readArchive } from '../../platform/backup/read.ts'
import type { TextRow } from '../../platform/backup/tables.ts'
import { endTrouble, first, type Head, type Link, linkTrouble } from '../../platform/record/chain.ts'
import { readPieces } from './backup-file.ts'
import type { Progress } from './progress.ts'
import { type Flaw, missingFile, type Proof } from './verify.ts'

interface Walk {
  before: Head
  flaw: Flaw | null
}

interface Found {
  head: ArchiveHead | null
  events: number
  readonly walks: Map<string, Walk>
  readonly ends: Map<string, Head>
  readonly wanted: Set<string>
  readonly files: Set<string>
  readonly flaws: Flaw[]
}

/** Reads a backup to its end. Throws a Trouble where the archive itself is damaged, cut short or none. */
export async function verifyBackup(path: string, progress: Progress): Promise<Proof & { readonly head: ArchiveHead }> {
  const found: Found = {
    head: null,
    events: 0,
    walks: new Map(),
    ends: new Map(),
    wanted: new Set(),
    files: new Set(),
    flaws: [],
  }
  for await (const part of readArchive(readPieces(path))) {
    if (part.kind === 'head') found.head = part.head
    else if (part.kind === 'rows') {
      progress('table', part.name, part.rows.length)
      for (const row of part.rows as readonly TextRow[]) takeRow(part.name, row, found)
    } else {
      progress('file', part.name, found.files.size + 1)
      await takeFile(part.name, part.content, found)
    }
  }
  const { head, events, walks, files } = found
  if (!head) throw new Error('an archive without a head was read')
  return { head, agencies: walks.size, events, files: files.size, flaws: [...chainFlaws(found), ...fileFlaws(found)] }
}

function takeRow(table: string, row: TextRow, found: Found): void {
  const agencyId = row.agency_id ?? ''
  const named = storedFileColumn(table)
  if (named !== null) found.wanted.add(row[named] ?? '')
  if (table === 'event') {
    found.events += 1
    follow(walkOf(agencyId, found), linkOf(row))
  } else if (table === 'event_head') {
    walkOf(agencyId, found)
    found.ends.set(agencyId, { seq: Number(row.seq), hash: row.hash ?? '' })
  }
}

function walkOf(agencyId: string, { walks }: Found): Walk {
  const walk = walks.get(agencyId) ?? { before: first, flaw: null }
  walks.set(agencyId, walk)
  return walk
}

/** Events come in the order of their key, which is that of the chain. */
function follow(walk: Walk, link: Link & Head): void {
  if (walk.flaw) return
  const broken = linkTrouble(link, walk.before)
  if (broken) walk.flaw = { kind: 'chain', ...broken }
  else walk.before = link
}

/** The event as its hash covers it. */
function linkOf(row: TextRow): Link & Head {
  const text = (name: string) => row[name] ?? ''
  return {
    agencyId: text('agency_id'),
    seq: Number(text('seq')),
    id: text('id'),
    subject: text('subject'),
    at: instantOf(text('at')),
    actor: text('actor'),
    kind: text('kind'),
    data: text('data'),
    algorithm: text('algorithm'),
    previousHash: text('previous_hash'),
    hash: text('hash'),
  }
}

/** PostgreSQL writes `2026-11-21 02:00:00.123+00`; the hash is over `2026-11-21T02:00:00.123000Z`. */
function instantOf(text: string): string {
  const [, day, time, fraction = ''] = /^(\S+) ([\d:]+)(?:\.(\d+))?\+00$/.exec(text) ?? []
  return day === undefined ? text : `${day}T${time}.${fraction.padEnd(6, '0')}Z`
}

async function takeFile(name: string, content: AsyncIterable<Uint8Array>, { files, flaws }: Found): Promise<void> {
  const hash = createHash('sha256')
  for await (const piece of content) hash.update(piece)
  files.add(name)
  if (hash.digest('hex') === name) return
  const says = { zh: `文件 ${name} 的内容与名称不符。`, en: `The content of the file ${name} is not its own.` }
  flaws.push({ kind: 'file', hash: name, says })
}

function chainFlaws({ walks, ends, flaws }: Found): Flaw[] {
  const broken = [...walks].flatMap(([agencyId, { before, flaw }]) => {
    const end = endTrouble(agencyId, before, ends.get(agencyId) ?? first)
    return flaw ?? (end ? { kind: 'chain' as const, ...end } : [])
  })
  return [...broken, ...flaws]
}

function fileFlaws({ wanted, files }: Found): Flaw[] {
  const missing = [...wanted].filter(hash => !files.has(hash)).sort()
  return missing.map(hash => ({ kind: 'file', hash, says: missingFile(hash) }))
}
