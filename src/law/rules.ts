/** Rules an agency must have for its disclosure work, by title and purpose (D§8.2). The texts are the agency's own. */
import type { ArticleId } from './articles.ts'
import type { Words } from './words.ts'

export interface RequiredRule {
  readonly title: Words
  /** What it must settle. */
  readonly settles: Words
  readonly articles: readonly ArticleId[]
}

export const requiredRules = {
  publication: {
    title: { zh: '主动公开工作制度', en: 'Proactive publication' },
    settles: {
      zh: '公开什么、由谁在多少日内公开、通过哪些渠道',
      en: 'What is published, by whom, within how many days, through which channels',
    },
    articles: ['条例23', '条例26'],
  },
  review: {
    title: { zh: '公开审查制度', en: 'Review before disclosure' },
    settles: {
      zh: '拟稿、审核、保密审查各由谁负责，先审查后公开',
      en: 'Who drafts, reviews and examines for secrecy; review first, publish after',
    },
    articles: ['条例17'],
  },
  coordination: {
    title: { zh: '发布协调制度', en: 'Settlement with other organs' },
    settles: {
      zh: '涉及其他机关的信息怎样协商、确认，哪些须经批准',
      en: 'How matter touching other organs is settled, and what needs approval',
    },
    articles: ['条例11'],
  },
  upkeep: {
    title: { zh: '指南、目录和信息更新维护制度', en: 'Upkeep of guide, catalogue and content' },
    settles: {
      zh: '多久核对一次，由谁更新，失效的内容怎样处理',
      en: 'How often it is checked, who renews it, what becomes of what has lapsed',
    },
    articles: ['条例12'],
  },
  reassessment: {
    title: { zh: '不予公开信息定期评估制度', en: 'Reassessment of what is withheld' },
    settles: {
      zh: '多久评估一次，情势变化后怎样转为公开',
      en: 'How often it is looked at again, and how it is then published',
    },
    articles: ['条例18'],
  },
  requests: {
    title: { zh: '申请登记、审核、办理、答复、归档制度', en: 'Handling of requests' },
    settles: {
      zh: '申请从收到到归档的每一步由谁办、多少日内办',
      en: 'Each step from receipt to archive: by whom, within how many days',
    },
    articles: ['条例45'],
  },
  assessment: {
    title: { zh: '工作考核制度', en: 'Assessment of the work' },
    settles: { zh: '考核的内容、办法和结果运用', en: 'What is assessed, how, and to what effect' },
    articles: ['条例46'],
  },
  appraisal: {
    title: { zh: '社会评议制度', en: 'Appraisal by the public' },
    settles: { zh: '请谁评议、评议什么、结果怎样公布', en: 'Who appraises what, and how it is made known' },
    articles: ['条例46'],
  },
  accountability: {
    title: { zh: '责任追究制度', en: 'Accountability' },
    settles: { zh: '哪些行为要追究、由谁追究、怎样处理', en: 'Which failures are pursued, by whom, and how' },
    articles: ['条例46'],
  },
  annual_report: {
    title: { zh: '年度报告编制发布制度', en: 'The annual report' },
    settles: { zh: '数据由谁提供和核对，谁签发，何时公布', en: 'Who gives and checks the figures, who signs, when' },
    articles: ['条例49'],
  },
} as const satisfies Readonly<Record<string, RequiredRule>>
