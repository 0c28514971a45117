import { describe, expect, test } from 'vitest'
import { withMend } from './trouble.ts'

describe('what happened and what to do about it', () => {
  const mend = { zh: '请另选一个。', en: 'Choose another.' }

  test.each([
    ['端口已被占用。', 'The port is taken.'],
    ['端口已被占用', 'The port is taken'],
  ])('given %s, then each is a sentence of its own in both languages', (zh, en) => {
    expect(withMend({ zh, en }, mend)).toEqual({
      zh: '端口已被占用。请另选一个。',
      en: 'The port is taken. Choose another.',
    })
  })

  test('given nothing to do, then what happened stays as it is said', () => {
    expect(withMend({ zh: '没有', en: 'None' }, undefined)).toEqual({ zh: '没有', en: 'None' })
  })
})
