import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Api, refusalOf, startApi } from '../../../test/support/api.ts'
import { type County, enterCounty } from '../../../test/support/county.ts'
import type { LocalDate } from '../../domain/kernel/date.ts'
import type { Found, Waiting } from '../../kit/providers.ts'
import { noAgency } from '../../kit/routes.ts'
import { notification } from '../../kit/schema/desk.ts'
import { delegation } from '../../kit/schema/people.ts'
import { asOwner } from '../../platform/db/connect.ts'
import { uuid7 } from '../../platform/db/uuid7.ts'
import { appendEvent } from '../../platform/record/chain.ts'
import { addJob, installJobs } from '../../platform/record/jobs.ts'
import { outbox } from '../../platform/record/schema.ts'
import { deskRoutes } from './api.ts'
import * as contracts from './contract.ts'
import { delegationWork, searchPeople } from './people.ts'

const now = new Date('2026-03-02T02:00:00Z')
const said = (zh: string) => ({ zh, en: zh })
let waiting: Waiting[] = []
let found: Found[] = []
let api: Api
let at: County
beforeAll(async () => {
  const routes = deskRoutes({
    workProviders: [async () => waiting, delegationWork],
    searchProviders: [async () => found, searchPeople],
    contracts: [],
  })
  api = await startApi(routes, now)
  at = await enterCounty(api.database, [['drafter'], ['handler'], ['audit_admin'], ['system_admin']])
})
afterAll(() => api.close())

const params = () => ({ agencyId: at.bureau })
const as = (role: Parameters<County['person']>[1], agencyId = at.bureau) => api.as(at.person(agencyId, role))
const write = (work: Parameters<typeof api.database.transaction>[1]) => api.database.transaction('installation', work)

describe('desk.work', () => {
  const item = (key: string, kind: string, due: string | null): Waiting => ({
    key,
    kind,
    kindLabel: said(kind),
    title: key,
    asks: said('办理'),
    link: '/console',
    due: due as LocalDate | null,
    since: new Date('2026-03-01T00:00:00Z'),
  })

  test('given things from several slices, then the most pressing are first, each with its days and word', async () => {
    waiting = [
      item('c', 'x', null),
      item('b', 'x', '2026-03-20'),
      item('a', 'y', '2026-02-27'),
      item('d', 'y', '2026-03-04'),
    ]
    const { items, counts } = await as('drafter')(contracts.getWork, { params: params(), query: {} })
    expect(items.map(({ key, remaining, urgency }) => [key, remaining, urgency])).toEqual([
      ['a', expect.any(Number), 'overdue'],
      ['d', 2, 'soon'],
      ['b', 14, 'later'],
      ['c', null, 'none'],
    ])
    expect(counts).toEqual({ x: 2, y: 2 })
  })

  test('given pages and a kind, then each thing is shown once', async () => {
    waiting = Array.from({ length: 5 }, (_, n) => item(`k${n}`, n === 0 ? 'y' : 'x', n % 2 ? null : '2026-03-04'))
    const keys: string[] = []
    for (let after: string | undefined; ; ) {
      const page = await as('drafter')(contracts.getWork, {
        params: params(),
        query: { limit: 2, kind: 'x', ...(after ? { after } : {}) },
      })
      expect(page.counts).toEqual({ x: 4, y: 1 })
      keys.push(...page.items.map(({ key }) => key))
      if (page.next === null) break
      after = page.next
    }
    expect(keys).toEqual(['k2', 'k4', 'k1', 'k3'])
  })

  test('given roles handed over until tomorrow, then both sides are told, and nobody else', async () => {
    waiting = []
    const [from, to] = [at.person(at.bureau, 'drafter'), at.person(at.bureau, 'handler')]
    const dates = { fromDate: '2026-02-20', untilDate: '2026-03-03' }
    const row = {
      agencyId: at.bureau,
      id: uuid7(now.getTime()),
      fromAccountId: from.accountId,
      toAccountId: to.accountId,
    }
    await write(async tx => {
      await tx.insert(delegation).values({ ...row, roles: ['drafter'], ...dates })
      await tx.insert(delegation).values({ ...row, id: uuid7(1), roles: ['drafter'], ...dates, endedOn: '2026-03-01' })
      await tx
        .insert(delegation)
        .values({ ...row, id: uuid7(2), roles: ['drafter'], ...dates, untilDate: '2026-06-01' })
    })
    for (const role of ['drafter', 'handler'] as const) {
      const { items } = await as(role)(contracts.getWork, { params: params(), query: {} })
      expect(items).toMatchObject([{ kind: 'delegation', due: '2026-03-03', urgency: 'soon' }])
      expect(items[0]?.title).toBe(`${from.name} → ${to.name}：拟稿人`)
    }
    expect((await as('audit_admin')(contracts.getWork, { params: params(), query: {} })).items).toEqual([])
  })

  test('given another agency, then it is refused', async () => {
    const call = as('drafter', at.county)(contracts.getWork, { params: params(), query: {} })
    expect(await refusalOf(call)).toMatchObject({ status: 403, code: 'not_for_this' })
  })
})

