import { expect, it } from 'vitest'
import { numeral } from './numerals.ts'

it.each([
  ['chineseCounting', 1, '一'],
  ['chineseCounting', 10, '十'],
  ['chineseCounting', 12, '十二'],
  ['chineseCounting', 20, '二十'],
  ['chineseCountingThousand', 101, '一百零一'],
  ['chineseCountingThousand', 110, '一百一十'],
  ['chineseCountingThousand', 1010, '一千零一十'],
  ['chineseCountingThousand', 2024, '二千零二十四'],
  ['chineseLegalSimplified', 12, '壹拾贰'],
  ['ideographTraditional', 3, '丙'],
  ['ideographZodiac', 12, '亥'],
  ['decimalZero', 7, '07'],
  ['decimalFullWidth', 12, '１２'],
  ['decimalEnclosedCircleChinese', 20, '⑳'],
  ['decimalEnclosedCircle', 21, '21'],
  ['lowerLetter', 28, 'bb'],
  ['upperLetter', 26, 'Z'],
  ['upperRoman', 1994, 'MCMXCIV'],
  ['lowerRoman', 4, 'iv'],
  ['none', 5, ''],
  ['decimal', 5, '5'],
  ['neverHeardOf', 5, '5'],
])('writes in the way of %s %d as %s', (format, value, written) => {
  expect(numeral(value, format)).toBe(written)
})
