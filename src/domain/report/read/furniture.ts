/** Tells the lines a web page puts around a report from the report's own. */

const ABOUT_THE_PAGE =
  /^[\s【[(（]*(?:(?:发布|发文|成文|生成|公开|更新|录入)(?:时间|日期|机构|单位|部门|方式|形式|范围|主体|人)|(?:信息|文章|稿件)?来源\s*[:：]|(?:作者|编辑|责任编辑|审核|时间|日期|文号|发文字号|主题分类|信息分类|信息名称|有效性|关键词|主题词)\s*[:：]|索\s*引\s*号|(?:信息)?(?:名\s*称|标\s*题)\s*[:：\t]|浏览(?:次数|量)?|点击(?:数|率|量|次数)?|阅读(?:次数|量)?|访问(?:次数|量)|字(?:体|号)|保护视力|视力保护|打印|关闭|分享|收藏|(?:您?(?:的)?(?:当前|现在)?(?:所在)?的?)?位置\s*[:：]|首页|返回|无障碍|繁体|登录|注册|手机版)/

const AFTER_THE_REPORT =
  /^[\s【[(（·•]*(?:分享(?:到|至)?|打印|关闭|扫一扫|用微信|相关(?:链接|文章|信息|新闻|阅读|稿件|文件|附件|解读)|上一(?:篇|条)|下一(?:篇|条)|(?:责任)?编辑\s*[:：]|(?:信息|文章|稿件)?来源\s*[:：]|主\s*办(?:单位)?\s*[:：]|承\s*办(?:单位)?\s*[:：]|版权所有|网站(?:标识码|地图|声明)|关于我们|联系我们|友情链接|返回(?:顶部|首页|上一页)|我要纠错|[^。]{0,12}ICP备|[^。]{0,6}公网安备|您访问的链接即将离开)/i

const DATE_ALONE =
  /^\s*20\d{2}\s*(?:[-/.年]\s*\d{1,2}\s*(?:[-/.月]\s*\d{1,2}\s*日?)?)(?:\s+\d{1,2}:\d{2}(?::\d{2})?)?\s*$/

/** Whether a line before the running text speaks of the page: its date, source, visitors, letter size, place in the site. */
export function isAboutThePage(text: string): boolean {
  if (text.length > 150 || /。/.test(text)) return false
  return ABOUT_THE_PAGE.test(text) || DATE_ALONE.test(text) || isTrail(text)
}

/** Whether with this line the page goes on behind the report: sharing, printing, other articles, the site's owner. */
export function isAfterTheReport(text: string): boolean {
  return text.length <= 150 && AFTER_THE_REPORT.test(text)
}

/** The way to the page through its site: `首页 > 政府信息公开 > 年报`. */
export function isTrail(text: string): boolean {
  return /[\p{Script=Han}\])）】]\s*\\?(?:>|＞|»|›|>>|→)\s*\p{Script=Han}/u.test(text)
}

/** The lines of a table of contents, where the rows hold one. */
export function contentsOf<R extends { readonly text: string }>(rows: readonly R[]): ReadonlySet<R> {
  const from = rows.findIndex(row => /^\s*目\s*[录錄次]\s*$/.test(row.text))
  if (from < 0) return new Set()
  const entry =
    /^\s*(?:[一二三四五六七八九十]+[、.．]|[（(][一二三四五六七八九十]+[)）]|\d+[.、．])[^。]{0,60}$|[.…·—-]{3,}\s*\d+\s*$/
  const entries = rows.slice(from + 1).filter(row => entry.test(row.text))
  return new Set([...rows.slice(from, from + 1), ...entries])
}
