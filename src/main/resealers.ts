/** What holds sealed values beside the accounts of staff: brought under a new key in the transaction that makes it. */
import { resealPublications } from '../features/publications/reseal.ts'
import { resealAccounts } from '../features/requests/account/reseal.ts'
import { resealRequests } from '../features/requests/reseal.ts'
import type { Resealer } from '../kit/keys.ts'
import { resealOutgoing } from '../kit/outgoing.ts'

export const resealers: readonly Resealer[] = [resealOutgoing, resealRequests, resealAccounts, resealPublications]