describe('desk.search', () => {
  const hit = (title: string): Found => ({ kind: 'x', kindLabel: said('物'), title, detail: '', link: '/' })
  const search = (q: string, limit = 50) => as('drafter')(contracts.search, { params: params(), query: { q, limit } })

  test('given hits of several slices, then what is called exactly so is first, and no more than asked for', async () => {
    found = [hit('政务公开办公室'), hit('公开办'), hit('公开')]
    expect((await search('公开', 2)).items.map(({ title }) => title)).toEqual(['公开', '公开办'])
    found = []
  })

  test('given a person, then they are found in their own agency alone', async () => {
    const { name } = at.person(at.bureau, 'drafter')
    const { items } = await search(name)
    expect(items).toMatchObject([
      { kind: 'person', title: name, link: `/console/people/${at.person(at.bureau, 'drafter').accountId}` },
    ])
    expect((await search('%')).items).toEqual([])
    expect((await search("' OR 1=1 --")).items).toEqual([])
  })

  test.each(['', ' ', 'x'.repeat(101), '\u0000', '\n'])('given the search %j, then it is bad input', async q => {
    const path = `/agencies/${at.bureau}/search?q=${encodeURIComponent(q)}`
    expect(await api.send(at.person(at.bureau, 'drafter'), 'GET', path)).toMatchObject({
      status: 400,
      code: 'bad_input',
    })
  })

  test('given another agency, then it is refused', async () => {
    const call = as('drafter', at.other)(contracts.search, { params: params(), query: { q: '公开' } })
    expect(await refusalOf(call)).toMatchObject({ status: 403 })
  })
})

