import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type House, openHouse } from '../../../test/support/accounts.ts'
import type { Agency } from '../../domain/agency/agency.ts'
import { supervisedBy } from '../../domain/agency/tree.ts'
import { agency } from '../../kit/schema/agencies.ts'
import { supervisedAgencies } from '../../kit/tree.ts'
import { supervisingAgencies } from './store/supervision.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const below = (id: string) => house.database.transaction('installation', tx => supervisedAgencies(tx, id))
const above = (id: string) => house.database.transaction('installation', tx => supervisingAgencies(tx, id))

describe('what an agency supervises', () => {
  test('is, for every agency of a tree, what the domain says of it', async () => {
    const province = await house.addAgency('示例省人民政府')
    const county = await house.addAgency('示例县人民政府', province)
    const school = await house.addAgency('示例县教育局', county)
    const primary = await house.addAgency('示例小学', school)
    await house.addAgency('示例镇人民政府', county)
    const other = await house.addAgency('他县人民政府')
    const rows = await house.database.transaction('installation', tx => tx.select().from(agency))
    const tree = rows as unknown as readonly Agency[]
    for (const { id } of tree) expect([...(await below(id))].sort()).toEqual([...supervisedBy(id, tree)].sort())
    expect(await above(primary)).toEqual(expect.arrayContaining([school, county, province]))
    expect(await above(primary)).toHaveLength(3)
    expect([await above(other), await below(other)]).toEqual([[], []])
  })

  test('given a ring that should not be, then it comes to an end', async () => {
    const one = await house.addAgency('甲局')
    const two = await house.addAgency('乙局', one)
    await house.database.transaction('installation', tx =>
      tx.update(agency).set({ superiorId: two }).where(eq(agency.id, one)),
    )
    expect([await below(one), await above(one)]).toEqual([[two], [two]])
  })
})
