import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Api, refusalOf, startApi } from '../../../test/support/api.ts'
import { type County, enterCounty } from '../../../test/support/county.ts'
import { turningMark } from '../../domain/kernel/turning.ts'
import { agencyRoutes } from './api.ts'
import * as contracts from './contract.ts'

let api: Api
let at: County
beforeAll(async () => {
  api = await startApi(agencyRoutes, new Date('2026-03-02T02:00:00Z'))
  at = await enterCounty(api.database, [['system_admin'], ['drafter'], ['reviewer'], ['office_head']])
})
afterAll(() => api.close())

const params = () => ({ agencyId: at.bureau })
const as = (...roles: Parameters<County['person']>[1][]) => api.as(at.person(at.bureau, ...roles))
const kinds = async () => (await api.events(at.bureau)).map(({ kind }) => kind)

describe('sections', () => {
  const add = (name: string) => as('system_admin')(contracts.addSection, { params: params(), body: { name } })
  const list = async () => (await as('drafter')(contracts.listSections, { params: params() })).items

  test('given two, then they stand in the order they were added', async () => {
    const [first, second] = [await add('办公室'), await add('基础教育科')]
    expect((await list()).map(({ id }) => id)).toEqual([first.id, second.id])
    expect((await kinds()).slice(-2)).toEqual(['agencies.addSection', 'agencies.addSection'])
  })

  test('given a name that is there, then it is told at the field, when adding and when renaming', async () => {
    expect(await refusalOf(add('办公室'))).toMatchObject({ status: 409, code: 'taken', at: 'body.name' })
    const [, second] = await list()
    const rename = as('system_admin')(contracts.changeSection, {
      params: { ...params(), sectionId: second?.id ?? '' },
      body: { name: '办公室' },
    })
    expect(await refusalOf(rename)).toMatchObject({ code: 'taken', at: 'body.name' })
    expect((await list()).map(({ name }) => name)).toEqual(['办公室', '基础教育科'])
  })

  test('given it is closed, then its name stays and it is shown as closed', async () => {
    const [first] = await list()
    const sectionId = first?.id ?? ''
    const closed = await as('system_admin')(contracts.changeSection, {
      params: { ...params(), sectionId },
      body: { status: 'closed' },
    })
    expect(closed).toMatchObject({ name: '办公室', status: 'closed' })
  })

  test('given a section of another agency, then it is not found', async () => {
    const [first] = await list()
    const call = api.as(at.person(at.county, 'system_admin'))
    const elsewhere = { agencyId: at.town, sectionId: first?.id ?? '' }
    const refusal = await refusalOf(call(contracts.changeSection, { params: elsewhere, body: { name: '夺' } }))
    expect(refusal).toMatchObject({ status: 404, code: 'not_found' })
  })

  test.each([[{ name: '' }], [{ name: '科'.repeat(61) }], [{ name: 1 }], [{ name: '科\n室' }], [{}]])(
    'given %j, then it is bad input and nothing is added',
    async body => {
      const before = (await list()).length
      const path = `/agencies/${at.bureau}/sections`
      expect(await api.send(at.person(at.bureau, 'system_admin'), 'POST', path, { body })).toMatchObject({
        status: 400,
      })
      expect((await list()).length).toBe(before)
    },
  )

  test('given a name that turns the direction of writing, then the place and the mend are told', async () => {
    const before = (await list()).length
    expect(await refusalOf(add('人\u202e事科'))).toMatchObject({
      status: 400,
      at: 'body.name',
      errors: [{ at: 'body.name', says: turningMark }],
    })
    expect((await list()).length).toBe(before)
  })

  test('given the same call twice, then there is one section', async () => {
    const call = () =>
      as('system_admin')(contracts.addSection, { params: params(), body: { name: '人事科' } }, 'section-key')
    expect(await call()).toEqual(await call())
    expect((await list()).filter(({ name }) => name === '人事科')).toHaveLength(1)
  })

  test('given another agency, then it is refused', async () => {
    const other = api.as(at.person(at.other, 'system_admin'))
    expect(await refusalOf(other(contracts.addSection, { params: params(), body: { name: '外' } }))).toMatchObject({
      status: 403,
    })
    expect(await refusalOf(other(contracts.listSections, { params: params() }))).toMatchObject({ status: 403 })
  })
})

