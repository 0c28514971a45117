/** An office that handles requests: a county, its people, and how a test registers and carries cases on. */
import { eq } from 'drizzle-orm'
import type { z } from 'zod'
import { beginPublication } from '../../src/features/publications/begin.ts'
import { requestRoutes } from '../../src/features/requests/api.ts'
import { actContracts } from '../../src/features/requests/contract/acts.ts'
import * as contracts from '../../src/features/requests/contract/index.ts'
import type { RequestView } from '../../src/features/requests/contract/view.ts'
import type { MaterialReader } from '../../src/features/requests/materials/reader.ts'
import type { CallOf } from '../../src/kit/contract.ts'
import type { Route } from '../../src/kit/routes.ts'
import { agency, section, setting } from '../../src/kit/schema/agencies.ts'
import type { Services } from '../../src/kit/services.ts'
import { uuid7 } from '../../src/platform/db/uuid7.ts'
import { type Api, type Person, startApi } from './api.ts'
import { type County, enterCounty } from './county.ts'
import { noReader } from './no-reader.ts'

export type ActName = keyof typeof actContracts
export type Given<A extends ActName> = Omit<z.input<(typeof actContracts)[A]['body']>, 'version'>
export type Registering = CallOf<typeof contracts.registerRequest>['body']

/** A made-up person; the number is the example of the standard. */
export const zhang: Registering['applicant'] = {
  kind: 'natural_person',
  name: '张三丰',
  identityType: 'id_card',
  identityNumber: '11010519491231002X',
  representative: null,
  contact: null,
  phone: '13972000001',
  email: 'zhang@example.invalid',
  fax: null,
  address: '示例县人民路9号',
  postcode: '810700',
  employer: null,
  agent: null,
}

export const wanted: Registering['wanted'] = {
  title: '2025年义务教育阶段学校划片方案',
  documentNumber: null,
  indexNumber: null,
  features: '含附件',
  form: 'paper',
  route: 'post',
  otherForm: true,
  help: null,
  suggestsPublication: false,
}

export interface Office extends Api {
  readonly at: County
  readonly bureau: string
  readonly section: string
  readonly otherSection: string
  readonly who: (...roles: Parameters<County['person']>[1][]) => Person
  readonly register: (changes?: Partial<Registering>) => Promise<{ request: RequestView; queryCode: string }>
  readonly get: (id: string, who?: Person) => Promise<RequestView>
  /** Carries an act out on the case as it is now. */
  readonly act: <A extends ActName>(who: Person, id: string, act: A, body: Given<A>) => Promise<RequestView>
  /** Asks for a file below the agency's address. */
  readonly file: (who: Person, path: string) => Promise<Response>
  /** Sets what the agency decides for itself. */
  readonly set: (key: string, value: string | number | boolean) => Promise<void>
}

const teams: Parameters<typeof enterCounty>[1] = [
  ['handler'],
  ['drafter'],
  ['reviewer'],
  ['secrecy_reviewer'],
  ['office_head'],
  ['leader'],
  ['supervisor'],
  ['reading_clerk'],
  ['system_admin'],
  ['office_head', 'leader'],
]

/** As the program puts them together. */
export const routesOfRequests = (reader: MaterialReader) => requestRoutes(reader, beginPublication)

/** On 2026-03-02, a Monday, at ten, unless another time is given. */
export async function startOffice(
  now = new Date('2026-03-02T02:00:00Z'),
  routes: readonly Route[] = routesOfRequests(noReader),
  more: Partial<Services> = {},
): Promise<Office> {
  const api = await startApi(routes, now, more)
  const at = await enterCounty(api.database, teams)
  const [first, second] = [uuid7(now.getTime()), uuid7(now.getTime() + 1)]
  const bare = { agencyId: at.bureau, status: 'open' }
  await api.database.transaction('installation', tx =>
    tx.insert(section).values([
      { ...bare, id: first, name: '基础教育科', position: 1 },
      { ...bare, id: second, name: '人事科', position: 2 },
    ]),
  )
  const settings = { 'letter.code': '示教', 'letter.court': '示例县人民法院', 'guide.reviewOrgan': '示例县人民政府' }
  await api.database.transaction('installation', async tx => {
    await tx.update(agency).set({ office: bureauOffice }).where(eq(agency.id, at.bureau))
    const rows = Object.entries(settings).map(([key, value]) => ({ agencyId: at.bureau, key, value }))
    await tx.insert(setting).values(rows)
  })
  const who: Office['who'] = (...roles) => at.person(at.bureau, ...roles)
  const params = { agencyId: at.bureau }
  const get: Office['get'] = (id, by = who('handler')) =>
    api.as(by)(contracts.getRequest, { params: { ...params, requestId: id }, query: {} })
  return Object.assign(api, {
    at,
    bureau: at.bureau,
    section: first,
    otherSection: second,
    who,
    get,
    register: (changes: Partial<Registering> = {}) =>
      api.as(who('handler'))(contracts.registerRequest, { params, body: { ...intake, ...changes } }),
    act: async <A extends ActName>(by: Person, id: string, act: A, body: Given<A>) => {
      const { version } = (await get(id)).case
      const call = { params: { ...params, requestId: id }, body: { ...body, version } }
      return api.as(by)(actContracts[act], call as never) as Promise<RequestView>
    },
    file: (by: Person, path: string) => api.ask(by, `/agencies/${at.bureau}/${path}`),
    set: (key: string, value: string | number | boolean) =>
      api.database.transaction('installation', async tx => {
        const row = { agencyId: at.bureau, key, value }
        const target = [setting.agencyId, setting.key]
        await tx.insert(setting).values(row).onConflictDoUpdate({ target, set: row })
      }),
  })
}

const bureauOffice = {
  name: '示例县教育局办公室',
  address: '示例县人民路2号',
  postcode: '810700',
  hours: '工作日 9:00-17:00',
  telephone: '0972-8600001',
}

/** Handed in at the counter on the first day of the tests. */
export const intake: Registering = {
  kind: 'request',
  channel: 'in_person',
  submittedOn: '2026-03-02',
  arrivedOn: '2026-03-02',
  note: null,
  onTheSpot: false,
  applicant: zhang,
  wanted,
  papers: [],
  reopens: null,
}
