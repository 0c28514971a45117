import { eq } from 'drizzle-orm'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Person, refusalOf } from '../../../../test/support/api.ts'
import { letterFor } from '../../../../test/support/letters.ts'
import { type Office, startOffice } from '../../../../test/support/request-office.ts'
import { letterTemplate, templateText } from '../../../kit/letters.ts'
import { notification } from '../../../kit/schema/desk.ts'
import { type LetterId, letterIds } from '../../../law/letters.ts'
import { readPaper } from '../../../platform/documents/index.ts'
import { templateRoutes } from './api.ts'
import * as contracts from './contract.ts'
import { letterFilesFor } from './in-force.ts'
import { templateWork } from './waiting.ts'

let office: Office
beforeAll(async () => {
  office = await startOffice(undefined, templateRoutes)
})
afterAll(() => office.close())

const BODY = 'word/document.xml'

/** The template with its body changed, as an editor would. */
function edited(docx: Uint8Array, change: (xml: string) => string): Uint8Array {
  const files = unzipSync(docx)
  return zipSync({ ...files, [BODY]: strToU8(change(strFromU8(files[BODY] ?? new Uint8Array()))) })
}

const headed = (text: string) => (xml: string) =>
  xml.replace('<w:body>', `<w:body><w:p><w:r><w:t>${text}</w:t></w:r></w:p>`)
const ownHead = async (letter: LetterId, text: string) => edited(await letterTemplate(letter), headed(text))

const upload = (letter: LetterId, docx: Uint8Array, who = office.who('handler')) =>
  office.as(who)(contracts.addTemplate, {
    params: { agencyId: office.bureau, letter },
    body: { name: '本局样式.docx', file: Buffer.from(docx).toString('base64') },
  })
const approve = (letter: LetterId, version: number, who = office.who('office_head')) =>
  office.as(who)(contracts.approveTemplate, { params: { agencyId: office.bureau, letter, version } })
const issued = async (letter: LetterId) =>
  office.database.transaction({ agency: office.bureau }, async tx => {
    const { docx, pdf } = await letterFilesFor(tx, office.bureau, letterFor(letter), {})
    const { blocks } = await readPaper(pdf)
    const printed = blocks.flatMap(block => (block.kind === 'text' ? [block.text] : [])).join('')
    return { word: templateText(docx), pdf: printed.replace(/\s/g, '') }
  })

