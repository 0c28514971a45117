/**
 * Personal data told by the words around them. All patterns run over folded text (fold.ts): narrow signs, one kind of
 * dash and blank, the characters of the words simplified. A pattern marks what is personal in it as `it`.
 */
import type { Confidence, Trace, TraceKind } from './kinds.ts'
import { beginsAsName } from './surnames.ts'

interface Detector {
  readonly kind: TraceKind
  readonly confidence: Confidence
  /** Has flags g and d, and a group `it` unless the whole is personal. */
  readonly pattern: RegExp
  /** Words at the beginning of what is found that are none of it. */
  readonly before?: RegExp
  /** What else must hold of the text found. */
  readonly holds?: (it: string) => boolean
}

const date =
  '(?:19|20)[0-9]{2}(?:年[0-9]{1,2}月(?:[0-9]{1,2}日)?|[-./][0-9]{1,2}[-./][0-9]{1,2}|[01][0-9][0-3][0-9])(?![0-9])'
const is = '[ :为是系]{0,4}'
const provinces = '京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼'
const plateSigns = 'A-HJ-NP-Z0-9'
const school = '[\\p{Script=Han}]{2,20}?(?:小学|中学|初中|高中|学校|幼儿园|[一二三四五六七八九十]中|实小)'
const number = '(?:[0-9]{1,5}|[一二三四五六七八九十百]{1,5})'
const street = '(?:路|街|巷|弄|道|胡同|里|村|屯|寨|庄|社区|小区|花园|家园|新村|公寓|苑|园|坊|组|大厦)'
const house = '(?:号(?!文|令|公告|通知|线|楼?梁)|弄|栋|幢|座|单元|室|户)'
const area = '(?:\\p{Script=Han}{2,9}?(?:省|自治区|自治州|盟|市|地区|县|区|旗|镇|乡|街道)){0,5}'
const place = `${area}[\\p{Script=Han}A-Za-z0-9]{1,10}?${street}\\p{Script=Han}{0,6}?${number}(?:-${number}){0,3} ?${house}(?:附?${number}(?:-${number}){0,2} ?(?:号|栋|幢|座|单元|室|户|楼|层)){0,4}`

