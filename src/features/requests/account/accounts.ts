/** Citizens' accounts on the database. None is of one agency, so each call is work on behalf of the installation. */

import type { Said } from '../../../domain/kernel/lang.ts'
import { done, type Result, refuse } from '../../../domain/kernel/result.ts'
import { citizenSessionRules, sessionState, worthTouching } from '../../../domain/people/sessions.ts'
import type { Typed } from '../../../domain/request/intake/fields.ts'
import { agencyKeys } from '../../../kit/keys.ts'
import { record } from '../../../kit/record.ts'
import { type Entry, noAgency } from '../../../kit/routes.ts'
import type { Services } from '../../../kit/services.ts'
import { fingerprint } from '../../../platform/crypto/fingerprint.ts'
import { type AgencyKeys, seal, unseal } from '../../../platform/crypto/seal.ts'
import { hashToken, newToken } from '../../../platform/crypto/tokens.ts'
import type { Tx } from '../../../platform/db/connect.ts'
import { uuid7 } from '../../../platform/db/uuid7.ts'
import type { AccountData, AskedCode, Citizen, CitizenAccounts, ContactWay } from '../account.ts'
import type { Call } from '../actions/setup.ts'
import { counted } from '../citizen/limits.ts'
import { citizenCodePlace, citizenDetailsPlace, citizenPlace } from '../sealed.ts'
import { letGoOfAll } from '../store/account.ts'
import { isOpen, over, sendCode, spendCode, wayOf } from './codes.ts'
import { type Contact, contactOf, keptContact, matchesOf } from './contact.ts'
import { detailsFrom, troublesOfDetails } from './details.ts'
import * as store from './store.ts'

export interface AccountOptions {
  readonly ways: readonly ContactWay[]
  /** Has what was put in the outbox sent at once; left out: when the worker looks next. */
  readonly hurry?: (tx: Tx) => Promise<void>
}

/** A call with the installation's keys at hand. */
interface Keyed extends Call {
  readonly keys: AgencyKeys
}

export function citizenAccounts(services: Services, { ways, hurry }: AccountOptions): CitizenAccounts {
  const { database } = services
  const within = <T>(work: (call: Keyed) => Promise<T>): Promise<T> => {
    const now = services.now()
    return database.transaction('installation', async tx =>
      work({ tx, now, services, keys: await agencyKeys(tx, services.keys, noAgency) }),
    )
  }
  const tooOften = async (from: string) => counted(database, 'codeTry', from, services.now())
  return {
    ways,
    sendCode: async asked => {
      const contact = contactOf(asked.typed, ways)
      if (!contact.ok) return contact
      const refusal = await mayNotSend(services, asked, contact.value)
      if (refusal) return { ok: false, refusal }
      return within(async call => {
        const { agencyId, citizen } = asked
        const given = { agencyId, contact: contact.value, citizenId: citizen?.id ?? null }
        const token = await sendCode(call, call.keys, given)
        await hurry?.(call.tx)
        return done({ token })
      })
    },
    pending: token =>
      within(async ({ tx, now }) => {
        const row = await store.codeByToken(tx, hashToken(token))
        return isOpen(row, 'code', now)
          ? { way: wayOf(row), mask: row.contactMask, changes: row.citizenId !== null }
          : null
      }),
    enter: async (token, code, from, citizen) => {
      const refusal = await tooOften(from)
      if (refusal) return { ok: false, refusal }
      return within(async call => {
        const spent = await spendCode(call, token, code)
        if (!spent.ok) return spent
        if (spent.value.citizenId === null) return done(await comeIn(call, spent.value))
        return changeContact(call, spent.value, citizen)
      })
    },
    linkHolds: token =>
      within(async ({ tx, now }) => isOpen(await store.codeByToken(tx, hashToken(token)), 'link', now)),
    enterByLink: async (token, from) => {
      const refusal = await tooOften(from)
      if (refusal) return { ok: false, refusal }
      return within(async call => {
        const row = await store.codeByToken(call.tx, hashToken(token), true)
        if (!isOpen(row, 'link', call.now)) return refuse('code_over', over)
        await store.dropCode(call.tx, row.tokenHash)
        return done(await comeIn(call, row))
      })
    },
    signedIn: session => signedIn(services, session),
    signOut: session => database.transaction('installation', tx => store.endSession(tx, hashToken(session))),
    signOutEverywhere: ({ id }) =>
      within(async call => {
        await store.endSessionsOf(call.tx, id)
        await told(call, id, 'citizens.signOutEverywhere')
      }),
    ownData: citizen => within(call => ownData(call, citizen)),
    keepDetails: async ({ id }, typed, keepIdentity) => {
      const details = detailsFrom(typed, keepIdentity)
      const refusals = troublesOfDetails(details)
      if (refusals.length > 0) return { ok: false, refusals }
      return within(async call => {
        const sealed = seal(call.keys, citizenDetailsPlace(id), JSON.stringify(details))
        await store.changeCitizen(call.tx, id, { details: Object.keys(details).length > 0 ? sealed : null })
        await told(call, id, 'citizens.keepDetails')
        return { ok: true }
      })
    },
    filledIn: ({ id }) =>
      within(async call => {
        const row = await store.citizenById(call.tx, id)
        if (!row) return {}
        await told(call, id, 'citizens.fillIn')
        const { way, address } = contactIn(call.keys, row)
        return { [way === 'mail' ? 'email' : 'phone']: address, ...detailsIn(call.keys, row) }
      }),
    close: ({ id }) =>
      within(async call => {
        const entries = await letGoOfAll(call.tx, id)
        await store.dropCitizen(call.tx, id)
        await told(call, id, 'citizens.close', entries)
      }),
  }
}

