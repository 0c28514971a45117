/** `gongkai user`: accounts, by whoever runs the program. */

import { roles } from '../../domain/people/roles.ts'
import type { Link } from '../../features/accounts/actions/links.ts'
import { addUser, agencyMeant, linkUser, listUsers, unlockUser } from '../../features/accounts/actions/operator.ts'
import { shanghaiDay } from '../../ui/day.ts'
import { accountStates, administrationResults as results } from '../administration-words.ts'
import { type ExitCode, exitCodes } from '../exit.ts'
import { withServices } from '../operations/with-services.ts'
import type { Format } from '../options.ts'
import type { SettingOptions } from '../setting-options.ts'
import type { Terminal } from '../terminal.ts'

export type UserOptions = SettingOptions & { readonly format: Format }
export type UserAddOptions = UserOptions & {
  readonly name: string
  readonly agency: string
  readonly role?: readonly string[]
}

/** Adds a person; the line is the link by which they come in. */
export async function userAdd(login: string, given: UserAddOptions, terminal: Terminal): Promise<ExitCode> {
  const { name, agency, role = [] } = given
  const link = await withServices(given, terminal, async services => {
    const agencyId = await agencyMeant(services, agency)
    return addUser(services, { login, name, agencyId, roles: role })
  })
  return told(login, link, given, terminal)
}

export async function userLink(login: string, given: UserOptions, terminal: Terminal): Promise<ExitCode> {
  const link = await withServices(given, terminal, services => linkUser(services, login))
  return told(login, link, given, terminal)
}

export async function userUnlock(login: string, given: UserOptions, terminal: Terminal): Promise<ExitCode> {
  await withServices(given, terminal, services => unlockUser(services, login))
  const { say, print } = terminal
  await print(given.format === 'json' ? JSON.stringify({ login, unlocked: true }) : say(results.unlocked(login)))
  return exitCodes.fine
}

/** A line for each account. */
export async function userList(given: UserOptions, terminal: Terminal): Promise<ExitCode> {
  const { say, print } = terminal
  for (const user of await withServices(given, terminal, listUsers)) {
    if (given.format === 'json') {
      await print(JSON.stringify(user))
    } else {
      const works = user.works.map(({ agency, roles: held }) =>
        [agency, ...held.map(role => say(roles[role].label))].join(' '),
      )
      const state = accountStates[user.status]
      await print([user.login, user.name, state ? say(state) : user.status, ...works].join('\t'))
    }
  }
  return exitCodes.fine
}

async function told(login: string, { link, expiresAt }: Link, { format }: UserOptions, { say, print }: Terminal) {
  const line = { login, link, expires_at: expiresAt.toISOString() }
  const until = shanghaiDay(line.expires_at)
  await print(format === 'json' ? JSON.stringify(line) : say(results.link(login, link, until)))
  return exitCodes.fine
}
