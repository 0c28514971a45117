import { expect, test } from 'vitest'
import { type ResultLine, requestLines } from '../../law/lines.ts'
import { linesOfPart, partOfLine, resultParts } from './result-parts.ts'

const origins = ['new', 'carried_in', 'total', 'carried_out']
const results = requestLines.filter((line): line is ResultLine => !origins.includes(line))

test('given every line of results of table 三, then each stands in one part, and partly granted among the granted (条例37)', () => {
  expect(resultParts.flatMap(linesOfPart).sort()).toEqual([...results].sort())
  for (const part of resultParts) for (const line of linesOfPart(part)) expect(partOfLine(line)).toBe(part)
  expect(linesOfPart('granted')).toEqual(['granted', 'partial'])
  expect(partOfLine('not_processed.abusive')).toBe('notProcessed')
})
