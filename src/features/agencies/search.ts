/** Agencies, sections and pages, for the search over everything. */
import { and, eq, sql } from 'drizzle-orm'
import type { Actor } from '../../domain/people/policy.ts'
import { anywhere } from '../../kit/like.ts'
import type { Found } from '../../kit/providers.ts'
import { section } from '../../kit/schema/agencies.ts'
import type { Tx } from '../../platform/db/connect.ts'
import { agenciesBehind } from './store/agencies.ts'
import { documentsOf } from './store/documents.ts'

/** Agencies of the whole installation; sections and pages of the actor's own. */
export async function searchAgencies(tx: Tx, { agencyId }: Actor, q: string, limit: number): Promise<readonly Found[]> {
  const agencies = await agenciesBehind(tx, { q, limit })
  const sections = await tx
    .select()
    .from(section)
    .where(and(eq(section.agencyId, agencyId), sql`${section.name} ILIKE ${anywhere(q)}`))
    .orderBy(section.position)
    .limit(limit)
  const sought = q.toLowerCase()
  const pages = (await documentsOf(tx, agencyId)).filter(
    ({ document, latest }) => latest.title.toLowerCase().includes(sought) || document.slug.includes(sought),
  )
  return [
    ...agencies.map(({ id, name, regionCode }) => ({
      kind: 'agency',
      kindLabel: { zh: '机关', en: 'Agency' },
      title: name,
      detail: regionCode,
      link: id === agencyId ? '/console/agency' : `/console/agencies/${id}`,
    })),
    ...sections.map(({ name, status }) => ({
      kind: 'section',
      kindLabel: { zh: '科室', en: 'Section' },
      title: name,
      detail: status === 'closed' ? '已停用' : '',
      link: '/console/agency/sections',
    })),
    ...pages.map(({ document, latest }) => ({
      kind: 'document',
      kindLabel: { zh: '页面', en: 'Page' },
      title: latest.title,
      detail: document.slug,
      link: `/console/agency/pages/${document.id}`,
    })),
  ]
}