describe('desk.outbox', () => {
  const list = (query: { state?: 'sent' | 'refused' | 'handed' | 'waiting'; after?: string; limit?: number } = {}) =>
    as('system_admin')(contracts.listOutbox, { params: params(), query })

  test('given messages in every state, then each with its state and no more of the address than may be seen', async () => {
    const message = (n: number, changes: object) => ({
      agencyId: at.bureau,
      id: uuid7(n),
      kind: 'mail',
      subject: `request:${n}`,
      payload: { to: 'li****@example.cn', sealed: 'aes-256-gcm.1.x' },
      dueAt: new Date(now.getTime() + n),
      attempts: 1,
      ...changes,
    })
    const lastError = '550 no such user li.xiaoming@example.cn'
    await write(async tx => {
      await tx.insert(outbox).values(message(1, { attempts: 0 }))
      await tx.insert(outbox).values(message(2, { sentAt: now, evidence: { answer: '250' } }))
      await tx.insert(outbox).values(message(3, { stoppedAt: now, evidence: { sent: false } }))
      await tx.insert(outbox).values(message(4, { stoppedAt: now, lastError, payload: { to: 'li@example.cn' } }))
      await tx.insert(outbox).values(message(5, { agencyId: at.county }))
    })
    const { items } = await list()
    expect(items.map(({ subject, state, to }) => [subject, state, to])).toEqual([
      ['request:4', 'refused', null],
      ['request:3', 'handed', 'li****@example.cn'],
      ['request:2', 'sent', 'li****@example.cn'],
      ['request:1', 'waiting', 'li****@example.cn'],
    ])
    expect(items[0]).toMatchObject({ attempts: 1, lastError: '550 no such user [mail]', doneAt: now.toISOString() })
    for (const state of contracts.outboxStates) {
      expect((await list({ state })).items.map(one => one.state)).toEqual([state])
    }
    const first = await list({ limit: 3 })
    const rest = await list({ limit: 3, after: first.next ?? '' })
    expect([...first.items, ...rest.items]).toEqual(items)
    expect(rest.next).toBeNull()
  })

  test('given anybody but the system administrator of the agency, then it is refused', async () => {
    const call = as('drafter')(contracts.listOutbox, { params: params(), query: {} })
    expect(await refusalOf(call)).toMatchObject({ status: 403, code: 'no_role' })
    const other = as('system_admin', at.county)(contracts.listOutbox, { params: params(), query: {} })
    expect(await refusalOf(other)).toMatchObject({ status: 403, code: 'not_for_this' })
  })
})

describe('notifications', () => {
  const list = (role: Parameters<County['person']>[1], query: object = {}) =>
    as(role)(contracts.listNotifications, { params: params(), query })
  const read = (role: Parameters<County['person']>[1], ids?: string[]) =>
    as(role)(contracts.readNotifications, { params: params(), body: ids ? { ids } : {} })
  beforeAll(async () => {
    await write(async tx => {
      for (const [n, role] of (['drafter', 'drafter', 'drafter', 'handler'] as const).entries()) {
        const { accountId, agencyId } = at.person(at.bureau, role)
        const when = new Date(now.getTime() + n * 1000)
        const row = { agencyId, id: uuid7(when.getTime()), accountId, kind: 'x', title: said(`第${n}条`), at: when }
        await tx.insert(notification).values(row)
      }
    })
  })

  test('given several, then the newest are first, page by page, and only one’s own', async () => {
    const first = await list('drafter', { limit: 2 })
    const rest = await list('drafter', { after: first.next })
    expect([...first.items, ...rest.items].map(({ title }) => title.zh)).toEqual(['第2条', '第1条', '第0条'])
    expect([first.unread, rest.next]).toEqual([3, null])
  })

  test('given some are read, then they are no longer counted; those of others stay', async () => {
    const { items } = await list('drafter')
    const others = (await list('handler')).items.map(({ id }) => id)
    expect(await read('drafter', [items[0]?.id ?? '', ...others])).toEqual({ unread: 2 })
    expect((await list('handler')).unread).toBe(1)
    expect((await list('drafter')).items[0]?.readAt).toBe(now.toISOString())
    expect(await read('drafter')).toEqual({ unread: 0 })
  })

  test.each([{ ids: ['x'] }, { ids: Array(201).fill(noAgency) }, 7])('given %j, then it is bad input', async body => {
    const path = `/agencies/${at.bureau}/notifications/read`
    expect(await api.send(at.person(at.bureau, 'drafter'), 'POST', path, { body })).toMatchObject({ status: 400 })
  })

  test('given another agency, then it is refused', async () => {
    const call = as('drafter', at.other)(contracts.listNotifications, { params: params(), query: {} })
    expect(await refusalOf(call)).toMatchObject({ status: 403 })
  })
})

