/** The made-up county of the demo: its agencies and who works there. The division code is one nobody has been given. */
import type { RoleId } from '../../domain/people/roles.ts'

export const demoRegions = [
  { code: '639921', name: '示例县', parentCode: null },
  { code: '639921100', name: '示例镇', parentCode: '639921' },
] as const

export interface DemoPerson {
  readonly login: string
  readonly name: string
  readonly section: string
  readonly roles: readonly RoleId[]
}

export interface DemoAgency {
  readonly slug: string
  readonly name: string
  readonly shortName: string
  readonly kind: 'government' | 'department'
  readonly regionCode: string
  /** Slug of the agency above. */
  readonly superior: string | null
  readonly address: string
  readonly telephone: string
  readonly sections: readonly string[]
  readonly people: readonly DemoPerson[]
  /** About how many requests it receives in a year. */
  readonly requests: number
  readonly permits: number
  /** 机关代字. */
  readonly letterCode: string
  /** Its guide says that the receipt shown online is the mutual confirmation (条例31(3)). */
  readonly receiptConfirms: boolean
  readonly seed: number
}

/** Those every agency has; the letters before the dot tell the agencies' people apart. */
function staff(prefix: string, names: readonly string[], sections: readonly string[]): DemoPerson[] {
  const [first = '', second = first, third = first] = sections
  const posts: readonly (readonly [string, string, readonly RoleId[]])[] = [
    ['drafter', second, ['drafter']],
    ['reviewer', first, ['reviewer']],
    ['secrecy', third, ['secrecy_reviewer']],
    ['handler', first, ['handler', 'drafter']],
    ['head', first, ['office_head']],
    ['leader', first, ['leader']],
  ]
  return posts.map(([post, section, roles], i) => ({
    login: `${prefix}.${post}`,
    name: names[i] ?? post,
    section,
    roles,
  }))
}

const governmentSections = ['政务公开科', '秘书科', '法规科']
const educationSections = ['办公室', '基础教育科', '政策法规科', '财务科', '学生资助中心']
const serviceSections = ['综合科', '业务协调科', '法规监督科']
const healthSections = ['办公室', '医政医管科', '政策法规科', '疾病预防控制科']
const townSections = ['党政办公室', '社会事务办公室', '综合执法办公室']

export const demoAgencies: readonly DemoAgency[] = [
  {
    slug: 'xzf',
    name: '示例县人民政府',
    shortName: '县政府',
    kind: 'government',
    regionCode: '639921',
    superior: null,
    address: '示例县人民路1号',
    telephone: '0000-0000001',
    sections: governmentSections,
    people: [
      ...staff('xzf', ['江一舟', '方晓棠', '严守正', '孟思远', '贺知行', '陆承安'], governmentSections),
      { login: 'xzf.supervisor', name: '宋明察', section: '政务公开科', roles: ['supervisor'] },
      { login: 'xzf.system', name: '季维新', section: '秘书科', roles: ['system_admin'] },
      { login: 'xzf.safety', name: '常安宁', section: '法规科', roles: ['security_admin'] },
      { login: 'xzf.auditor', name: '简公明', section: '法规科', roles: ['audit_admin'] },
    ],
    requests: 46,
    permits: 0,
    letterCode: '示政',
    receiptConfirms: true,
    seed: 11,
  },
  {
    slug: 'jyj',
    name: '示例县教育局',
    shortName: '县教育局',
    kind: 'department',
    regionCode: '639921',
    superior: 'xzf',
    address: '示例县文教路8号',
    telephone: '0000-0000002',
    sections: educationSections,
    people: staff('jyj', ['苏若谷', '程慎之', '龙守密', '叶青禾', '白启明', '顾云川'], educationSections),
    requests: 22,
    permits: 130,
    letterCode: '示教',
    receiptConfirms: false,
    seed: 23,
  },
  {
    slug: 'zwzx',
    name: '示例县政务服务中心',
    shortName: '政务中心',
    kind: 'department',
    regionCode: '639921',
    superior: 'xzf',
    address: '示例县便民路66号',
    telephone: '0000-0000003',
    sections: serviceSections,
    people: [
      ...staff('zwzx', ['罗映雪', '丁立言', '秦慎言', '温如玉', '石坚', '岳峙'], serviceSections),
      { login: 'zwzx.reading', name: '黎明洁', section: '综合科', roles: ['reading_clerk'] },
    ],
    requests: 9,
    permits: 0,
    letterCode: '示政务',
    receiptConfirms: false,
    seed: 37,
  },
  {
    slug: 'wjj',
    name: '示例县卫生健康局',
    shortName: '县卫健局',
    kind: 'department',
    regionCode: '639921',
    superior: 'xzf',
    address: '示例县康宁路20号',
    telephone: '0000-0000004',
    sections: healthSections,
    people: staff('wjj', ['杜清源', '夏知秋', '穆谨', '林致和', '霍怀仁', '钟鼎'], healthSections),
    requests: 17,
    permits: 214,
    letterCode: '示卫',
    receiptConfirms: false,
    seed: 41,
  },
  {
    slug: 'slz',
    name: '示例县示例镇人民政府',
    shortName: '示例镇',
    kind: 'government',
    regionCode: '639921100',
    superior: 'xzf',
    address: '示例县示例镇中心街3号',
    telephone: '0000-0000005',
    sections: townSections,
    people: staff('slz', ['田野', '谷丰', '桑榆', '柳岸', '山川', '高原'], townSections),
    requests: 7,
    permits: 31,
    letterCode: '示例镇',
    receiptConfirms: false,
    seed: 53,
  },
]
