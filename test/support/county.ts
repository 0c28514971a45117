/** A made-up county with its bureau and town, another county beside it, and people in them: what API tests begin with. */
import { sql } from 'drizzle-orm'
import type { RoleId } from '../../src/domain/people/roles.ts'
import { agency } from '../../src/kit/schema/agencies.ts'
import { membership } from '../../src/kit/schema/people.ts'
import type { Database } from '../../src/platform/db/connect.ts'
import { uuid7 } from '../../src/platform/db/uuid7.ts'
import type { Person } from './api.ts'

export interface County {
  readonly county: string
  readonly bureau: string
  readonly town: string
  /** Not of this tree. */
  readonly other: string
  /** Somebody of an agency who holds these roles; always the same for the same. */
  readonly person: (agencyId: string, ...roles: readonly RoleId[]) => Person
}

export const countyOffice = {
  name: '示例县人民政府办公室',
  address: '示例县人民路1号',
  postcode: '810700',
  hours: '工作日 9:00-17:00',
  telephone: '0972-8612345',
}

const begun = new Date('2025-01-02T02:00:00Z')

/** Enters the county; people are entered with every role alone, and those who hold several as named. */
export async function enterCounty(database: Database, teams: readonly (readonly RoleId[])[]): Promise<County> {
  const [county, bureau, town, other] = [0, 1, 2, 3].map(n => uuid7(begun.getTime() + n)) as [
    string,
    string,
    string,
    string,
  ]
  const bare = { vertical: false, office: {}, status: 'open', version: 1, createdAt: begun, updatedAt: begun }
  const place = (id: string, name: string, regionCode: string, slug: string) => ({
    ...bare,
    id,
    name,
    shortName: name.slice(0, 40),
    kind: 'government',
    regionCode,
    slug,
  })
  const people = [county, bureau, town, other].flatMap((agencyId, of) =>
    teams.map((roles, n) => {
      const name = nameOf(of * teams.length + n)
      return { accountId: uuid7(begun.getTime() + 10 + n), agencyId, name, roles }
    }),
  )
  await database.transaction('installation', async tx => {
    await tx
      .insert(agency)
      .values([
        { ...place(county, '示例县人民政府', '639921', 'xian'), office: countyOffice },
        { ...place(bureau, '示例县教育局', '639921', 'jyj'), kind: 'department', superiorId: county },
        { ...place(town, '示例县青松镇人民政府', '639921100', 'qsz'), superiorId: county },
        place(other, '样本县人民政府', '639922', 'yangben'),
      ])
    for (const { accountId, agencyId, name, roles } of people) {
      const account = {
        id: accountId,
        login: `p${accountId.slice(-12)}`,
        name,
        password_history: [],
        recovery_hashes: [],
        // Of a table that may no longer have the column.
        lock: {},
        status: 'active',
        created_at: begun,
      }
      await tx.execute(
        sql`INSERT INTO account SELECT (jsonb_populate_record(NULL::account, ${JSON.stringify(account)}::jsonb)).*`,
      )
      await tx.insert(membership).values({ agencyId, accountId, roles: [...roles], since: begun })
    }
  })
  return {
    county,
    bureau,
    town,
    other,
    person: (agencyId, ...roles) => {
      const found = people.find(p => p.agencyId === agencyId && p.roles.join() === roles.join())
      if (!found) throw new Error(`nobody holds ${roles.join()}`)
      return found
    },
  }
}

function nameOf(n: number): string {
  return `${'赵钱孙李周吴郑王冯陈褚卫'[n % 12]}${'一二三四五六七八九十'[n % 10]}`
}
