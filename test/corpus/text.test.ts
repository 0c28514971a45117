import { describe, expect, it } from 'vitest'
import { casesOf, type Outcome, outcomeOf, summary } from './cases.ts'
import { textQuirks } from './quirks/texts.ts'
import { encodedWriters, txtWriters } from './writers/txt.ts'

const read = async (cases: ReturnType<typeof casesOf>): Promise<Outcome[]> => {
  const outcomes: Outcome[] = []
  for (const one of cases) outcomes.push(await outcomeOf(one))
  return outcomes
}

describe('plain text, however it was made, reads as published', () => {
  for (const writer of txtWriters) {
    it(`as ${writer.name}, with every quirk`, async () => {
      const outcomes = await read(casesOf(writer))
      expect(outcomes.length).toBeGreaterThan(150)
      expect(summary(outcomes)).toBe(`0 of ${outcomes.length} cases differ\n`)
    })
  }
  for (const writer of encodedWriters) {
    it(`as ${writer.name}`, async () => {
      const outcomes = await read(casesOf(writer, textQuirks))
      expect(summary(outcomes)).toBe(`0 of ${outcomes.length} cases differ\n`)
    })
  }
})
