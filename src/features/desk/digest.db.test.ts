import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Api, startApi } from '../../../test/support/api.ts'
import { type County, enterCounty } from '../../../test/support/county.ts'
import type { LocalDate } from '../../domain/kernel/date.ts'
import type { RoleId } from '../../domain/people/roles.ts'
import type { Waiting, WorkProvider } from '../../kit/providers.ts'
import { notification } from '../../kit/schema/desk.ts'
import { account, membership } from '../../kit/schema/people.ts'
import { outbox } from '../../platform/record/schema.ts'
import { sendDigests } from './digest.ts'

let api: Api
let at: County
beforeAll(async () => {
  api = await startApi([], new Date('2026-03-02T02:00:00Z'))
  at = await enterCounty(api.database, [['drafter'], ['reviewer'], ['handler']])
  await wants('reviewer', ['mail'])
  await wants('handler', ['place'])
})
afterAll(() => api.close())
let asked: string[] = []
beforeEach(() => {
  asked = []
})

const wants = (role: RoleId, digest: readonly string[]) =>
  api.database.transaction('installation', tx =>
    tx
      .update(account)
      .set({ notices: { digest }, email: `${role}@example.gov.cn` })
      .where(eq(account.id, at.person(at.bureau, role).accountId)),
  )
const waiting = (key: string, due: string | null): Waiting => ({
  key,
  kind: 'document_draft',
  kindLabel: { zh: '待发布的页面', en: 'Page to publish' },
  title: '某某的申请',
  asks: { zh: '审阅', en: 'Read it' },
  link: '/console',
  due: due as LocalDate | null,
  since: new Date('2026-03-01T00:00:00Z'),
})
/** Two things wait for a reviewer, nothing for others. */
const work: WorkProvider = async (_tx, { accountId, agencyId, roles }) => {
  asked.push(accountId)
  if (agencyId !== at.bureau || !roles.some(({ role }) => role === 'reviewer')) return []
  return [waiting('a', '2026-02-27'), waiting('b', null)]
}
const run = (when: string) =>
  sendDigests({ ...api.services, database: api.database, workProviders: [work] }, new Date(`${when}+08:00`))
const told = () => api.database.transaction('installation', tx => tx.select().from(notification))

describe('the daily summary', () => {
  test('given the night, then none yet; given the morning, then one to who wants it and has work, without names', async () => {
    await run('2026-03-02T07:59:59')
    expect(await told()).toEqual([])
    await run('2026-03-02T08:10:00')
    expect(await told()).toMatchObject([
      {
        accountId: at.person(at.bureau, 'reviewer').accountId,
        kind: 'digest.day',
        title: { zh: '您有 2 件待办，其中 1 件已超期', en: '2 things wait for you, 1 of them late' },
        body: { zh: '待发布的页面 2 件。', en: 'Page to publish: 2.' },
        link: '/console/',
      },
    ])
    expect(asked).not.toContain(at.person(at.bureau, 'drafter').accountId)
    const sent = await api.database.transaction('installation', tx => tx.select().from(outbox))
    expect(sent.map(({ kind }) => kind)).toEqual(['mail'])
    expect(JSON.stringify(sent)).not.toContain('某某')
  })

  test('given the worker starts again and again that day, several at once, then no second one', async () => {
    await Promise.all(['08:10:00', '11:00:00', '23:59:59'].map(time => run(`2026-03-02T${time}`)))
    expect(await told()).toHaveLength(1)
  })

  test('given thirty days of stillness, then one for today and none for the days gone by', async () => {
    await run('2026-04-01T15:00:00')
    expect(await told()).toHaveLength(2)
  })

  test('given a day off, then none', async () => {
    await run('2026-04-04T09:00:00')
    expect(await told()).toHaveLength(2)
    expect(asked).toEqual([])
  })

  test('given one agency whose summary fails, then the others have theirs, and the job counts as failed', async () => {
    const failing: WorkProvider = async (tx, actor, now) => {
      if (actor.agencyId === at.county) throw new Error('broken')
      return work(tx, actor, now)
    }
    const { accountId } = at.person(at.county, 'reviewer')
    await api.database.transaction('installation', tx =>
      tx
        .update(account)
        .set({ notices: { digest: ['place'] } })
        .where(eq(account.id, accountId)),
    )
    const when = new Date('2026-04-03T09:00:00+08:00')
    const parts = { ...api.services, database: api.database, workProviders: [failing] }
    expect(at.county < at.bureau).toBe(true)
    await expect(sendDigests(parts, when)).rejects.toThrow(at.county)
    expect((await told()).filter(({ kind }) => kind === 'digest.day')).toHaveLength(3)
  })

  test('given a person who left, then none', async () => {
    const before = (await told()).length
    const { accountId } = at.person(at.bureau, 'reviewer')
    await api.database.transaction('installation', tx =>
      tx.update(membership).set({ endedAt: new Date() }).where(eq(membership.accountId, accountId)),
    )
    await run('2026-04-02T09:00:00')
    expect(await told()).toHaveLength(before)
    expect(asked).not.toContain(accountId)
  })
})
