/** Making one-time links. */
import { DAY } from '../../../domain/kernel/instant.ts'
import { newToken } from '../../../platform/crypto/tokens.ts'
import { invitationPath } from '../paths.ts'
import { addInvitation, dropInvitations, type Purpose } from '../store/invitations.ts'
import type { Moment } from './open-session.ts'

const lives: Readonly<Record<Purpose, number>> = {
  first_administrator: DAY,
  invitation: 7 * DAY,
  new_password: DAY,
  demo: 30 * DAY,
}

export interface Link {
  readonly link: string
  readonly expiresAt: Date
}

/** A new link for an account, or for the first administrator; the ones before are worth nothing any more. */
export async function makeLink(
  { tx, now, services }: Pick<Moment, 'tx' | 'now' | 'services'>,
  purpose: Purpose,
  accountId: string | null,
): Promise<Link> {
  await dropInvitations(tx, accountId)
  const { token, hash } = newToken(services.random)
  const expiresAt = new Date(now.getTime() + lives[purpose])
  await addInvitation(tx, { tokenHash: hash, purpose, accountId, createdAt: now, expiresAt })
  return { link: services.publicUrl + invitationPath(token), expiresAt }
}

/** What a link for somebody is for: who has no password yet is invited. */
export function purposeFor({ status }: { readonly status: string }): Purpose {
  return status === 'invited' ? 'invitation' : 'new_password'
}
