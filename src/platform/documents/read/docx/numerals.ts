/** The ways Word writes the numbers of numbered paragraphs. */

const digits = '零一二三四五六七八九'
const legalDigits = '零壹贰叁肆伍陆柒捌玖'
const stems = '甲乙丙丁戊己庚辛壬癸'
const branches = '子丑寅卯辰巳午未申酉戌亥'

/** A number up to 9999 in Han numerals; 10 to 19 begin with 十 in the short way (十二) and with 一十 in the formal one. */
function han(value: number, names: string, units: readonly string[]): string {
  if (value <= 0 || value > 9999) return String(value)
  let written = ''
  let gap = false
  for (let place = 3; place >= 0; place--) {
    const digit = Math.floor(value / 10 ** place) % 10
    if (digit === 0) {
      gap = written !== ''
      continue
    }
    if (gap) written += names.charAt(0)
    gap = false
    written += names.charAt(digit) + (units[place] ?? '')
  }
  return names === digits && value >= 10 && value < 20 ? written.slice(1) : written
}

const roman: readonly (readonly [number, string])[] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
]

function romanOf(value: number): string {
  if (value <= 0 || value > 3999) return String(value)
  let left = value
  let written = ''
  for (const [worth, sign] of roman) {
    for (; left >= worth; left -= worth) written += sign
  }
  return written
}

/** a, b … z, aa, bb …, as Word counts. */
function letterOf(value: number): string {
  if (value <= 0 || value > 780) return String(value)
  return String.fromCharCode(97 + ((value - 1) % 26)).repeat(Math.ceil(value / 26))
}

/** A sign out of a run of Unicode characters, the plain number beyond its end. */
function signOf(value: number, first: number, count: number): string {
  return value >= 1 && value <= count ? String.fromCharCode(first + value - 1) : String(value)
}

function pick(value: number, signs: string): string {
  return signs.charAt(value - 1) || String(value)
}

const fullWidth = (value: number): string =>
  String(value).replace(/\d/g, digit => String.fromCharCode(0xff10 + Number(digit)))

const writers: Readonly<Record<string, (value: number) => string>> = {
  none: () => '',
  decimalZero: value => String(value).padStart(2, '0'),
  decimalFullWidth: fullWidth,
  decimalFullWidth2: fullWidth,
  decimalEnclosedCircle: value => signOf(value, 0x2460, 20),
  decimalEnclosedCircleChinese: value => signOf(value, 0x2460, 20),
  decimalEnclosedParen: value => signOf(value, 0x2474, 20),
  decimalEnclosedFullstop: value => signOf(value, 0x2488, 20),
  ideographEnclosedCircle: value => signOf(value, 0x3280, 10),
  chineseCounting: value => han(value, digits, ['', '十', '百', '千']),
  chineseCountingThousand: value => han(value, digits, ['', '十', '百', '千']),
  japaneseCounting: value => han(value, digits, ['', '十', '百', '千']),
  taiwaneseCounting: value => han(value, digits, ['', '十', '百', '千']),
  taiwaneseCountingThousand: value => han(value, digits, ['', '十', '百', '千']),
  ideographDigital: value => String(value).replace(/\d/g, digit => '〇一二三四五六七八九'.charAt(Number(digit))),
  chineseLegalSimplified: value => han(value, legalDigits, ['', '拾', '佰', '仟']),
  ideographTraditional: value => pick(value, stems),
  ideographZodiac: value => pick(value, branches),
  lowerLetter: letterOf,
  upperLetter: value => letterOf(value).toUpperCase(),
  lowerRoman: romanOf,
  upperRoman: value => romanOf(value).toUpperCase(),
}

/** A number written in the way of a Word number format (`chineseCounting`); plain digits for ways not known. */
export function numeral(value: number, format: string): string {
  return (writers[format] ?? String)(value)
}
