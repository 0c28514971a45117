/** What the portal's pages ask of the record. Only what an agency has published comes this way. */
import type { GuideOffice } from '../../domain/agency/guide/facts.ts'
import type { Report } from '../../domain/report/report.ts'
import type { ChannelId } from '../../law/channels.ts'

export interface PortalAgency {
  readonly id: string
  /** First part of its path: `/a/{slug}/`. */
  readonly slug: string
  /** Host name that is its own, without port; its pages then stand at the root. */
  readonly host: string | null
  readonly name: string
  /** 网站标识码 */
  readonly siteCode: string | null
  readonly office: GuideOffice
  /** Ways to apply that it has opened beside those nobody can be refused. */
  readonly channels: readonly ChannelId[]
  /** 主管部门, which takes complaints. */
  readonly supervisor: { readonly name: string; readonly telephone: string | null } | null
  readonly notices: SiteNotices
  /** Changes with every change of anything the agency's pages show. */
  readonly contentVersion: string
}

/** What a site must print of itself, as far as it is set. */
export interface SiteNotices {
  /** ICP备案号 */
  readonly icp: string | null
  /** 公安备案号 */
  readonly police: string | null
  /** Address of 我为政府网站找错 for this site, http(s). */
  readonly mend: string | null
}

export interface Directory {
  /** Changes with every change of the list. */
  readonly version: string
  /** In the order of their codes; agencies in the order they are to be listed. */
  readonly regions: readonly DirectoryRegion[]
}

export interface DirectoryRegion {
  readonly code: string
  readonly name: string
  readonly agencies: readonly { readonly slug: string; readonly name: string }[]
}

export type DocumentKind = 'guide' | 'rule' | 'page'

/** A document as shown now. */
export interface DocumentHead {
  readonly kind: DocumentKind
  /** Unique among the agency's documents of its kind. */
  readonly slug: string
  readonly title: string
  readonly version: number
  /** When this version was published; ISO 8601. */
  readonly publishedAt: string
}

export interface ShownDocument extends DocumentHead {
  /** Markdown. */
  readonly body: string
}

/** A published version of the guide. */
export interface GuideVersion {
  readonly version: number
  readonly title: string
  readonly publishedAt: string
  /** Whether it is the one in force. */
  readonly current: boolean
}

export interface ReportHead {
  readonly id: string
  /** Whose report it is; a supervisor publishes that of its government too. */
  readonly reporter: string
  readonly year: number
  readonly edition: string
  readonly publishedAt: string
}

export interface PublishedReport extends ReportHead {
  readonly report: Report
}

/** A member of 政务公开领导小组. */
export interface Leader {
  readonly name: string
  readonly post: string
  readonly duty: string
  /** First and last day, YYYY-MM-DD; open where null. */
  readonly fromDate: string | null
  readonly untilDate: string | null
}

/** Closed agencies, and what is not published, are not there: null, or left out. */
export interface PortalData {
  readonly directory: () => Promise<Directory>
  /** `host`: lower case, without port. */
  readonly agencyByHost: (host: string) => Promise<PortalAgency | null>
  readonly agencyBySlug: (slug: string) => Promise<PortalAgency | null>
  /** All documents shown, in the agency's order. */
  readonly documents: (agencyId: string) => Promise<readonly DocumentHead[]>
  readonly document: (agencyId: string, kind: DocumentKind, slug: string) => Promise<ShownDocument | null>
  /** Every version of the guide shown that was ever published, the newest first; none where no guide is shown. */
  readonly guideVersions: (agencyId: string) => Promise<readonly GuideVersion[]>
  /** One of these with its text; null where there is no such version, or it was never published. */
  readonly guideVersion: (agencyId: string, version: number) => Promise<(ShownDocument & GuideVersion) | null>
  /** All documents shown, with their texts: for the search. */
  readonly texts: (agencyId: string) => Promise<readonly ShownDocument[]>
  /** Published reports, the newest year first. */
  readonly reports: (agencyId: string) => Promise<readonly ReportHead[]>
  readonly report: (agencyId: string, id: string) => Promise<PublishedReport | null>
  /** 内设科室 by name, in the agency's order. */
  readonly sections: (agencyId: string) => Promise<readonly string[]>
  readonly leaders: (agencyId: string) => Promise<readonly Leader[]>
}

/** An installation on which nobody has set up an agency yet. */
export const noAgencies: PortalData = {
  directory: async () => ({ version: 'empty', regions: [] }),
  agencyByHost: async () => null,
  agencyBySlug: async () => null,
  documents: async () => [],
  document: async () => null,
  guideVersions: async () => [],
  guideVersion: async () => null,
  texts: async () => [],
  reports: async () => [],
  report: async () => null,
  sections: async () => [],
  leaders: async () => [],
}
