import { and, eq, inArray } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { refusalOf } from '../../../test/support/api.ts'
import { noReader } from '../../../test/support/no-reader.ts'
import {
  type Given,
  type Office,
  routesOfRequests,
  startOffice,
  wanted,
  zhang,
} from '../../../test/support/request-office.ts'
import { storedReport } from '../../kit/schema/desk.ts'
import { event } from '../../platform/record/schema.ts'
import * as contracts from './contract/index.ts'
import { requestStatistics, supervisedTables, superviseRequests } from './contract/statistics.ts'
import { statisticsRoutes } from './statistics-api.ts'

let office: Office
beforeAll(async () => {
  office = await startOffice(undefined, [...statisticsRoutes, ...routesOfRequests(noReader)])
})
afterAll(() => office.close())

const handler = () => office.who('handler')
const others = { ...zhang, name: '李四光', identityNumber: '', phone: '' }
const draft = {
  decision: 'granted' as const,
  facts: { delivery: '纸质文本，邮寄，2026年3月10日前寄出' },
  withheld: [],
  edits: {},
  attachments: [],
} satisfies Given<'saveDraft'>
const begun = async () => {
  const { request } = await office.register()
  const assigned = { sectionId: office.section, handlerId: null, note: '' }
  await office.act(office.who('office_head'), request.case.id, 'assign', assigned)
  return request.case.id
}
const paramsOf = (requestId: string) => ({ agencyId: office.bureau, requestId })

describe('number and likeness (条例35, 36(6), 44)', () => {
  test('given the same subject asked twice by one and once by another, then both are told, and nothing of who else', async () => {
    const first = await office.register()
    await office.register({ applicant: others, wanted: { ...wanted, title: `${wanted.title}（全文）` } })
    await office.register({ wanted: { ...wanted, title: '2024年校园食堂招标合同' } })
    const second = await office.register()
    const { evidence } = await office.get(second.request.case.id)
    expect(evidence).toMatchObject({ thisMonth: 3, last12Months: 3, others: 1 })
    expect(evidence.similar).toEqual([
      {
        id: first.request.case.id,
        number: first.request.case.number,
        title: wanted.title,
        receivedOn: '2026-03-02',
        state: 'registered',
        outcome: null,
        likeness: 1,
      },
    ])
  })
})

describe('the fee before it is asked for (办法4, 5)', () => {
  test('given the eleventh request of a month, then by items it costs 100 yuan, and by 35 pages 50', async () => {
    const applicant = { ...zhang, name: '赵六', identityNumber: '', phone: '' }
    const named = { ...applicant, identityType: 'passport' as const, identityNumber: 'E00000001' }
    let last = ''
    for (let n = 1; n <= 11; n++) last = (await office.register({ applicant: named })).request.case.id
    const items = await office.as(handler())(contracts.quoteFee, {
      params: paramsOf(last),
      query: { scheme: 'items' },
    })
    expect(items).toMatchObject({ quantity: 11, amount: 100 })
    expect(items.notes[0]?.zh).toContain('第 11 件')
    const pages = await office.as(handler())(contracts.quoteFee, {
      params: paramsOf(last),
      query: { scheme: 'pages', pages: 35 },
    })
    expect(pages).toMatchObject({ quantity: 35, amount: 50 })
    expect(pages.lines.map(({ yuan }) => yuan)).toEqual([0, 50])
  })
})

describe('what forms of the office start from', () => {
  test('given the people of an agency, then only who handles requests is named, with the steps of review', async () => {
    await office.set('request.payTo', '示例县财政专户')
    await office.set('request.closingGrounds', 'came_in_twice')
    const told = await office.as(handler())(contracts.getOffice, { params: { agencyId: office.bureau } })
    expect(told.handlers.map(({ id }) => id)).toContain(handler().accountId)
    expect(told.handlers.map(({ id }) => id)).not.toContain(office.who('system_admin').accountId)
    expect(told.payTo).toBe('示例县财政专户')
    expect(told.chain.length).toBeGreaterThan(1)
    expect(told.closingGrounds).toEqual(['came_in_twice'])
  })
})

describe('the answer while it is written (条例36)', () => {
  test('given what is typed, then it reads as a letter, and nothing is kept', async () => {
    const id = await begun()
    const letter = await office.as(handler())(contracts.tryDraft, { params: paramsOf(id), body: draft })
    expect(letter.addressee).toBe('张三丰')
    expect((await office.get(id)).case).toMatchObject({ draft: null, version: 2 })
  })

  test('given a draft returned and written anew, then every revision sent to review can be read (条例45)', async () => {
    const id = await begun()
    await office.act(handler(), id, 'saveDraft', draft)
    await office.act(handler(), id, 'submitDraft', { revision: 1 })
    await office.act(office.who('reviewer'), id, 'returnDraft', { reason: '请写明寄送方式' })
    await office.act(handler(), id, 'saveDraft', { ...draft, facts: { delivery: '邮政挂号信，2026年3月10日前寄出' } })
    const { items } = await office.as(handler())(contracts.listRevisions, { params: paramsOf(id) })
    expect(items.map(({ revision, facts }) => [revision, facts.delivery])).toEqual([
      [1, draft.facts.delivery],
      [2, '邮政挂号信，2026年3月10日前寄出'],
    ])
    expect(items[0]?.returned?.reason).toBe('请写明寄送方式')
  })
})