describe('drafts', () => {
  const of = (key: string) => ({ ...params(), key })
  const save = (key: string, data: Record<string, unknown>, role: Parameters<County['person']>[1] = 'drafter') =>
    as(role)(contracts.saveDraft, { params: of(key), body: { data } })
  const get = (key: string, role: Parameters<County['person']>[1] = 'drafter') =>
    as(role)(contracts.getDraft, { params: of(key) })

  test('given a draft saved twice, then the last is given back, to its author alone', async () => {
    await save('documents:new', { title: '一' })
    expect(await save('documents:new', { title: '二', body: '<script>' })).toEqual({ savedAt: now.toISOString() })
    expect(await get('documents:new')).toEqual({ data: { title: '二', body: '<script>' }, savedAt: now.toISOString() })
    expect(await get('documents:new', 'handler')).toBeNull()
  })

  test('given it is dropped, then it is gone, and dropping again is no error', async () => {
    const drop = () => as('drafter')(contracts.dropDraft, { params: of('documents:new') })
    expect([await drop(), await drop(), await get('documents:new')]).toEqual([null, null, null])
  })

  test('given drafts, then the record says nothing of them', async () => {
    await save('x', { a: 1 })
    expect(await api.events(at.bureau)).toEqual([])
  })

  test.each([
    ['x', { data: 7 }],
    ['x', {}],
    ['x', { data: { a: 'b\u0000' } }],
    ['x', { data: { a: '\ud800' } }],
    ['x', { data: { ['k'.repeat(101)]: 1 } }],
    ['a%20b', { data: {} }],
    ['y'.repeat(121), { data: {} }],
  ])('given the key %s and %j, then it is bad input', async (key, body) => {
    const path = `/agencies/${at.bureau}/drafts/${key}`
    expect(await api.send(at.person(at.bureau, 'drafter'), 'PUT', path, { body })).toMatchObject({ status: 400 })
  })

  test('given something nested without end or too large, then it is refused', async () => {
    const path = `/agencies/${at.bureau}/drafts/deep`
    const deep = `{"data":{"a":${'['.repeat(100_000)}${']'.repeat(100_000)}}}`
    expect(await api.send(at.person(at.bureau, 'drafter'), 'PUT', path, { body: deep })).toMatchObject({ status: 400 })
    const large = { data: { a: 'x'.repeat(1_000_001) } }
    expect(await api.send(at.person(at.bureau, 'drafter'), 'PUT', path, { body: large })).toMatchObject({ status: 413 })
    expect(await get('deep')).toBeNull()
  })

  test('given another agency, then it is refused', async () => {
    const call = as('drafter', at.other)(contracts.saveDraft, { params: of('x'), body: { data: {} } })
    expect(await refusalOf(call)).toMatchObject({ status: 403 })
  })
})

