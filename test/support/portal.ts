/** What made-up agencies have published, in memory: for every test of the portal. */
import { defaultGuide } from '../../src/domain/agency/guide.ts'
import type {
  Directory,
  Leader,
  PortalAgency,
  PortalData,
  PublishedReport,
  ShownDocument,
} from '../../src/features/agencies/portal-data.ts'
import { samples } from '../../src/features/reports/samples.ts'

/** Everything of one agency. Tests change it as they like; `contentVersion` is theirs to change with it. */
export interface TestAgency {
  agency: PortalAgency
  region: { code: string; name: string }
  documents: ShownDocument[]
  /** Versions of the guide published before the one shown. */
  earlierGuides: ShownDocument[]
  reports: PublishedReport[]
  sections: string[]
  leaders: Leader[]
}

const office = {
  name: '示例市水务局办公室',
  address: '示例市清河路8号',
  postcode: '000000',
  hours: '工作日 8:30至12:00，14:00至17:30',
  telephone: '0000-1234567',
  fax: '0000-1234568',
  email: 'swj@example.gov.cn',
  post: null,
}

const water: PortalAgency = {
  id: '01900000-0000-7000-8000-000000000001',
  slug: 'swj',
  host: null,
  name: '示例市水务局',
  siteCode: '0000000016',
  office,
  channels: ['fax', 'email'],
  supervisor: { name: '示例市人民政府办公室', telephone: '0000-7654321' },
  notices: { icp: '示ICP备00000000号', police: '示公网安备00000000000000号', mend: null },
  contentVersion: '1',
}

/** An agency with something in every part. */
export function fullAgency(): TestAgency {
  const { title, body } = defaultGuide({
    agency: water.name,
    office,
    channels: water.channels,
    site: null,
    supervisor: water.supervisor,
    reviewOrgan: '示例市人民政府',
  })
  const at = (day: string) => `${day}T01:30:00Z`
  return {
    agency: water,
    region: { code: '000100', name: '示例市' },
    documents: [
      { kind: 'guide', slug: 'guide', title, version: 3, publishedAt: at('2026-03-02'), body },
      {
        kind: 'rule',
        slug: 'review',
        title: '政府信息公开审查制度',
        version: 2,
        publishedAt: at('2025-06-10'),
        body: ruleText,
      },
      {
        kind: 'rule',
        slug: 'requests',
        title: '依申请公开工作制度',
        version: 1,
        publishedAt: at('2024-11-05'),
        body: '## 登记\n\n收到申请当日登记。\n',
      },
      {
        kind: 'page',
        slug: 'reading-places',
        title: '政府信息查阅场所',
        version: 1,
        publishedAt: at('2025-01-08'),
        body: '市图书馆一楼可以免费查阅。\n',
      },
    ],
    earlierGuides: [
      {
        kind: 'guide',
        slug: 'guide',
        title,
        version: 1,
        publishedAt: at('2024-03-01'),
        body: '## 旧的联系方式\n\n第一版。\n',
      },
    ],
    reports: samples.map(({ report }, i) => ({
      id: `01900000-0000-7000-8000-00000000010${i}`,
      reporter: water.name,
      year: report.year ?? 0,
      edition: report.edition,
      publishedAt: at(`${(report.year ?? 0) + 1}-01-20`),
      report,
    })),
    sections: ['办公室', '水资源科', '河湖管理科', '水旱灾害防御科'],
    leaders: [
      { name: '张某', post: '局长', duty: '组长，第一责任人', fromDate: '2025-01-01', untilDate: null },
      { name: '李某', post: '副局长', duty: '副组长，分管公开工作', fromDate: null, untilDate: null },
      { name: '王某', post: '原副局长', duty: '副组长', fromDate: null, untilDate: '2025-12-31' },
    ],
  }
}

const ruleText = `为了规范公开前的审查，制定本制度。

## 第一步　拟稿

1. 承办科室拟稿，**同时**提出公开属性；
2. 科室负责人审核。

## 第二步　保密审查

| 结论 | 怎么办 |
|---|---|
| 可以公开 | 送审签 |
| 区分后公开 | 删去不能公开的部分 |

依据见[中国政府网](https://www.gov.cn/)，问题请写信到 <swj@example.gov.cn>。
`

/** An agency that has published nothing yet. */
export function emptyAgency(): TestAgency {
  const name = '示例县空白镇人民政府'
  return {
    agency: {
      ...water,
      id: '01900000-0000-7000-8000-000000000002',
      slug: 'kbz',
      name,
      siteCode: null,
      office: { ...office, name: `${name}党政办公室`, fax: null, email: null },
      channels: [],
      supervisor: null,
      notices: { icp: null, police: null, mend: 'https://mend.example.gov.cn/?site=0' },
    },
    region: { code: '000121', name: '示例县' },
    documents: [],
    earlierGuides: [],
    reports: [],
    sections: [],
    leaders: [],
  }
}

/** An agency with a host of its own. */
export function hostedAgency(): TestAgency {
  const full = fullAgency()
  const agency = {
    ...full.agency,
    id: '01900000-0000-7000-8000-000000000003',
    slug: 'jyj',
    host: 'jyj.example.gov.cn',
    name: '示例县教育局',
  }
  return { ...full, agency, region: { code: '000121', name: '示例县' } }
}

export function memoryPortal(all: readonly TestAgency[]): PortalData {
  const found = (id: string) => all.find(({ agency }) => agency.id === id)
  return {
    directory: async () => directoryOf(all),
    agencyByHost: async host => all.find(({ agency }) => agency.host === host)?.agency ?? null,
    agencyBySlug: async slug => all.find(({ agency }) => agency.slug === slug)?.agency ?? null,
    documents: async id => (found(id)?.documents ?? []).map(({ body: _, ...head }) => head),
    document: async (id, kind, slug) => found(id)?.documents.find(d => d.kind === kind && d.slug === slug) ?? null,
    guideVersions: async id => guidesOf(found(id)).map(({ body: _, kind: __, slug: ___, ...head }) => head),
    guideVersion: async (id, version) => guidesOf(found(id)).find(guide => guide.version === version) ?? null,
    texts: async id => found(id)?.documents ?? [],
    reports: async id =>
      (found(id)?.reports ?? []).map(({ report: _, ...head }) => head).sort((a, b) => b.year - a.year),
    report: async (id, reportId) => found(id)?.reports.find(r => r.id === reportId) ?? null,
    sections: async id => found(id)?.sections ?? [],
    leaders: async id => found(id)?.leaders ?? [],
  }
}

function guidesOf(of: TestAgency | undefined) {
  const shown = (of?.documents ?? []).filter(({ kind }) => kind === 'guide').slice(0, 1)
  if (shown.length === 0) return []
  return [
    ...shown.map(guide => ({ ...guide, current: true })),
    ...(of?.earlierGuides ?? []).map(guide => ({ ...guide, current: false })),
  ]
}

function directoryOf(all: readonly TestAgency[]): Directory {
  const codes = [...new Set(all.map(({ region }) => region.code))].sort()
  const regions = codes.map(code => {
    const here = all.filter(({ region }) => region.code === code)
    return {
      code,
      name: here[0]?.region.name ?? code,
      agencies: here.map(({ agency: { slug, name } }) => ({ slug, name })),
    }
  })
  return { version: all.map(({ agency }) => agency.name).join(), regions }
}