describe('the leading group', () => {
  const member = { name: '赵甲', post: '局长', duty: '第一责任人', fromDate: '2026-01-01', untilDate: null }
  const set = (items: (typeof member | (Omit<typeof member, 'untilDate'> & { untilDate: string }))[]) =>
    as('office_head')(contracts.setLeaders, { params: params(), body: { items } })

  test('given a new group, then it stands in the place of the former, which the record keeps', async () => {
    await set([member, { ...member, name: '钱乙', post: '副局长' }])
    await set([{ ...member, name: '孙丙' }])
    const { items } = await as('drafter')(contracts.getLeaders, { params: params() })
    expect(items).toEqual([{ ...member, name: '孙丙' }])
    const last = (await api.events(at.bureau)).at(-1)
    expect(last?.data).toMatchObject({ before: [{ name: '赵甲' }, { name: '钱乙' }], after: [{ name: '孙丙' }] })
  })

  test('given a last day before the first, then it is told at its row and the group stays', async () => {
    const refusal = await refusalOf(set([member, { ...member, untilDate: '2025-01-01' }]))
    expect(refusal).toMatchObject({ status: 422, at: 'body.items.1.untilDate' })
    expect((await as('drafter')(contracts.getLeaders, { params: params() })).items).toHaveLength(1)
  })

  test.each([
    [{ items: [{}] }],
    [{ items: Array(51).fill(member) }],
    [{ items: [{ ...member, fromDate: '2026-02-30' }] }],
    [{}],
  ])('given %j, then it is bad input', async body => {
    const path = `/agencies/${at.bureau}/leaders`
    expect(await api.send(at.person(at.bureau, 'office_head'), 'PUT', path, { body })).toMatchObject({ status: 400 })
  })

  test('given another agency or a drafter, then it is refused', async () => {
    const body = { items: [] }
    for (const who of [at.person(at.other, 'office_head'), at.person(at.bureau, 'drafter')]) {
      expect(await refusalOf(api.as(who)(contracts.setLeaders, { params: params(), body }))).toMatchObject({
        status: 403,
      })
    }
  })
})

