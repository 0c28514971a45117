/** The clock of a request: when the answer is due, and why (D§2.4, design §6). */
export { type Clock, type ClockState, clock, daysRun, remainingDays } from './clock.ts'
export type { ClockOptions } from './options.ts'
export { parseHistory } from './parse.ts'
