/** What every page of a portal has around it: whose it is, where one is, how it is shown. */
import type { Lang } from '../../domain/kernel/lang.ts'
import type { Mode } from './modes.ts'

export interface Link {
  readonly href: string
  readonly label: string
}

/** What stands at the foot, as far as the agency has it. */
export interface Imprint {
  /** 主办单位 */
  readonly host: string
  readonly telephone: string | null
  readonly address: string | null
  /** 网站标识码 */
  readonly siteCode: string | null
  /** ICP备案号 */
  readonly icp: string | null
  /** 公安备案号 */
  readonly police: string | null
  /** 我为政府网站找错 */
  readonly mend: Link
}

export interface PortalFrame {
  readonly lang: Lang
  readonly mode: Mode
  /** Path and query of this page. */
  readonly here: string
  /** `https://host`, in front of every absolute address. */
  readonly origin: string
  readonly style: string
  /** Name of the site and of the column, in the header. */
  readonly name: string
  readonly home: string
  readonly entries: readonly (Link & { readonly id: string })[]
  /** What the reader has applied for, to whomever; null where nobody can be asked. */
  readonly mine: Link | null
  /** The one button: how to apply. */
  readonly apply: Link | null
  /** Where the search field leads; null where there is nothing to search. */
  readonly search: string | null
  readonly siteMap: Link | null
  readonly feed: Link | null
  readonly imprint: Imprint | null
}

/** A page's own head: what the government's meta tags tell of it (D§7.3). */
export interface PageHead {
  readonly title: string
  readonly description: string
  readonly column: { readonly id: string | null; readonly name: string; readonly type: string } | null
  readonly article: { readonly published: string; readonly source: string } | null
  readonly crumbs: readonly Link[]
  /** Typed into the search field. */
  readonly sought?: string
  readonly wide?: boolean
  /** Something did not work, and the page says what: the title begins with it. */
  readonly troubled?: boolean
  /** Not to be listed by search engines. */
  readonly unlisted?: boolean
}
