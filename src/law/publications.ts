/** What must be published (条例20, 21) and who publishes it (条例10). The items in our own words. */
import type { ArticleId } from './articles.ts'
import type { Words } from './words.ts'

/** Who owes an item: those of 条例20 everyone, those of 条例21 the places it names, by what is so there. */
export const publicationOwers = {
  everyone: { zh: '各级机关', en: 'every agency' },
  city_or_county: { zh: '设区的市、县', en: 'cities and counties' },
  town: { zh: '乡镇', en: 'towns' },
  city_county_or_town: { zh: '设区的市、县、乡镇', en: 'cities, counties and towns' },
} as const satisfies Readonly<Record<string, Words>>

export type OwedBy = keyof typeof publicationOwers

export interface PublicationCategory {
  readonly label: Words
  readonly article: ArticleId
  readonly owedBy: OwedBy
}

type Item = `条例20(${number})` & ArticleId

const owedByAll = (article: Item, zh: string, en: string) =>
  ({ label: { zh, en }, article, owedBy: 'everyone' }) as const
const local = <const O extends Exclude<OwedBy, 'everyone'>>(owedBy: O, zh: string, en: string) =>
  ({ label: { zh, en }, article: '条例21', owedBy }) as const

export const publicationCategories = {
  norms: owedByAll('条例20(1)', '行政法规、规章和规范性文件', 'Regulations, rules and normative documents'),
  organisation: owedByAll('条例20(2)', '机关职能、机构设置和联系方式', 'Functions, organisation and contacts'),
  plans: owedByAll('条例20(3)', '规划及相关政策', 'Plans and related policy'),
  statistics: owedByAll('条例20(4)', '统计信息', 'Statistics'),
  permits: owedByAll('条例20(5)', '行政许可和其他对外管理服务事项', 'Permits and other external services'),
  enforcement: owedByAll('条例20(6)', '行政处罚、行政强制', 'Penalties and coercion'),
  budget: owedByAll('条例20(7)', '财政预算、决算信息', 'Budget and final accounts'),
  fees: owedByAll('条例20(8)', '行政事业性收费', 'Administrative fees'),
  procurement: owedByAll('条例20(9)', '政府集中采购', 'Central procurement'),
  projects: owedByAll('条例20(10)', '重大建设项目', 'Major construction projects'),
  livelihood: owedByAll(
    '条例20(11)',
    '扶贫、教育、医疗、社会保障、促进就业',
    'Poverty relief, education, health, social security, employment',
  ),
  emergency: owedByAll('条例20(12)', '突发公共事件', 'Emergencies'),
  inspections: owedByAll('条例20(13)', '监督检查情况', 'Results of inspections'),
  recruitment: owedByAll('条例20(14)', '公务员招考', 'Recruitment of civil servants'),
  other: owedByAll('条例20(15)', '规定应当主动公开的其他信息', 'Whatever else must be published'),
  urban_construction: local('city_or_county', '市政建设', 'Urban construction'),
  public_service: local('city_or_county', '公共服务', 'Public services'),
  public_welfare: local('city_or_county', '公益事业', 'Public welfare'),
  public_order: local('city_or_county', '治安管理', 'Public order'),
  land_expropriation: local('city_county_or_town', '土地征收', 'Expropriation of land'),
  house_expropriation: local('city_county_or_town', '房屋征收', 'Expropriation of houses'),
  social_relief: local('city_county_or_town', '社会救助', 'Social relief'),
  rural_policy: local('town', '农业农村政策的贯彻落实', 'Agricultural and rural policy carried out'),
  irrigation: local('town', '农田水利工程建设运营', 'Irrigation works'),
  land_contracts: local('town', '农村土地承包经营权流转', 'Transfer of rights to contracted land'),
  homesteads: local('town', '宅基地使用情况审核', 'Review of homestead use'),
  local_levies: local('town', '筹资筹劳', 'Money and labour raised locally'),
} as const satisfies Readonly<Record<string, PublicationCategory>>

export type PublicationCategoryId = keyof typeof publicationCategories

/** How the agency came to hold it, and who publishes it then (条例10). */
export interface PublicationOrigin {
  readonly label: Words
  readonly publishedBy: Words
  /** Whether that is always the agency that holds it. */
  readonly ours: boolean
  readonly article: ArticleId
}

export const publicationOrigins = {
  made: {
    label: { zh: '本机关制作', en: 'Made by this agency' },
    publishedBy: { zh: '由制作的本机关公开', en: 'Published by this agency, which made it' },
    ours: true,
    article: '条例10',
  },
  made_jointly: {
    label: { zh: '与其他机关共同制作', en: 'Made together with other organs' },
    publishedBy: { zh: '由牵头制作的机关公开', en: 'Published by the organ that led the making' },
    ours: false,
    article: '条例10',
  },
  from_citizens: {
    label: { zh: '从公民、法人和其他组织获取', en: 'Obtained from citizens or organisations' },
    publishedBy: { zh: '由保存的本机关公开', en: 'Published by this agency, which keeps it' },
    ours: true,
    article: '条例10',
  },
  from_organ: {
    label: { zh: '从其他行政机关获取', en: 'Obtained from another organ' },
    publishedBy: {
      zh: '由制作或者最初获取的机关公开，法律、法规另有规定的从其规定',
      en: 'Published by the organ that made or first obtained it, unless laws say otherwise',
    },
    ours: false,
    article: '条例10',
  },
} as const satisfies Readonly<Record<string, PublicationOrigin>>

export type PublicationOriginId = keyof typeof publicationOrigins
