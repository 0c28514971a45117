/** What an agency sets for itself: each with its usual value and its limits, so that the page makes itself. */
import { closingGrounds } from '../../law/closing-grounds.ts'
import { done, type Result, refuse } from '../kernel/result.ts'
import { reviewStages } from '../request/vocabulary.ts'
import { longDelay } from './long-delay.ts'
import type { SettingSubject } from './setting-subjects.ts'
import { badForm, badList, between, empty, textual, tooLong, unknown, yesNo } from './setting-troubles.ts'
import { accessSettings } from './settings/access.ts'
import { numberingSettings } from './settings/numbering.ts'
import type { Setting, Text, Words } from './settings/types.ts'

export type { Setting } from './settings/types.ts'

export type SettingValue = string | number | boolean

const opens = (zh: string, en: string): Words => ({
  label: { zh: `开通${zh}申请`, en: `Take requests by ${en}` },
  help: {
    zh: `在指南中写明可以用${zh}提交申请；写明之后收到的就要按期答复。`,
    en: `The guide then names ${en} as a way to apply, and what comes in that way must be answered in time.`,
  },
})

const grounds = Object.keys(closingGrounds)
const groundsForm = new RegExp(`^(?!.*(${grounds.join('|')}).*\\1)(?:(?:^|(?!^),)(?:${grounds.join('|')}))+$`)

