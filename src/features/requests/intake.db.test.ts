import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { refusalOf } from '../../../test/support/api.ts'
import { intake, type Office, startOffice, wanted, zhang } from '../../../test/support/request-office.ts'
import { turningMark } from '../../domain/kernel/turning.ts'
import { request } from '../../kit/schema/requests.ts'
import * as contracts from './contract/index.ts'

let office: Office
beforeAll(async () => {
  office = await startOffice()
})
afterAll(() => office.close())

const list = (query: Record<string, unknown> = {}) =>
  office.as(office.who('handler'))(contracts.listRequests, {
    params: { agencyId: office.bureau },
    query: query as never,
  })

describe('the day of receipt by channel (条例31)', () => {
  test.each([
    // Saturday 28 February is a working day in 2026.
    ['in_person', 'registered', '2026-02-26', '2026-03-25'],
    ['oral_assisted', 'registered', '2026-02-26', '2026-03-25'],
    ['mail_signed', 'registered', '2026-02-27', '2026-03-26'],
    ['mail_plain', 'arrived', null, null],
    ['misaddressed', 'arrived', null, null],
    ['online', 'arrived', null, null],
    ['fax', 'arrived', null, null],
    ['email', 'arrived', null, null],
    ['other', 'arrived', null, null],
  ] as const)('given %s, then it is %s, received %s, due %s', async (channel, state, receivedOn, due) => {
    const { request: view } = await office.register({ channel, submittedOn: '2026-02-26', arrivedOn: '2026-02-27' })
    expect(view.case).toMatchObject({ state, receivedOn })
    expect(view.clock.due).toBe(due)
  })

  test('given a plain letter, when receipt is confirmed, then the clock begins on that day', async () => {
    const { request: view } = await office.register({ channel: 'mail_plain' })
    expect(view.waits).toMatchObject([{ act: 'confirm', by: '2026-03-02' }])
    const after = await office.act(office.who('handler'), view.case.id, 'confirm', {
      on: '2026-03-02',
      method: 'phone',
      evidence: '电话确认，10:20',
    })
    expect(after.case).toMatchObject({ state: 'registered', receivedOn: '2026-03-02', version: 2 })
    expect(after.clock).toMatchObject({ state: 'running', due: '2026-03-30', remaining: 20 })
  })

  test('given days that cannot be, then each is told at its field and no number is taken', async () => {
    const before = (await list()).items.length
    const future = office.register({ submittedOn: '2026-03-03', arrivedOn: '2026-03-03' })
    expect(await refusalOf(future)).toMatchObject({ status: 422, at: 'body.arrivedOn' })
    const crossed = office.register({ submittedOn: '2026-03-02', arrivedOn: '2026-03-01' })
    expect(await refusalOf(crossed)).toMatchObject({ at: 'body.submittedOn' })
    expect((await list()).items.length).toBe(before)
  })
})

