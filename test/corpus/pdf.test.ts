import { describe, it } from 'vitest'
import { casesOf } from './cases.ts'
import { expectAsPublished } from './expectation.ts'
import { pdfWriters } from './writers/pdf.ts'

describe('PDFs read as published', () => {
  for (const [i, writer] of pdfWriters.entries()) {
    // Making and reading a PDF is slow: each writer takes its share of the quirks, all of them every quirk once.
    const share = casesOf(writer).filter((_, n) => n % pdfWriters.length === i)
    it(`as ${writer.name}, with its share of the quirks`, () => expectAsPublished(share))
  }
})
