/** People of the demonstration at their desks: each comes in once by their link, then works in a browser or by calls. */
import type { BrowserContextOptions } from 'playwright-core'
import type { z } from 'zod'
import { acceptInvitation, getMe } from '../../../src/features/accounts/contract.ts'
import { setSettings } from '../../../src/features/agencies/contract.ts'
import { actContracts } from '../../../src/features/requests/contract/acts.ts'
import { getRequest, type RequestView, registerRequest } from '../../../src/features/requests/contract/index.ts'
import { type Call, clientOf } from '../../../src/kit/client.ts'
import type { CallOf } from '../../../src/kit/contract.ts'
import { dayOf } from '../../../src/kit/days.ts'
import type { RunningInstallation } from './installation.ts'

type ActName = keyof typeof actContracts
type Given<A extends ActName> = Omit<z.input<(typeof actContracts)[A]['body']>, 'version'>

export interface Seat {
  /** Of a browser that is signed in. */
  readonly signedIn: BrowserContextOptions
  readonly agencyId: string
  readonly call: Call
  /** Carries an act out on the case as it is now. */
  readonly act: <A extends ActName>(requestId: string, act: A, body: Given<A>) => Promise<RequestView>
}

/** How people are met by their names. */
export type Staff = (name: string) => Promise<Seat>

export function staffOf(installation: RunningInstallation): Staff {
  const seats = new Map<string, Promise<Seat>>()
  return name => {
    const seat = seats.get(name) ?? sitDown(installation, name)
    seats.set(name, seat)
    return seat
  }
}

async function sitDown({ url, links }: RunningInstallation, name: string): Promise<Seat> {
  const link = links.find(({ line }) => line.includes(name))?.link
  if (!link) throw new Error(`nobody is called ${name}`)
  let cookie = ''
  const call = clientOf({
    fetch: async (address, init) => {
      const answer = await fetch(url + address, { ...init, headers: { ...init.headers, Origin: url, Cookie: cookie } })
      const [given] = answer.headers.getSetCookie()
      if (given) cookie = given.split(';')[0] ?? ''
      return answer
    },
    newKey: () => crypto.randomUUID(),
  })
  const token = new URL(link).hash.slice(1)
  await call(acceptInvitation, { params: { token }, body: {} })
  const agencyId = (await call(getMe, {})).me?.agency?.id
  if (!agencyId) throw new Error(`${name} works nowhere`)
  return { signedIn: signedIn(url, cookie), agencyId, call, act: actorOf(call, agencyId) }
}

function signedIn(url: string, cookie: string): BrowserContextOptions {
  const [name = '', value = ''] = cookie.split('=')
  const { hostname: domain } = new URL(url)
  const kept = { name, value, domain, path: '/', expires: -1, httpOnly: true, secure: false, sameSite: 'Lax' as const }
  return { storageState: { cookies: [kept], origins: [] } }
}

function actorOf(call: Call, agencyId: string): Seat['act'] {
  return async (requestId, act, body) => {
    const params = { agencyId, requestId }
    const { version } = (await call(getRequest, { params, query: {} })).case
    return call(actContracts[act], { params, body: { ...body, version } } as never) as Promise<RequestView>
  }
}

/** Sets what an agency decides for itself. */
export function set({ call, agencyId }: Seat, values: CallOf<typeof setSettings>['body']['values']) {
  return call(setSettings, { params: { agencyId }, body: { values } })
}

type Registering = CallOf<typeof registerRequest>['body']

const applicant: Registering['applicant'] = {
  ...{ kind: 'natural_person', name: '赵志远', identityType: 'id_card', identityNumber: '11010519491231002X' },
  ...{ phone: '13972000001', address: '示例县人民路9号' },
  ...{ representative: null, contact: null, email: null, fax: null, postcode: null, employer: null, agent: null },
}

/** Registers what somebody handed in today at the counter. */
export async function registered({ call, agencyId }: Seat, title: string): Promise<RequestView['case']> {
  const wanted: Registering['wanted'] = {
    ...{ title, documentNumber: null, indexNumber: null, features: '' },
    ...{ form: 'paper', route: 'post', otherForm: true, help: null, suggestsPublication: false },
  }
  const on = dayOf(new Date())
  const intake = { kind: 'request', channel: 'in_person', submittedOn: on, arrivedOn: on, note: null } as const
  const body: Registering = { ...intake, onTheSpot: false, applicant, wanted, papers: [], reopens: null }
  const { request } = await call(registerRequest, { params: { agencyId }, body })
  return request.case
}
