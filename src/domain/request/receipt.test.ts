import { describe, expect, it } from 'vitest'
import { channels } from '../../law/channels.ts'
import type { LocalDate } from '../kernel/date.ts'
import { receiptDay } from './receipt.ts'

const days = { submittedOn: '2026-11-02' as LocalDate, arrivedOn: '2026-11-04' as LocalDate }

describe('the day of receipt (条例31)', () => {
  it('given a request handed in, is the day it was handed in (条例31(1))', () => {
    expect(receiptDay('in_person', days).on).toBe('2026-11-02')
    expect(receiptDay('oral_assisted', days).on).toBe('2026-11-02')
  })

  it('given post that was signed for, is the day of the signature (条例31(2))', () => {
    expect(receiptDay('mail_signed', days).on).toBe('2026-11-04')
  })

  it.each(['mail_plain', 'misaddressed'] as const)(
    'given %s, is not known and to be confirmed the same day (条例31(2), 期限函1)',
    channel => {
      const { on, why } = receiptDay(channel, days)
      expect(on).toBeNull()
      expect(why.zh).toContain('当日')
    },
  )

  it.each(['online', 'fax', 'email', 'other'] as const)('given %s, is the day both confirm (条例31(3))', channel => {
    const { on, why } = receiptDay(channel, days)
    expect(on).toBeNull()
    expect(why.zh).not.toContain('当日')
  })

  it('is told for every channel of the law', () => {
    const told = (Object.keys(channels) as (keyof typeof channels)[]).map(id => receiptDay(id, days).why.zh)
    expect(told.every(why => why.includes('收到申请之日'))).toBe(true)
  })
})
