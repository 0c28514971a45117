import { describe, expect, test } from 'vitest'
import type { LocalDate } from '../../../domain/kernel/date.ts'
import { ics } from './ics.ts'

const now = new Date('2026-03-02T02:00:00Z')
const on = '2026-03-31' as LocalDate

describe('days for calendar programs (RFC 5545)', () => {
  test('given signs of the format in a title, then they are escaped, and no line of its own begins', () => {
    const text = ics('到期', [{ uid: 'a', on, title: '甲,乙;丙\\丁\r\nEND:VCALENDAR' }], now)
    expect(text).toContain('SUMMARY:甲\\,乙\\;丙\\\\丁\\nEND:VCALENDAR\r\n')
    expect(text.match(/^END:VCALENDAR/gm)).toHaveLength(1)
    expect(text).toContain('DTSTART;VALUE=DATE:20260331\r\nDTEND;VALUE=DATE:20260401\r\n')
    expect(text).toContain('DTSTAMP:20260302T020000Z')
  })

  test('given no days, then the calendar has a component all the same (RFC 5545 §3.6)', () => {
    const lines = ics('到期', [], now).split('\r\n')
    expect(lines.filter(line => line.startsWith('BEGIN:'))).toEqual([
      'BEGIN:VCALENDAR',
      'BEGIN:VTIMEZONE',
      'BEGIN:STANDARD',
    ])
    expect(lines).toContain('TZID:Asia/Shanghai')
    expect(lines).not.toContain('BEGIN:VEVENT')
  })

  test('given a long title, then no line has over 75 octets, and unfolded it is whole', () => {
    const title = '关于义务教育划片方案的申请'.repeat(12)
    const text = ics('到期', [{ uid: 'a', on, title }], now)
    expect(text.split('\r\n').every(line => Buffer.byteLength(line) <= 75)).toBe(true)
    expect(text.replaceAll('\r\n ', '')).toContain(`SUMMARY:${title}\r\n`)
  })
})
