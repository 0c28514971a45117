/** The one way the corpus tests put their question: every case of a writer, no difference. */
import { expect } from 'vitest'
import { type Case, type Outcome, outcomeOf, summary } from './cases.ts'

/** Reads every case and holds it against the truth; a failure lists the cases, the worst first. */
export async function expectAsPublished(cases: readonly Case[]): Promise<void> {
  const outcomes: Outcome[] = []
  for (const one of cases) outcomes.push(await outcomeOf(one))
  expect(outcomes.length).toBeGreaterThan(20)
  expect(summary(outcomes)).toBe(`0 of ${outcomes.length} cases differ\n`)
}