export const settings = {
  ...accessSettings,
  'site.icp': {
    label: { zh: 'ICP 备案号', en: 'ICP filing number' },
    help: { zh: '印在门户页脚。', en: 'Stands at the foot of the portal.' },
    kind: 'text',
    usual: '',
    most: 60,
    form: { pattern: /^\p{Script=Han}ICP备\d{5,10}号(?:-\d{1,3})?$/u, example: '京ICP备00000000号-1' },
  },
  'site.police': {
    label: { zh: '公安备案号', en: 'Police filing number' },
    help: { zh: '印在门户页脚。', en: 'Stands at the foot of the portal.' },
    kind: 'text',
    usual: '',
    most: 60,
    form: { pattern: /^\p{Script=Han}公网安备\s?\d{14}号$/u, example: '京公网安备00000000000000号' },
  },
  'site.mend': {
    label: { zh: '“我为政府网站找错”网址', en: 'Address to report faults of the site' },
    help: { zh: '门户页脚的标识指向这里。', en: 'The mark at the foot of the portal leads here.' },
    kind: 'text',
    usual: '',
    most: 500,
    form: {
      pattern: /^https?:\/\/[^\s"<>]+$/,
      example: 'https://zfwzgl.www.gov.cn/exposure/jiucuo.html?site_code=0000000000',
    },
  },
  'channel.online': { ...opens('网上', 'the web form'), kind: 'boolean', usual: false },
  'channel.email': { ...opens('电子邮件', 'e-mail'), kind: 'boolean', usual: false },
  'channel.fax': { ...opens('传真', 'fax'), kind: 'boolean', usual: false },
  'guide.reviewOrgan': {
    label: { zh: '行政复议机关', en: 'Who reconsiders' },
    help: {
      zh: '写入指南和答复的救济告知。留空的，按机关类型和上级机关推定：部门为本级人民政府，政府为上一级人民政府，垂直领导的为上一级主管部门（复议法24-27）；填写的与类型不符，不予采用。',
      en: 'Named in the guide and in the remedies of answers. Empty: by kind and superior, the own government, the next higher one, or the superior department; a name that does not fit the kind is not used.',
    },
    ...{ kind: 'text', usual: '', most: 100 },
  },
  'letter.superiorDepartment': {
    label: { zh: '上一级主管部门', en: 'Superior department' },
    help: {
      zh: '2024年前作出的决定，还可以向上一级主管部门申请复议；留空的，取上级机关中的部门。',
      en: 'Decisions before 2024 could also be taken to it. Empty: the department above in the tree.',
    },
    ...{ kind: 'text', usual: '', most: 100 },
  },
  'guide.reviewMonths': {
    label: { zh: '指南多久核对一次（月）', en: 'Months between reviews of the guide' },
    help: {
      zh: '到期后列入待办。指南、目录不及时更新的要追究责任（条例53）。',
      en: 'Waits in the work list when due. Not keeping the guide up to date is a breach (art. 53).',
    },
    kind: 'number',
    usual: 12,
    least: 1,
    most: 24,
  },
  'reminder.days': {
    label: { zh: '到期前几个工作日提醒', en: 'Working days before a due date to remind' },
    help: {
      zh: '剩余工作日不多于此数的标为“临近”。',
      en: 'What has no more working days left than this is marked as soon due.',
    },
    kind: 'number',
    usual: 5,
    least: 1,
    most: 15,
  },
  'reminder.unconfirmedDays': {
    label: { zh: '未确认收到几个工作日后报监督机关', en: 'Working days unconfirmed until the supervisor hears' },
    help: {
      zh: '收到日期应当日与申请人确认（条例31）；未确认的每个工作日提醒，到此数报监督机关。',
      en: 'Receipt is confirmed on the day (art. 31); if not, it is reminded of daily, and told above after this many.',
    },
    kind: 'number',
    usual: 2,
    least: 1,
    most: 10,
  },
  'notice.quietHours': {
    label: { zh: '免打扰时段', en: 'Quiet hours' },
    help: {
      zh: '这段时间不发短信，顺延到时段结束；留空表示随时可发。',
      en: 'No SMS goes out in these hours: it waits for their end. Empty: at any hour.',
    },
    kind: 'text',
    usual: '21:00-08:00',
    most: 11,
    form: {
      pattern: /^(?!(.{5})-\1$)(?:[01]\d|2[0-3]):[0-5]\d-(?:[01]\d|2[0-3]):[0-5]\d$/,
      example: '21:00-08:00',
    },
  },
  'notice.quietDaysOff': {
    label: { zh: '非工作日也不打扰', en: 'Quiet on days off' },
    help: {
      zh: '休息日、节假日不发短信，顺延到下一个工作日。',
      en: 'No SMS goes out on days off: it waits for the next working day.',
    },
    kind: 'boolean',
    usual: false,
  },
  'notice.quietMail': {
    label: { zh: '邮件同样不打扰', en: 'Quiet for mail, too' },
    help: { zh: '邮件与短信一样顺延。', en: 'Mail waits as SMS does.' },
    kind: 'boolean',
    usual: false,
  },
  ...numberingSettings,
  'letter.code': {
    label: { zh: '机关代字', en: 'Code of the agency in document numbers' },
    help: { zh: '用于文号，例如“示教”。', en: 'Used in document numbers.' },
    ...{ kind: 'text', usual: '', most: 20 },
  },
  'letter.redHead': {
    label: { zh: '文书印红头', en: 'Red head on letters' },
    help: { zh: '在首页印发文机关标志和红线。', en: 'Prints the issuing organ and a red line on the first page.' },
    kind: 'boolean',
    usual: true,
  },
  'letter.recallMinutes': {
    label: { zh: '签发后多少分钟内可以撤回', en: 'Minutes a letter may be recalled after it was issued' },
    help: {
      zh: '网上和电子邮件文书在这段时间之后才真正发出。',
      en: 'Letters by web or mail leave only after this time.',
    },
    kind: 'number',
    usual: 30,
    least: 0,
    most: 1440,
  },
  'letter.court': {
    label: { zh: '管辖法院', en: 'Court' },
    help: { zh: '写入答复的救济告知；实行集中管辖的填集中管辖法院。', en: 'Named in the remedies of answers.' },
    ...{ kind: 'text', usual: '', most: 100 },
  },
  'letter.reviewOnline': {
    label: { zh: '行政复议网上申请地址', en: 'Where to apply for reconsideration online' },
    help: { zh: '网上送达的答复应当写明（复议法22）。', en: 'Answers served online must name it (art. 22).' },
    kind: 'text',
    usual: '',
    most: 500,
    form: { pattern: /^https?:\/\/[^\s"<>]+$/, example: 'https://xzfy.example.gov.cn/apply' },
  },
  'letter.reviewAddress': {
    label: { zh: '行政复议机关的地址、电话', en: 'Address and telephone of who reconsiders' },
    help: { zh: '填写的，印在救济告知之后和门户上。', en: 'Where set, printed with the remedies and on the portal.' },
    ...{ kind: 'text', usual: '', most: 200 },
  },
  'letter.courtAddress': {
    label: { zh: '管辖法院的地址、电话', en: 'Address and telephone of the court' },
    help: { zh: '填写的，印在救济告知之后和门户上。', en: 'Where set, printed with the remedies and on the portal.' },
    ...{ kind: 'text', usual: '', most: 200 },
  },
  'request.chain': {
    label: { zh: '答复审批环节', en: 'Steps of review of an answer' },
    help: {
      zh: '按选择的先后依次审批；保密审查和签发不能省略，签发在最后。',
      en: 'In the order chosen; secrecy review and signature cannot be left out, and signature comes last.',
    },
    kind: 'text',
    usual: 'legality,secrecy,office,signature',
    most: 80,
    needed: true,
    words: reviewStages,
    form: {
      pattern: /^(?=.*secrecy)(?!.*(legality|secrecy|office).*\1)(?:(?:legality|secrecy|office),){1,3}signature$/,
      example: 'legality,secrecy,office,signature',
    },
  },
  'request.closingGrounds': {
    label: { zh: '其他处理的结案事由', en: 'Grounds on which a request may be closed otherwise' },
    help: {
      zh: '年报格式没有列举这一行的事由，不采用的可以去掉。',
      en: 'The form of the report lists no grounds for this row; any may be left out.',
    },
    ...{ kind: 'text', usual: grounds.join(','), most: 80, words: closingGrounds },
    form: { pattern: groundsForm, example: grounds.join(',') },
  },
  'request.correctionDays': {
    label: { zh: '给申请人补正的工作日', en: 'Working days an applicant gets to correct' },
    help: {
      zh: '法律只要求合理（条例30），这里是缺省值。',
      en: 'The law asks for a reasonable time; this is the usual one.',
    },
    kind: 'number',
    usual: 10,
    least: 5,
    most: 60,
  },
  'request.longDelay': longDelay,
  'request.receiptConfirms': {
    label: { zh: '电子回执视为双方确认', en: 'The electronic receipt confirms' },
    help: {
      zh: '指南写明网上提交后显示的电子回执即为双方确认的，收到日期就是提交之日；否则由经办人确认。',
      en: 'Where the guide says that the receipt shown is the mutual confirmation, the day of receipt is that of submission.',
    },
    kind: 'boolean',
    usual: false,
  },
  'request.payTo': {
    label: { zh: '信息处理费缴费账户', en: 'Where the fee is paid' },
    help: {
      zh: '户名、开户银行、账号、缴款方式，写入收费通知书。',
      en: 'Account, bank and way, as the fee notice prints it.',
    },
    kind: 'text',
    usual: '',
    most: 300,
  },
  'request.retentionYears': {
    label: { zh: '申请卷宗保管年限', en: 'Years case files are kept' },
    help: { zh: '到期列入清单，由档案部门鉴定后处置。', en: 'Listed when over, and disposed of after appraisal.' },
    kind: 'number',
    usual: 10,
    least: 5,
    most: 100,
  },
} as const satisfies Readonly<Record<`${SettingSubject}.${string}`, Setting>>

export type SettingId = keyof typeof settings
export const settingIds = Object.keys(settings) as readonly SettingId[]

/** Whether it is a rule of sessions and passwords. */
export function isAccess(id: string): boolean {
  const known: Setting | undefined = isSetting(id) ? settings[id] : undefined
  return known?.access === true
}

type Widened<T> = T extends string ? string : T extends number ? number : boolean

/** All settings of an agency; what was never set is as usual. */
export type Settings = { readonly [K in SettingId]: Widened<(typeof settings)[K]['usual']> }

/** The settings as kept; what is kept wrongly, or is known no more, counts as never set. */
export function settingsFrom(kept: ReadonlyMap<string, unknown>): Settings {
  const entries = settingIds.map(id => {
    const read = kept.has(id) ? parseSetting(id, kept.get(id)) : null
    return [id, read?.ok ? read.value : settings[id].usual]
  })
  return Object.fromEntries(entries) as Settings
}

/** Reads a value for a setting; refused with `at` its place among the values. */
export function parseSetting(id: string, given: unknown): Result<SettingValue> {
  const at = `values.${id}`
  if (!isSetting(id)) return refuse('unknown_setting', unknown(id), at)
  const setting: Setting = settings[id]
  if (setting.kind === 'boolean') {
    return typeof given === 'boolean' ? done(given) : refuse('bad_setting', yesNo(setting.label), at)
  }
  if (setting.kind === 'number') {
    const { least, most, label } = setting
    const fits = typeof given === 'number' && Number.isInteger(given) && given >= least && given <= most
    return fits ? done(given) : refuse('bad_setting', between(label, least, most), at)
  }
  return parseText(setting, given, at)
}

function parseText({ label, most, form, needed, words }: Words & Text, given: unknown, at: string): Result<string> {
  if (typeof given !== 'string') return refuse('bad_setting', textual(label), at)
  const text = given.replace(/[\p{Cc}\u2028\u2029]/gu, ' ').trim()
  if (Array.from(text).length > most) return refuse('too_long', tooLong(label, most), at)
  if (text === '' && needed) return refuse('bad_setting', empty(label), at)
  if (text !== '' && form && !form.pattern.test(text)) {
    return refuse('bad_setting', words ? badList(label) : badForm(label, form.example), at)
  }
  return done(text)
}

function isSetting(id: string): id is SettingId {
  return Object.hasOwn(settings, id)
}
