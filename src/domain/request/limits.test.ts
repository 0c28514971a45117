import { expect, it } from 'vitest'
import { day, received } from '../../../test/support/request-story.ts'
import { nationalCalendar } from '../calendar.ts'
import { limitsOf } from './limits.ts'
import { confirmBy } from './waiting/looking.ts'

it('given an arrival on a day off, then its limit is the working day its confirmation waits for (条例31)', () => {
  const { now, rules } = received('2026-04-18', { channel: 'mail_plain' })
  expect(limitsOf(now, nationalCalendar, rules)).toEqual([{ kind: 'confirm', on: day('2026-04-20'), of: null }])
  expect(confirmBy(now, nationalCalendar)).toBe('2026-04-20')
})