describe('table 三 of the agencies supervised (条例47, D§3.7 A6)', () => {
  const looked = (agencyId: string) =>
    office.database
      .transaction('installation', tx =>
        tx
          .select({ agencyId: event.agencyId, data: event.data })
          .from(event)
          .where(eq(event.kind, supervisedTables.id)),
      )
      .then(rows => rows.filter(row => row.agencyId === agencyId))
  const looks = (kinds: string[]) =>
    office.database.transaction('installation', tx =>
      tx.select({ agencyId: event.agencyId, data: event.data }).from(event).where(inArray(event.kind, kinds)),
    )
  const year = { from: '2026-01-01', until: '2026-12-31' }
  const ask = (county: string, query = year) =>
    office.as(office.at.person(county, 'supervisor'))(supervisedTables, { params: { agencyId: county }, query })

  test('given a supervisor, then each agency below has its table, and the look stands in the record of who looked', async () => {
    await office.register()
    const { agencies } = await ask(office.at.county)
    const below = agencies.find(({ agencyId }) => agencyId === office.bureau)
    const received = below?.lines.filter(({ line }) => line === 'new').reduce((sum, { count }) => sum + count, 0)
    expect(received).toBeGreaterThan(0)
    expect(agencies.map(({ agencyId }) => agencyId).sort()).toEqual([office.bureau, office.at.town].sort())
    expect(await looked(office.at.county)).toEqual([{ agencyId: office.at.county, data: { ...year, agencies: 2 } }])
    expect(await looked(office.bureau)).toEqual([])
  })

  test('given who supervises nothing there, then none; given the head of the office, then it is refused', async () => {
    expect((await ask(office.at.other)).agencies).toEqual([])
    const head = office.as(office.at.person(office.at.county, 'office_head'))
    const attempt = head(supervisedTables, { params: { agencyId: office.at.county }, query: year })
    expect(await refusalOf(attempt)).toMatchObject({ status: 403 })
  })

  test('given a supervisor who looks over an agency below, then each look stands in its record, without the words searched for', async () => {
    const supervisor = office.as(office.at.person(office.at.county, 'supervisor'))
    const at = { params: { agencyId: office.bureau } }
    await supervisor(contracts.listRequests, { ...at, query: { q: '张三丰', standing: 'open' } })
    await supervisor(contracts.countRequests, { ...at, query: { cell: 'new', receivedFrom: '2026-01-01' } })
    await supervisor(requestStatistics, { ...at, query: year })
    await supervisor(superviseRequests, { params: { agencyId: office.at.county }, query: year })
    await office.as(handler())(contracts.listRequests, { ...at, query: { q: '张三丰' } })
    const kept = await looks([
      contracts.listRequests.id,
      contracts.countRequests.id,
      requestStatistics.id,
      superviseRequests.id,
    ])
    const by = office.at.county
    const told = [
      { agencyId: office.bureau, data: expect.objectContaining({ by, standing: 'open', searched: true }) },
      { agencyId: office.bureau, data: { by, cell: 'new', receivedFrom: '2026-01-01' } },
      { agencyId: office.bureau, data: { by, ...year } },
      { agencyId: office.at.county, data: { ...year, agencies: 2 } },
    ]
    expect(kept).toHaveLength(told.length)
    expect(kept).toEqual(expect.arrayContaining(told))
    expect(JSON.stringify(kept)).not.toContain('张三丰')
  })

  test('given a drafter of the agency above, then the statistics of an agency below are refused; the head sees them', async () => {
    const ask = (role: 'drafter' | 'office_head') =>
      office.as(office.at.person(office.at.county, role))(requestStatistics, {
        params: { agencyId: office.bureau },
        query: year,
      })
    expect(await refusalOf(ask('drafter'))).toMatchObject({ status: 403 })
    expect((await ask('office_head')).lines.length).toBeGreaterThan(0)
  })

  test('given a person of the agency above, then the figures, the tables and the lists and counts they open are all for the supervisor, or all refused (条例47)', async () => {
    const opened = (role: 'supervisor' | 'office_head' | 'leader') => {
      const ask = office.as(office.at.person(office.at.county, role))
      return Promise.allSettled([
        ask(superviseRequests, { params: { agencyId: office.at.county }, query: year }),
        ask(supervisedTables, { params: { agencyId: office.at.county }, query: year }),
        ask(contracts.listRequests, { params: { agencyId: office.bureau }, query: {} }),
        ask(contracts.countRequests, { params: { agencyId: office.bureau }, query: {} }),
      ])
    }
    for (const answer of await opened('supervisor')) expect(answer.status).toBe('fulfilled')
    for (const role of ['office_head', 'leader'] as const) {
      for (const answer of await opened(role)) {
        expect(answer).toMatchObject({ status: 'rejected', reason: { problem: { status: 403 } } })
      }
    }
  })

  test('given a first day after the last, then it is said where', async () => {
    const query = { from: '2026-12-31', until: '2026-01-01' }
    expect(await refusalOf(ask(office.at.county, query))).toMatchObject({ code: 'bad_period' })
  })
})

