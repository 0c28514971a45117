import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { refusalOf } from '../../../test/support/api.ts'
import { noReader } from '../../../test/support/no-reader.ts'
import { type Office, routesOfRequests, startOffice, wanted, zhang } from '../../../test/support/request-office.ts'
import { agencyKeys, renewKey } from '../../kit/keys.ts'
import { publication, publicationFile } from '../../kit/schema/publications.ts'
import { verifyChain } from '../../platform/record/chain.ts'
import { publicationRoutes } from './api.ts'
import type { CreateBody, PublicationView } from './contract.ts'
import * as contracts from './contract.ts'
import { resealPublications } from './reseal.ts'
import { publicationWork } from './work.ts'

let office: Office
beforeAll(async () => {
  office = await startOffice(undefined, [...routesOfRequests(noReader), ...publicationRoutes])
})
afterAll(() => office.close())

const drafter = () => office.who('drafter')
const params = () => ({ agencyId: office.bureau })
const inAll = <T>(work: Parameters<typeof office.database.transaction<T>>[1]) =>
  office.database.transaction('installation', work)
const base64 = (text: string) => Buffer.from(text).toString('base64')

const content: CreateBody = {
  ...{ title: '2025年义务教育统计公报', category: 'statistics', summary: '在校学生和教师人数', text: '# 公报' },
  ...{ sectionId: null, origin: 'made', originOn: '2026-02-01', organ: '示例县教育局' },
}
const begin = (changes: Partial<CreateBody> = {}) =>
  office.as(drafter())(contracts.createPublication, { params: params(), body: { ...content, ...changes } })
const of = ({ publication: { id } }: PublicationView) => ({ ...params(), publicationId: id })

/** A request with its answer drafted, and a proposal to publish it. */
async function proposed(title = wanted.title): Promise<string> {
  const { request } = await office.register({ wanted: { ...wanted, title } })
  const { id } = request.case
  const handler = office.who('handler')
  await office.act(office.who('office_head'), id, 'assign', { sectionId: office.section, handlerId: null, note: '' })
  const add = (kind: string, name: string) =>
    office.send(handler, 'POST', `/agencies/${office.bureau}/requests/${id}/papers`, {
      body: { kind, name, file: base64(`${kind} 划片方案正文`) },
    })
  const papers = [await add('redacted', '张三丰申请的方案.txt'), await add('material', '名单.txt')]
  const attachments = papers.map(paper => (paper as unknown as { id: string }).id)
  await office.act(handler, id, 'saveDraft', {
    decision: 'partial',
    facts: { delivery: '邮寄至示例县人民路9号' },
    withheld: [{ part: '附件中张三丰等学生的名单', exemption: 'E15', kind: null, reason: '涉及个人隐私' }],
    ...{ edits: {}, attachments },
  })
  await office.act(handler, id, 'proposePublication', { reason: '多人关心' })
  return id
}
const settle = (id: string, accepted: boolean) =>
  office.act(office.who('office_head'), id, 'settleProposal', { accepted, reason: '属于公众广泛关注的信息' })
const draftOf = (requestId: string) =>
  inAll(tx => tx.select().from(publication).where(eq(publication.requestId, requestId)))
const workOf = (who = drafter()) =>
  inAll(tx =>
    publicationWork(tx, { ...who, roles: who.roles.map(role => ({ role })), supervisedAgencies: [] }, office.now),
  )

