import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Api, startApi } from '../../../test/support/api.ts'
import { type County, enterCounty } from '../../../test/support/county.ts'
import { calendarYear, notification } from '../../kit/schema/desk.ts'
import { tellMissingYears } from './work.ts'

let api: Api
let at: County
beforeAll(async () => {
  api = await startApi([], new Date('2026-03-02T02:00:00Z'))
  at = await enterCounty(api.database, [['system_admin'], ['office_head']])
})
afterAll(() => api.close())

const tell = (day: string) =>
  api.database.transaction('installation', tx => tellMissingYears(tx, api.services, new Date(`${day}T01:00:00Z`)))
const told = async () => {
  const rows = await api.database.transaction('installation', tx => tx.select().from(notification))
  return rows.map(({ accountId, title }) => [accountId, (title as { zh: string }).zh]).sort()
}

test('given the year after has no calendar, then from 11 December on the administrators of the top agencies are told, once', async () => {
  await tell('2030-12-10')
  const before = await told()
  expect(before.every(([, title]) => title !== '2031 年节假日还没有录入')).toBe(true)
  for (const day of ['2030-12-11', '2030-12-12', '2030-12-31']) await tell(day)
  const tops = [at.county, at.other].map(id => at.person(id, 'system_admin').accountId)
  const expected = tops.map(accountId => [accountId, '2031 年节假日还没有录入'])
  expect(await told()).toEqual([...before, ...expected].sort())
})

test('given somebody entered it, then nobody is told', async () => {
  const row = { region: '', year: 2033, state: 'published', days: [], version: 1, updatedAt: new Date() }
  await api.database.transaction('installation', tx => tx.insert(calendarYear).values(row))
  await tell('2032-12-20')
  expect((await told()).some(([, title]) => title?.startsWith('2033'))).toBe(false)
})