describe('what is kept of the applicant (个保法51)', () => {
  test('given a registration, then no column holds name, number or telephone, and pages show them masked', async () => {
    const { request: view, queryCode } = await office.register()
    expect(view.applicant).toMatchObject({ name: '张**', identityNumber: '110****002X', phone: '139****0001' })
    const rows = await office.database.transaction('installation', tx =>
      tx.select().from(request).where(eq(request.id, view.case.id)),
    )
    const kept = JSON.stringify(rows)
    for (const secret of [zhang.name, zhang.identityNumber, zhang.phone, zhang.address, queryCode]) {
      expect(kept).not.toContain(secret)
    }
    const record = JSON.stringify(await office.events(office.bureau))
    for (const secret of [zhang.name, zhang.identityNumber, zhang.phone, wanted.title])
      expect(record).not.toContain(secret)
  })

  test('given an identity number mistyped, then it is told at its field', async () => {
    const applicant = { ...zhang, identityNumber: '110105194912310020' }
    expect(await refusalOf(office.register({ applicant }))).toMatchObject({
      code: 'bad_identity_number',
      at: 'body.applicant.identityNumber',
    })
  })

  test.each([
    ['business', 'id_card'],
    ['legal_service', 'passport'],
    ['natural_person', 'credit_code'],
  ] as const)(
    'given %s proved by %s, then it is refused at the kind of document (条例29)',
    async (kind, identityType) => {
      const applicant = { ...zhang, kind, identityType, identityNumber: '' }
      expect(await refusalOf(office.register({ applicant }))).toMatchObject({
        status: 422,
        code: 'wrong_identity_type',
        at: 'body.applicant.identityType',
      })
    },
  )

  test('given the whole name, number or telephone, then the list finds the case; given a part, then it does not', async () => {
    const applicant = { ...zhang, name: '李时珍', identityNumber: '', phone: '139-7200-0077' }
    const { request: view } = await office.register({ applicant })
    const found = async (q: string) => (await list({ q })).items.map(({ id }) => id)
    expect(await found('李时珍')).toEqual([view.case.id])
    expect(await found('13972000077')).toEqual([view.case.id])
    expect(await found('李时')).toEqual([])
    expect(await found(view.case.number)).toContain(view.case.id)
  })

  test('given a reason, then the data are seen whole, and who looked and why is in the record', async () => {
    const { request: view } = await office.register()
    const call = { params: { agencyId: office.bureau, requestId: view.case.id }, body: { reason: '邮寄答复书' } }
    const seen = await office.as(office.who('handler'))(contracts.unmaskRequest, call)
    expect(seen.applicant).toEqual(zhang)
    const last = (await office.events(office.bureau)).at(-1)
    expect(last).toMatchObject({ kind: 'requests.unmask', data: { reason: '邮寄答复书' } })
    expect(await refusalOf(office.as(office.who('system_admin'))(contracts.unmaskRequest, call))).toMatchObject({
      status: 403,
    })
  })
})

