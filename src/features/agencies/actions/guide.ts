/** The first guide, offered to whoever begins to write it (条例12). */
import { defaultGuide } from '../../../domain/agency/guide.ts'
import { missingForGuide, type Office } from '../../../domain/agency/office.ts'
import type { AnswerOf } from '../../../kit/contract.ts'
import { notFound } from '../../../kit/problem.ts'
import type { Task } from '../../../kit/routes.ts'
import { settingsOf } from '../../../kit/settings.ts'
import type * as contracts from '../contract.ts'
import { agencyById, openedChannels, supervisorOf } from '../store/agencies.ts'
import { agencyWord } from '../words.ts'
import { shownOffice } from './shown.ts'

export async function firstGuide({
  tx,
  params,
  services,
}: Task<typeof contracts.firstGuide>): Promise<AnswerOf<typeof contracts.firstGuide>> {
  const row = await agencyById(tx, params.agencyId)
  if (!row) throw notFound(agencyWord)
  const settings = await settingsOf(tx, row.id)
  const organ = settings['guide.reviewOrgan']
  const guide = defaultGuide({
    agency: row.name,
    office: shownOffice(row.office as Office),
    channels: openedChannels(settings),
    site: row.host === null ? `${services.publicUrl}/a/${row.slug}/` : `https://${row.host}/`,
    supervisor: await supervisorOf(tx, row),
    reviewOrgan: organ === '' ? null : organ,
  })
  return { ...guide, missing: missingForGuide(row.office as Office).map(({ says }) => says) }
}
