import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { DAY } from '../kernel/instant.ts'
import { defaultPasswordRules, passwordExpired, passwordTroubles, usedBefore } from './password-rules.ts'

const codes = (password: string, login = 'zhang.san') => passwordTroubles(password, login).map(t => t.code)

describe('a password', () => {
  test.each([
    'Hedong-2019x',
    'kuaile7Mache!',
    '河东的第三座桥边上有一棵很老的槐树',
    'four words without capital letters',
    'x9Tq-4mZr8',
    'Ｈｅｄｏｎｇ－２０１９ｘ',
  ])('%s will do', password => {
    expect(codes(password)).toEqual([])
  })

  test.each([
    ['', ['password_short', 'password_kinds', 'password_same', 'password_common']],
    ['x9Tq-4mZr', ['password_short']],
    ['hedong2019xx', ['password_kinds']],
    ['河东的桥边有一棵老槐树', ['password_kinds']],
    ['aB1aB1aB1aB1', ['password_same']],
    ['aaaaaaaaaaaaaaaaaaaa', ['password_same']],
    ['Zhang.San2019', ['password_login']],
    ['2019Nas.Gnahz', ['password_login']],
    ['Password@123', ['password_common']],
    ['P@ssw0rd2026', ['password_common']],
    ['Admin@12345', ['password_common']],
    ['Woaini520!!', ['password_common']],
    ['1qaz@WSX3edc', ['password_common']],
    ['Qwertyuiop123!', ['password_common']],
    ['Abcdefg123456', ['password_common']],
    ['x'.repeat(60) + 'Tq-4mZr8y'.repeat(8), ['password_long']],
  ])('%j is refused for all that is wrong with it', (password, wrong) => {
    expect(codes(password)).toEqual(wrong)
  })

  test('a login of two signs is no obstacle', () => {
    expect(codes('Hedong-2019x', 'he')).toEqual([])
  })

  test('each refusal says the number that would do', () => {
    const strict = {
      ...defaultPasswordRules,
      shortest: 14,
      kinds: 4,
      different: 9,
      longEnough: 30,
      longest: 13,
      history: 24,
    }
    const says = passwordTroubles('Hehehehehehehe', 'zhang', { ...strict, shortest: 15 }).map(t => t.says.zh)
    expect(says.join()).toMatch(/15 位，现有 14 位.*最多 13 位.*至少用 4 类，或者写到 30 位.*9 个不同/)
    expect(usedBefore(strict).says.zh).toContain('24 次')
  })

  test('given any that is too short, or of too few kinds and not long, then it is refused', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 9 }), text => {
        fc.pre(Array.from(text.normalize('NFKC')).length < 10)
        expect(codes(text)).toContain('password_short')
      }),
      { seed: 20261121 },
    )
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z0-9]{10,15}$/), text => {
        expect(codes(text)).toContain('password_kinds')
      }),
      { seed: 20261121 },
    )
  })
})

test.each([
  [89, 90, false],
  [90, 90, true],
  [5000, null, false],
])('after %i days, when %s are allowed, it must be changed: %s', (age, days, due) => {
  expect(passwordExpired(0, age * DAY, { ...defaultPasswordRules, days })).toBe(due)
})
