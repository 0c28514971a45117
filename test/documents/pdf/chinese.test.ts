import { describe, expect, it } from 'vitest'
import { withoutLookAlikes } from '../../../src/platform/documents/read/pdf/characters.ts'
import { gridsOf, paperOf, rowsOf, textsOf } from './paper-of.ts'
import { lattice, RawPdf } from './raw-pdf.ts'

/** 行政许可 in GBK, since Node writes no GBK. */
const permitInGbk = 'D0D0D5FED0EDBFC9'

function hexOf(words: string): string {
  return Array.from(words, character => character.charCodeAt(0).toString(16).padStart(4, '0')).join('')
}

function chinesePage(encoding: string, content: string): Uint8Array {
  const pdf = new RawPdf()
  pdf.addChineseFont('G', encoding)
  pdf.addPage({ content })
  return pdf.bytes()
}

describe('Chinese fonts that are named and not embedded', () => {
  it.each([
    ['UniGB-UCS2-H', hexOf('行政许可')],
    ['UniGB-UTF16-H', hexOf('行政许可')],
    ['GBK-EUC-H', permitInGbk],
    ['GBKp-EUC-H', permitInGbk],
  ])('are read through the character map %s', async (encoding, hex) => {
    const content = `${lattice([100, 200, 300], [700, 670])} BT /G 12 Tf 104 680 Td <${hex}> Tj ET`
    expect(gridsOf(await paperOf(chinesePage(encoding, content))).map(rowsOf)).toEqual([[['行政许可', '']]])
  })

  it('are read downwards, column after column from the right, in vertical writing', async () => {
    const content = `BT /G 12 Tf 1 0 0 1 300 700 Tm <${hexOf('办理')}> Tj 1 0 0 1 280 700 Tm <${hexOf('结果')}> Tj ET`
    expect(textsOf(await paperOf(chinesePage('UniGB-UCS2-V', content)))).toEqual(['办理', '结果'])
    const boxed = `${lattice([270, 310, 400], [720, 650])}${content}`
    expect(gridsOf(await paperOf(chinesePage('UniGB-UCS2-V', boxed))).map(rowsOf)).toEqual([[['办理\n结果', '']]])
  })
})

describe('radicals that stand for whole characters', () => {
  it('become those characters', () => {
    expect(withoutLookAlikes('⼀⻚⾏政⽂件，⻔⼾⻢⻋⻛⾯⻬')).toBe('一页行政文件，门户马车风面齐')
  })

  it('as do punctuation marks in their vertical form', () => {
    expect(withoutLookAlikes('三︑本年度︵件︶')).toBe('三、本年度（件）')
  })

  it('and nothing else changes, not even what Unicode would fold', () => {
    const kept = '（１２）㈠①ﬁ％“三安全一稳定”'
    expect(withoutLookAlikes(kept)).toBe(kept)
  })
})
