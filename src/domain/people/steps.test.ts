import { describe, expect, test } from 'vitest'
import { DAY } from '../kernel/instant.ts'
import { nextStep, proofs, type SignInState, type Step } from './steps.ts'

const now = 1_800_000_000_000
const plain: SignInState = {
  proof: 'password',
  strong: false,
  codes: false,
  passkeys: 0,
  administrator: false,
  passwordSetAt: now - DAY,
}

describe('given somebody who signs in', () => {
  test.each<[string, Partial<SignInState>, Step]>([
    ['with a password and nothing else', {}, 'done'],
    ['with one-time codes set up', { codes: true }, 'second_factor'],
    ['with a code given', { codes: true, strong: true }, 'done'],
    ['as an administrator without a second factor', { administrator: true }, 'set_up_second_factor'],
    ['as an administrator with codes', { administrator: true, codes: true }, 'second_factor'],
    ['as an administrator with a passkey', { administrator: true, passkeys: 1 }, 'second_factor'],
    ['with a passkey for convenience', { passkeys: 1 }, 'done'],
    ['with a passkey, as an administrator', { proof: 'passkey', strong: true, administrator: true }, 'done'],
    [
      'through the identity provider, as an administrator',
      { proof: 'oidc', administrator: true, codes: true },
      'second_factor',
    ],
    ['with a password of 90 days', { passwordSetAt: now - 90 * DAY }, 'change_password'],
    ['with a password of nearly 90 days', { passwordSetAt: now - 90 * DAY + 1 }, 'done'],
    ['with an old password, the code not yet given', { codes: true, passwordSetAt: 0 }, 'second_factor'],
    ['with an old password, the code given', { codes: true, strong: true, passwordSetAt: 0 }, 'change_password'],
    ['with no password at all', { proof: 'oidc', passwordSetAt: null }, 'done'],
  ])('%s', (_, change, step) => {
    expect(nextStep({ ...plain, ...change }, now)).toBe(step)
  })

  test('the age of a password matters only to who gave it', () => {
    const asked = proofs.filter(proof => nextStep({ ...plain, proof, passwordSetAt: 0 }, now) !== 'done')
    expect(asked).toEqual(['password'])
  })
})
