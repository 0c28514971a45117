/** The frame of an agency's pages, and of those that belong to no agency. */

import { shanghaiMinute } from '../../../ui/day.ts'
import { teller } from '../../../ui/messages.ts'
import type { Link, PageHead, PortalFrame } from '../../../ui/portal/frame.ts'
import { frameWords } from '../../../ui/portal/words.ts'
import type { Portal, Reading } from './portal.ts'
import { type ColumnId, columnIds, columns, shared } from './words.ts'

export function frameOf(portal: Portal): PortalFrame {
  const { agency, paths, lang } = portal
  const t = teller(lang)
  const { office, notices } = agency
  const entries = columnIds.map(id => ({ id, href: paths[id], label: t(columns[id].name) }))
  return {
    ...readingPart(portal),
    name: agency.name,
    home: paths.home,
    entries,
    mine: { href: paths.mine, label: t(frameWords.mine) },
    apply: { href: paths.apply, label: t(columns.apply.name) },
    search: paths.search,
    siteMap: { href: paths.map, label: t(shared.siteMap) },
    feed: { href: paths.feed, label: t(shared.feed) },
    imprint: {
      host: agency.name,
      telephone: office.telephone,
      address: office.address,
      siteCode: agency.siteCode,
      icp: notices.icp,
      police: notices.police,
      mend: { href: webAddress(notices.mend) ?? `${paths.contact}#mend`, label: t(shared.mend) },
    },
  }
}

/** Pages of the installation itself: the list of agencies, and what nobody has. */
export function plainFrame(reading: Reading): PortalFrame {
  const name = teller(reading.lang)(frameWords.column)
  const nothing = { entries: [], mine: null, apply: null, search: null, siteMap: null, feed: null, imprint: null }
  return { ...readingPart(reading), ...nothing, name, home: '/' }
}

function readingPart({ lang, mode, here, origin, style }: Reading) {
  return { lang, mode, here, origin, style }
}

/** Only an address of the web is made a link. */
function webAddress(text: string | null): string | null {
  return text !== null && URL.canParse(text) && /^https?:$/.test(new URL(text).protocol) ? text : null
}

interface HeadFacts {
  readonly title: string
  readonly description?: string
  /** The column the page stands in, and whether it is that column's own page. */
  readonly column?: ColumnId
  readonly above?: readonly Link[]
  /** When what it shows was published. */
  readonly publishedAt?: string
  readonly sought?: string
  readonly wide?: boolean
  readonly unlisted?: boolean
}

/** The head of a page: its crumbs, its column and, of a document, its day and source. */
export function headOf(portal: Portal, facts: HeadFacts): PageHead {
  const { agency, paths, lang } = portal
  const t = teller(lang)
  const { title, column, above = [], publishedAt, ...rest } = facts
  const columnName = column && t(columns[column].name)
  return {
    description: `${agency.name}${lang === 'zh' ? '' : ' '}${title}`,
    ...rest,
    title,
    column: column && columnName ? { id: column, name: columnName, type: t(frameWords.column) } : null,
    article: publishedAt === undefined ? null : { published: shanghaiMinute(publishedAt), source: agency.name },
    crumbs: [{ href: paths.home, label: t(shared.home) }, ...above],
  }
}

/** A link to a column's own page, for the crumbs. */
export function columnLink({ paths, lang }: Portal, id: ColumnId): Link {
  return { href: paths[id], label: teller(lang)(columns[id].name) }
}