describe('the same application come in twice (格式2021-30 row 3.6.3)', () => {
  test('given the number of the one that goes on, then the other is closed; of nobody else, nor of one that is closed', async () => {
    const head = office.who('office_head')
    const [first, again, stranger] = [
      await office.register(),
      await office.register(),
      await office.register({ applicant: { ...zhang, name: '王五', identityNumber: '110105194912310038' } }),
    ].map(({ request }) => request.case)
    if (!first || !again || !stranger) throw new Error('three were registered')
    for (const { id } of [first, again]) {
      await office.act(head, id, 'assign', { sectionId: office.section, handlerId: null, note: '' })
    }
    const twice = (id: string, other: string) =>
      office.act(head, id, 'closeOtherwise', { ground: 'came_in_twice', shown: '内容、日期相同', other })
    for (const other of [stranger.number, '〔2026〕99999号', again.number]) {
      expect(await refusalOf(twice(again.id, other))).toMatchObject({ status: 422, at: 'body.other' })
    }
    const { case: ended } = await twice(again.id, first.number)
    expect(ended).toMatchObject({ state: 'closed', closing: { line: 'other.other' } })
    expect(ended.closing?.note).toContain(first.number)
    expect(await refusalOf(twice(first.id, again.number))).toMatchObject({ code: 'not_same_applicant' })
  })
})

describe('a year whose report is handed in (条例49)', () => {
  const handIn = (published: boolean) =>
    office.database.transaction('installation', tx =>
      tx.insert(storedReport).values({
        ...{
          agencyId: office.bureau,
          id: '018f0000-0000-7000-8000-0000000049aa',
          reporter: '示例县教育局',
          year: 2025,
        },
        ...{ edition: '2021', report: {}, findings: [], version: 1, accountId: handler().accountId },
        ...{ publishedAt: published ? office.now : null, savedAt: office.now },
      }),
    )
  const takeBack = () =>
    office.database.transaction('installation', tx =>
      tx.delete(storedReport).where(and(eq(storedReport.agencyId, office.bureau), eq(storedReport.year, 2025))),
    )
  const lastYear = { submittedOn: '2025-12-20', arrivedOn: '2025-12-22' }
  const told = { from: 'words', words: '申请人来电撤回' } as const
  const withdraw = (id: string, on: string) => office.act(handler(), id, 'withdraw', { on, reason: '', told })

  test('given a withdrawal of that year, then it waits until the report is taken back; one of this year does not', async () => {
    const [first, second] = [await office.register(lastYear), await office.register(lastYear)]
    await handIn(true)
    const refusal = await refusalOf(withdraw(first.request.case.id, '2025-12-30'))
    expect(refusal).toMatchObject({ status: 422, code: 'year_reported', at: 'body.on' })
    expect(refusal.says.zh).toMatch(/示例县教育局2025年.*公布.*撤下/)
    const preview = await office.as(handler())(contracts.previewAct, {
      params: { ...paramsOf(first.request.case.id), act: 'withdraw' },
      body: { on: '2025-12-30', reason: '', told },
    })
    expect(preview).toMatchObject({ after: null, refusal: { code: 'year_reported' } })
    expect((await withdraw(second.request.case.id, '2026-01-05')).case.closing).toMatchObject({ on: '2026-01-05' })
    await takeBack()
    expect((await withdraw(first.request.case.id, '2025-12-30')).case.closing).toMatchObject({ on: '2025-12-30' })
  })

  test('given a part split off now, then it is new this year, and the officer is told before; last year stays (D§3.9)', async () => {
    const { request } = await office.register(lastYear)
    const { id } = request.case
    const assigned = { sectionId: office.section, handlerId: null, note: '' }
    await office.act(office.who('office_head'), id, 'assign', assigned)
    await handIn(true)
    const parts = [
      { title: '划片方案', features: '' },
      { title: '学位预警', features: '' },
    ]
    const params = { ...paramsOf(id), act: 'split' as const }
    const { notes } = await office.as(handler())(contracts.previewAct, { params, body: { parts } })
    expect(notes.map(({ zh }) => zh)).toEqual([
      '拆出的 1 件自拆分之日起计数：2026 年表三“一、本年新收政府信息公开申请数量”增加 1 件；2025 年收到的仍是 1 件，该年度的数字不变',
    ])
    const [child = ''] = (await office.act(handler(), id, 'split', { parts })).case.links.splitInto
    expect((await office.get(child)).case).toMatchObject({ receivedOn: '2025-12-20', links: { splitOn: '2026-03-02' } })
    await takeBack()
  })

  test('given a letter that came in then and is entered now, then it is not taken in behind the report either', async () => {
    await handIn(false)
    expect(await refusalOf(office.register(lastYear))).toMatchObject({ code: 'year_reported', at: 'body.arrivedOn' })
    expect((await office.register({ ...lastYear, kind: 'enquiry' })).request.case.receivedOn).toBe('2025-12-20')
    await takeBack()
  })
})
