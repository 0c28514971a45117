import { and, eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Api, startApi } from '../../test/support/api.ts'
import { type County, enterCounty } from '../../test/support/county.ts'
import type { RoleId } from '../domain/people/roles.ts'
import { seal } from '../platform/crypto/seal.ts'
import type { Tx } from '../platform/db/connect.ts'
import { uuid7 } from '../platform/db/uuid7.ts'
import { outbox } from '../platform/record/schema.ts'
import { agencyKeys, renewKey } from './keys.ts'
import { type Notice, notify, type Sending, sendTo } from './notify.ts'
import { openOutgoing, resealOutgoing } from './outgoing.ts'
import { section, setting } from './schema/agencies.ts'
import { notification } from './schema/desk.ts'
import { account, delegation, membership } from './schema/people.ts'
import { phonePlace } from './staff.ts'

/** A Monday noon in Asia/Shanghai. */
const noon = new Date('2026-03-02T04:00:00Z')
const shanghai = (text: string) => new Date(`${text}+08:00`)
let api: Api
let at: County
beforeAll(async () => {
  api = await startApi([], noon)
  at = await enterCounty(api.database, [['drafter'], ['reviewer'], ['handler']])
})
afterAll(() => api.close())
beforeEach(() =>
  write(async tx => {
    await tx.update(membership).set({ endedAt: null, sectionId: null, phone: null })
    await tx.update(account).set({ notices: null, email: null, status: 'active' })
    await tx.delete(setting)
    await tx.update(delegation).set({ endedOn: '2026-01-01' })
  }),
)

const write = <T>(work: (tx: Tx) => Promise<T>) => api.database.transaction('installation', work)
const idOf = (role: RoleId) => at.person(at.bureau, role).accountId
const said = (zh: string) => ({ zh, en: `${zh} (en)` })
let keys = 0
const newKey = () => `k${keys++}`

const notice = (changes: Partial<Notice> = {}): Notice => ({
  agencyId: at.bureau,
  to: { roles: ['reviewer'] },
  kind: 'work.document',
  title: said('有页面等待发布'),
  link: '/console/agency/pages',
  at: noon,
  key: newKey(),
  ...changes,
})
const tell = (changes: Partial<Notice> = {}) =>
  api.database.transaction({ agency: at.bureau }, tx => notify(tx, api.services, notice(changes)))
const send = (changes: Partial<Sending> = {}) => {
  const sending: Sending = {
    agencyId: at.bureau,
    subject: 'request:1',
    title: said('您的申请已受理'),
    body: said('受理号〔2026〕1号'),
    at: noon,
    ...changes,
  }
  return api.database.transaction({ agency: at.bureau }, tx => sendTo(tx, api.services, sending))
}
const noticesOf = (accountId: string) =>
  write(tx => tx.select().from(notification).where(eq(notification.accountId, accountId)))
/** Who was told of something under a key of its own. */
async function toldOf(changes: Partial<Notice>): Promise<string[]> {
  const title = said(`件${keys}`)
  const number = await tell({ ...changes, title })
  const rows = await write(tx => tx.select().from(notification))
  const told = rows.filter(row => (row.title as { zh: string }).zh === title.zh).map(row => row.accountId)
  expect(told).toHaveLength(number)
  return told.sort()
}

/** What waits to go out about a subject, opened. */
async function outgoing(subject: RegExp) {
  return write(async tx => {
    const rows = await tx.select().from(outbox).orderBy(outbox.kind)
    const open = await agencyKeys(tx, api.services.keys, at.bureau)
    return rows
      .filter(row => subject.test(row.subject))
      .map(row => {
        const payload = row.payload as Record<string, unknown>
        return { kind: row.kind, dueAt: row.dueAt, payload, open: openOutgoing(open, { ...row, payload }) }
      })
  })
}

async function reachable(role: RoleId, ways: readonly string[], phone = '13900001234', group = 'work') {
  const accountId = idOf(role)
  await write(async tx => {
    const sealed = seal(await agencyKeys(tx, api.services.keys, at.bureau), phonePlace(accountId), phone)
    await tx.update(membership).set({ phone: sealed }).where(eq(membership.accountId, accountId))
    await tx
      .update(account)
      .set({ email: 'someone@example.gov.cn', notices: { [group]: ways } })
      .where(eq(account.id, accountId))
  })
  return accountId
}