/** By the caller's address and by the one it goes to, of which only a keyed hash is counted. */
async function mayNotSend({ database, keys, now }: Services, { from }: AskedCode, { way, address }: Contact) {
  const to = fingerprint(keys.masters, 'citizen code limit', [way, address])
  return (
    (await counted(database, 'code', from, now())) ??
    (await counted(database, 'codeTo', to, now())) ??
    (await counted(database, 'codeToInADay', to, now()))
  )
}

/** In the record of the installation: that it happened, and to which account, not to whom. */
async function told(call: Call, id: string, kind: string, more: readonly Entry[] = []): Promise<void> {
  const { tx, now, services } = call
  const entries = [...more, { kind, subject: `citizen:${id}`, data: {}, agencyId: noAgency }]
  await record(tx, services, entries, { now, actor: 'applicant', agencyId: noAgency, kind })
}

function contactIn(keys: AgencyKeys, row: store.CitizenRow): Contact {
  return { way: wayOf(row), address: unseal(keys, citizenPlace(row.id), row.contact) }
}

function detailsIn(keys: AgencyKeys, { id, details }: store.CitizenRow): Typed {
  return details === null ? {} : (JSON.parse(unseal(keys, citizenDetailsPlace(id), details)) as Typed)
}

const contactOfCode = (keys: AgencyKeys, row: store.CodeRow): Contact => ({
  way: wayOf(row),
  address: unseal(keys, citizenCodePlace(row.tokenHash), row.contact),
})

/** A session for whoever has proved the address; an account where there is none of it yet. */
async function comeIn(call: Keyed, row: store.CodeRow): Promise<string> {
  const { tx, now, services, keys } = call
  const contact = contactOfCode(keys, row)
  const citizen = await accountOf(call, contact)
  const { token, hash } = newToken(services.random)
  await store.addSession(tx, { tokenHash: hash, citizenId: citizen, createdAt: now, lastSeenAt: now })
  await told(call, citizen, 'citizens.signIn')
  return token
}

async function accountOf(call: Keyed, contact: Contact): Promise<string> {
  const { tx, now, services, keys } = call
  const matches = matchesOf(keys, contact)
  const there = await store.citizenByMatch(tx, matches)
  if (there) return there.id
  const id = uuid7(now.getTime(), services.random)
  const made = await store.addCitizen(tx, { id, ...keptContact(keys, id, contact), details: null, createdAt: now })
  if (made) await told(call, id, 'citizens.open')
  return made ? id : ((await store.citizenByMatch(tx, matches))?.id ?? id)
}

/** The address of whoever is signed in becomes another, which they have proved to be theirs. */
async function changeContact(call: Keyed, row: store.CodeRow, citizen: Citizen | null): Promise<Result<string>> {
  const { tx, now, services, keys } = call
  if (!citizen || citizen.id !== row.citizenId) return refuse('code_over', over)
  const contact = contactOfCode(keys, row)
  const holder = await store.citizenByMatch(tx, matchesOf(keys, contact))
  if (holder && holder.id !== citizen.id) return refuse('contact_taken', taken)
  await store.changeCitizen(tx, citizen.id, keptContact(keys, citizen.id, contact))
  // Whoever came in by the former address is out.
  await store.endSessionsOf(tx, citizen.id)
  const { token, hash } = newToken(services.random)
  await store.addSession(tx, { tokenHash: hash, citizenId: citizen.id, createdAt: now, lastSeenAt: now })
  await told(call, citizen.id, 'citizens.changeContact')
  return done(token)
}

async function signedIn({ database, now }: Services, token: string): Promise<Citizen | null> {
  const at = now()
  return database.transaction(
    'installation',
    async tx => {
      const row = await store.sessionByToken(tx, hashToken(token))
      if (!row) return null
      const { createdAt, lastSeenAt, tokenHash } = row.session
      const times = { startedAt: createdAt.getTime(), lastSeenAt: lastSeenAt.getTime(), revokedAt: null }
      if (sessionState(times, at.getTime(), citizenSessionRules) !== 'live') return null
      if (worthTouching(times, at.getTime())) await store.touchSession(tx, tokenHash, at)
      return { id: row.citizen.id, mask: row.citizen.contactMask }
    },
    'soon',
  )
}

async function ownData(call: Keyed, { id }: Citizen): Promise<AccountData | null> {
  const { tx, now, keys } = call
  const row = await store.citizenById(tx, id)
  if (!row) return null
  await told(call, id, 'citizens.ownData')
  const { way, address } = contactIn(keys, row)
  return {
    format: 'gongkai.account/1',
    madeAt: now.toISOString(),
    way,
    contact: address,
    createdAt: row.createdAt.toISOString(),
    details: detailsIn(keys, row),
    sessions: await store.liveSessions(tx, id, now),
  }
}

const taken: Said = {
  zh: '这个地址已有另一个账户。请用它登录那个账户，或者先在那个账户里注销',
  en: 'That address has an account of its own. Sign in with it there, or close that account first',
}