describe('the record', () => {
  const list = (query: object = {}, agencyId = at.town, who = at.bureau) =>
    api.as(at.person(who === at.bureau ? agencyId : who, 'audit_admin'))(contracts.listEvents, {
      params: { agencyId },
      query,
    })
  const add =
    (n: number, actor: string, kind: string, subject: string, agencyId = at.town) =>
    (tx: Parameters<typeof appendEvent>[0]) =>
      appendEvent(tx, {
        agencyId,
        id: uuid7(now.getTime() + n),
        at: new Date(now.getTime() + n * 1000),
        actor,
        kind,
        subject,
        data: { n },
      })
  beforeAll(async () => {
    const drafter = at.person(at.town, 'drafter').accountId
    await write(add(0, drafter, 'desk.saveDraft', 'document:1'))
    await write(add(1, 'visitor', 'accounts.signIn', 'account:1'))
    await write(add(2, 'job:reminders', 'accounts.lock', 'account:2'))
    await write(add(3, 'visitor', 'accounts.signIn', 'account:3', noAgency))
  })

  test('given events, then the newest are first, with the names of who did what', async () => {
    const first = await list({ limit: 2 })
    const rest = await list({ after: first.next })
    expect(
      [...first.items, ...rest.items].map(({ seq, actor, kindLabel }) => [seq, actor.name.zh, kindLabel.zh]),
    ).toEqual([
      [3, '后台任务 reminders', 'accounts.lock'],
      [2, '访客', 'accounts.signIn'],
      [1, at.person(at.town, 'drafter').name, '保存草稿'],
    ])
  })

  test.each([
    [{ kind: 'accounts' }, [3, 2]],
    [{ kind: 'accounts.lock' }, [3]],
    [{ kind: 'account' }, []],
    [{ subject: 'account' }, [3, 2]],
    [{ subject: 'account:1' }, [2]],
    [{ actor: 'visitor' }, [2]],
    // The drafter of the town.
    [{ actor: '冯九' }, [1]],
    [{ actor: '%' }, []],
    [{ from: '2026-03-02T10:00:01+08:00', until: '2026-03-02T10:00:01+08:00' }, [2]],
  ])('given the filter %j, then the events %j', async (query, expected) => {
    expect((await list(query)).items.map(({ seq }) => seq)).toEqual(expected)
  })

  test('given people, agencies and what acts by itself, then each is named in both languages, and found by its name', async () => {
    const drafter = at.person(at.bureau, 'drafter')
    await write(add(10, 'operator', 'accounts.unlock', `account:${drafter.accountId}`, at.bureau))
    await write(add(11, 'demo', 'agencies.change', `agency:${at.bureau}`, at.bureau))
    await write(add(12, drafter.accountId, 'accounts.failedSignIn', 'login:0123456789abcdef', at.bureau))
    await write(add(13, uuid7(1), 'agencies.change', 'something:else', at.bureau))
    const { items } = await list({}, at.bureau, at.county)
    const shown = items.filter(({ data }) => (data as { n?: number }).n !== undefined).slice(0, 4)
    expect(shown.map(({ actor, subjectLabel, kindLabel }) => [actor.name.zh, subjectLabel.zh, kindLabel.zh])).toEqual([
      [expect.stringMatching(/^已不在的账号 …/), 'something:else', 'agencies.change'],
      [drafter.name, '不存在的登录名 …89abcdef', '登录失败'],
      ['演示数据', '机关 示例县教育局', 'agencies.change'],
      ['运维人员（命令行）', `人员 ${drafter.name}`, '解除锁定'],
    ])
    expect(shown[3]).toMatchObject({
      actor: { id: 'operator', name: { en: 'Operator (command line)' } },
      subjectLabel: { en: `Person ${drafter.name}` },
    })
    const found = async (query: object) => (await list(query, at.bureau, at.county)).items.map(({ data }) => data)
    expect(await found({ actor: '运维' })).toEqual([{ n: 10 }])
    expect(await found({ subject: drafter.name })).toEqual([{ n: 10 }])
  })

  test('given a name or number that is one’s own, then nobody audits themselves', async () => {
    const own = at.person(at.town, 'audit_admin')
    for (const actor of [own.accountId, own.name]) {
      expect(await refusalOf(list({ actor }))).toMatchObject({ status: 403, code: 'oneself' })
    }
  })

  test('given the record of no agency, then the audit administrator of the top agency reads it, and no other', async () => {
    const read = (agencyId: string) =>
      as('audit_admin', agencyId)(contracts.listEvents, { params: { agencyId: noAgency }, query: {} })
    expect((await read(at.county)).items.map(({ subject }) => subject)).toContain('account:3')
    expect(await refusalOf(read(at.bureau))).toMatchObject({ status: 403 })
  })

  test('given it is intact, then that is said, and the verification is itself recorded', async () => {
    const verify = () => as('audit_admin', at.county)(contracts.verifyEvents, { params: { agencyId: at.town } })
    expect(await verify()).toEqual({ intact: true, count: 3, broken: null })
    expect(await verify()).toMatchObject({ intact: true, count: 4 })
    expect((await api.events(at.town)).at(-1)).toMatchObject({
      kind: 'desk.verifyEvents',
      data: { intact: true, count: 4 },
    })
  })

  test('given a word in it was altered, then the place is named', async () => {
    await asOwner(api.database.owner, client =>
      client.query(
        `SET row_security = off; UPDATE event SET subject = 'account:9' WHERE agency_id = '${at.town}' AND seq = 2`,
      ),
    )
    const answer = await as('audit_admin', at.town)(contracts.verifyEvents, { params: { agencyId: at.town } })
    expect(answer).toMatchObject({ intact: false, broken: { seq: 2 } })
    expect(answer.broken?.says.zh).toContain('第 2 条')
  })

  test.each([{ from: 'yesterday' }, { limit: '0' }, { limit: '999' }, { kind: 'k'.repeat(61) }, { after: 'x' }])(
    'given %j, then it is bad input',
    async query => {
      const path = `/agencies/${at.town}/events?${new URLSearchParams(query as Record<string, string>)}`
      expect(await api.send(at.person(at.town, 'audit_admin'), 'GET', path)).toMatchObject({ status: 400 })
    },
  )

  test('given anyone but an audit administrator in reach, then the record is closed to them', async () => {
    const call = as('system_admin', at.town)(contracts.listEvents, { params: { agencyId: at.town }, query: {} })
    expect(await refusalOf(call)).toMatchObject({ status: 403, code: 'no_role' })
    expect(await refusalOf(list({}, at.town, at.other))).toMatchObject({ status: 403, code: 'not_for_this' })
    const verify = as('audit_admin', at.other)(contracts.verifyEvents, { params: { agencyId: at.town } })
    expect(await refusalOf(verify)).toMatchObject({ status: 403 })
  })
})