describe('who is told', () => {
  test('given a role, then those of the agency who hold it, and nobody of another', async () => {
    expect(await toldOf({ to: { roles: ['reviewer'] } })).toEqual([idOf('reviewer')])
  })

  test('given a role handed over while away, then both, until it ends', async () => {
    const id = uuid7(noon.getTime())
    const people = { fromAccountId: idOf('reviewer'), toAccountId: idOf('handler') }
    const days = { fromDate: '2026-03-01', untilDate: '2026-03-05' }
    await write(tx =>
      tx.insert(delegation).values({ agencyId: at.bureau, id, ...people, ...days, roles: ['reviewer'] }),
    )
    const both = [idOf('reviewer'), idOf('handler')].sort()
    expect(await toldOf({})).toEqual(both)
    expect(await toldOf({ at: shanghai('2026-03-06T09:00:00') })).toEqual([idOf('reviewer')])
    await write(tx => tx.update(delegation).set({ endedOn: '2026-03-02' }))
    expect(await toldOf({})).toEqual([idOf('reviewer')])
  })

  test('given a person who left, or whose account has ended, then they are not told, by role or by name', async () => {
    const accountId = idOf('reviewer')
    const to = { roles: ['reviewer'], accounts: [accountId] } as const
    await write(tx => tx.update(membership).set({ endedAt: noon }).where(eq(membership.accountId, accountId)))
    expect(await toldOf({ to })).toEqual([])
    await write(tx => tx.update(membership).set({ endedAt: null }))
    await write(tx => tx.update(account).set({ status: 'deactivated' }).where(eq(account.id, accountId)))
    expect(await toldOf({ to })).toEqual([])
  })

  test('given what a person handed over who left, then nobody holds it', async () => {
    const people = { fromAccountId: idOf('reviewer'), toAccountId: idOf('handler') }
    const days = { fromDate: '2026-03-01', untilDate: '2026-03-05' }
    await write(async tx => {
      await tx.insert(delegation).values({ agencyId: at.bureau, id: uuid7(2), ...people, ...days, roles: ['reviewer'] })
      await tx
        .update(membership)
        .set({ endedAt: noon })
        .where(eq(membership.accountId, idOf('reviewer')))
    })
    expect(await toldOf({})).toEqual([])
  })

  test('given a section, then only its role holders, those named all the same, and never those excepted', async () => {
    const [sectionId, other] = [uuid7(3), uuid7(4)]
    await write(async tx => {
      const common = { agencyId: at.bureau, position: 0, status: 'open' }
      await tx.insert(section).values({ ...common, id: sectionId, name: '一科' })
      await tx
        .update(membership)
        .set({ sectionId })
        .where(eq(membership.accountId, idOf('reviewer')))
      await tx
        .update(membership)
        .set({ sectionId: other })
        .where(eq(membership.accountId, idOf('drafter')))
    })
    const roles: RoleId[] = ['reviewer', 'drafter']
    expect(await toldOf({ to: { roles, sectionId } })).toEqual([idOf('reviewer')])
    expect(await toldOf({ to: { roles, sectionId: null } })).toEqual([idOf('reviewer'), idOf('drafter')].sort())
    const named = { roles, sectionId, accounts: [idOf('handler')], except: [idOf('reviewer')] }
    expect(await toldOf({ to: named })).toEqual([idOf('handler')])
  })

  test('given the same key again, also at once, then each is told once, and who comes later still is', async () => {
    const key = newKey()
    const before = (await noticesOf(idOf('reviewer'))).length
    await reachable('reviewer', ['mail'])
    const counts = await Promise.all(Array.from({ length: 5 }, () => tell({ key })))
    expect(counts.reduce((a, b) => a + b)).toBe(1)
    expect(await tell({ key, to: { roles: ['reviewer', 'handler'] } })).toBe(1)
    const after = await noticesOf(idOf('reviewer'))
    expect(after.length - before).toBe(1)
    expect(await outgoing(new RegExp(`^notification:${after.at(-1)?.id}$`))).toHaveLength(1)
  })

  test('given a transaction that fails, then nobody is told of what did not happen', async () => {
    const before = await noticesOf(idOf('reviewer'))
    const failing = api.database.transaction({ agency: at.bureau }, async tx => {
      await notify(tx, api.services, notice())
      throw new Error('it did not happen')
    })
    await expect(failing).rejects.toThrow('it did not happen')
    expect(await noticesOf(idOf('reviewer'))).toEqual(before)
  })
})

