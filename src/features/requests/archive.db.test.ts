import { createHash } from 'node:crypto'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { refusalOf } from '../../../test/support/api.ts'
import { type Office, startOffice } from '../../../test/support/request-office.ts'
import { readPaper } from '../../platform/documents/index.ts'
import * as contracts from './contract/index.ts'

let office: Office
beforeAll(async () => {
  office = await startOffice()
})
afterAll(() => office.close())

const handler = () => office.who('handler')
const head = () => office.who('office_head')
const sum = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

/** A case with a paper and a letter that was served. */
async function handled(): Promise<string> {
  const { request } = await office.register()
  const id = request.case.id
  const params = { agencyId: office.bureau, requestId: id }
  const file = Buffer.from('划片方案').toString('base64')
  await office.as(handler())(contracts.addPaper, { params, body: { kind: 'material', name: '../方案.txt', file } })
  await office.act(head(), id, 'assign', { sectionId: office.section, handlerId: handler().accountId, note: '' })
  const asked = await office.act(handler(), id, 'askCorrection', {
    grounds: ['unclear'],
    items: ['请写明需要哪一学年的方案'],
    days: 10,
  })
  const letterId = asked.case.letters[0]?.id ?? ''
  await office.act(head(), id, 'issueLetter', { letterId })
  await office.act(handler(), id, 'serveLetter', { letterId, on: '2026-03-02', evidence: '申请人签收' })
  await office.act(handler(), id, 'correct', { on: '2026-03-02', text: '2025学年', wanted: null, late: null })
  return id
}

test('given a handled case, then its archive holds letters, papers and record, and every hash is right', async () => {
  const id = await handled()
  const answer = await office.file(handler(), `requests/${id}/archive`)
  expect(answer.status).toBe(200)
  const whole = new Uint8Array(await answer.arrayBuffer())
  const files = unzipSync(whole)
  const told = strFromU8(files['hashes.txt'] ?? new Uint8Array())
    .trim()
    .split('\n')
    .map(line => line.split('  ') as [string, string])
  expect(told.map(([, path]) => path).sort()).toEqual(
    Object.keys(files)
      .filter(path => path !== 'hashes.txt')
      .sort(),
  )
  for (const [hash, path] of told) expect([path, sum(files[path] ?? new Uint8Array())]).toEqual([path, hash])
  const paths = told.map(([, path]) => path)
  const sheets = ['归档目录.pdf', '申请表.pdf', '登记表.pdf', '当事人陈述.txt', '办理过程.json', '办理过程.csv']
  expect(paths).toEqual(expect.arrayContaining(sheets))
  expect(strFromU8(files['当事人陈述.txt'] ?? new Uint8Array())).toContain('补正\n2025学年')
  expect(
    paths
      .filter(path => path.startsWith('文书/'))
      .map(path => path.slice(-4))
      .sort(),
  ).toEqual(['.pdf', 'docx'])
  const paper = paths.find(path => path.startsWith('材料/')) ?? ''
  expect(paper).toMatch(/^材料\/001_[^/]*方案\.txt$/)
  expect(strFromU8(files[paper] ?? new Uint8Array())).toBe('划片方案')
  const catalogue = JSON.stringify((await readPaper(files['归档目录.pdf'] ?? new Uint8Array())).blocks)
  expect(catalogue.replace(/[^0-9a-f]/g, '')).toContain(sum(files[paper] ?? new Uint8Array()).slice(0, 12))
  const record = JSON.parse(strFromU8(files['办理过程.json'] ?? new Uint8Array())) as { kind: string }[]
  expect(record.map(({ kind }) => kind)).toContain('requests.serveLetter')

  const [event] = (await office.events(office.bureau)).filter(({ kind }) => kind === 'requests.archiveFile')
  expect(event?.data).toEqual({ size: whole.length, sha256: sum(whole) })
})

