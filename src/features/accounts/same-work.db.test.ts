/** That time tells nothing is not measured but built: every name takes the same way, with one password hashed. */
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { codeOf, goodPassword, type House, openHouse } from '../../../test/support/accounts.ts'
import { account } from '../../kit/schema/people.ts'
import { verifyPassword } from '../../platform/crypto/password.ts'
import { addUser } from './actions/operator.ts'

vi.mock('../../platform/crypto/password.ts', async original => {
  const real = await original<typeof import('../../platform/crypto/password.ts')>()
  return { ...real, verifyPassword: vi.fn(real.verifyPassword) }
})

let house: House
beforeAll(async () => {
  house = await openHouse()
  const agencyId = await house.addAgency('示例县教育局')
  await house.addPerson(agencyId, 'zhang.san')
  const gone = await house.addPerson(agencyId, 'gone.person')
  await house.database.transaction('installation', tx =>
    tx.update(account).set({ status: 'deactivated' }).where(eq(account.id, gone.id)),
  )
  // The first failure of all begins the chain of those that belong to no agency.
  await codeOf(house.signIn('the.first', 'Wr0ng-password'))
  await addUser(house.services, { login: 'li.si', name: '李四', agencyId, roles: [] })
})
afterAll(() => house.close())

/** The statements sent to the database while somebody signs in, without their values. */
async function workOf(login: string, password: string) {
  const sent: string[] = []
  const watched = house.database.pool
  const connect = watched.connect.bind(watched)
  const spy = vi.spyOn(watched, 'connect').mockImplementation(async () => {
    const client = await connect()
    const query = client.query.bind(client) as (...args: unknown[]) => unknown
    const watch = vi.spyOn(client, 'query').mockImplementation(((...args: unknown[]) => {
      const [what] = args as [string | { text: string }]
      sent.push(typeof what === 'string' ? what : what.text)
      return query(...args)
    }) as typeof client.query)
    const release = client.release.bind(client)
    client.release = (...args) => {
      watch.mockRestore()
      client.release = release
      release(...args)
    }
    return client
  })
  vi.mocked(verifyPassword).mockClear()
  const code = await codeOf(house.signIn(login, password))
  spy.mockRestore()
  return { code, hashed: vi.mocked(verifyPassword).mock.calls.length, sent }
}

describe('signing in takes the same work', () => {
  test.each([
    ['somebody with the wrong password', 'zhang.san', 'Wr0ng-password'],
    ['somebody deactivated', 'gone.person', goodPassword],
    ['somebody who has not opened the invitation yet', 'li.si', goodPassword],
  ])('for %s as for nobody', async (_, login, password) => {
    const nobody = await workOf(`not.${login}`, password)
    const somebody = await workOf(login, password)
    expect(nobody).toMatchObject({ code: 'bad_credentials', hashed: 1 })
    expect(nobody.sent.length).toBeGreaterThan(10)
    expect(somebody).toEqual(nobody)
  })

  test('and none once a name is locked, whoever it is', async () => {
    for (const login of ['zhang.san', 'nobody.here']) {
      for (let n = 0; n < 5; n++) await workOf(login, 'Wr0ng-password')
    }
    const nobody = await workOf('nobody.here', goodPassword)
    expect(nobody).toMatchObject({ code: 'locked', hashed: 0 })
    expect(await workOf('zhang.san', goodPassword)).toEqual(nobody)
  })
})
