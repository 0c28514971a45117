/** The demo's one citizen with an account, who comes in by a one-time link, as no code can be sent to a made-up address. */
import { DAY } from '../../domain/kernel/instant.ts'
import { demoAccount } from '../../features/requests/account/demo.ts'
import { pathsIn } from '../../features/requests/portal/paths.ts'
import type { Services } from '../../kit/services.ts'
import type { Tx } from '../../platform/db/connect.ts'
import { demoAgencies } from './region.ts'
import { demoCitizen } from './requests/applicants.ts'

export interface DemoApplicant {
  readonly name: string
  /** Signs in once. */
  readonly link: string
}

interface Given {
  readonly begun: Date
  /** What the account holds. */
  readonly owned: readonly { readonly agencyId: string; readonly id: string }[]
}

const linkHolds = 30 * DAY

export async function addApplicant(tx: Tx, services: Services, { begun, owned }: Given): Promise<DemoApplicant> {
  const { name, phone, address, email, postcode } = demoCitizen
  const details = { name, phone, address, postcode: postcode ?? '' }
  const [agencyId = ''] = owned.map(one => one.agencyId)
  const token = await demoAccount(
    { tx, services, now: services.now() },
    { agencyId, owned, details, since: begun, mail: email ?? '', holds: linkHolds },
  )
  const slug = demoAgencies[0]?.slug ?? ''
  return { name, link: `${services.publicUrl}${pathsIn(`/a/${slug}`).link(token)}` }
}
