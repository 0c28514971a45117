import { zipSync } from 'fflate'
import { expect, it } from 'vitest'
import { readReport } from '../../src/domain/report/read/index.ts'
import { readPaper, unpack } from '../../src/platform/documents/index.ts'
import { casesOf, draftFor } from './cases.ts'
import { differences } from './compare.ts'
import type { Draft } from './draft.ts'
import { textQuirks } from './quirks/texts.ts'
import { docxWriters } from './writers/docx.ts'
import { htmlWriters } from './writers/html.ts'
import { encodedWriters, txtWriters } from './writers/txt.ts'
import type { Writer } from './writers/writer.ts'
import { xlsxWriters } from './writers/xlsx.ts'

const writers = [txtWriters[0], encodedWriters[0], htmlWriters[1], docxWriters[1], xlsxWriters[0]]

it('every report of a zip, those of folders and of a zip inside it included, reads as published', async () => {
  const drafts = new Map<string, Draft>()
  const files: Record<string, Uint8Array> = {}
  for (const writer of writers.filter((w): w is Writer => w !== undefined)) {
    for (const one of casesOf(writer, textQuirks.slice(0, 3))) {
      const name = `报送材料/${one.edition}年版/${one.writer.name} ${one.quirk.name}.${writer.extension}`
      drafts.set(name, draftFor(one))
      files[name] = await writer.write(draftFor(one).shape)
    }
  }
  const whole = zipSync({ ...files, '再报.zip': zipSync(files) })

  const seen: string[] = []
  for await (const file of unpack(whole)) {
    if ('error' in file) throw file.error
    const draft = [...drafts].find(([name]) => file.name.endsWith(name))?.[1]
    if (!draft) throw new Error(`unknown file ${file.name}`)
    expect(differences(draft, readReport(await readPaper(file.bytes)))).toEqual([])
    seen.push(file.name)
  }

  expect(seen).toHaveLength(drafts.size * 2)
})