describe('templates of letters', () => {
  test('given nothing was edited, when listed, then every letter of the law is there on its standard template', async () => {
    const { items } = await office.as(office.who('reviewer'))(contracts.listTemplates, {
      params: { agencyId: office.bureau },
    })
    expect(items.map(({ letter }) => letter)).toEqual([...letterIds])
    expect(items.every(({ versions, findings }) => versions.length === 0 && findings.length === 0)).toBe(true)
  })

  test('given an edited template put into force by somebody else, then letters are issued in it, until it is taken back', async () => {
    const before = await issued('L06')
    const { versions } = await upload('L06', await ownHead('L06', '信息公开专用笺'))
    expect(versions).toMatchObject([{ version: 1, name: '本局样式.docx', inForceAt: null }])
    expect(await issued('L06')).toEqual(before)

    const after = await approve('L06', 1)
    expect(after.versions[0]?.inForceAt).toBe(office.now.toISOString())
    const { word, pdf } = await issued('L06')
    expect(word.split('\n')[0]).toBe('信息公开专用笺')
    expect(word).not.toContain('{')
    expect(pdf.startsWith('信息公开专用笺')).toBe(true)

    await office.as(office.who('office_head'))(contracts.resetTemplate, {
      params: { agencyId: office.bureau, letter: 'L06' },
    })
    expect(await issued('L06')).toEqual(before)
    const kinds = (await office.events(office.bureau)).map(({ kind, subject }) => `${kind} ${subject}`)
    expect(kinds.slice(-3)).toEqual([
      'requests.addTemplate letter_template:L06',
      'requests.approveTemplate letter_template:L06',
      'requests.resetTemplate letter_template:L06',
    ])
  })

  test('given a sentence of the law was cut out, when uploaded, then every finding is told and nothing is kept (条例51)', async () => {
    const cut = edited(await letterTemplate('L04'), xml =>
      headed('{局长}')(xml.replace(/<w:sdt>(?:(?!<\/w:sdt>).)*?w:val="remedy".*?<\/w:sdt>/s, '')),
    )
    const problem = await refusalOf(upload('L04', cut))
    expect(problem).toMatchObject({ status: 422, at: 'body.file' })
    expect(problem.errors?.map(({ says }) => says.zh.slice(0, 6)).sort()).toEqual([
      '模板中的“{',
      '模板缺少必须',
      '法定内容被删',
    ])
    expect(await refusalOf(upload('L04', strToU8('no zip')))).toMatchObject({ code: 'template_damaged' })
    const { items } = await office.as(office.who('handler'))(contracts.listTemplates, {
      params: { agencyId: office.bureau },
    })
    expect(items.find(({ letter }) => letter === 'L04')?.versions).toEqual([])
  })

  test('given the head of the office edited it, when they put it into force themselves, then it is refused (four eyes)', async () => {
    const head = office.who('office_head')
    const { versions } = await upload('D04', await ownHead('D04', '甲'), head)
    expect(await refusalOf(approve('D04', versions[0]?.version ?? 0, head))).toMatchObject({ code: 'own_draft' })
    const other = office.who('office_head', 'leader')
    expect((await approve('D04', 1, other)).versions[0]?.inForceAt).not.toBeNull()
  })

  test('given an upload, then the other heads are told and have it in their work list, until it is put into force', async () => {
    const [author, other] = [office.who('office_head'), office.who('office_head', 'leader')]
    const listed = async (who: Person) => {
      const roles = who.roles.map(role => ({ role }))
      const actor = { accountId: who.accountId, agencyId: office.bureau, roles, supervisedAgencies: [] }
      const work = await office.database.transaction({ agency: office.bureau }, tx =>
        templateWork(tx, actor, office.now),
      )
      return work.filter(({ key }) => key.startsWith('templates:D05:')).map(({ asks }) => asks.zh)
    }
    await upload('D05', await ownHead('D05', '乙'), author)
    const waits = ['《政府信息公开申请说明理由告知书》模板第 1 版等待启用']
    expect([await listed(author), await listed(other)]).toEqual([[], waits])
    const told = await office.database.transaction({ agency: office.bureau }, tx =>
      tx.select().from(notification).where(eq(notification.kind, 'work.template')),
    )
    const mine = told.filter(({ title }) => (title as { zh: string }).zh === waits[0])
    expect(mine.map(({ accountId }) => accountId)).toEqual([other.accountId])
    await approve('D05', 1, other)
    expect(await listed(other)).toEqual([])
    await office.as(other)(contracts.resetTemplate, { params: { agencyId: office.bureau, letter: 'D05' } })
    expect(await listed(other)).toEqual([])
  })

  test('given several versions, then one is in force, another takes its place, and both may be fetched and compared', async () => {
    await upload('D07', await ownHead('D07', '第一稿'))
    await upload('D07', await ownHead('D07', '第二稿'))
    await approve('D07', 1)
    const { versions } = await approve('D07', 2)
    expect(versions.map(({ version, inForceAt }) => [version, inForceAt !== null])).toEqual([
      [2, true],
      [1, false],
    ])
    const params = { agencyId: office.bureau, letter: 'D07' as const, version: 1 }
    const { standard, own } = await office.as(office.who('reviewer'))(contracts.compareTemplate, { params })
    expect(own).toBe(`第一稿\n${standard}`)
  })

  test('given ten uploads at once, then each has a number of its own', async () => {
    const docx = await ownHead('D13', '并行')
    await Promise.all(Array.from({ length: 10 }, () => upload('D13', docx)))
    const { items } = await office.as(office.who('handler'))(contracts.listTemplates, {
      params: { agencyId: office.bureau },
    })
    const numbers = items.find(({ letter }) => letter === 'D13')?.versions.map(({ version }) => version)
    expect(numbers).toEqual([10, 9, 8, 7, 6, 5, 4, 3, 2, 1])
  })

  test('given another agency, then its templates are not seen and none of these is used', async () => {
    const there = office.at.person(office.at.town, 'handler')
    const { items } = await office.as(there)(contracts.listTemplates, { params: { agencyId: office.at.town } })
    expect(items.some(({ versions }) => versions.length > 0)).toBe(false)
    const params = { agencyId: office.bureau }
    expect(await refusalOf(office.as(there)(contracts.listTemplates, { params }))).toMatchObject({ status: 403 })
  })
})