describe('jobs', () => {
  const list = (query: object = {}) => as('system_admin', at.county)(contracts.listJobs, { query })
  const retry = (jobId: string) => as('system_admin', at.county)(contracts.retryJob, { params: { jobId } })

  test('given no worker ever ran, then there are no jobs', async () => {
    await asOwner(api.database.owner, client => client.query('DROP SCHEMA graphile_worker CASCADE'))
    expect(await list()).toEqual({ items: [], next: null })
    expect(await refusalOf(retry('1'))).toMatchObject({ status: 404 })
  })

  test('given jobs, then they are listed by state, and one that failed runs again', async () => {
    await installJobs(api.database.owner)
    await write(async tx => {
      for (const task of ['remind', 'mail', 'mail']) await addJob(tx, { task, payload: { secret: 1 } })
    })
    const jobs = 'graphile_worker._private_jobs'
    await asOwner(api.database.owner, client =>
      client.query(`UPDATE ${jobs} SET attempts = max_attempts, last_error = 'no route' WHERE id = 2;
        UPDATE ${jobs} SET locked_at = now(), locked_by = 'w' WHERE id = 3`),
    )
    const first = await list({ limit: 2 })
    expect(first.items.map(({ id, task, state }) => [id, task, state])).toEqual([
      ['3', 'mail', 'running'],
      ['2', 'mail', 'failed'],
    ])
    expect((await list({ after: first.next })).items).toMatchObject([{ id: '1', task: 'remind', state: 'waiting' }])
    expect((await list({ state: 'failed' })).items).toMatchObject([{ id: '2', lastError: 'no route' }])
    expect(await refusalOf(retry('3'))).toMatchObject({ status: 422, code: 'job_running' })
    expect(await retry('2')).toBeNull()
    expect((await list()).items.find(({ id }) => id === '2')).toMatchObject({ state: 'waiting', attempts: 0 })
    expect((await api.events(noAgency)).at(-1)).toMatchObject({
      kind: 'desk.retryJob',
      subject: 'job:2',
      data: { task: 'mail' },
    })
  })

  test.each(['0', '9999', 'x', '1;DROP', '-1'])('given the job %s, then it is not found', async jobId => {
    expect(await refusalOf(retry(jobId))).toMatchObject({ status: 404 })
  })

  test('given an administrator who is not at the top, then it is refused', async () => {
    expect(await refusalOf(as('system_admin')(contracts.listJobs, { query: {} }))).toMatchObject({ status: 403 })
    const call = as('system_admin')(contracts.retryJob, { params: { jobId: '1' } })
    expect(await refusalOf(call)).toMatchObject({ status: 403 })
  })
})
