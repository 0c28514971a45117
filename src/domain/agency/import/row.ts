/** One row of a list of agencies, read by itself: what it says, or everything that is wrong with it. */
import { done, type Refusal, type Result, refuse } from '../../kernel/result.ts'
import { parseSteady } from '../../kernel/turning.ts'
import { atCell, type SheetRow } from '../../sheet/sheet.ts'
import { parseYesNo } from '../../sheet/words.ts'
import type { Agency } from '../agency.ts'
import { parseCreditCode } from '../credit-code.ts'
import { type AgencyKind, agencyKindIds, agencyKinds } from '../kinds.ts'
import { officeFieldIds, parseOfficeField } from '../office.ts'
import { parseRegionCode } from '../region.ts'
import { parseSiteCode } from '../site-code.ts'
import { type AgencyColumn, agencyColumns } from './columns.ts'

/** What a row says; a cell that is empty says nothing, and leaves what is there. */
export interface AgencyRow {
  readonly row: number
  /** Empty where it is not told; then there is a refusal. */
  readonly name: string
  /** As written: a name or a credit code. */
  readonly superior: string
  readonly says: Partial<Omit<Agency, 'id' | 'name' | 'superiorId'>>
  /** What is wrong with its cells, each by itself. */
  readonly refusals: readonly Refusal[]
}

const LONGEST_NAME = 100

/** Reads one row; cells that cannot be read are left out and refused, all at once. */
export function readAgencyRow({ row, values }: SheetRow<AgencyColumn>): AgencyRow {
  const refusals: Refusal[] = []
  /** The value of a column, undefined where it is empty or wrong; what is wrong is noted. */
  const read = <T>(column: AgencyColumn, parse: (typed: string) => Result<T>): T | undefined => {
    const typed = values[column] ?? ''
    if (typed === '') return undefined
    const parsed = parse(typed)
    if (parsed.ok) return parsed.value
    refusals.push(atCell(parsed.refusal, row, column, agencyColumns[column].label))
    return undefined
  }
  const name = read('name', parseName)
  if (name === undefined && refusals.length === 0) {
    refusals.push(atCell(noName, row, 'name', agencyColumns.name.label))
  }
  const office = officeFieldIds.flatMap(id => {
    const value = read(`office.${id}`, typed => parseOfficeField(id, typed))
    return value === undefined || value === null ? [] : [[id, value] as const]
  })
  const says = present({
    shortName: read('shortName', parseName),
    kind: read('kind', parseKind),
    regionCode: read('regionCode', parseRegionCode),
    creditCode: read('creditCode', parseCreditCode),
    siteCode: read('siteCode', parseSiteCode),
    vertical: read('vertical', parseYesNo) ?? undefined,
    office: office.length > 0 ? Object.fromEntries(office) : undefined,
  })
  return { row, name: name ?? '', superior: values.superior ?? '', says, refusals }
}

type Present<T> = { [K in keyof T]?: Exclude<T[K], undefined> }

function present<T extends object>(values: T): Present<T> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Present<T>
}

function parseName(typed: string): Result<string> {
  const name = typed.replace(/\s+/g, '')
  return Array.from(name).length > LONGEST_NAME ? refuse('too_long', nameTooLong) : parseSteady(name)
}

function parseKind(typed: string): Result<AgencyKind> {
  const word = typed.normalize('NFKC').replace(/\s/g, '').toLowerCase()
  const found = agencyKindIds.find(id => {
    const { label, also }: { label: { zh: string; en: string }; also: readonly string[] } = agencyKinds[id]
    return id === word || [label.zh, label.en.replace(/\s/g, '').toLowerCase(), ...also].includes(word)
  })
  if (found) return done(found)
  const labels = agencyKindIds.map(id => agencyKinds[id].label)
  return refuse('bad_kind', {
    zh: `“${typed.slice(0, 20)}”不是机关类型，请写${labels.map(l => l.zh).join('、')}之一`,
    en: `"${typed.slice(0, 20)}" is no kind of agency; write one of ${labels.map(l => l.en).join(', ')}`,
  })
}

const noName = refuse('missing', { zh: '没有填写，请补充', en: 'is empty; fill it in' }).refusal
const nameTooLong = {
  zh: `名称最多 ${LONGEST_NAME} 个字，请核对是否填错了列`,
  en: `At most ${LONGEST_NAME} characters; check whether it is in the right column`,
}