describe('by which way', () => {
  const last = async (role: RoleId) => (await noticesOf(idOf(role))).find(row => row.at.getTime() === moment.getTime())
  let moment = noon
  const tellAt = async (role: RoleId, when: Date, changes: Partial<Notice> = {}) => {
    moment = when
    await tell({ to: { roles: [role] }, at: when, ...changes })
    return outgoing(new RegExp(`^notification:${(await last(role))?.id}$`))
  }

  test('given nothing chosen, then in the console only', async () => {
    expect(await tellAt('reviewer', shanghai('2026-03-02T10:00:01'))).toEqual([])
    expect(await last('reviewer')).toMatchObject({ kind: 'work.document', readAt: null, body: null })
  })

  test('given mail and SMS chosen, then both go out, sealed, with the address masked and the link whole', async () => {
    await reachable('reviewer', ['mail', 'sms'])
    const sent = await tellAt('reviewer', shanghai('2026-03-02T10:00:02'), { body: said('请审阅') })
    const { publicUrl } = api.services
    expect(sent.map(({ kind, open }) => [kind, open])).toEqual([
      [
        'mail',
        {
          to: 'someone@example.gov.cn',
          subject: '〔示例县教育局〕有页面等待发布',
          text: `有页面等待发布\n\n请审阅\n\n有页面等待发布 (en)\n\n请审阅 (en)\n\n${publicUrl}/console/agency/pages\n`,
        },
      ],
      ['sms', { to: '13900001234', text: '示例县教育局：有页面等待发布' }],
    ])
    const kept = JSON.stringify(sent.map(({ payload }) => payload))
    expect(kept).not.toMatch(/someone|13900001234|等待发布/)
    expect(sent.map(({ payload }) => payload.to)).toEqual([expect.stringContaining('*'), '139****1234'])
  })

  test('given a choice for another group, then it says nothing of this one', async () => {
    await reachable('reviewer', ['mail', 'sms'], '13900001234', 'system')
    expect(await tellAt('reviewer', shanghai('2026-03-02T10:00:03'))).toEqual([])
  })

  test('given a landline and no address, then nothing goes out that could not arrive', async () => {
    await reachable('reviewer', ['mail', 'sms'], '0972-8612345')
    await write(tx => tx.update(account).set({ email: null }))
    expect(await tellAt('reviewer', shanghai('2026-03-02T10:00:04'))).toEqual([])
  })

  test('given the daily summary, which nobody chose, then it is not even in the console', async () => {
    await tellAt('reviewer', shanghai('2026-03-02T10:00:05'), { kind: 'digest.day' })
    expect(await last('reviewer')).toBeUndefined()
    await reachable('reviewer', ['mail'], '13900001234', 'digest')
    expect(await tellAt('reviewer', shanghai('2026-03-02T10:00:06'), { kind: 'digest.day' })).toHaveLength(1)
    expect(await last('reviewer')).toBeDefined()
  })

  const choose = (values: Readonly<Record<string, unknown>>) =>
    write(async tx => {
      for (const [key, value] of Object.entries(values)) {
        await tx.insert(setting).values({ agencyId: at.bureau, key: `notice.${key}`, value })
      }
    })
  const dueOf = async (when: string) => {
    await reachable('reviewer', ['mail', 'sms'])
    const sent = await tellAt('reviewer', shanghai(when))
    return Object.fromEntries(sent.map(({ kind, dueAt }) => [kind, dueAt]))
  }

  test('given the usual quiet hours, then an SMS of the night waits for eight, and mail does not', async () => {
    const when = '2026-03-02T21:30:00'
    expect(await dueOf(when)).toEqual({ mail: shanghai(when), sms: shanghai('2026-03-03T08:00:00') })
    const day = '2026-03-02T20:59:59'
    expect(await dueOf(day)).toEqual({ mail: shanghai(day), sms: shanghai(day) })
  })

  test('given quiet days off and mail, then both wait over Qingming for the working day after it', async () => {
    await choose({ quietDaysOff: true, quietMail: true, quietHours: '20:00-09:00' })
    const both = (text: string) => ({ mail: shanghai(text), sms: shanghai(text) })
    // 4 April 2026 begins three days off.
    expect(await dueOf('2026-04-03T20:30:00')).toEqual(both('2026-04-07T09:00:00'))
    expect(await dueOf('2026-04-05T12:00:00')).toEqual(both('2026-04-07T09:00:00'))
    expect(await dueOf('2026-04-07T12:00:00')).toEqual(both('2026-04-07T12:00:00'))
    // A Saturday that is worked.
    expect(await dueOf('2026-02-14T10:00:00')).toEqual(both('2026-02-14T10:00:00'))
  })

  test('given no quiet hours, then at once at any hour', async () => {
    await choose({ quietHours: '' })
    const when = '2026-03-02T02:00:00'
    expect(await dueOf(when)).toEqual({ mail: shanghai(when), sms: shanghai(when) })
  })
})

