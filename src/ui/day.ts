/** Instants as the people of the country read them: in Asia/Shanghai. */

const parts = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Asia/Shanghai',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})

/** The day of an instant (ISO 8601), as 2026-11-21. Throws a RangeError on what is no instant. */
export function shanghaiDay(instant: string): string {
  return shanghaiMinute(instant).slice(0, 10)
}

/** Day and minute of an instant, as 2026-11-21 09:05. Throws a RangeError on what is no instant. */
export function shanghaiMinute(instant: string): string {
  const part = Object.fromEntries(parts.formatToParts(new Date(instant)).map(({ type, value }) => [type, value]))
  return `${part.year}-${part.month}-${part.day} ${part.hour}:${part.minute}`
}
