import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Office, startOffice, wanted } from '../../../../test/support/request-office.ts'
import type { LocalDate } from '../../../domain/kernel/date.ts'
import { DAY } from '../../../domain/kernel/instant.ts'
import { enteredYears } from '../../../kit/calendars.ts'
import { calendarYear, notification } from '../../../kit/schema/desk.ts'
import * as contracts from '../contract/index.ts'
import { requestDuties } from './daily.ts'
import { renewRequests, requestWork, searchRequests } from './providers.ts'

let office: Office
beforeAll(async () => {
  office = await startOffice()
})
afterAll(() => office.close())

const duties = () => requestDuties(office.services, office.now)
const entries = async (id: string) =>
  (await office.events(office.bureau))
    .filter(({ subject, actor }) => subject === `request:${id}` && actor === 'job:requests')
    .map(({ kind }) => kind)
/** What the supervisor of the county hears of a case. */
const toldAbove = async (id: string) => {
  const { accountId } = office.at.person(office.at.county, 'supervisor')
  const all = await office.database.transaction('installation', tx => tx.select().from(notification))
  return all.filter(n => n.accountId === accountId && n.agencyId === office.at.county && n.link?.includes(id))
}
const at = (day: string, hour = 10) => {
  office.now = new Date(`${day}T${String(hour).padStart(2, '0')}:00:00+08:00`)
}

describe('what the day brings', () => {
  test('given a letter that came in, when the day ends unconfirmed, then it is entered once and told (条例31)', async () => {
    at('2026-03-02')
    const { request } = await office.register({ channel: 'mail_plain' })
    await duties()
    expect(await entries(request.case.id)).toEqual([])
    at('2026-03-02', 18)
    await duties()
    await duties()
    expect(await entries(request.case.id)).toEqual(['requests.unconfirmed'])
  })

  test('given it stays unconfirmed, then it is entered once each working day, and above after two (条例31, 47)', async () => {
    at('2026-03-05', 18)
    const came = { submittedOn: '2026-03-05', arrivedOn: '2026-03-05' } as const
    const { request } = await office.register({ channel: 'mail_plain', ...came })
    const { id } = request.case
    await duties()
    at('2026-03-06')
    await Promise.all([duties(), duties()])
    const daily = ['requests.unconfirmed', 'requests.unconfirmed']
    expect(await entries(id)).toEqual(daily)
    at('2026-03-07', 18)
    await duties()
    expect(await entries(id)).toEqual(daily)
    at('2026-03-09')
    await duties()
    const above = [...daily, 'requests.unconfirmed', 'requests.unconfirmedEscalated']
    expect(await entries(id)).toEqual(above)
    const said = { title: { zh: expect.stringContaining('仍未与申请人确认') } }
    expect(await toldAbove(id)).toMatchObject([said])
    // No worker for thirty days: the day it comes back on is told, not each that passed.
    office.now = new Date(office.now.getTime() + 30 * DAY)
    await duties()
    await duties()
    expect(await entries(id)).toEqual([...above, 'requests.unconfirmed'])
    expect(await toldAbove(id)).toHaveLength(1)
    const supervisor = office.at.person(office.at.county, 'supervisor')
    const list = await office.as(supervisor)(contracts.listRequests, {
      params: { agencyId: office.bureau },
      query: { state: 'arrived' },
    })
    expect(list.items.map(item => item.id)).toContain(id)
    const counts = await office.as(supervisor)(contracts.countRequests, {
      params: { agencyId: office.bureau },
      query: {},
    })
    const { agencyName } = await office.get(id, supervisor)
    expect([agencyName, counts.agencyName]).toEqual(['示例县教育局', '示例县教育局'])
  })

  test('given no worker for thirty days, then lateness is entered once, and the agency above hears of it once', async () => {
    at('2026-03-02')
    const { request } = await office.register()
    at('2026-03-24')
    await duties()
    expect(await entries(request.case.id)).toEqual(['requests.reminded'])
    office.now = new Date(office.now.getTime() + 30 * DAY)
    await Promise.all([duties(), duties()])
    await duties()
    expect(await entries(request.case.id)).toEqual(['requests.reminded', 'requests.overdue', 'requests.escalated'])
    const told = await toldAbove(request.case.id)
    expect(told.map(({ link }) => link)).toEqual([`/console/requests/${request.case.id}?of=${office.bureau}`])
  })

  test('given a correction not made in time, then its limit is entered once', async () => {
    at('2026-03-02')
    const { request } = await office.register()
    const { id } = request.case
    await office.act(office.who('office_head'), id, 'assign', { sectionId: office.section, handlerId: null, note: '' })
    const ask = { grounds: ['unclear' as const], items: ['请说明年度'], days: 5 }
    const asked = await office.act(office.who('handler'), id, 'askCorrection', ask)
    const letterId = asked.case.letters[0]?.id ?? ''
    await office.act(office.who('office_head'), id, 'issueLetter', { letterId })
    await office.act(office.who('handler'), id, 'serveLetter', { letterId, on: '2026-03-02', evidence: '签收' })
    at('2026-04-20')
    await duties()
    await duties()
    expect(await entries(id)).toEqual(['requests.lapsed_correction'])
  })
})

