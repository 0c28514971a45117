/** The made-up agencies, their sections and pages. */
import { isAccess, parseSetting, settingIds, settings } from '../../../src/domain/agency/settings.ts'
import * as c from '../../../src/features/agencies/contract.ts'
import { shownSetting } from '../../../src/features/agencies/shown-setting.ts'
import { now } from './accounts.ts'
import { answers, type Handler, idOf, pageFrom, refusal } from './fake.ts'

export interface Agencies {
  readonly agencies: c.Agency[]
  readonly sections: c.Section[]
  readonly leaders: c.Leader[]
  readonly documents: c.DocumentAnswer[]
  readonly settings: c.Setting[]
}

const agency = (n: number, name: string, shortName: string, slug: string, kind: c.Agency['kind']): c.Agency => ({
  id: idOf(n),
  name,
  shortName,
  kind,
  regionCode: '330199',
  superiorId: n === 1 ? null : idOf(1),
  vertical: false,
  creditCode: null,
  siteCode: '3301990001',
  slug,
  host: null,
  office: {
    name: `${shortName}政务公开科`,
    address: '示例县人民路 1 号 203 室',
    postcode: '310000',
    hours: '工作日 8:30–12:00，14:00–17:30',
    telephone: '0571-00000001',
    fax: null,
    email: `${slug}@example.gov.cn`,
    post: null,
  },
  status: 'open',
  version: 1,
})

const guide = [
  '# 政府信息公开指南\n\n为了更好地提供政府信息公开服务，编制本指南。\n\n## 公开方式\n\n- 政府网站\n- 查阅点',
  '# 政府信息公开指南\n\n为了更好地提供政府信息公开服务，编制本指南。\n\n## 公开方式\n\n- 政府网站\n- 国家档案馆、公共图书馆\n\n| 渠道 | 时间 |\n|---|---|\n| 当面 | 工作日 |\n| 网络 | 全天 |',
]

const version = (n: number, body: string, publishedAt: string | null): c.DocumentVersion => ({
  version: n,
  title: '政府信息公开指南',
  body,
  author: '李娜',
  savedAt: now,
  publishedAt,
})

const say = (zh: string) => ({ zh, en: zh })

export function madeUpAgencies(): Agencies {
  return {
    agencies: [
      agency(1, '示例县人民政府办公室', '示例县政府办', 'xzfb', 'government'),
      agency(2, '示例县教育局', '县教育局', 'jyj', 'department'),
      agency(3, '示例县卫生健康局', '县卫健局', 'wjj', 'department'),
      { ...agency(4, '示例县旧城管理处', '旧城处', 'jcc', 'dispatched_office'), status: 'closed' },
      agency(5, '示例县人民医院', '县医院', 'yy', 'public_institution'),
    ],
    sections: ['秘书科', '政务公开科', '督查科', '档案室'].map((name, n) => ({
      id: idOf(500 + n),
      name,
      position: n + 1,
      status: n === 3 ? ('closed' as const) : ('open' as const),
    })),
    leaders: [
      { name: '周伟', post: '县委常委、常务副县长', duty: '组长', fromDate: '2024-03-01', untilDate: null },
      { name: '陈明', post: '县政府办公室主任', duty: '副组长', fromDate: '2024-03-01', untilDate: null },
    ],
    documents: [
      {
        id: idOf(600),
        kind: 'guide',
        slug: 'guide',
        title: '政府信息公开指南',
        latest: 2,
        shown: 1,
        updatedAt: now,
        versions: [version(1, guide[0] ?? '', now), version(2, guide[1] ?? '', null)],
      },
      {
        id: idOf(601),
        kind: 'rule',
        slug: 'zhidu',
        title: '依申请公开工作制度',
        latest: 1,
        shown: null,
        updatedAt: now,
        versions: [version(1, '# 依申请公开工作制度\n', null)],
      },
    ],
    settings: settingIds.map(id => ({ ...shownSetting(id, settings[id].usual), changeable: !isAccess(id) })),
  }
}

