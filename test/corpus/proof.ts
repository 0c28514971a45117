/** Proves that no number of a reading was made up: its text stands in the source, at its place, and says that number. */
import type { Report } from '../../src/domain/report/report.ts'
import { valueAt } from '../../src/domain/report/report.ts'
import type { Paper, Place } from '../../src/paper/paper.ts'

const plain = (text: string): string => text.normalize('NFKC').replace(/<br>|[\s,，*]/gu, '')

/** Why a number cannot be believed, a sentence each; empty when every one can. */
export function unproved(paper: Paper, report: Report): string[] {
  const found: string[] = []
  for (const [id, record] of Object.entries(report.cells)) {
    const value = valueAt(report, id)
    if (value === null) continue
    if (record.kind !== 'number') found.push(`${id}: ${value} but ${record.kind}`)
    else if (!says(record.raw, value)) found.push(`${id}: ${value} from ${JSON.stringify(record.raw)}`)
    else if (!record.at) found.push(`${id}: no place`)
    else if (!stands(paper, record.raw, record.at))
      found.push(`${id}: ${JSON.stringify(record.raw)} not at ${JSON.stringify(record.at)}`)
  }
  return found
}

/** Whether a text says a number, in yuan or in a larger unit it or its head names. */
function says(raw: string, value: number): boolean {
  const numbers = plain(raw).match(/\d+(\.\d+)?/gu) ?? []
  if (numbers.length !== 1) return false
  const size = Number(numbers[0])
  return [1, 1e4, 1e8].some(unit => Math.abs(size * unit - Math.abs(value)) < 0.005)
}

/** How many lines below its first a figure broken inside its cell may end. */
const REACH = 3

function stands(paper: Paper, raw: string, at: Place): boolean {
  const wanted = plain(raw)
  const key = JSON.stringify(at)
  for (const [i, block] of paper.blocks.entries()) {
    if (block.kind === 'grid') {
      if (block.cells.some(c => JSON.stringify(c.at) === key && plain(c.text).includes(wanted))) return true
      continue
    }
    const here = JSON.stringify(block.at) === key || block.pieces?.some(p => JSON.stringify(p.at) === key)
    if (!here) continue
    const near = paper.blocks.slice(i, i + REACH).map(b => (b.kind === 'text' ? b.text : ''))
    if (plain(near.join('')).includes(wanted)) return true
  }
  return false
}
