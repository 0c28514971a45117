/** A paper of a case as pages show it. */
import { z } from 'zod'
import { said } from '../../../kit/shapes.ts'
import { paperKinds, type RequestView } from '../contract/view.ts'
import type { PaperRow } from '../store/papers.ts'

export type ShownPaper = RequestView['papers'][number]
export type PaperKind = ShownPaper['kind']

/** What a scan found: how many of each kind, never the values. */
const foundIn = z.array(z.object({ kind: z.string(), label: said, count: z.number() }))

const kinds = z.enum(Object.keys(paperKinds) as [PaperKind, ...PaperKind[]])

export function shownPaper(row: PaperRow, names: Readonly<Record<string, string>>): ShownPaper {
  const { id, kind, name, type, size, sha256, at, accountId, found, fromId, pages } = row
  return {
    ...{ id, kind: kinds.parse(kind), name, type, size, sha256, pages },
    at: at.toISOString(),
    by: accountId === null ? null : (names[accountId] ?? null),
    found: found === null ? null : foundIn.parse(found),
    from: fromId,
  }
}