describe('given a proposal to publish what was disclosed (条例44)', () => {
  test('when accepted, then one draft begins with the subject and what was disclosed, and the case names it', async () => {
    const id = await proposed('张三丰家所在学区的划片方案')
    const { case: settled } = await settle(id, true)
    const [row, ...more] = await draftOf(id)
    expect(more).toEqual([])
    expect(settled.proposal?.outcome?.publicationId).toBe(row?.id)
    const view = await office.as(drafter())(contracts.getPublication, {
      params: { ...params(), publicationId: row?.id ?? '' },
    })
    expect(view.publication).toMatchObject({
      content: { title: '***家所在学区的划片方案', sectionId: office.section, organ: '示例县教育局' },
      source: { kind: 'request', requestId: id, number: settled.number, answer: null, papersLeft: 1 },
    })
    expect(view.section).toBe('基础教育科')
    const [file] = view.files
    expect(view.files.map(({ name }) => name)).toEqual(['***申请的方案.txt'])
    const saved = await office.file(drafter(), `publications/${row?.id}/files/${file?.id}/content`)
    expect(await saved.text()).toBe('redacted 划片方案正文')
  })

  test('when accepted, then neither rows nor record hold who asked (条例15)', async () => {
    const id = await proposed(`关于${zhang.name}（${zhang.phone}）所问事项`)
    await settle(id, true)
    const [row] = await draftOf(id)
    const files = await inAll(tx =>
      tx
        .select()
        .from(publicationFile)
        .where(eq(publicationFile.publicationId, row?.id ?? '')),
    )
    const entries = (await office.events(office.bureau)).filter(({ subject }) => subject === `publication:${row?.id}`)
    expect(entries.map(({ kind, data }) => [kind, data])).toEqual([
      ['publications.begin', { source: 'request', requestId: id, files: 1 }],
    ])
    const kept = JSON.stringify([row, files, entries])
    for (const told of [zhang.name, zhang.phone, zhang.identityNumber, '人民路9号']) expect(kept).not.toContain(told)
    expect((await inAll(tx => verifyChain(tx, office.bureau))).broken).toBeNull()
  })

  test('when accepted twice under one key, then it is done once', async () => {
    const id = await proposed()
    const { version } = (await office.get(id)).case
    const path = `/agencies/${office.bureau}/requests/${id}/settleProposal`
    const init = { body: { accepted: true, reason: '同意', version }, key: 'one-and-the-same-key' }
    const answers = await Promise.all([1, 2].map(() => office.send(office.who('office_head'), 'POST', path, init)))
    expect(answers.map(({ status }) => status)).toEqual([200, 200])
    expect(await draftOf(id)).toHaveLength(1)
  })

  test('when not accepted, then none begins', async () => {
    const id = await proposed()
    const { case: settled } = await settle(id, false)
    expect(settled.proposal?.outcome).toMatchObject({ accepted: false, publicationId: null })
    expect(await draftOf(id)).toEqual([])
  })

  test('when the draft cannot be kept, then the proposal is not settled either', async () => {
    const id = await proposed()
    const { id: another } = (await begin()).publication
    const hold = (requestId: string | null) =>
      inAll(tx => tx.update(publication).set({ requestId }).where(eq(publication.id, another)))
    await hold(id)
    const told = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    await expect(settle(id, true)).rejects.toThrow()
    told.mockRestore()
    await hold(null)
    expect((await office.get(id)).case.proposal?.outcome).toBeNull()
  })

  test('then those who write have it on their list until it is discarded, and others do not', async () => {
    const id = await proposed('学校食堂招标合同')
    await settle(id, true)
    const [row] = await draftOf(id)
    const mine = (await workOf()).find(({ key }) => key === `publications:${row?.id}`)
    expect(mine).toMatchObject({ title: '学校食堂招标合同', link: `/console/publications/${row?.id}`, due: null })
    expect(mine?.asks.zh).toMatch(/^来自依申请公开的信息待整理公开，还缺公开类别、内容概述/)
    expect(await workOf(office.who('leader'))).toEqual([])
    await office.as(drafter())(contracts.discardPublication, {
      params: { ...params(), publicationId: row?.id ?? '' },
      body: { version: 1, reason: '与已公开的内容重复' },
    })
    expect((await workOf()).map(({ key }) => key)).not.toContain(`publications:${row?.id}`)
  })
})

