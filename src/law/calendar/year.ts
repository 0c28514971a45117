/** What one yearly holiday notice orders (D§2.1-2.2). */

/** The paper that orders it; `published` is the day it appeared on gov.cn. */
interface Notice {
  readonly number: string
  readonly published: string
  readonly source: string
}

/** Days off, first and last day included; weekends inside are named too. */
interface Holiday {
  readonly name: { readonly zh: string; readonly en: string }
  readonly from: string
  readonly to: string
}

/** `makeUp`: Saturdays and Sundays turned into working days. Both may reach into the neighbouring year. */
export interface CalendarYear {
  readonly year: number
  readonly notices: readonly Notice[]
  readonly holidays: readonly Holiday[]
  readonly makeUp: readonly string[]
}
