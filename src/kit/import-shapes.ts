/** What importing a list from a spreadsheet takes and answers, whatever is in the list. */
import { z } from 'zod'
import { line, said } from './shapes.ts'

/** The spreadsheet, base64; tried only, or taken in. */
export const importBody = z.object({ file: z.base64().max(8_000_000), name: line(200), dryRun: z.boolean() })

export const importRow = z.object({
  row: z.number(),
  outcome: z.enum(['created', 'changed', 'unchanged', 'refused']),
  name: z.string(),
  messages: z.array(z.object({ column: z.string().nullable(), says: said })),
})

export const importAnswer = z.object({
  dryRun: z.boolean(),
  counts: z.object({ created: z.number(), changed: z.number(), unchanged: z.number(), refused: z.number() }),
  rows: z.array(importRow),
  /** Heads of columns nobody knows: they are passed over. */
  ignored: z.array(z.string()),
})

export type ImportBody = z.output<typeof importBody>
export type ImportRow = z.output<typeof importRow>
export type ImportAnswer = z.output<typeof importAnswer>
