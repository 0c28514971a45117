/** What an agency published last, as an Atom feed (RFC 4287). */
import { teller } from '../../../ui/messages.ts'
import type { DocumentHead, ReportHead } from '../portal-data.ts'
import type { Portal } from './portal.ts'
import { reportListTitle } from './titles.ts'
import { shared } from './words.ts'
import { element, xmlStart, xmlText } from './xml.ts'

interface Entry {
  /** Lasting, whatever the host; a new version is a new entry. */
  readonly id: string
  readonly title: string
  readonly href: string
  readonly at: string
}

const entriesMost = 50

export function atomFeed(portal: Portal, documents: readonly DocumentHead[], reports: readonly ReportHead[]): string {
  const { agency, paths, origin, lang, today } = portal
  const of = (...name: readonly (string | number)[]) => `urn:gongkai:${[agency.id, ...name].map(String).join(':')}`
  const entries: Entry[] = [
    ...documents.map(d => ({
      id: of(d.kind, d.slug, d.version),
      title: d.title,
      href: paths.document(d),
      at: d.publishedAt,
    })),
    ...reports.map(r => ({
      id: of('report', r.id, r.publishedAt),
      title: reportListTitle(r),
      href: paths.report(r.id),
      at: r.publishedAt,
    })),
  ]
    .map(entry => ({ ...entry, at: new Date(entry.at).toISOString() }))
    .sort((a, b) => (a.at < b.at ? 1 : -1))
    .slice(0, entriesMost)
  return [
    `${xmlStart}<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="zh-CN">`,
    element('id', of()),
    element('title', teller(lang)(shared.feedOf(agency.name))),
    element('updated', entries[0]?.at ?? `${today}T00:00:00Z`),
    `<author>${element('name', agency.name)}</author>`,
    link('self', `${origin}${paths.feed}`, 'application/atom+xml'),
    link('alternate', `${origin}${paths.home}`, 'text/html'),
    ...entries.map(
      ({ id, title, href, at }) =>
        `<entry>${element('id', id)}${element('title', title)}${element('updated', at)}${link('alternate', `${origin}${href}`, 'text/html')}</entry>`,
    ),
    '</feed>\n',
  ].join('\n')
}

function link(rel: string, href: string, type: string): string {
  return `<link rel="${rel}" type="${type}" href="${xmlText(href)}"/>`
}
