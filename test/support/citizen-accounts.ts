/** Accounts where no code can be sent: what pages are tried on that want nobody signed in. */
import { refuse } from '../../src/domain/kernel/result.ts'
import type { CitizenAccounts } from '../../src/features/requests/account.ts'

const closed = refuse('way_closed', { zh: '本站没有接通邮件和短信', en: 'This site sends no codes' })

export const noAccounts: CitizenAccounts = {
  ways: [],
  sendCode: async () => closed,
  pending: async () => null,
  enter: async () => closed,
  linkHolds: async () => false,
  enterByLink: async () => closed,
  signedIn: async () => null,
  signOut: async () => undefined,
  signOutEverywhere: async () => undefined,
  ownData: async () => null,
  keepDetails: async () => ({ ok: true }),
  filledIn: async () => ({}),
  close: async () => undefined,
}
