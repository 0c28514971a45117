/** The first guide, offered to whoever begins to write it (条例12). */
import { defaultGuide } from '../../../domain/agency/guide.ts'
import { missingForGuide, type Office } from '../../../domain/agency/office.ts'
import type { Settings } from '../../../domain/agency/settings.ts'
import type { LocalDate } from '../../../domain/kernel/date.ts'
import { reviewNamesOf, reviewOrganOf } from '../../../domain/letter/review-organ.ts'
import type { AnswerOf } from '../../../kit/contract.ts'
import { dayOf } from '../../../kit/days.ts'
import { notFound } from '../../../kit/problem.ts'
import type { Task } from '../../../kit/routes.ts'
import { settingsOf } from '../../../kit/settings.ts'
import type { Tx } from '../../../platform/db/connect.ts'
import type * as contracts from '../contract.ts'
import { type AgencyRow, agencyById, domainAgency, openedChannels, supervisorOf } from '../store/agencies.ts'
import { agencyWord } from '../words.ts'
import { shownOffice } from './shown.ts'

export async function firstGuide({
  tx,
  params,
  services,
  now,
}: Task<typeof contracts.firstGuide>): Promise<AnswerOf<typeof contracts.firstGuide>> {
  const row = await agencyById(tx, params.agencyId)
  if (!row) throw notFound(agencyWord)
  const settings = await settingsOf(tx, row.id)
  const guide = defaultGuide({
    agency: row.name,
    office: shownOffice(row.office as Office),
    channels: openedChannels(settings),
    site: row.host === null ? `${services.publicUrl}/a/${row.slug}/` : `https://${row.host}/`,
    supervisor: await supervisorOf(tx, row),
    reviewOrgan: await reviewOrgan(tx, row, settings, dayOf(now)),
  })
  return { ...guide, missing: missingForGuide(row.office as Office).map(({ says }) => says) }
}

/** As letters name it (复议法24-27). */
async function reviewOrgan(tx: Tx, row: AgencyRow, settings: Settings, today: LocalDate): Promise<string | null> {
  const own = domainAgency(row)
  const next = row.superiorId === null ? null : await agencyById(tx, row.superiorId)
  const nextButOne = next === null || next.superiorId === null ? null : await agencyById(tx, next.superiorId)
  const above = [next, nextButOne].filter(one => one !== null).map(domainAgency)
  return reviewOrganOf({ ...own, ...reviewNamesOf(own, above, settings) }, today)
}