describe('a draft of our own (条例19-22)', () => {
  test('given it is edited on an older version, then the edit is refused and nothing is lost of the newer', async () => {
    const view = await begin({ category: null, summary: '' })
    expect(view.needed.map(({ zh }) => zh)).toEqual(['公开类别', '内容概述', '责任科室'])
    const edit = (version: number, title: string) =>
      office.as(drafter())(contracts.editPublication, { params: of(view), body: { ...content, title, version } })
    expect((await edit(1, '改过的标题')).publication).toMatchObject({ version: 2, content: { title: '改过的标题' } })
    expect((await refusalOf(edit(1, '迟到的标题'))).code).toBe('changed_meanwhile')
    const later = await office.as(drafter())(contracts.getPublication, { params: of(view) })
    expect(later.publication.content.title).toBe('改过的标题')
  })

  test('given a section of nobody or a day to come, then it is refused at its place', async () => {
    expect((await refusalOf(begin({ sectionId: office.bureau }))).at).toBe('body.sectionId')
    expect((await refusalOf(begin({ originOn: '2026-03-03' }))).at).toBe('body.originOn')
    expect((await refusalOf(begin({ title: ' ' }))).at).toBe('body.title')
  })

  test('given it is discarded, then it can be read with the reason and no longer be changed', async () => {
    const view = await begin()
    const discard = { params: of(view), body: { version: 1, reason: '内容已经过时' } }
    const gone = await office.as(drafter())(contracts.discardPublication, discard)
    expect(gone).toMatchObject({ publication: { standing: { reason: '内容已经过时' } }, discardedBy: drafter().name })
    const edit = { params: of(view), body: { ...content, version: 2 } }
    expect((await refusalOf(office.as(drafter())(contracts.editPublication, edit))).code).toBe('not_a_draft')
    const file = { params: of(view), body: { name: '附表.txt', file: base64('表') } }
    expect((await refusalOf(office.as(drafter())(contracts.addPublicationFile, file))).code).toBe('not_a_draft')
  })

  test('given files, then they are kept closed, opened under a renewed key, and taken off', async () => {
    const view = await begin()
    const add = { params: of(view), body: { name: '附表', file: base64('各校人数') } }
    const file = await office.as(drafter())(contracts.addPublicationFile, add)
    expect(file).toMatchObject({ name: '附表.txt', size: 12 })
    const resealed = await inAll(async tx => {
      await agencyKeys(tx, office.services.keys, office.bureau)
      return resealPublications(tx, await renewKey(tx, office.services.keys, office.bureau))
    })
    expect(resealed).toBeGreaterThan(0)
    const place = `publications/${view.publication.id}/files/${file.id}`
    expect(await (await office.file(office.who('leader'), `${place}/content`)).text()).toBe('各校人数')
    const [row] = await inAll(tx => tx.select().from(publicationFile).where(eq(publicationFile.id, file.id)))
    const stored = await office.services.blobs.get(row?.blob ?? '')
    for await (const piece of stored?.content ?? []) expect(Buffer.from(piece).toString()).not.toContain('人数')
    await office.as(drafter())(contracts.removePublicationFile, { params: { ...of(view), fileId: file.id } })
    expect((await office.file(drafter(), `${place}/content`)).status).toBe(404)
  })

  test('given many, then they are found by words, state and source, page by page', async () => {
    for (const n of [1, 2, 3]) await begin({ title: `翻页用的草稿${n}`, category: 'budget' })
    const list = (query: object) =>
      office.as(office.who('leader'))(contracts.listPublications, { params: params(), query })
    const first = await list({ q: '翻页用的', limit: 2 })
    const second = await list({ q: '翻页用的', limit: 2, after: first.next })
    const titles = [...first.items, ...second.items].map(({ title }) => title)
    expect(titles.toSorted()).toEqual(['翻页用的草稿1', '翻页用的草稿2', '翻页用的草稿3'])
    expect(second.next).toBeNull()
    expect((await list({ category: 'budget' })).items).toHaveLength(3)
    const disclosed = await list({ source: 'request', state: 'draft' })
    expect(disclosed.items.every(({ requestNumber }) => requestNumber !== null)).toBe(true)
    expect((await list({ q: disclosed.items[0]?.requestNumber })).items).toHaveLength(1)
    expect((await list({ state: 'discarded', q: '翻页用的' })).items).toEqual([])
  })

  test('given another agency, then its rows are not there (行级隔离)', async () => {
    const view = await begin()
    const { town } = office.at
    const theirs = { agencyId: town, publicationId: view.publication.id }
    const asked = office.as(office.at.person(town, 'drafter'))(contracts.getPublication, { params: theirs })
    expect((await refusalOf(asked)).code).toBe('not_found')
    const seen = await office.database.transaction({ agency: town }, tx =>
      tx.$count(publication, eq(publication.agencyId, office.bureau)),
    )
    expect(seen).toBe(0)
  })
})
