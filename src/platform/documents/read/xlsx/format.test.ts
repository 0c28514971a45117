import { describe, expect, it } from 'vitest'
import { builtInFormats, formatted } from './format.ts'

describe('a number', () => {
  it.each([
    [54, undefined, '54'],
    [1234.5, 'General', '1234.5'],
    [0.1 + 0.2, undefined, '0.3'],
    [12_345_678_901_234, undefined, '12345678901234'],
    [0.0000001, undefined, '0.0000001'],
    [-0, undefined, '0'],
    [54, '0', '54'],
    [1234.567, '0.00', '1234.57'],
    [-1234.5, '#,##0.00', '-1,234.50'],
    [1_234_567, '#,##0', '1,234,567'],
    [0, '#,##0', '0'],
    [0.5, '#.##', '.5'],
    [7, '#.##', '7'],
    [0.125, '0.0%', '12.5%'],
    [0.07, '0%', '7%'],
    [5, '000', '005'],
    [12_345_678, '0.0,,', '12.3'],
    [6, '0"件"', '6件'],
    [3, '"第"0"条2"', '第3条2'],
    [1234.5, '[$¥-804]#,##0.00', '¥1,234.50'],
    [-5, '0;[Red]\\(0\\)', '(5)'],
    [0, '0;-0;"无"', '无'],
    [0, builtInFormats.get(43), '-'],
    [1234.5, builtInFormats.get(43), '1,234.50'],
    [-0.001, '0.00', '0.00'],
    [0.5, '# ?/?', '0.5'],
    [1500, '0.00E+00', '1500'],
    [5, '[>3]"多"0;0', '5'],
    [7, '@', '7'],
  ])('%d by %s shows as %s', (value, pattern, shown) => {
    expect(formatted(value, pattern, false)).toBe(shown)
  })
})

describe('a day', () => {
  it.each([
    [44_227, 'yyyy-mm-dd', '2021-01-31'],
    [44_227, 'yyyy"年"m"月"d"日";@', '2021年1月31日'],
    [44_227, '[$-804]yyyy/m/d', '2021/1/31'],
    [44_227, builtInFormats.get(14), '2021/1/31'],
    [44_227.5625, 'yyyy/m/d h:mm', '2021/1/31 13:30'],
    [44_227.5625, 'h:mm AM/PM', '1:30 下午'],
    [0.000_011_574_074_1, 'mm:ss', '00:01'],
    [44_227, 'aaaa', '星期日'],
    [44_227, 'yy-mm', '21-01'],
    [1, 'yyyy-m-d', '1900-1-1'],
    [61, 'yyyy-m-d', '1900-3-1'],
    [-1, 'yyyy-m-d', '-1'],
    [1e9, 'yyyy-m-d', '1000000000'],
  ])('%d by %s shows as %s', (value, pattern, shown) => {
    expect(formatted(value, pattern, false)).toBe(shown)
  })

  it('counts from 1904 where the file does', () => {
    expect(formatted(42_765, 'yyyy-mm-dd', true)).toBe('2021-01-31')
  })
})