describe('documents', () => {
  let slug = 0
  const add = async (changes: object = {}) => {
    slug += 1
    const body = {
      kind: 'rule' as const,
      slug: `r-${slug}`,
      title: '信息发布审核制度',
      body: '# 一\n\n正文',
      ...changes,
    }
    return as('drafter')(contracts.addDocument, { params: params(), body })
  }
  const of = (documentId: string) => ({ ...params(), documentId })
  const save = (documentId: string, base: number, title = '修订') =>
    as('drafter')(contracts.saveDocument, { params: of(documentId), body: { base, title, body: '正文二' } })
  const publish = (documentId: string, version: number | null, ...roles: Parameters<County['person']>[1][]) =>
    as(...(roles.length > 0 ? roles : (['reviewer'] as const)))(contracts.publishDocument, {
      params: of(documentId),
      body: { version },
    })
  const get = (documentId: string) => as('drafter')(contracts.getDocument, { params: of(documentId) })

  test('given a page written and written on, then every version is kept with its author', async () => {
    const { id } = await add()
    await save(id, 1)
    const found = await get(id)
    expect(found).toMatchObject({ latest: 2, shown: null, title: '修订' })
    expect(found.versions.map(({ version, body }) => [version, body])).toEqual([
      [2, '正文二'],
      [1, '# 一\n\n正文'],
    ])
    expect(found.versions[0]?.author).toBe(at.person(at.bureau, 'drafter').name)
  })

  test('given two wrote on the same version, then the second is told and nothing of it is kept', async () => {
    const { id } = await add()
    const both = await Promise.allSettled([save(id, 1, '甲'), save(id, 1, '乙')])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect((await get(id)).versions).toHaveLength(2)
    expect(await refusalOf(save(id, 1))).toMatchObject({ status: 409, code: 'changed_meanwhile' })
  })

  test('given another person publishes, then the version is shown; given it is taken down, then none is', async () => {
    const { id } = await add()
    expect(await publish(id, 1)).toMatchObject({ shown: 1 })
    await save(id, 1)
    expect(await get(id)).toMatchObject({ shown: 1, latest: 2 })
    expect((await get(id)).versions.find(v => v.version === 1)?.publishedAt).toBe(api.now.toISOString())
    expect(await publish(id, null)).toMatchObject({ shown: null })
    const events = await api.events(at.bureau)
    expect(events.at(-1)).toMatchObject({ kind: 'agencies.publishDocument', data: { before: 1, shown: null } })
  })

  test('given the one who wrote publishes, then it is refused', async () => {
    const body = { kind: 'rule' as const, slug: 'own', title: '自拟', body: '' }
    const { id } = await as('office_head')(contracts.addDocument, { params: params(), body })
    expect(await refusalOf(publish(id, 1, 'office_head'))).toMatchObject({ status: 403, code: 'own_draft' })
    expect(await publish(id, 1)).toMatchObject({ shown: 1 })
  })

  test('given a version that is not there, then it is not found', async () => {
    const { id } = await add()
    expect(await refusalOf(publish(id, 9))).toMatchObject({ status: 404 })
    expect(await get(id)).toMatchObject({ shown: null })
  })

  test('given it was never published, then it can be removed; given it was, then not', async () => {
    const [never, once] = [await add(), await add()]
    await publish(once.id, 1)
    await publish(once.id, null)
    const remove = (id: string) => as('drafter')(contracts.removeDocument, { params: of(id) })
    expect(await remove(never.id)).toBeNull()
    expect(await refusalOf(get(never.id))).toMatchObject({ status: 404 })
    expect(await refusalOf(remove(once.id))).toMatchObject({ status: 422, code: 'was_published' })
    expect(await get(once.id)).toMatchObject({ latest: 1 })
  })

  test('given a second guide, or a slug that is there, then it is told at the field', async () => {
    const guide = { kind: 'guide' as const, slug: 'guide', title: '指南' }
    await add(guide)
    expect(await refusalOf(add({ ...guide, slug: 'guide-2' }))).toMatchObject({ code: 'taken', at: 'body.kind' })
    expect(await refusalOf(add({ slug: 'guide' }))).toMatchObject({ code: 'taken', at: 'body.slug' })
    const { items } = await as('drafter')(contracts.listDocuments, { params: params() })
    expect(items[0]?.kind).toBe('guide')
    expect(items.filter(({ kind }) => kind === 'guide')).toHaveLength(1)
  })

  test('given a text like a script, then it is kept as it was typed', async () => {
    const body = '<script>alert(1)</script>\r\n[x](javascript:alert(1))'
    const { id } = await add({ body })
    expect((await get(id)).versions[0]?.body).toBe(body.replace('\r\n', '\n'))
  })

  test.each([
    [{ title: '' }],
    [{ title: '题'.repeat(101) }],
    [{ body: '文'.repeat(200_001) }],
    [{ body: 'a\u0000b' }],
    [{ slug: 'A B' }],
    [{ kind: 'news' }],
  ])('given %j, then it is bad input and nothing is added', async changes => {
    const before = (await as('drafter')(contracts.listDocuments, { params: params() })).items.length
    const body = { kind: 'rule', slug: 'bad', title: '题', body: '', ...changes }
    const sent = await api.send(at.person(at.bureau, 'drafter'), 'POST', `/agencies/${at.bureau}/documents`, { body })
    expect(sent).toMatchObject({ status: 400, code: 'bad_input' })
    expect((await as('drafter')(contracts.listDocuments, { params: params() })).items.length).toBe(before)
  })

  test('given another agency, then nothing can be seen or done', async () => {
    const { id } = await add()
    const other = api.as(at.person(at.other, 'drafter'))
    expect(await refusalOf(other(contracts.getDocument, { params: of(id) }))).toMatchObject({ status: 403 })
    expect(await refusalOf(other(contracts.removeDocument, { params: of(id) }))).toMatchObject({ status: 403 })
    // Under the own agency's name it is not there.
    const own = { agencyId: at.other, documentId: id }
    expect(await refusalOf(other(contracts.getDocument, { params: own }))).toMatchObject({ status: 404 })
    const superior = api.as(at.person(at.county, 'drafter'))
    expect(await superior(contracts.getDocument, { params: of(id) })).toMatchObject({ id })
    expect(await refusalOf(superior(contracts.removeDocument, { params: of(id) }))).toMatchObject({ status: 403 })
  })
})
