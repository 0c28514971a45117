/** Every length of time the work is bound by (D§2.4, §2.7). */
import type { ArticleId } from './articles.ts'
import type { Words } from './words.ts'

type DeadlineUnit = 'working_day' | 'calendar_day' | 'month' | 'year'

export interface Deadline {
  readonly label: Words
  readonly length: number
  readonly unit: DeadlineUnit
  /** The day it counts from, itself not counted. */
  readonly from: Words
  readonly articles: readonly ArticleId[]
  /** Not confirmed in a text that could be read (D§11): a default, to be set otherwise where a region knows better. */
  readonly unverified?: true
}

/** A day that comes every year. */
export interface YearlyDay {
  readonly label: Words
  readonly month: number
  readonly day: number
  readonly articles: readonly ArticleId[]
}

const knowing: Words = { zh: '知道行政行为之日', en: 'the day the act was known' }
const act: Words = { zh: '行政行为作出之日', en: 'the day of the act' }
const copyReceived: Words = { zh: '收到复议申请书副本之日', en: 'receipt of the copy of the application' }
const accepted: Words = { zh: '受理复议申请之日', en: 'acceptance of the application' }
const filed: Words = { zh: '立案之日', en: 'the day the case was filed' }

export const deadlines = {
  answer: {
    label: { zh: '答复申请', en: 'Answer a request' },
    length: 20,
    unit: 'working_day',
    from: { zh: '收到申请之日', en: 'receipt of the request' },
    articles: ['条例33', '民法典201', '民法典203'],
  },
  extension: {
    label: { zh: '延长答复期限，合计不超过', en: 'Extension, at most in all' },
    length: 20,
    unit: 'working_day',
    from: { zh: '答复期限届满之日', en: 'the end of the running period' },
    articles: ['条例33'],
  },
  correction_notice: {
    label: { zh: '告知补正', en: 'Give the correction notice' },
    length: 7,
    unit: 'working_day',
    from: { zh: '收到申请之日', en: 'receipt of the request' },
    articles: ['条例30'],
  },
  correction: {
    label: {
      zh: '申请人补正（由机关定合理期限，此为缺省值）',
      en: 'Correct the request (set by the organ; a default)',
    },
    length: 10,
    unit: 'working_day',
    from: { zh: '收到补正告知之日', en: 'receipt of the correction notice' },
    articles: ['条例30'],
    unverified: true,
  },
  third_party: {
    label: { zh: '第三方答复意见', en: 'Reply of a third party' },
    length: 15,
    unit: 'working_day',
    from: { zh: '收到征求意见书之日', en: 'receipt of the letter of consultation' },
    articles: ['条例32'],
  },
  co_maker: {
    label: { zh: '共同制作机关答复意见', en: 'Reply of a co-maker' },
    length: 15,
    unit: 'working_day',
    from: { zh: '收到征求意见书之日', en: 'receipt of the letter of consultation' },
    articles: ['条例34'],
  },
  payment: {
    label: { zh: '缴纳信息处理费', en: 'Pay the handling fee' },
    length: 20,
    unit: 'working_day',
    from: { zh: '收到收费通知之日', en: 'receipt of the fee notice' },
    articles: ['办法6'],
  },
  proactive: {
    label: { zh: '主动公开', en: 'Publish proactively' },
    length: 20,
    unit: 'working_day',
    from: { zh: '信息形成或者变更之日', en: 'the day the information was made or changed' },
    articles: ['条例26'],
  },
  reassessment: {
    label: { zh: '重新评估不予公开的信息', en: 'Reassess withheld information' },
    length: 1,
    unit: 'year',
    from: { zh: '决定不予公开之日', en: 'the decision to withhold' },
    articles: ['条例18'],
    unverified: true,
  },
  penalty_withdrawal: {
    label: { zh: '撤回已公开的处罚决定', en: 'Withdraw a published penalty' },
    length: 3,
    unit: 'working_day',
    from: { zh: '处罚决定被变更、撤销或者确认违法、无效之日', en: 'the day it was overturned' },
    articles: ['处罚法48', '处罚法85'],
  },
  reconsideration_application: {
    label: { zh: '申请行政复议', en: 'Apply for reconsideration' },
    length: 60,
    unit: 'calendar_day',
    from: knowing,
    articles: ['复议法20'],
  },
  reconsideration_untold: {
    label: { zh: '未告知权利时申请行政复议的最长期限', en: 'Apply where rights were not told, at most' },
    length: 1,
    unit: 'year',
    from: knowing,
    articles: ['复议法20'],
  },
  reconsideration_longest: {
    label: { zh: '申请行政复议的绝对期限', en: 'Apply for reconsideration, absolute limit' },
    length: 5,
    unit: 'year',
    from: act,
    articles: ['复议法21'],
  },
  reconsideration_reply: {
    label: { zh: '复议答复（普通程序）', en: 'Reply in reconsideration (ordinary)' },
    length: 10,
    unit: 'working_day',
    from: copyReceived,
    articles: ['复议法48', '复议法88'],
  },
  reconsideration_reply_simplified: {
    label: { zh: '复议答复（简易程序）', en: 'Reply in reconsideration (simplified)' },
    length: 5,
    unit: 'working_day',
    from: copyReceived,
    articles: ['复议法54', '复议法88'],
  },
  reconsideration_decision: {
    label: { zh: '复议决定（普通程序）', en: 'Reconsideration decision (ordinary)' },
    length: 60,
    unit: 'calendar_day',
    from: accepted,
    articles: ['复议法62'],
  },
  reconsideration_decision_extension: {
    label: { zh: '复议决定延长，不超过', en: 'Extension of the reconsideration decision, at most' },
    length: 30,
    unit: 'calendar_day',
    from: { zh: '复议审理期限届满之日', en: 'the end of the period' },
    articles: ['复议法62'],
  },
  reconsideration_decision_simplified: {
    label: { zh: '复议决定（简易程序）', en: 'Reconsideration decision (simplified)' },
    length: 30,
    unit: 'calendar_day',
    from: accepted,
    articles: ['复议法62'],
  },
  lawsuit_direct: {
    label: { zh: '直接起诉', en: 'Sue directly' },
    length: 6,
    unit: 'month',
    from: knowing,
    articles: ['行诉法46'],
  },
  lawsuit_longest: {
    label: { zh: '起诉的绝对期限', en: 'Sue, absolute limit' },
    length: 5,
    unit: 'year',
    from: act,
    articles: ['行诉法46'],
  },
  lawsuit_after_reconsideration: {
    label: { zh: '复议后起诉', en: 'Sue after reconsideration' },
    length: 15,
    unit: 'calendar_day',
    from: { zh: '收到复议决定之日或者复议期满之日', en: 'receipt of the decision, or end of its period' },
    articles: ['行诉法45', '复议法34'],
  },
  defence: {
    label: { zh: '提交答辩状和证据', en: 'File defence and evidence' },
    length: 15,
    unit: 'calendar_day',
    from: { zh: '收到起诉状副本之日', en: 'receipt of the complaint' },
    articles: ['行诉法67'],
  },
  first_instance: {
    label: { zh: '一审', en: 'First instance' },
    length: 6,
    unit: 'month',
    from: filed,
    articles: ['行诉法81'],
  },
  first_instance_simplified: {
    label: { zh: '一审（简易程序）', en: 'First instance (simplified)' },
    length: 45,
    unit: 'calendar_day',
    from: filed,
    articles: ['行诉法82', '行诉法83'],
  },
  appeal_judgment: {
    label: { zh: '对判决上诉', en: 'Appeal a judgment' },
    length: 15,
    unit: 'calendar_day',
    from: { zh: '判决书送达之日', en: 'service of the judgment' },
    articles: ['行诉法85'],
  },
  appeal_ruling: {
    label: { zh: '对裁定上诉', en: 'Appeal a ruling' },
    length: 10,
    unit: 'calendar_day',
    from: { zh: '裁定书送达之日', en: 'service of the ruling' },
    articles: ['行诉法85'],
  },
  second_instance: {
    label: { zh: '二审', en: 'Second instance' },
    length: 3,
    unit: 'month',
    from: { zh: '收到上诉状之日', en: 'receipt of the appeal' },
    articles: ['行诉法88'],
  },
} as const satisfies Readonly<Record<string, Deadline>>

export type DeadlineId = keyof typeof deadlines

export const yearlyDays = {
  department_report: {
    label: { zh: '部门提交并公布上年年度报告', en: 'Departments submit and publish last year’s report' },
    month: 1,
    day: 31,
    articles: ['条例49'],
  },
  government_report: {
    label: { zh: '主管部门公布本级政府年度报告', en: 'Supervisor publishes the report of the government' },
    month: 3,
    day: 31,
    articles: ['条例49'],
  },
} as const satisfies Readonly<Record<string, YearlyDay>>
