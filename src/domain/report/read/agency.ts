/** Whose report it is: from its title, its preface, the page around it or the signature under it. */

/** What such reports are about, in the words their titles use. */
export const ABOUT = '(?:(?:政府|政务)?信息公开|政务公开)'
const YEAR = '(?:20\\d{2}|２０[０-９]{2}|二[〇○零OＯ0][〇○零OＯ0一二三四五六七八九]{2})'

const ORGAN =
  '(?:(?!由|报告|公布|根据|信息公开)[\\p{Script=Han}（）()·]){2,30}?(?:局|委|委员会|办|办公室|中心|政府|院|厅|部|署|处|所|会|街道|镇|乡|公司|集团|大队|支队|总队|分局|管委会|区|组|学校|大学|学院|医院|社|站|馆|队)'

const ORGAN_ALONE = new RegExp(`^${ORGAN}$`, 'u')
const ABOUT_AND_ON = new RegExp(`(?:开展|推进|实施)?${ABOUT}.*$`)
const YEAR_NAMED = new RegExp(`[（(]?${YEAR}[)）]?年?度?`)
const SIGNED = new RegExp(`^(${ORGAN})(?:${YEAR}年\\d{1,2}月\\d{1,2}日)?$`, 'u')
const AUTHORS = [
  new RegExp(`(?:由|本报告是|现?将|公布|发布)(${ORGAN})(?:办公室)?(?:编制|根据|按照|依据|${YEAR})`, 'gu'),
  new RegExp(`(?:与|向)(${ORGAN})(?:办公室|政府信息公开[^，。\\n]{0,12}?)?联系`, 'gu'),
]
const SOURCE = new RegExp(
  `(?:来源|发布机构|发布单位|公开主体|发文机关|发文单位|制发机关)\\s*[:：\\t]\\s*(${ORGAN})(?![\\p{Script=Han}])`,
  'gu',
)

/** A name that stands for whoever writes, or for a web site, says nothing. */
const ONESELF = /^(?:我|本|各|该|其|此)|^(?:行政机关|单位|部门|机关)$|网站$/

/** The agency a title names, or null: `2022年度云岭市教育局政府信息公开工作年度报告` names 云岭市教育局. */
export function agencyInTitle(title: string): string | null {
  const bare = title
    .replace(/\s+/g, '')
    .replace(/^附件?[\d一二三四五六七八九十]*[:：.、]?/, '')
    .replace(/[《》【】「」]/g, '')
    .replace(/^(?:关于)?(?:报送|印发|公布|发布)?/, '')
    .replace(/(?:法治政府建设|依法行政).*$/, '')
    .replace(ABOUT_AND_ON, '')
    .replace(YEAR_NAMED, '')
    .replace(/^年度?|年度?$|关于$|关于发布|的$|工作$/g, '')
    .replace(/^[\s:：,，、—-]+|[\s:：,，、—-]+$/g, '')
    .replace(/^关于|关于$/g, '')
    .replace(/[（(]\s*[)）]/g, '')
  if (bare.length >= 2 && /\p{Script=Han}/u.test(bare)) return bare
  const behind = /[（(]([^()（）]+)[)）]》?$/.exec(title)?.[1]
  return behind !== undefined && isOrgan(behind) ? behind : null
}

/**
 * The agency named by the title, spelt out by preface, page or signature where one gives a longer name of the same
 * ending; without a title that names one, the agency these name.
 */
export function agencyOf(
  title: string | null,
  opening: readonly string[],
  lines: readonly string[],
  bylines: readonly string[] = [],
): string | null {
  const short = title === null ? null : agencyInTitle(title)
  const others = [...bylines.filter(isOrgan), ...authors(opening), ...sources(opening), ...signatures(lines)].filter(
    name => !ONESELF.test(name),
  )
  if (short === null) return others[0] ?? null
  return others.find(name => name.length > short.length && name.endsWith(short)) ?? short
}

/** Names the preface gives as whose report it is, or whom to ask about it. */
function authors(opening: readonly string[]): string[] {
  const text = opening.join('\n').replace(/[^\S\n]+/g, '')
  return AUTHORS.flatMap(pattern => [...text.matchAll(pattern)].map(m => m[1] ?? ''))
}

/** The source or publisher a page names for itself. */
function sources(opening: readonly string[]): string[] {
  return [...opening.join('\n').matchAll(SOURCE)].map(m => m[1] ?? '')
}

/** Whether a line holds an organ's name and nothing else. */
export function isOrgan(line: string): boolean {
  return ORGAN_ALONE.test(line.replace(/\s+/g, ''))
}

/** Lines near the end that hold an organ's name alone, with or without the date behind it; the last first. */
function signatures(lines: readonly string[]): string[] {
  const tail: string[] = []
  for (let i = lines.length - 1; i >= 0 && tail.length < 4; i--) {
    const line = (lines[i] ?? '').replace(/\s+/g, '')
    if (line !== '') tail.push(line)
  }
  return tail.flatMap(l => SIGNED.exec(l)?.[1] ?? [])
}
