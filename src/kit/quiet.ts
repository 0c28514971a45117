/** When somebody may be disturbed: after an agency's quiet hours, and on working days only where it says so. */
import type { RegionCode } from '../domain/agency/region.ts'
import type { Settings } from '../domain/agency/settings.ts'
import { addWorkdays, type Calendar, isWorkday } from '../domain/calendar.ts'
import type { Tx } from '../platform/db/connect.ts'
import { quietHours, sendAt } from '../platform/sms/quiet-hours.ts'
import { calendarIn } from './calendars.ts'
import { dayOf, startOf } from './days.ts'

/** The first moment from `at` on at which a message may go out. */
function nextAllowed(at: Date, settings: Settings, calendar: Calendar): Date {
  const hours = quietHours(settings['notice.quietHours'])
  const allowed = sendAt(at, hours)
  const day = dayOf(allowed)
  if (!settings['notice.quietDaysOff'] || isWorkday(day, calendar)) return allowed
  return sendAt(new Date(startOf(addWorkdays(day, 1, calendar).date)), hours)
}

/** When each way may be used that is ready at `at`. */
export async function allowedWays(
  tx: Tx,
  { settings, region }: { readonly settings: Settings; readonly region: string | null },
  at: Date,
): Promise<{ readonly mail: Date; readonly sms: Date }> {
  const sms = nextAllowed(at, settings, await calendarIn(tx, region as RegionCode | null))
  return { mail: settings['notice.quietMail'] ? sms : at, sms }
}
