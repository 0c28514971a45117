/** The routes of this slice. */
import { MINUTE } from '../../domain/kernel/instant.ts'
import type { Policies } from '../../domain/people/policy.ts'
import type { Contract } from '../../kit/contract.ts'
import { importBytes } from '../../kit/import-sheet.ts'
import { type CallLimit, noAgency, type Route, routesOf, type Task } from '../../kit/routes.ts'
import { addApiKey, apiKeys, keyResource, revokeApiKey } from './actions/api-keys.ts'
import { delegate, delegationResource, delegations, revokeDelegation } from './actions/delegations.ts'
import { importPeople } from './actions/import.ts'
import { acceptInvitation, invitation } from './actions/invitations.ts'
import { me } from './actions/me.ts'
import { getNoticeChoices, setNoticeChoices } from './actions/notice-choices.ts'
import {
  addPasskey,
  beginPasskey,
  beginPasskeySignIn,
  passkeySignIn,
  passkeys,
  removePasskey,
} from './actions/passkeys.ts'
import { changePassword } from './actions/password.ts'
import { addPerson, changePerson, people } from './actions/people.ts'
import { deactivatePerson, newLink, reactivatePerson, unmaskPhone } from './actions/person-acts.ts'
import { revokeSession, sessions, signOut, switchAgency } from './actions/sessions.ts'
import { secondFactor, signIn } from './actions/sign-in.ts'
import { beginTotp, confirmTotp } from './actions/totp.ts'
import * as contracts from './contract.ts'
import * as notices from './notice-contract.ts'
import * as peopleContracts from './people-contract.ts'
import { accountPolicies } from './policies.ts'

const { reads, acts } = routesOf(accountPolicies)

/** Enough for an office behind one address on a Monday morning, too little to guess with. */
const guessing: CallLimit = { most: 120, within: 5 * MINUTE }

const own = {
  resource: ({ caller }: Pick<Task<Contract>, 'caller'>) => ({
    agencyId: noAgency,
    subjectAccountId: caller?.actor.accountId ?? null,
  }),
}
const person = {
  resource: ({ params }: { readonly params: { readonly agencyId: string; readonly accountId: string } }) => ({
    agencyId: params.agencyId,
    subjectAccountId: params.accountId,
  }),
}
/** Somebody's work for other agencies is looked at as well. */
const everywhere = { scope: () => 'installation' as const }

/** `all`: the sentences of every slice, to say what somebody may do. */
export function accountRoutes(all: Policies<string>): readonly Route[] {
  return [...signingIn(all), ...ownAccount(all), ...ofAgencies(all)]
}

function signingIn(all: Policies<string>): readonly Route[] {
  return [
    reads(contracts.getMe, { work: task => me(task, all) }),
    acts(contracts.signIn, { work: signIn, secret: true, perAddress: guessing }),
    acts(contracts.secondFactor, { ...own, work: secondFactor, secret: true, perAddress: guessing }),
    acts(contracts.beginPasskeySignIn, { work: beginPasskeySignIn, secret: true, perAddress: guessing }),
    acts(contracts.passkeySignIn, { work: passkeySignIn, secret: true, perAddress: guessing }),
    acts(contracts.signOut, { work: signOut }),
    reads(contracts.getInvitation, { work: invitation, perAddress: guessing }),
    acts(contracts.acceptInvitation, { work: acceptInvitation, secret: true, perAddress: guessing }),
  ]
}

function ownAccount(all: Policies<string>): readonly Route[] {
  return [
    acts(contracts.switchAgency, { ...own, work: task => switchAgency(task, all) }),
    reads(contracts.listSessions, { ...own, work: sessions }),
    acts(contracts.revokeSession, { ...own, work: revokeSession }),
    acts(contracts.changePassword, { ...own, work: changePassword, secret: true }),
    acts(contracts.beginTotp, { ...own, work: beginTotp, secret: true }),
    acts(contracts.confirmTotp, { ...own, work: confirmTotp, secret: true, perAddress: guessing }),
    reads(contracts.listPasskeys, { ...own, work: passkeys }),
    acts(contracts.beginPasskey, { ...own, work: beginPasskey, secret: true }),
    acts(contracts.addPasskey, { ...own, work: addPasskey, secret: true }),
    acts(contracts.removePasskey, { ...own, work: removePasskey }),
    reads(notices.getNoticeChoices, { ...own, work: getNoticeChoices }),
    acts(notices.setNoticeChoices, { ...own, work: setNoticeChoices }),
  ]
}

function ofAgencies(all: Policies<string>): readonly Route[] {
  const fromCaller = {
    resource: ({ params, caller }: Task<typeof peopleContracts.delegate>) => ({
      agencyId: params.agencyId,
      subjectAccountId: caller?.actor.accountId ?? null,
    }),
  }
  return [
    reads(peopleContracts.listDelegations, { work: delegations }),
    acts(peopleContracts.delegate, { ...fromCaller, work: delegate }),
    acts(peopleContracts.revokeDelegation, { resource: delegationResource, work: revokeDelegation }),
    reads(peopleContracts.listPeople, { work: people }),
    acts(peopleContracts.addPerson, { ...everywhere, work: addPerson, secret: true }),
    acts(peopleContracts.importPeople, {
      ...everywhere,
      bodyBytes: importBytes,
      work: importPeople,
      secret: true,
    }),
    acts(peopleContracts.changePerson, { ...everywhere, ...person, work: changePerson }),
    acts(peopleContracts.unmaskPhone, { ...person, work: unmaskPhone, secret: true }),
    acts(peopleContracts.deactivatePerson, { ...everywhere, ...person, work: deactivatePerson }),
    acts(peopleContracts.reactivatePerson, { ...everywhere, ...person, work: reactivatePerson }),
    acts(peopleContracts.newLink, { ...everywhere, ...person, work: newLink, secret: true }),
    reads(peopleContracts.listKeys, { work: apiKeys }),
    acts(peopleContracts.addKey, { work: task => addApiKey(task, all), secret: true }),
    acts(peopleContracts.revokeKey, { resource: keyResource, work: revokeApiKey }),
  ]
}