export function agencyHandlers(state: Agencies): Handler[] {
  const one = (id: string) => {
    const found = state.agencies.find(agency => agency.id === id)
    if (!found) throw refusal(404, 'not_found', '没有找到这个机关。')
    return found
  }
  const document = (id: string) => {
    const found = state.documents.find(one => one.id === id)
    if (!found) throw refusal(404, 'not_found', '没有找到这个页面。')
    return found
  }
  const set = <T extends object>(thing: T, change: object): T =>
    Object.assign(thing, Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)))
  return [
    answers(c.listAgencies, ({ query: { q, ...page } }) =>
      pageFrom(
        state.agencies.filter(({ name }) => !q || name.includes(q)),
        page,
      ),
    ),
    answers(c.getAgency, ({ params }) => one(params.agencyId)),
    answers(c.addAgency, ({ body }) => {
      const added = { ...body, id: idOf(10 + state.agencies.length), status: 'open' as const, version: 1 }
      state.agencies.push(added)
      return added
    }),
    answers(c.changeAgency, ({ params, body }) => {
      const there = one(params.agencyId)
      if (body.version !== there.version) throw refusal(409, 'changed_meanwhile', '您打开之后，机关资料已被他人修改。')
      return set(there, { ...body, version: there.version + 1 })
    }),
    answers(c.closeAgency, ({ params }) => {
      const there = one(params.agencyId)
      return set(there, { status: 'closed', version: there.version + 1 })
    }),
    answers(c.reopenAgency, ({ params }) => {
      const there = one(params.agencyId)
      return set(there, { status: 'open', version: there.version + 1 })
    }),
    answers(c.importAgencies, ({ body: { dryRun } }) => ({
      dryRun,
      ignored: ['备注'],
      counts: { created: 1, changed: 1, unchanged: 0, refused: 1 },
      rows: [
        { row: 2, outcome: 'created' as const, name: '示例县司法局', messages: [] },
        {
          row: 3,
          outcome: 'changed' as const,
          name: '示例县教育局',
          messages: [{ column: '电话', says: say('改为 0571-00000009') }],
        },
        {
          row: 4,
          outcome: 'refused' as const,
          name: '示例县水务局',
          messages: [{ column: '统一社会信用代码', says: say('校验位不对，请核对第 18 位') }],
        },
      ],
    })),
    answers(c.listSections, () => ({ items: state.sections })),
    answers(c.addSection, ({ body }) => {
      const n = state.sections.length
      const added = { id: idOf(510 + n), name: body.name, position: n + 1, status: 'open' as const }
      state.sections.push(added)
      return added
    }),
    answers(c.changeSection, ({ params, body }) => {
      const found = state.sections.find(({ id }) => id === params.sectionId)
      if (!found) throw refusal(404, 'not_found', '没有找到这个科室。')
      return set(found, body)
    }),
    answers(c.getLeaders, () => ({ items: state.leaders })),
    answers(c.setLeaders, ({ body }) => {
      state.leaders.splice(0, state.leaders.length, ...body.items)
      return { items: state.leaders }
    }),
    answers(c.listDocuments, () => ({ items: state.documents })),
    answers(c.getDocument, ({ params }) => document(params.documentId)),
    answers(c.addDocument, ({ body: { kind, slug, title, body } }) => {
      const id = idOf(610 + state.documents.length)
      const versions = [{ ...version(1, body, null), title }]
      const added = { id, kind, slug, title, latest: 1, shown: null, updatedAt: now, versions }
      state.documents.push(added)
      return added
    }),
    answers(c.saveDocument, ({ params, body }) => {
      const there = document(params.documentId)
      if (body.base !== there.latest) throw refusal(409, 'changed_meanwhile', '您打开之后，页面已被他人修改。')
      const latest = there.latest + 1
      there.versions.push({ ...version(latest, body.body, null), title: body.title })
      return set(there, { latest, title: body.title })
    }),
    answers(c.publishDocument, ({ params, body }) => set(document(params.documentId), { shown: body.version })),
    answers(c.removeDocument, ({ params }) => {
      state.documents.splice(state.documents.indexOf(document(params.documentId)), 1)
      return null
    }),
    answers(c.getSettings, () => ({ items: state.settings })),
    answers(c.setSettings, ({ body }) => {
      for (const [key, value] of Object.entries(body.values)) {
        const read = parseSetting(key, value)
        if (!read.ok) throw refusal(422, read.refusal.code, read.refusal.says.zh, `body.${read.refusal.at}`)
      }
      for (const setting of state.settings) set(setting, { value: body.values[setting.key] })
      return null
    }),
  ]
}
