/**
 * Radical characters that are no separate words: some programs (Chromium above all) write 页 and 行 as the
 * look-alike radicals U+2EDA and U+2F8F. Unicode normalises the Kangxi block only; the supplement's whole
 * characters are listed here (Unicode data file EquivalentUnifiedIdeograph), and ⼾ because it normalises to the
 * traditional 戶 though mainland fonts draw 户 for it.
 */
const supplement =
  '⺁厂⺄乙⺈刀⺊卜⺎兀⺏尣⺐尢⺒巳⺓幺⺜日⺝月⺟母⺠民⺧牛⺩王⺬示⺮竹⺶羊⺹耂⺻聿⺽臼⻁虎⻄西⻅见⻆角⻉贝⻋车⻌辶⻏邑⻑長⻓长⻔门⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀⻳龟⼾户'

/** Punctuation as turned for vertical writing: the form of a glyph, not another character. */
const vertical = '︐，︑、︒。︓：︔；︕！︖？︙…︱—︵（︶）︷｛︸｝︹〔︺〕︻【︼】︽《︾》︿〈﹀〉﹁「﹂」﹃『﹄』'

/** Angle brackets that Unicode holds equal to those of Han text; Chromium writes these. */
const brackets = '\u2329〈\u232a〉'

const wholeOf = new Map([...pairs(supplement), ...pairs(vertical), ...pairs(brackets)])

function pairs(list: string): [string, string][] {
  const characters = Array.from(list)
  return characters.flatMap((character, at) => (at % 2 === 0 ? [[character, characters[at + 1] ?? character]] : []))
}

/**
 * Replaces radical look-alikes (U+2E80–2FDF), vertical forms and foreign angle brackets by ordinary characters, one by one;
 * everything else stays as it is.
 */
export function withoutLookAlikes(text: string): string {
  return text.replace(/[\u2329\u232a\u2e80-\u2fdf\ufe10-\ufe44]/g, character => {
    const whole = wholeOf.get(character)
    return whole ?? (character < '\u3000' ? character.normalize('NFKC') : character)
  })
}

/** Characters that mark a gap and no ink; the zero-width ones count as nothing. */
export function isBlank(text: string): boolean {
  return /^[\s\u200b-\u200f\u2028-\u202f\u2060\ufeff\p{Cc}]*$/u.test(text)
}