describe('given the agency above urges (条例47)', () => {
  test('then the office hears at once, and above of the lapse and of the answer, once each', async () => {
    at('2026-03-02')
    const { request } = await office.register()
    const { id } = request.case
    const supervisor = office.at.person(office.at.county, 'supervisor')
    const urged = await office.act(supervisor, id, 'urge', { text: '请抓紧办理', answerBy: '2026-03-04' })
    const all = await office.database.transaction('installation', tx => tx.select().from(notification))
    const { accountId } = office.who('office_head')
    const own = all.filter(n => n.accountId === accountId && n.link === `/console/requests/${id}`)
    expect(own).toMatchObject([{ title: { zh: expect.stringContaining('上级督办') } }])
    at('2026-03-04', 18)
    await duties()
    expect([await entries(id), await toldAbove(id)]).toEqual([[], []])
    at('2026-03-05')
    await duties()
    await duties()
    expect(await entries(id)).toEqual(['requests.lapsed_urging'])
    expect(await toldAbove(id)).toMatchObject([{ title: { zh: expect.stringContaining('期限已于 2026-03-04 届满') } }])
    const urgingId = urged.case.urgings[0]?.id ?? ''
    await office.act(office.who('office_head'), id, 'answerUrging', { urgingId, text: '已在办理' })
    await duties()
    await duties()
    expect((await toldAbove(id)).map(({ title }) => (title as { zh: string }).zh).sort()).toEqual([
      expect.stringContaining('回复督办的期限已于'),
      expect.stringContaining('督办已回复'),
    ])
  })
})

