import { describe, it } from 'vitest'
import { casesOf } from './cases.ts'
import { expectAsPublished } from './expectation.ts'
import { docWriters } from './writers/doc.ts'
import { docxWriters } from './writers/docx.ts'
import { htmlWriters } from './writers/html.ts'
import { xlsxWriters } from './writers/xlsx.ts'

describe('web pages, Word files and workbooks read as published', () => {
  for (const writer of [...htmlWriters, ...docxWriters, ...docWriters, ...xlsxWriters]) {
    it(`as ${writer.name}, with every quirk`, () => expectAsPublished(casesOf(writer)))
  }
})