test('given a search, a review and a letter taken back, then the archive shows each for what it is (条例17, 36(4))', async () => {
  const id = await handled()
  const search = { systems: ['OA'], keywords: ['划片'], archives: '', persons: '档案室', found: false, note: '' }
  await office.act(handler(), id, 'recordSearch', { on: '2026-03-02', ...search })
  const draft = { decision: 'does_not_exist' as const, facts: {}, withheld: [], edits: {}, attachments: [] }
  await office.act(handler(), id, 'saveDraft', draft)
  await office.act(handler(), id, 'submitDraft', { revision: 1 })
  const approval = { revision: 1, opinion: '同意', secrecy: null }
  await office.act(office.who('reviewer'), id, 'approveDraft', approval)
  await office.act(office.who('secrecy_reviewer'), id, 'approveDraft', { ...approval, secrecy: 'open' })
  await office.act(head(), id, 'approveDraft', approval)
  const signed = await office.act(office.who('leader'), id, 'approveDraft', approval)
  const letterId = signed.case.letters.find(({ letter }) => letter === 'L12')?.id ?? ''
  const archived = async () => {
    const answer = await office.file(handler(), `requests/${id}/archive`)
    return Object.keys(unzipSync(new Uint8Array(await answer.arrayBuffer())))
  }
  expect(await archived()).toEqual(expect.arrayContaining(['检索记录.pdf', '审查呈批单.pdf']))
  await office.act(head(), id, 'recallLetter', { letterId, reason: '有误' })
  const letters = (await archived()).filter(path => path.startsWith('文书/') && path.includes('（已撤回）'))
  expect(letters).toHaveLength(2)
})

const archivePaths = async (id: string) => {
  const answer = await office.file(head(), `requests/${id}/archive`)
  return Object.keys(unzipSync(new Uint8Array(await answer.arrayBuffer())))
}

test('given a case that has ended, or whose receipt is not confirmed, then its sheets are in the archive all the same (条例45)', async () => {
  const { request } = await office.register({ channel: 'mail_plain' })
  const id = request.case.id
  expect(await archivePaths(id)).toEqual(expect.arrayContaining(['归档目录.pdf', '申请表.pdf', '登记表.pdf']))
  const ended = await handled()
  await office.act(head(), ended, 'withdraw', {
    on: '2026-03-02',
    reason: '',
    told: { from: 'words', words: '申请人来电撤回' },
  })
  const paths = await archivePaths(ended)
  expect(paths).toEqual(expect.arrayContaining(['归档目录.pdf', '申请表.pdf', '登记表.pdf']))
  expect(paths.filter(path => path.includes('未能生成'))).toEqual([])
})

test('given an archived case, then no paper is added or removed any more; an issued letter is never removed (条例45)', async () => {
  const id = await handled()
  const params = { agencyId: office.bureau, requestId: id }
  const seen = await office.as(handler())(contracts.getRequest, { params, query: {} })
  const letter = seen.papers.find(({ kind }) => kind === 'letter')?.id ?? ''
  const material = seen.papers.find(({ kind }) => kind === 'material')?.id ?? ''
  const remove = (paperId: string) => office.as(handler())(contracts.removePaper, { params: { ...params, paperId } })
  expect(await refusalOf(remove(letter))).toMatchObject({ code: 'filed_letter' })
  await office.act(head(), id, 'withdraw', {
    on: '2026-03-02',
    reason: '',
    told: { from: 'words', words: '申请人来电撤回' },
  })
  await office.act(head(), id, 'archive', {})
  expect(await refusalOf(remove(material))).toMatchObject({ code: 'file_closed' })
  const body = { kind: 'material' as const, name: '又一份.txt', file: Buffer.from('x').toString('base64') }
  expect(await refusalOf(office.as(handler())(contracts.addPaper, { params, body }))).toMatchObject({
    code: 'file_closed',
  })
})

test('given what an answer hands over, then it is a responsive record, and is not removed under the review (条例15)', async () => {
  const { request } = await office.register()
  const id = request.case.id
  const params = { agencyId: office.bureau, requestId: id }
  await office.act(head(), id, 'assign', { sectionId: office.section, handlerId: handler().accountId, note: '' })
  const add = async (kind: 'material' | 'identity') => {
    const body = { kind, name: `${kind}.txt`, file: Buffer.from(kind).toString('base64') }
    return (await office.as(handler())(contracts.addPaper, { params, body })).id
  }
  const [material, identity] = [await add('material'), await add('identity')]
  const draft = (attachments: string[]) => ({
    ...{ decision: 'granted' as const, facts: { delivery: '随信寄送' }, withheld: [], edits: {} },
    attachments,
  })
  expect(await refusalOf(office.act(handler(), id, 'saveDraft', draft([material, identity])))).toMatchObject({
    code: 'not_to_give',
    at: 'body.attachments.1',
  })
  await office.act(handler(), id, 'saveDraft', draft([material]))
  const remove = office.as(handler())(contracts.removePaper, { params: { ...params, paperId: material } })
  expect(await refusalOf(remove)).toMatchObject({ code: 'attached_paper' })
})

test('given somebody who only reviews, then the archive is not theirs', async () => {
  const { request } = await office.register()
  const answer = await office.file(office.who('reviewer'), `requests/${request.case.id}/archive`)
  expect(answer.status).toBe(403)
})
