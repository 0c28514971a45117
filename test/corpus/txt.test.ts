import { describe, it } from 'vitest'
import { casesOf } from './cases.ts'
import { expectAsPublished } from './expectation.ts'
import { textQuirks } from './quirks/texts.ts'
import { encodedWriters, txtWriters } from './writers/txt.ts'

describe('plain text reads as published', () => {
  for (const writer of txtWriters) {
    it(`as ${writer.name}, with every quirk`, () => expectAsPublished(casesOf(writer)))
  }
  for (const writer of encodedWriters) {
    it(`as ${writer.name}`, () => expectAsPublished(casesOf(writer, textQuirks)))
  }
})