const detectors: readonly Detector[] = [
  {
    kind: 'student_number',
    confidence: 'certain',
    pattern:
      /(?:学籍号|学籍|学号|考号|准考证|考生号|报名号|报名序号)(?:号码|号)?[ :为是]{0,4}(?<it>[A-Za-z]?[0-9][0-9A-Za-z-]{5,20})/dg,
  },
  {
    kind: 'student_number',
    confidence: 'likely',
    pattern: /(?<![A-Za-z0-9])(?<it>[GL][0-9]{17}[0-9Xx])(?![A-Za-z0-9])/dg,
  },
  {
    kind: 'email',
    confidence: 'certain',
    pattern:
      /(?<it>[A-Za-z0-9](?:[A-Za-z0-9._%+-]{0,62}[A-Za-z0-9])?@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,5})/dg,
  },
  {
    kind: 'passport',
    confidence: 'certain',
    pattern:
      /(?:护照|通行证|回乡证|台胞证)(?:号码|号)?[ :为是]{0,4}(?<it>[A-Za-z]{1,2}[0-9]{7,10}|1[45][0-9]{7}|[0-9]{8})(?![0-9A-Za-z])/dg,
  },
  {
    kind: 'passport',
    confidence: 'likely',
    pattern: /(?<![A-Za-z0-9-])(?<it>E[0-9]{8}|E[A-HJ-NP-Z][0-9]{7})(?![A-Za-z0-9-])/dg,
  },
  {
    kind: 'licence_plate',
    confidence: 'likely',
    pattern: new RegExp(
      `(?<it>[${provinces}][A-HJ-NP-Z][ ·.-]?(?:[${plateSigns}]{4}[${plateSigns}学警港澳挂领]|[DFABCEGHJK][${plateSigns}][0-9]{4}|[0-9]{5}[DFABCEGHJK]))(?![A-Za-z0-9-])`,
      'dg',
    ),
    holds: it => /[0-9].*[0-9]/.test(it),
  },
  {
    kind: 'birth_date',
    confidence: 'certain',
    pattern: new RegExp(`(?:出生(?:日期|年月日|年月|时间)?|生日|生于|诞生)${is}于?${is}(?<it>${date})`, 'dg'),
  },
  {
    kind: 'birth_date',
    confidence: 'certain',
    pattern: new RegExp(`(?<it>${date}) ?(?:出生|生(?=[,，。;；、)]|$))`, 'dg'),
  },
  {
    kind: 'birth_date',
    confidence: 'likely',
    pattern: new RegExp(`[男女][,，、 ]{1,2}(?:\\p{Script=Han}{1,5}族[,，、 ]{1,2})?(?<it>${date})`, 'dgu'),
  },
  {
    kind: 'address',
    confidence: 'likely',
    pattern: new RegExp(
      `(?:住址|住所|住在|家住|现住|居住地?|户籍(?:地址?)?|家庭地址|通讯地址|通信地址|联系地址|邮寄地址|住)${is}(?<it>${place})`,
      'dgu',
    ),
  },
  {
    kind: 'address',
    confidence: 'possible',
    pattern: new RegExp(`(?<it>${place})`, 'dgu'),
    before: /^.*(?:[家现居]住|住[在于址所]|地址|位于|坐落[在于]|寄[至往])[为在于]?/u,
    holds: it => !/[0-9]省道|国道|高速/.test(it),
  },
  {
    kind: 'name',
    confidence: 'likely',
    pattern:
      /(?:姓名|申请人|联系人|法定代表人|代理人|收件人|经办人|户主|监护人|家长|患者|当事人|投诉人|举报人|信访人)(?:姓名)?(?:\([^()\n]{1,8}\))? ?: ?(?<it>\p{Script=Han}{2,4}|\p{Script=Han}{2,10}·\p{Script=Han}{2,10})(?!\p{Script=Han})/dgu,
    holds: it => it.includes('·') || beginsAsName(it),
  },
  {
    kind: 'minor',
    confidence: 'likely',
    pattern: new RegExp(
      `(?<it>${school}[\\p{Script=Han}0-9()（）]{0,12}?(?:学生|幼儿|同学|新生)[: ]{0,2}\\p{Script=Han}{2,3})(?=[,，。;；、()（）的在因于与和男女就被]|$|\\s)`,
      'dgu',
    ),
    holds: it => beginsAsName(/(?:学生|幼儿|同学|新生)[: ]{0,2}(\p{Script=Han}{2,3})$/u.exec(it)?.[1] ?? ''),
  },
  {
    kind: 'minor',
    confidence: 'likely',
    pattern: new RegExp(
      `(?<it>\\p{Script=Han}{2,3}(?:同学|小朋友)?[,，(（ ]{0,2}(?:就读于|在读于|就读|现就读于|系|为)${school})`,
      'dgu',
    ),
    holds: beginsAsName,
  },
  {
    kind: 'medical',
    confidence: 'certain',
    pattern:
      /(?<it>(?:病历|病案|住院|门诊|就诊卡|残疾人?证)号(?:码)?[ :为是]{0,4}[A-Za-z]{0,3}[0-9][0-9A-Za-z-]{3,20})/dg,
  },
  {
    kind: 'medical',
    confidence: 'possible',
    pattern:
      /(?<it>病历|诊断(?:证明|为|结果)|确诊|病史|抑郁症|精神分裂症|精神障碍|癫痫|艾滋病|HIV|梅毒|乙肝|恶性肿瘤|癌症|[肺肝胃肠乳腺]癌|白血病|尿毒症|糖尿病|智力残疾|肢体残疾|视力残疾|听力残疾|精神残疾|残疾等级|伤残等级|流产|引产)/dg,
  },
]

/** Everything told by words; a place that several patterns tell comes several times. */
export function tracesByWords(text: string): Trace[] {
  return detectors.flatMap(({ kind, confidence, pattern, before, holds }) =>
    [...text.matchAll(pattern)].flatMap(found => {
      const [from = 0, end = 0] = found.indices?.groups?.it ?? []
      const start = from + (before?.exec(text.slice(from, end))?.[0].length ?? 0)
      return holds === undefined || holds(text.slice(start, end)) ? [{ kind, start, end, confidence }] : []
    }),
  )
}
