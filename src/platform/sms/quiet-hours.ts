/** The hours in which no telephone is made to ring. China keeps one time all year, eight hours ahead of UTC. */

/** Minutes after midnight in Asia/Shanghai; from 21:00 to 08:00 runs over midnight. Never equal. */
export interface QuietHours {
  readonly from: number
  readonly to: number
}

const minuteMs = 60_000
const dayMinutes = 24 * 60
const aheadMinutes = 8 * 60

/** Reads `21:00-08:00`; null where it is nothing of the kind or has no length. */
export function quietHours(text: string): QuietHours | null {
  const [, h1, m1, h2, m2] = /^([01]\d|2[0-3]):([0-5]\d)-([01]\d|2[0-3]):([0-5]\d)$/.exec(text) ?? []
  const from = Number(h1) * 60 + Number(m1)
  const to = Number(h2) * 60 + Number(m2)
  return Number.isNaN(from + to) || from === to ? null : { from, to }
}

/** When a message ready at `now` goes out: now, or when the quiet hours end. */
export function sendAt(now: Date, quiet: QuietHours | null): Date {
  if (quiet === null) return now
  const minute = (Math.floor(now.getTime() / minuteMs) + aheadMinutes) % dayMinutes
  const length = (quiet.to - quiet.from + dayMinutes) % dayMinutes
  const since = (minute - quiet.from + dayMinutes) % dayMinutes
  if (since >= length) return now
  return new Date((Math.floor(now.getTime() / minuteMs) + length - since) * minuteMs)
}
