/** What waits in the agency's pages: drafts to publish, the guide that is missing or was not looked at for long. */
import type { LocalDate } from '../../domain/kernel/date.ts'
import { may } from '../../domain/people/may.ts'
import type { Actor } from '../../domain/people/policy.ts'
import { dayOf } from '../../kit/days.ts'
import type { Waiting } from '../../kit/providers.ts'
import { settingsOf } from '../../kit/settings.ts'
import type { Tx } from '../../platform/db/connect.ts'
import { pageLink } from './paths.ts'
import { agencyPolicies } from './policies.ts'
import { agencyById } from './store/agencies.ts'
import { documentsOf, type LatestRow, versionOf } from './store/documents.ts'

/** Drafts for those who may publish them; the guide for those who write (条例12, 53; D§1.2). */
export async function agencyWork(tx: Tx, actor: Actor, now: Date): Promise<readonly Waiting[]> {
  const documents = await documentsOf(tx, actor.agencyId)
  const drafts = documents.filter(isDraft).filter(({ latest }) => {
    const draft = { agencyId: actor.agencyId, authorId: latest.authorId }
    return may(agencyPolicies, actor, 'agencies.publishDocument', draft).ok
  })
  return [...drafts.map(waitingDraft), ...(await guideWork(tx, actor, documents, now))]
}

/** Newer than what is shown, and never published: what was taken down waits for nobody. */
function isDraft({ latest }: LatestRow): boolean {
  return latest.publishedAt === null
}

function waitingDraft({ document, latest }: LatestRow): Waiting {
  return {
    key: `documents:${document.id}`,
    kind: 'document_draft',
    kindLabel: { zh: '待发布的页面', en: 'Page to publish' },
    title: latest.title,
    asks: { zh: '审阅新版本并发布', en: 'Read the new version and publish it' },
    link: pageLink(document.id),
    due: null,
    since: latest.savedAt,
  }
}

async function guideWork(tx: Tx, actor: Actor, documents: readonly LatestRow[], now: Date): Promise<Waiting[]> {
  const { agencyId } = actor
  if (!may(agencyPolicies, actor, 'agencies.saveDocument', { agencyId }).ok) return []
  const guide = documents.find(({ document }) => document.kind === 'guide')
  if (!guide || (guide.document.shown === null && !isDraft(guide)))
    return [await missingGuide(tx, agencyId, guide, now)]
  const { shown, id } = guide.document
  const version = shown === null ? null : await versionOf(tx, agencyId, id, shown)
  if (!version?.publishedAt) return []
  const months = (await settingsOf(tx, agencyId))['guide.reviewMonths']
  const due = monthsLater(dayOf(version.publishedAt), months)
  if (due > dayOf(now)) return []
  return [
    {
      ...guideHead(id),
      key: `guide:${id}`,
      title: version.title,
      asks: {
        zh: `指南已有 ${months} 个月没有核对，请核对；有变化的保存新版本，没有变化的重新发布一次`,
        en: `The guide was not reviewed for ${months} months: save a new version, or have it published again as it is`,
      },
      due,
      since: version.publishedAt,
    },
  ]
}

async function missingGuide(tx: Tx, agencyId: string, guide: LatestRow | undefined, now: Date): Promise<Waiting> {
  const agency = await agencyById(tx, agencyId)
  return {
    ...guideHead(guide?.document.id ?? null),
    key: `guide:${agencyId}`,
    title: `${agency?.name ?? ''}政府信息公开指南`,
    asks: { zh: '门户上没有公开指南，请编制并发布', en: 'The portal shows no guide: write it and have it published' },
    due: null,
    since: guide?.document.updatedAt ?? agency?.createdAt ?? now,
  }
}

function guideHead(id: string | null): Pick<Waiting, 'kind' | 'kindLabel' | 'link'> {
  const kindLabel = { zh: '公开指南', en: 'Guide' }
  return { kind: 'guide', kindLabel, link: id === null ? '/console/agency/pages' : pageLink(id) }
}

/** The same day so many months on; the last of the month where it has no such day. */
function monthsLater(day: LocalDate, months: number): LocalDate {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10) as LocalDate
}