describe('what others are told', () => {
  const actorOf = (who: ReturnType<Office['who']>) => ({
    ...who,
    roles: who.roles.map(role => ({ role })),
    supervisedAgencies: [],
  })
  const workOf = (...roles: Parameters<Office['who']>) =>
    office.database.transaction('installation', tx => requestWork(tx, actorOf(office.who(...roles)), office.now))

  test('given a registered case, then it waits for those who assign, and for no administrator', async () => {
    at('2026-03-02')
    const { request } = await office.register()
    const mine = (items: Awaited<ReturnType<typeof workOf>>) =>
      items.filter(({ link }) => link.endsWith(request.case.id))
    expect(mine(await workOf('handler'))[0]).toMatchObject({ due: '2026-03-30', asks: { zh: '分派承办科室' } })
    expect(mine(await workOf('leader'))).toEqual([])
    expect(await workOf('system_admin')).toEqual([])
  })

  test('given what one person has in hand, then it waits for nobody else of the section', async () => {
    at('2026-03-02')
    const { request } = await office.register()
    const { id } = request.case
    const asked = async (role: 'handler' | 'drafter') =>
      (await workOf(role)).filter(({ link, key }) => link.endsWith(id) && key.includes(':saveDraft')).length
    const assign = (handlerId: string | null) =>
      office.act(office.who('office_head'), id, 'assign', { sectionId: office.section, handlerId, note: '' })
    await assign(null)
    expect(await asked('drafter')).toBe(1)
    await assign(office.who('handler').accountId)
    expect([await asked('drafter'), await asked('handler')]).toEqual([0, 1])
  })

  test('given a whole telephone number, then the search finds its cases; given an administrator, then nothing', async () => {
    const find = (role: 'handler' | 'system_admin', q: string) =>
      office.database.transaction('installation', tx =>
        searchRequests(tx, actorOf(office.who(role)), q, 10, office.services),
      )
    expect((await find('handler', '13972000001')).length).toBeGreaterThan(0)
    expect(await find('handler', '1397200000')).toEqual([])
    expect(await find('system_admin', '13972000001')).toEqual([])
  })

  test('given a new calendar, then the days stored move in the same transaction (条例33)', async () => {
    at('2026-03-02')
    const { request } = await office.register({ wanted: { ...wanted, title: '日历变动' } })
    const days = [{ date: '2026-03-30', workday: false, reason: '地方假日' }]
    await office.database.transaction('installation', async tx => {
      const year = {
        region: '639921',
        year: 2026,
        state: 'published',
        notice: null,
        noticeDate: null,
        days,
        version: 1,
      }
      await tx
        .insert(calendarYear)
        .values({ ...year, updatedAt: office.now, accountId: office.who('leader').accountId })
      expect(await enteredYears(tx)).toHaveLength(1)
      const subject = `request:${request.case.id}`
      const moved = { subject, before: '2026-03-30' as LocalDate, after: '2026-03-31' as LocalDate }
      await renewRequests(tx, office.now, office.services, [moved])
    })
    const found = await office.as(office.who('handler'))(contracts.listRequests, {
      params: { agencyId: office.bureau },
      query: { q: '日历变动' },
    })
    expect(found.items[0]?.clock.due).toBe('2026-03-31')
    const { rows } = await office.database.transaction('installation', tx =>
      tx.execute<{ due_on: string }>(`SELECT due_on::text FROM request WHERE id = '${request.case.id}'`),
    )
    expect(rows).toEqual([{ due_on: '2026-03-31' }])
    const own = (await office.events(office.bureau)).filter(({ subject }) => subject === `request:${request.case.id}`)
    expect(own.at(-1)).toMatchObject({
      kind: 'requests.dueMoved',
      data: { what: 'answer', from: '2026-03-30', to: '2026-03-31', number: request.case.number },
    })
    const { accountId } = office.who('office_head')
    const all = await office.database.transaction('installation', tx => tx.select().from(notification))
    expect(all.filter(n => n.kind === 'due.moved' && n.accountId === accountId)).toMatchObject([
      { link: `/console/requests/${request.case.id}`, body: { zh: expect.stringContaining('2026-03-31') } },
    ])
  })
})

describe('given an agency whose cases cannot be read', () => {
  test('then the agencies after it have their day all the same, and its administrator and the log hear of it', async () => {
    at('2026-03-02')
    const { request } = await office.register({ channel: 'mail_plain' })
    const { id } = request.case
    const broken = { agency_id: office.at.county, number: 'X-1', query_code: 'X', body: {} }
    await office.database.transaction('installation', tx =>
      tx.execute(sql`INSERT INTO request
        SELECT (jsonb_populate_record(r, ${JSON.stringify(broken)}::jsonb)).* FROM request r WHERE id = ${id}`),
    )
    at('2026-03-02', 18)
    expect(office.at.county < office.bureau).toBe(true)
    await expect(duties()).rejects.toThrow(office.at.county)
    await expect(duties()).rejects.toThrow()
    await office.database.transaction('installation', tx =>
      tx.execute(sql`UPDATE request SET state = 'closed' WHERE agency_id = ${office.at.county}`),
    )
    expect(await entries(id)).toEqual(['requests.unconfirmed'])
    const all = await office.database.transaction('installation', tx => tx.select().from(notification))
    const told = all.filter(({ kind }) => kind === 'system.job')
    const { accountId } = office.at.person(office.at.county, 'system_admin')
    expect(told).toMatchObject([{ accountId, agencyId: office.at.county, link: '/console/jobs' }])
  })
})
