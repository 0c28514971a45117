/** What a clause clearly claims about requests, reconsiderations and lawsuits. What is not clear is no claim. */
import type { Clause } from './clauses.ts'
import { NUMBER, numberOf } from './numerals.ts'

export type Claimed =
  | 'received'
  | 'handled'
  | 'carried_in'
  | 'carried_out'
  | 'reconsideration'
  | 'lawsuit'
  | 'reconsideration_and_lawsuit'

/**
 * exact: the figure itself. loose: most likely the figure, not insisted on where an exact claim agrees with the table.
 * part: at most the figure. whole: at least the figure (disputes of every kind, of which these are some).
 */
export type Strength = 'exact' | 'loose' | 'part' | 'whole'

export interface Claim {
  readonly claimed: Claimed
  readonly strength: Strength
  readonly number: number
  readonly quote: string
}

const VAGUE = '(?:近|约|逾|超|超过|上|数|几|多达|不足|不到|至少|大约)'
const UNIT = '(?:件次|件|份|宗|起|项|个|例|条|封|次)'
const QUANTITY = `(?<vague>${VAGUE})?(?<number>${NUMBER})(?<more>余|多|来|几)?(?:${UNIT})(?!工作日|自然日|月|性|小时|年|季度|人|星期)(?<more2>次|以上|左右|以内|以下)?`
const LINK = '(?:总数|总量|数量|数|总)?(?:共计|共|合计|总计|累计|为|是|计|有|达到|达)*'
const DONE = '(?:了|到|过)?'
const APPLICANTS =
  '(?:(?:公民|自然人)[、和]?法人(?:和|或者|或|、|及|以及)其[他它]组织|社会公众|公众|群众|申请人)?(?:提出|提交|递交)?的?'
const ABOUT = '(?:各类|有关|关于|涉及)?'
const REQUEST =
  '(?:(?:政府|政务)?信息公开的?申请|依申请公开(?:政府|政务)?(?:信息)?的?申请|依申请公开|(?:要求|请求|申请)公开(?:政府)?信息的?申请)(?:表|书)?(?:事项|案件|业务|件|信息)?'
const NOTHING_MORE = '(?!的|答复|咨询|投诉|举报|行政|复议|诉讼|补正|撤|后|时|之后|以后)'

const pattern = (source: string) => new RegExp(source)

const receipts = [
  { strength: 'exact', verb: '(?<![每凡如若当对])(?:新?收到|接到|接收到?|新收|收受)' },
  { strength: 'loose', verb: '(?<![每凡如若当对不])(?:受理|办理|登记)' },
] as const

const received = receipts.flatMap(({ strength, verb }) => [
  { strength, form: pattern(`${verb}${DONE}${APPLICANTS}${ABOUT}(?:${REQUEST}|(?<bare>申请))${LINK}${QUANTITY}`) },
  { strength, form: pattern(`${verb}${DONE}${LINK}${QUANTITY}的?${APPLICANTS}${ABOUT}${REQUEST}${NOTHING_MORE}`) },
])

/** The noun alone, at the head of its clause: 全年政府信息公开申请 4 件. */
const LEAD = '(?:20\\d\\d年度?|全年|本年度?|今年|年内|期间|共有|共|有|我[^，]{1,3}|本[^，]{1,3})*'
const named = pattern(
  `^${LEAD}(?:政府|政务)?信息公开的?申请(?:件|数|量|总数|总量)?${LINK}(?:${QUANTITY}|(?<zero>零|0)$)`,
)

const handled = [
  {
    strength: 'exact',
    form: pattern(
      `(?<!提前|延期|延长|超期|逾期|当场|即时|网上)(?:办结|办理完[毕结])了?${APPLICANTS}(?:${REQUEST}|申请)?${LINK}${QUANTITY}`,
    ),
  },
  { strength: 'part', form: pattern(`(?:答复|回复|处理)了?${APPLICANTS}(?:${REQUEST}|申请)?${LINK}${QUANTITY}`) },
] as const

const carried = [
  {
    claimed: 'carried_in',
    form: pattern(`(?:上一?年度?|去年)结转(?:至?本年度?)?的?(?:${REQUEST}|申请)?${LINK}${QUANTITY}`),
  },
  {
    claimed: 'carried_out',
    form: pattern(`结转(?:至|到)?(?:下一?年度?|次年|明年)(?:继续)?(?:办理)?的?(?:${REQUEST}|申请)?${LINK}${QUANTITY}`),
  },
] as const

const NO = '(?:没有|没|不存在|从未|均未|并未|尚未|未曾|未|无(?!法|正当|效|偿|障|论|关|需|缝|纸|故))'
const negation = pattern(NO)
const END = '(?=$|[、和及与或也等以且]|的?情况|的?情形|发生|产生)'
const NO_REQUEST_NOUN =
  '(?:(?:政府|政务)?信息公开的?申请|依申请公开(?:政府|政务)?(?:信息)?的?申请|依申请公开(?:件|事项|案件|业务|$)|(?:要求|请求)公开(?:政府)?信息的?申请)(?:表|书)?(?:事项|案件|业务|件)?'
const noRequest = pattern(
  `${NO}(?:有|曾)?(?:收到|接到|接收到?|受理|发生|产生|出现|办理)?(?:过|任何|形式的|一件|一起|1件|1起)*${APPLICANTS}(?:有关|关于|涉及)?${NO_REQUEST_NOUN}${END}`,
)

