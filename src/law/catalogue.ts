/**
 * Columns under 法定主动公开内容 (D§7.1), in the order they are shown. The law names what must be published
 * (条例20), not the columns: these follow common practice, and an agency without matter for one leaves it empty.
 */
import type { ArticleId } from './articles.ts'
import type { Words } from './words.ts'

export interface CatalogueColumn {
  readonly label: Words
  /** What belongs there. */
  readonly holds: Words
  readonly articles: readonly ArticleId[]
  /** Practice; no text read by us demands it. */
  readonly unverified?: true
}

export const catalogueColumns = {
  organisation: {
    label: { zh: '机构职能', en: 'Functions and organisation' },
    holds: {
      zh: '机关职能、内设机构、办公地址、办公时间、联系方式',
      en: 'Functions, sections, address, hours and contacts',
    },
    articles: ['条例20(2)'],
  },
  leaders: {
    label: { zh: '领导信息', en: 'Leaders' },
    holds: { zh: '负责人姓名、职务和分工', en: 'Names, posts and duties of those in charge' },
    articles: ['条例20(2)'],
  },
  policy: {
    label: { zh: '政策文件', en: 'Policy documents' },
    holds: { zh: '法规、规章、行政规范性文件和其他文件', en: 'Regulations, rules, normative and other documents' },
    articles: ['条例20(1)'],
  },
  interpretation: {
    label: { zh: '政策解读', en: 'Policy explained' },
    holds: { zh: '对政策文件的文字、图表、视频解读', en: 'Policy documents explained in text, charts and video' },
    articles: [],
    unverified: true,
  },
  plans: {
    label: { zh: '规划计划', en: 'Plans' },
    holds: { zh: '发展规划、专项规划、工作计划及相关政策', en: 'Development plans, special plans, work plans' },
    articles: ['条例20(3)'],
  },
  statistics: {
    label: { zh: '统计信息', en: 'Statistics' },
    holds: { zh: '统计数据和统计公报', en: 'Statistical data and bulletins' },
    articles: ['条例20(4)'],
  },
  permits: {
    label: { zh: '行政许可及服务', en: 'Permits and services' },
    holds: {
      zh: '许可和其他对外管理服务事项的依据、条件、程序和办理结果',
      en: 'Basis, conditions, procedure and results of permits and other services',
    },
    articles: ['条例20(5)'],
  },
  enforcement: {
    label: { zh: '行政处罚和强制', en: 'Penalties and coercion' },
    holds: {
      zh: '处罚、强制的依据、条件、程序，有一定社会影响的处罚决定',
      en: 'Basis, conditions and procedure; penalties of social impact',
    },
    articles: ['条例20(6)'],
  },
  budget: {
    label: { zh: '财政预决算', en: 'Budget and accounts' },
    holds: { zh: '部门预算、决算和“三公”经费', en: 'Budgets, final accounts and the three public expenses' },
    articles: ['条例20(7)'],
  },
  fees: {
    label: { zh: '行政事业性收费', en: 'Administrative fees' },
    holds: { zh: '收费项目、依据和标准', en: 'Items, basis and rates' },
    articles: ['条例20(8)'],
  },
  procurement: {
    label: { zh: '政府采购', en: 'Procurement' },
    holds: { zh: '集中采购目录、标准和实施情况', en: 'Central procurement: catalogue, standards, progress' },
    articles: ['条例20(9)'],
  },
  projects: {
    label: { zh: '重大项目', en: 'Major projects' },
    holds: { zh: '重大建设项目的批准和实施情况', en: 'Approval and progress of major construction projects' },
    articles: ['条例20(10)'],
  },
  recruitment: {
    label: { zh: '招考录用', en: 'Recruitment' },
    holds: { zh: '招考职位、名额、条件和录用结果', en: 'Posts, numbers, conditions and results' },
    articles: ['条例20(14)'],
  },
  emergency: {
    label: { zh: '应急管理', en: 'Emergencies' },
    holds: { zh: '应急预案、预警信息和应对情况', en: 'Emergency plans, warnings and responses' },
    articles: ['条例20(12)'],
  },
  key_areas: {
    label: { zh: '重点领域', en: 'Key areas' },
    holds: {
      zh: '教育、医疗、社会保障、就业等领域的政策、措施和实施情况，有关监督检查情况',
      en: 'Policies and measures on education, health, social security and employment; inspections',
    },
    articles: ['条例20(11)', '条例20(13)'],
  },
  proposals: {
    label: { zh: '建议提案办理', en: 'Proposals answered' },
    holds: { zh: '人大代表建议和政协委员提案的办理答复', en: 'Answers to proposals of deputies and committee members' },
    articles: [],
    unverified: true,
  },
  other: {
    label: { zh: '其他', en: 'Other' },
    holds: { zh: '法律、法规、规章要求主动公开的其他信息', en: 'Whatever else must be published by law' },
    articles: ['条例20(15)'],
  },
} as const satisfies Readonly<Record<string, CatalogueColumn>>

export type CatalogueColumnId = keyof typeof catalogueColumns
