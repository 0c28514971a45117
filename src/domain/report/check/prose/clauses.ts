/**
 * Cuts running text into clauses and keeps those that speak of this agency and this year.
 * Everything doubtful is left out: other years, parts of the year, other agencies, parts of a sum, comparisons, plans.
 */

export interface Clause {
  readonly text: string
  /** The sentence speaks of disclosure, or those before it spoke of requests. */
  readonly aboutDisclosure: boolean
  /** A request for information was the topic, here or just before. */
  readonly aboutRequests: boolean
  /** Only one channel is spoken of. */
  readonly oneChannel: boolean
}

const RELEVANT = /申请|复议|诉讼|结转|办结/
const REQUESTS = /信息公开的?申请|依申请公开|公开信息的?申请|申请公开/
const DISCLOSURE = /信息公开|政务公开|依申请/
/** Other things an office counts; a number after them is theirs. */
const OTHER_MATTERS =
  /信访|建议|提案|议案|咨询|投诉|举报|来信|来电|热线|留言|信箱|解读|新闻|微博|微信|公众号|网站|许可|审批|处罚|工单|证明/

const COMPARISON =
  /同比|环比|(?:比|较|与)(?:上|去|前|往|同|20\d\d)|增长|增加|减少|下降|上升|降低|增幅|相比|[%％]|百分|[^一二两三四五六七八九十\d]倍/
/** A sentence of what is to come; 结转明年 is of what was. */
const PLAN = /(?<!结转至?|结转到)明年|下一步|预计|力争|争取|目标|今后/
const OTHER_TIME = /去年|上一?年|往年|前年|历年|近[两三四五几]年|近年|以前年度|实施以来|施行以来|成立以来|开通以来/
const OWN_TIME = /今年|本年|全年|年内|当年/
const PART_TIME = /[上下]半年|季度|\d{1,2}月|[一二三四五六七八九十]月/
const YEAR_END = /12月(?:31日|底|末)|1月1日|1[-—－~至]12月|十二月(?:三十一日|底|末)/
const OWN_SCOPE =
  /我(?:局|委|办|厅|院|会|中心|单位|机关|站|所|队|处)|本(?:局|委|办|厅|院|会|机关|单位|级|中心|部门|站|所|队|处)/
const OTHER_SCOPE =
  /全[市县区省州国旗镇乡]|全系统|[我本][市县区省州旗镇乡]|各(?:级|地|部门|单位|乡|镇|街道|县|区|市|科|处|学校|街)|下属|所属|直属|基层|辖区|区县|县区|县市|镇街|乡镇|上级|系统内|[市省县区]政府|其他(?:部门|单位|机关)/
const QUOTES = /^(?:按照|根据|依照|依据|为了|对照|按(?=.{0,16}(?:要求|规定|部署|标准)))/
const PART = /其中|包括|包含|分别|含/
/** One way in among others: its numbers are parts, unless the clause says that it means all of them. */
const CHANNEL = /通过|经由|方式|渠道|网上|网络|网站|信函|邮寄|邮件|邮箱|当面|现场|窗口|传真|平台|微信|来函/
const ALL_CHANNELS = /等|各种|各类|多种|共|合计|总计/
const FOLLOWS_ON = /^(?:其中|共|合计|总计|均|全部|已|以上|累计)/

interface State {
  otherTime: boolean
  otherScope: boolean
  part: boolean
  requests: boolean
  channel: boolean
}

/** The clauses of a text that may be taken at their word, in order. `year` is the year reported on. */
export function ownClauses(text: string, year: number | null): Clause[] {
  const found: Clause[] = []
  for (const paragraph of plain(text).split('\n')) {
    const state: State = { otherTime: false, otherScope: false, part: false, requests: false, channel: false }
    for (const sentence of paragraph.split(/[。！？!?；;]/)) {
      if (PLAN.test(sentence)) continue
      if (RELEVANT.test(sentence)) found.push(...clausesOf(sentence, state, year))
      else if (OTHER_MATTERS.test(sentence)) state.requests = false
    }
  }
  return found
}

/** Without spaces, brackets and their content, marks of markdown; digits in their plain form. */
function plain(text: string): string {
  return text
    .replace(/[０-９]/g, sign => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(/[^\S\n]|[*#_“”"《》〈〉]/g, '')
    .replace(/(\d),(?=\d{3}(?!\d))/g, '$1')
    .replace(/[○Ｏ]/g, '〇')
    .replace(/（[^（）]*）|\([^()]*\)|〔[^〔〕]*〕|\[[^[\]]*\]/g, '')
}

function clausesOf(sentence: string, state: State, year: number | null): Clause[] {
  if (!FOLLOWS_ON.test(sentence))
    Object.assign(state, { otherTime: false, otherScope: false, part: false, channel: false })
  const found: Clause[] = []
  const disclosure = DISCLOSURE.test(sentence)
  const dated = /\d年|[〇一二三四五六七八九]年|全年|本年|今年|年内/.test(sentence)
  for (const clause of sentence.split(/[，,：:]/)) {
    if (ALL_CHANNELS.test(clause)) state.channel = false
    else if (CHANNEL.test(clause)) state.channel = true
    const trusted = isTrusted(clause, state, year, dated)
    const part = clause.search(PART)
    const text = part < 0 ? clause : clause.slice(0, part)
    if (trusted && text !== '') found.push(clauseOf(text, state, disclosure))
    if (part >= 0) state.part = true
    topic(clause, state)
  }
  return found
}

function clauseOf(text: string, state: State, disclosure: boolean): Clause {
  const aboutRequests = state.requests || REQUESTS.test(text)
  return { text, aboutRequests, aboutDisclosure: disclosure || state.requests, oneChannel: state.channel }
}

function topic(clause: string, state: State) {
  if (REQUESTS.test(clause)) state.requests = true
  else if (OTHER_MATTERS.test(clause)) state.requests = false
}

/** Moves on what the clause says of time and scope, then judges whether it can be taken at its word. */
function isTrusted(clause: string, state: State, year: number | null, dated: boolean): boolean {
  if (QUOTES.test(clause) && !OWN_SCOPE.test(clause)) return false
  const otherTime = isOfOtherTime(clause, year)
  if (otherTime !== null && !/结转/.test(clause)) state.otherTime = otherTime
  if (OTHER_SCOPE.test(clause)) state.otherScope = true
  else if (OWN_SCOPE.test(clause)) state.otherScope = false
  if (state.otherTime || state.otherScope || state.part) return false
  if (/累计/.test(clause) && !dated) return false
  return !COMPARISON.test(clause)
}

/** Whether a clause speaks of another time than the year reported on; null where it names none. */
function isOfOtherTime(clause: string, year: number | null): boolean | null {
  const years = [...clause.matchAll(/(?:20\d\d|二〇[〇一二三四五六七八九]{2})(?=年)/g)].map(([text]) => yearOf(text))
  if (years.some(y => y !== year)) return true
  if (OTHER_TIME.test(clause)) return true
  if (PART_TIME.test(clause) && !YEAR_END.test(clause)) return true
  return years.length > 0 || OWN_TIME.test(clause) ? false : null
}

function yearOf(text: string): number {
  return Number(text.replace(/[〇一二三四五六七八九]/g, sign => String('〇一二三四五六七八九'.indexOf(sign))))
}
