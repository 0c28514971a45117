/** Days as a calendar program reads them (RFC 5545). */
import { addDays, type LocalDate } from '../../../domain/kernel/date.ts'

export interface DayOfCalendar {
  /** The same for the same thing at every reading. */
  readonly uid: string
  readonly on: LocalDate
  readonly title: string
}

/** Asia/Shanghai, without summer time (since 1991). */
const timeZone = [
  'BEGIN:VTIMEZONE',
  'TZID:Asia/Shanghai',
  'BEGIN:STANDARD',
  'DTSTART:19910915T010000',
  'TZOFFSETFROM:+0900',
  'TZOFFSETTO:+0800',
  'TZNAME:CST',
  'END:STANDARD',
  'END:VTIMEZONE',
]

/** Whole days, one event each. `now` stamps them. */
export function ics(name: string, days: readonly DayOfCalendar[], now: Date): string {
  const stamp = now.toISOString().replace(/[-:]|\.\d+/g, '')
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Gongkai//Requests//ZH',
    'CALSCALE:GREGORIAN',
    `X-WR-CALNAME:${escaped(name)}`,
    // A calendar has at least one component (RFC 5545 §3.6), even with no day in it.
    ...timeZone,
    ...days.flatMap(({ uid, on, title }) => [
      'BEGIN:VEVENT',
      `UID:${uid}`,
      `DTSTAMP:${stamp}`,
      `DTSTART;VALUE=DATE:${plain(on)}`,
      `DTEND;VALUE=DATE:${plain(addDays(on, 1))}`,
      `SUMMARY:${escaped(title)}`,
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ]
  return lines.map(line => `${folded(line)}\r\n`).join('')
}

const plain = (day: LocalDate) => day.replaceAll('-', '')

function escaped(text: string): string {
  return text.replace(/[\\;,]/g, sign => `\\${sign}`).replace(/\r\n|\r|\n/g, '\\n')
}

/** Most octets of one line. */
const mostOctets = 75

/** Long lines go on after a break and a blank; no sign is cut apart. */
function folded(line: string): string {
  let octets = 0
  let out = ''
  for (const sign of line) {
    const size = Buffer.byteLength(sign)
    if (octets + size > mostOctets) {
      out += '\r\n '
      octets = 1
    }
    out += sign
    octets += size
  }
  return out
}
