import { mkdtempSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { sql } from 'drizzle-orm'
import { build } from 'esbuild'
import { strToU8, zipSync } from 'fflate'
import { PDFDocument, StandardFonts } from 'pdf-lib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { refusalOf } from '../../../test/support/api.ts'
import { type Office, routesOfRequests, startOffice } from '../../../test/support/request-office.ts'
import { readPaper } from '../../platform/documents/index.ts'
import * as contracts from './contract/index.ts'
import { type MaterialReader, materialReader } from './materials/reader.ts'

let folder = ''
let office: Office
let reader: MaterialReader
/** What others do while a paper is with the process that looks into it. */
let meanwhile = async () => {}
beforeAll(async () => {
  // Beside the packages: the process finds them from there.
  folder = mkdtempSync(resolve('node_modules/.materials-'))
  const outfile = join(folder, 'worker.mjs')
  const entryPoints = ['src/features/requests/materials/worker.ts']
  await build({ entryPoints, outfile, bundle: true, platform: 'node', format: 'esm', packages: 'external' })
  reader = materialReader(pathToFileURL(outfile))
  const watched: MaterialReader = {
    ...reader,
    ask: async job => {
      await meanwhile()
      return reader.ask(job)
    },
  }
  office = await startOffice(undefined, routesOfRequests(watched))
})
afterAll(async () => {
  reader.close()
  await office.close()
  rmSync(folder, { recursive: true, force: true })
})

const mobile = '13972000001'
const handler = () => office.who('handler')

async function pdf(): Promise<Uint8Array> {
  const document = await PDFDocument.create()
  const font = await document.embedFont(StandardFonts.Helvetica)
  const page = document.addPage([400, 300])
  page.drawText('School districts 2025', { x: 40, y: 250, size: 12, font })
  page.drawText(mobile, { x: 40, y: 200, size: 12, font })
  return document.save()
}

function docx(): Uint8Array {
  const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
  const kinds = 'http://schemas.openxmlformats.org/package/2006/content-types'
  const links = 'http://schemas.openxmlformats.org/package/2006/relationships'
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument'
  const words = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
  const main = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'
  const hidden = '<w:r><w:rPr><w:vanish/></w:rPr><w:t>内部意见</w:t></w:r>'
  return zipSync({
    '[Content_Types].xml': strToU8(
      `${head}<Types xmlns="${kinds}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="${main}"/></Types>`,
    ),
    '_rels/.rels': strToU8(
      `${head}<Relationships xmlns="${links}"><Relationship Id="r1" Type="${office}" Target="word/document.xml"/></Relationships>`,
    ),
    'word/document.xml': strToU8(
      `${head}<w:document xmlns:w="${words}"><w:body><w:p><w:r><w:t>联系电话：${mobile}</w:t></w:r>${hidden}</w:p></w:body></w:document>`,
    ),
  })
}

async function filed(name: string, bytes: Uint8Array) {
  const { request } = await office.register()
  const params = { agencyId: office.bureau, requestId: request.case.id }
  const file = Buffer.from(bytes).toString('base64')
  const paper = await office.as(handler())(contracts.addPaper, { params, body: { kind: 'material', name, file } })
  return { params: { ...params, paperId: paper.id }, requestId: request.case.id, paper }
}

const textOf = async (requestId: string, paperId: string) => {
  const answer = await office.file(handler(), `requests/${requestId}/papers/${paperId}/file`)
  return JSON.stringify((await readPaper(new Uint8Array(await answer.arrayBuffer()))).blocks)
}

/** Connections in the middle of a transaction, with nothing asked of the server. */
async function idleTransactions(): Promise<number> {
  return office.database.transaction('installation', async tx => {
    const { rows } = await tx.execute<{ n: number }>(
      sql`SELECT count(*)::int AS n FROM pg_stat_activity
        WHERE datname = current_database() AND state LIKE 'idle in transaction%' AND pid <> pg_backend_pid()`,
    )
    return rows[0]?.n ?? -1
  })
}

describe('papers before they are handed out (条例15, 37)', () => {
  test('given a pdf with a telephone, then it is told with its box, and the covered copy does not hold it', async () => {
    const { params, requestId, paper } = await filed('名册.pdf', await pdf())
    const scan = await office.as(handler())(contracts.scanPaper, { params })
    expect(scan.pages).toBe(1)
    const hit = scan.hits.find(({ kind }) => kind === 'mobile')
    expect(hit?.sample).not.toContain(mobile)
    expect(hit?.box?.box[1]).toBeGreaterThan(185)
    expect(hit?.box?.box[3]).toBeLessThan(220)
    const page = await office.as(handler())(contracts.paperPage, { params: { ...params, page: 1 } })
    expect(page).toMatchObject({ type: 'image/png', width: 400, height: 300 })

    const boxes = scan.hits.flatMap(({ box }) => (box ? [box] : []))
    const copy = await office.as(handler())(contracts.redactPaper, { params, body: { boxes, texts: [] } })
    expect(copy).toMatchObject({ kind: 'redacted', from: paper.id, name: '名册（处理后）.pdf', type: 'pdf' })
    expect([copy.notFound, copy.notes]).toEqual([[], []])
    const again = await office.as(handler())(contracts.scanPaper, { params: { ...params, paperId: copy.id } })
    expect(again.hits).toEqual([])
    // What became a picture is no longer read by any program, and that is said.
    expect(again.unread.map(({ place }) => place.zh)).toEqual(['第1页'])
    expect(await textOf(requestId, paper.id)).toContain(mobile)
    const shown = (await office.get(requestId)).papers.find(({ id }) => id === paper.id)
    expect(shown).toMatchObject({ pages: 1, found: [{ kind: 'mobile', count: 1 }] })
    const events = (await office.events(office.bureau)).filter(({ kind }) =>
      /scanPaper|redactPaper|paperPage/.test(kind),
    )
    expect(events.length).toBe(4)
    expect(JSON.stringify(events)).not.toContain(mobile)
  })

  test('given a Word file with hidden text, then it is told, and the copy covered by text holds neither', async () => {
    const { params, requestId } = await filed('说明.docx', docx())
    const scan = await office.as(handler())(contracts.scanPaper, { params })
    expect(scan).toMatchObject({ pages: 0 })
    expect(scan.hits.map(({ kind, text }) => [kind, text])).toEqual([['mobile', mobile]])
    expect(scan.hidden.map(({ kind }) => kind)).toContain('hidden_text')
    const body = { boxes: [], texts: [mobile] }
    const copy = await office.as(handler())(contracts.redactPaper, { params, body })
    const text = await textOf(requestId, copy.id)
    expect(text).toContain('联系电话')
    expect(text).not.toContain(mobile)
    expect(text).not.toContain('内部意见')
  })

  test.each([
    ['a pdf', '名册.pdf', pdf],
    ['a Word file', '说明.docx', docx],
  ])(
    'given a text that stands nowhere in %s, then the answer names it: the copy may still hold it',
    async (_, name, make) => {
      const { params } = await filed(name, await make())
      const body = { boxes: [], texts: ['张三丰', mobile] }
      const copy = await office.as(handler())(contracts.redactPaper, { params, body })
      expect(copy.notFound).toEqual(['张三丰'])
      expect(copy.notes.map(({ zh }) => zh).join()).toContain('没有找到')
    },
  )

  test('given a paper is being looked into, then no transaction waits for it, and others go on with the case', async () => {
    const { params } = await filed('名册.pdf', await pdf())
    const waiting: number[] = []
    meanwhile = async () => {
      waiting.push(await idleTransactions())
      const file = Buffer.from(await pdf()).toString('base64')
      const body = { kind: 'other' as const, name: '另一份.pdf', file }
      await office.as(handler())(contracts.addPaper, { params, body })
    }
    await office.as(handler())(contracts.scanPaper, { params })
    await office.as(handler())(contracts.paperPage, { params: { ...params, page: 1 } })
    await office.as(handler())(contracts.redactPaper, { params, body: { boxes: [], texts: [mobile] } })
    meanwhile = async () => {}
    expect(waiting).toEqual([0, 0, 0])
  })

  test('given it was removed meanwhile, then nothing is kept of what was found, and that is said', async () => {
    const { params, requestId } = await filed('名册.pdf', await pdf())
    meanwhile = async () => {
      meanwhile = async () => {}
      await office.as(handler())(contracts.removePaper, { params })
    }
    const body = { boxes: [], texts: [mobile] }
    const copy = office.as(handler())(contracts.redactPaper, { params, body })
    expect((await refusalOf(copy)).code).toBe('not_found')
    expect((await office.get(requestId)).papers).toEqual([])
  })

  test('given a page that is not there, then that is said', async () => {
    const { params } = await filed('名册.pdf', await pdf())
    const page = office.as(handler())(contracts.paperPage, { params: { ...params, page: 9 } })
    expect((await refusalOf(page)).code).toBe('no_such_page')
  })
})