/** Everything the clause claims; several things may be claimed at once. */
export function claimsOf(clause: Clause): Claim[] {
  return [...requestClaims(clause), ...disputeClaims(clause)]
}

function requestClaims({ text, aboutDisclosure, aboutRequests, oneChannel }: Clause): Claim[] {
  const none = noRequest.exec(text)
  if (none) return [{ claimed: 'received', strength: 'exact', number: 0, quote: text }]
  if (negation.test(text)) return []
  const claims: Claim[] = []
  const add = (claimed: Claimed, strength: Strength, groups: Groups) => {
    const number = quantity(groups)
    if (number !== null) claims.push({ claimed, strength: oneChannel ? 'part' : strength, number, quote: text })
  }
  for (const { strength, form } of received) {
    const groups = form.exec(text)?.groups
    if (!groups?.bare || aboutDisclosure) add('received', strength, groups)
  }
  if (claims.length === 0) add('received', 'loose', named.exec(text)?.groups)
  if (!aboutRequests) return claims
  for (const { strength, form } of handled) add('handled', strength, form.exec(text)?.groups)
  for (const { claimed, form } of carried) add(claimed, 'exact', form.exec(text)?.groups)
  return claims
}

type Groups = RegExpExecArray['groups']

/** The one exact number of a match; null where it is vague (近百件, 30 余件) or there is none. */
function quantity(groups: Groups): number | null {
  if (!groups) return null
  const { number, vague, more, more2, zero } = groups
  return vague || more || more2 ? null : numberOf(`${number ?? zero}`)
}

const CASES = '(?:申请|案件|案|事项|事件|纠纷)?(?:件|数量|数|量)?'
const AND = '(?:、|和|及|与|或者|或|以及|/)(?:被)?(?:提起|申请|发生|引发|涉及)?(?:的)?'
const BOTH = `行政复议${CASES}${AND}行政诉讼${CASES}`
const NIL = '(?:均|都)?(?:为|是)?(?:零|0)(?:件|起|宗|例)?$'

const bothNil = pattern(`${BOTH}${NIL}`)
const bothEach = pattern(`${BOTH}各(?:为|有)?${QUANTITY}(?!、)`)
const bothSum = pattern(`${BOTH}(?:总数)?(?:共计|共|合计|总计)${QUANTITY}`)
const anyBoth = pattern(BOTH)

const disputes = (
  [
    ['reconsideration', '行政复议'],
    ['lawsuit', '行政诉讼'],
  ] as const
).map(([claimed, noun]) => ({
  claimed,
  noun,
  after: pattern(`${noun}${CASES}${LINK}(?:${QUANTITY}|(?<zero>零|0)$)`),
  before: pattern(
    `(?:发生|产生|引发|提起|收到|涉及|有|出现|被申请|新增)了?${QUANTITY}的?(?:(?:因|由|有关|涉及|关于|针对)?[^，]{0,14}(?:的|引发|引起))?(?:政府)?(?:信息公开)?(?:类)?的?${noun}${CASES}(?!${CASES}${LINK}${NUMBER})`,
  ),
  none: pattern(`${noun}(?:申请|案件|案|事项|事件|纠纷|情况|行为|现象)?${END}`),
}))

/** Words that make a number one of outcomes, of other people's cases, or of no cases at all. */
const OTHER_SENSE =
  /败诉|胜诉|纠错|纠正|撤销|维持|驳回|违法|审理|审结|代理|应诉|出庭|指导|调解|决定书|答复书|培训|宣传|案例|制度|机制|不服|权利|有权|可以|依法申请|救济|告知|途径|渠道|超期|逾期|不当|失误|不及时|不到位|不规范|复议后|经复议|直接起诉|[法府]院/
/** An office that handles reviews counts other agencies' cases. */
const HANDLES = /办理|受理|承办|收到|接收/

function disputeClaims(clause: Clause): Claim[] {
  const { text } = clause
  if (!/复议|诉讼/.test(text) || OTHER_SENSE.test(text)) return []
  const none = negation.exec(text)
  if (none) return noDispute(text.slice(none.index + none[0].length), text)
  const strength = clause.aboutDisclosure && !HANDLES.test(text) ? 'exact' : 'whole'
  const claim = (claimed: Claimed, number: number | null): Claim[] =>
    number === null ? [] : [{ claimed, strength, number, quote: text }]
  if (bothNil.test(text)) return [...claim('reconsideration', 0), ...claim('lawsuit', 0)]
  const each = quantity(bothEach.exec(text)?.groups)
  if (each !== null) return [...claim('reconsideration', each), ...claim('lawsuit', each)]
  if (anyBoth.test(text)) return claim('reconsideration_and_lawsuit', quantity(bothSum.exec(text)?.groups))
  return disputes.flatMap(({ claimed, after, before }) =>
    claim(claimed, quantity(after.exec(text)?.groups) ?? quantity(before.exec(text)?.groups)),
  )
}

/** A number of cases; 未发生一起 counts none. */
const counted = pattern(`(?![一1][件起例宗])${NUMBER}${UNIT}`)

/** Nothing of the kind happened; silent where the denial is of something narrower, or a number follows. */
function noDispute(denied: string, quote: string): Claim[] {
  if (counted.test(denied)) return []
  const nouns = disputes.filter(({ noun }) => denied.includes(noun))
  if (nouns.some(({ none }) => !none.test(denied))) return []
  return nouns.map(({ claimed }) => ({ claimed, strength: 'exact', number: 0, quote }))
}