describe('numbers and repeated calls', () => {
  test('given 200 registrations at once under one key, then there is one case', async () => {
    const before = (await list({ limit: 200 })).items.length
    const params = { agencyId: office.bureau }
    const call = () =>
      office.as(office.who('handler'))(contracts.registerRequest, { params, body: intake }, 'one-key-1')
    const told = await Promise.allSettled(Array.from({ length: 200 }, call))
    expect(told.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect((await list({ limit: 200 })).items.length).toBe(before + 1)
  })

  test('given several cases, then their numbers follow each other in the form that is set', async () => {
    await office.set('numbering.request', '示教申〔{year}〕{number}号')
    const [first, second] = [await office.register(), await office.register()]
    const numberOf = (text: string) => Number(/〕(\d+)号$/.exec(text)?.[1])
    expect(first.request.case.number).toMatch(/^示教申〔2026〕\d+号$/)
    expect(numberOf(second.request.case.number)).toBe(numberOf(first.request.case.number) + 1)
  })
})

describe('texts of every kind', () => {
  test.each(["'; DROP TABLE request; --", '<script>alert(1)</script>', '﷽ 🧑‍⚖️ \u202eabc', '%_\\', '{year}{number}'])(
    'given %j as a title and as a search, then it is kept as typed and found',
    async title => {
      const { request: view } = await office.register({ wanted: { ...wanted, title } })
      expect(view.case.wanted.title).toBe(title)
      expect((await list({ q: title })).items.map(({ id }) => id)).toContain(view.case.id)
    },
  )
})

describe('names', () => {
  test('given an applicant whose name turns the direction of writing, then the place is told and nothing is kept', async () => {
    const before = (await list({ limit: 200 })).items.length
    const refused = office.register({ applicant: { ...zhang, name: '张\u202e三' } })
    expect(await refusalOf(refused)).toMatchObject({
      status: 400,
      at: 'body.applicant.name',
      errors: [{ at: 'body.applicant.name', says: turningMark }],
    })
    expect((await list({ limit: 200 })).items.length).toBe(before)
  })
})

describe('lists', () => {
  test('given pages of two, then every case comes once, by due date', async () => {
    const all = (await list({ limit: 200 })).items.map(({ id }) => id)
    const paged: string[] = []
    let after: string | null | undefined
    do {
      const page: Awaited<ReturnType<typeof list>> = await list({ limit: 2, ...(after ? { after } : {}) })
      paged.push(...page.items.map(({ id }) => id))
      after = page.next
    } while (after)
    expect(paged).toEqual(all)
    expect(new Set(paged).size).toBe(all.length)
  })

  test('given counts and the list behind them, then they agree (格式二)', async () => {
    const params = { agencyId: office.bureau }
    const counts = await office.as(office.who('leader'))(contracts.countRequests, { params, query: {} })
    const many = async (query: Record<string, unknown>) => (await list({ limit: 200, ...query })).items.length
    expect(counts.open).toBe(await many({ standing: 'open' }))
    expect(counts.soon).toBe(await many({ standing: 'soon' }))
    expect(counts.overdue).toBe(await many({ standing: 'overdue' }))
    expect(counts.unconfirmed).toBe(await many({ state: 'arrived' }))
    const period = { receivedFrom: '2026-03-01', receivedUntil: '2026-12-31' }
    const [fresh, carried, out] = [
      await many({ cell: 'new', ...period }),
      await many({ cell: 'carried_in', ...period }),
      await many({ cell: 'carried_out', ...period }),
    ]
    expect(carried).toBe(3)
    expect(fresh + carried).toBe(out)
  })
})

describe('who is let in (条例4, 47)', () => {
  test('given a supervisor of the agency above, then a case may be read, and the reading stands in its record', async () => {
    const { request: view } = await office.register()
    const supervisor = office.at.person(office.at.county, 'supervisor')
    await office.get(view.case.id, supervisor)
    expect((await office.get(view.case.id)).timeline.at(-1)).toMatchObject({ kind: 'requests.get' })
    const own = (await office.get(view.case.id)).timeline.length
    expect((await office.get(view.case.id)).timeline.length).toBe(own)
  })

  test('given other people of that agency, another agency, or an administrator, then a case is not for them', async () => {
    const { request: view } = await office.register()
    const { at } = office
    const strangers = [at.person(at.county, 'handler'), at.person(at.other, 'handler'), office.who('system_admin')]
    for (const stranger of strangers) {
      expect(await refusalOf(office.get(view.case.id, stranger))).toMatchObject({ status: 403 })
    }
  })
})

describe('a case taken up again after its answer was overturned (行诉法70)', () => {
  const ended = async (applicant: typeof zhang) => {
    const { request: view } = await office.register({ applicant })
    const { id } = view.case
    const told = { from: 'words', words: '申请人来电撤回' } as const
    await office.act(office.who('handler'), id, 'withdraw', { on: '2026-03-02', reason: '', told })
    await office.act(office.who('handler'), id, 'recordOverturning', {
      ...{ by: 'judgment', number: '（2026）示01行初5号', decidedOn: '2026-03-02', on: '2026-03-02' },
    })
    return id
  }

  test('given another applicant, then it is refused at the case named and takes no number', async () => {
    const id = await ended(zhang)
    const applicant = { ...zhang, identityNumber: '110101199003070230' }
    const before = (await list({ limit: 200 })).items.length
    expect(await refusalOf(office.register({ applicant, reopens: id }))).toMatchObject({
      status: 422,
      code: 'not_same_applicant',
      at: 'body.reopens',
    })
    expect((await list({ limit: 200 })).items.length).toBe(before)
    const { request: again } = await office.register({ reopens: id })
    expect(again.case.links.reopens).toBe(id)
  })

  test('given a paper that gave no number, then the name tells whose the case is', async () => {
    const id = await ended({ ...zhang, identityNumber: '' })
    expect(await refusalOf(office.register({ applicant: { ...zhang, name: '赵四' }, reopens: id }))).toMatchObject({
      code: 'not_same_applicant',
    })
    const { request: again } = await office.register({ reopens: id })
    expect(again.case.links.reopens).toBe(id)
  })
})