describe('to people without an account', () => {
  test('given mail and telephone, then by both, the SMS saying all of it, in its hours', async () => {
    const subject = `request:${newKey()}`
    const when = shanghai('2026-03-02T23:00:00')
    const ways = await send({ subject, mail: 'li@example.cn', phone: '+86 139-0000-1234', at: when })
    expect(ways).toEqual(['mail', 'sms'])
    const sent = await outgoing(new RegExp(`^${subject}$`))
    expect(sent.map(({ dueAt }) => dueAt)).toEqual([when, shanghai('2026-03-03T08:00:00')])
    expect(sent.map(({ open }) => open)).toMatchObject([
      { to: 'li@example.cn', subject: '〔示例县教育局〕您的申请已受理' },
      { to: '13900001234', text: '示例县教育局：您的申请已受理。受理号〔2026〕1号' },
    ])
  })

  test('given the same key again, then it goes out once; another key, or none, is another message', async () => {
    const subject = `request:${newKey()}`
    const given = { subject, mail: 'li@example.cn' }
    expect(await send({ ...given, key: 'received' })).toEqual(['mail'])
    expect(await send({ ...given, key: 'received' })).toEqual([])
    expect(await send({ ...given, key: 'answered' })).toEqual(['mail'])
    expect(await send(given)).toEqual(['mail'])
    expect(await outgoing(new RegExp(`^${subject}$`))).toHaveLength(3)
  })

  test('given neither, or what is none, then nothing', async () => {
    const subject = `request:${newKey()}`
    expect(await send({ subject })).toEqual([])
    expect(await send({ subject, mail: '某某@某处', phone: '110' })).toEqual([])
    expect(await write(tx => tx.$count(outbox, and(eq(outbox.subject, subject))))).toBe(0)
  })
})

describe('a new data key', () => {
  test('given messages that wait and that went out, then all are sealed under it and say what they said, once', async () => {
    await send({ subject: 'request:resealed', phone: '13900001234', mail: 'someone@example.gov.cn', key: newKey() })
    await write(tx => tx.update(outbox).set({ sentAt: noon }).where(eq(outbox.kind, 'sms')))
    const before = await outgoing(/^request:resealed$/)
    const resealed = await write(async tx => {
      const renewed = await renewKey(tx, api.services.keys, at.bureau)
      return [await resealOutgoing(tx, renewed), await resealOutgoing(tx, renewed)]
    })
    expect(resealed).toEqual([await write(tx => tx.$count(outbox, eq(outbox.agencyId, at.bureau))), 0])
    const after = await outgoing(/^request:resealed$/)
    expect(after.map(({ open }) => open)).toEqual(before.map(({ open }) => open))
    expect(after.map(({ payload }) => payload.to)).toEqual(before.map(({ payload }) => payload.to))
    expect(after.map(({ payload }) => String(payload.sealed).split('.')[1])).toEqual(['2', '2'])
  })
})
