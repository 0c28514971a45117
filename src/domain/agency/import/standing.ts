/** Rows that would leave the tree of agencies in trouble are refused, until what is left stands. */
import type { Refusal } from '../../kernel/result.ts'
import type { Agency } from '../agency.ts'
import { type TreeTrouble, treeTroubles } from '../tree.ts'
import type { AgencyColumn } from './columns.ts'
import { at, type Draft } from './drafts.ts'

/** Refuses rows until the tree of all the others stands; a refused row may take others with it. */
export function refuseWhatCannotStand(drafts: readonly Draft[], existing: readonly Agency[]): readonly Draft[] {
  // What was in trouble before is not the list's fault.
  const before = new Set(treeTroubles(existing).map(keyOf))
  for (let now = drafts; ; ) {
    const standing = now.flatMap(({ after }) => (after ? [after] : []))
    const ids = new Set(standing.map(({ id }) => id))
    const troubles = treeTroubles([...existing.filter(({ id }) => !ids.has(id)), ...standing])
    const fresh = troubles.filter(trouble => ids.has(trouble.agencyId) || !before.has(keyOf(trouble)))
    const patient = now.map(draft =>
      waitsForSuperior(draft, fresh, now) ? draft : withTroubles(draft, fresh, existing, now),
    )
    // Rows that wait for one another in a ring wait for ever.
    const next = isSame(patient, now) ? now.map(draft => withTroubles(draft, fresh, existing, now)) : patient
    if (isSame(next, now)) return now
    now = next
  }
}

function keyOf({ agencyId, refusal }: TreeTrouble): string {
  return `${agencyId} ${refusal.code}`
}

function withTroubles(
  draft: Draft,
  troubles: readonly TreeTrouble[],
  existing: readonly Agency[],
  drafts: readonly Draft[],
): Draft {
  const { after } = draft
  if (!after) return draft
  const own = troubles
    .filter(({ agencyId }) => agencyId === after.id)
    .map(({ refusal }) => inRow(draft, refusal, drafts))
  // What this row changes may leave an agency that is not in the list without its place.
  const below = existing.filter(
    ({ id, superiorId }) => superiorId === after.id && !drafts.some(d => d.after?.id === id),
  )
  const left = below.flatMap(({ id, name }) =>
    troubles.filter(({ agencyId }) => agencyId === id).map(({ refusal }) => forOther(draft, name, refusal)),
  )
  const refusals = [...own, ...left]
  return refusals.length === 0 ? draft : { ...draft, after: null, refusals }
}

/** Where the superior's own row is in trouble, that is told first: this one may be right. */
function waitsForSuperior({ after }: Draft, troubles: readonly TreeTrouble[], drafts: readonly Draft[]): boolean {
  const superior = drafts.find(other => other.after !== null && other.id === after?.superiorId)
  return troubles.some(({ agencyId, refusal }) => agencyId === superior?.id && refusal.code !== 'ring')
}

function isSame(next: readonly Draft[], now: readonly Draft[]): boolean {
  return next.every((draft, n) => draft === now[n])
}

const columns: Readonly<Partial<Record<string, AgencyColumn>>> = {
  name: 'name',
  regionCode: 'regionCode',
  superiorId: 'superior',
  creditCode: 'creditCode',
  vertical: 'vertical',
}

function inRow(draft: Draft, refusal: Refusal, drafts: readonly Draft[]): Refusal {
  const column = columns[refusal.at ?? ''] ?? 'name'
  const bringing = drafts.find(({ id, after }) => id === draft.after?.superiorId && after === null)
  if (refusal.code !== 'unknown_superior' || !bringing) return at(draft, refusal, column)
  return at(draft, { code: 'superior_refused', says: superiorRefused(bringing.row) }, column)
}

function forOther(draft: Draft, name: string, refusal: Refusal): Refusal {
  const { zh, en } = refusal.says
  const says = { zh: `这样改后，“${name}”会有问题：${zh}`, en: `would leave ${name} in trouble: ${en}` }
  return at(draft, { ...refusal, says }, 'name')
}

const superiorRefused = (row: number) => ({
  zh: `上级机关在第 ${row} 行，该行没有通过，请先改好该行`,
  en: `Its superior is in row ${row}, which is refused; mend that row first`,
})
