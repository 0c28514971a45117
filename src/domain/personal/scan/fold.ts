/** Makes one writing of the many, sign for sign, so that places in the folded text are places in the text as given. */

/** Traditional characters of the words the detectors ask for, each before its simplified form. */
const traditional =
  '號号證证護护話话機机電电郵邮箱箱銀银開开戶户賬账帳账車车牌牌學学籍籍報报准准準准' +
  '學学校校園园兒儿歷历診诊斷断癥症癌癌殘残門门診诊聯联繫系絡络傳传真真姓姓請请申申' +
  '縣县區区鎮镇鄉乡號号樓楼單单棟栋衚胡衕同裡里裏里莊庄廈厦寓寓'

const simplified = new Map(pairsOf(traditional))

function pairsOf(list: string): [string, string][] {
  const signs = Array.from(list)
  return signs.flatMap((sign, n): [string, string][] => (n % 2 === 0 ? [[sign, signs[n + 1] ?? sign]] : []))
}

/**
 * The text with full-width signs narrow, every dash `-`, every blank and invisible sign a space, and traditional
 * characters simplified as far as the detectors need it. As long as the text, unit for unit.
 */
export function folded(text: string): string {
  return text.replace(/[^\x20-\x7e\u4e00-\u9fa5]|[\u4e00-\u9fa5]/g, foldedSign)
}

function foldedSign(sign: string): string {
  const code = sign.charCodeAt(0)
  if (code > 0xff00 && code < 0xff5f) return String.fromCharCode(code - 0xfee0)
  if (/[\s\u00a0\u00ad\u180e\u200b-\u200f\u2028-\u202f\u2060\ufeff]/.test(sign)) return sign === '\n' ? sign : ' '
  if (/[\u2010-\u2015\u2212\ufe58\ufe63]/.test(sign)) return '-'
  if (/[·•‧∙・]/.test(sign)) return '·'
  return simplified.get(sign) ?? sign
}

/** The signs that count: without the blanks, dashes and dots that are put between digits. */
export function compact(text: string): string {
  return folded(text)
    .replace(/[\s\-.·()]/g, '')
    .toUpperCase()
}
