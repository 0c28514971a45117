import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { compoundFile } from '../../../../test/corpus/writers/compound.ts'
import { cellsOf } from '../../../../test/support/office.ts'
import { defaultLimits, limitsWith, readPaper } from '../index.ts'
import { readDoc } from './doc.ts'
import { OleFile } from './ole.ts'

/** Saved by a word processor: hidden, deleted and inserted text, a field, merged cells, a table in a cell. */
const bytes = readFileSync(new URL('../../../../test/fixtures/report.doc', import.meta.url))

describe('an old Word file', () => {
  it('is read like any other: shown text in lines, tables with their spans, in order', async () => {
    const paper = await readPaper(bytes)
    expect(paper.format).toBe('doc')
    expect(paper.blocks.map(block => (block.kind === 'text' ? block.text : cellsOf(block)))).toEqual([
      '某镇人民政府2021年政府信息公开工作年度报告',
      '',
      '一、总体情况',
      '新收3件，“已办”\t尾',
      '次行 ABC',
      [
        '0,0 2x2 项目',
        '0,2 1x3 申请人情况',
        '1,2 1x1 自然人',
        '1,3 1x1 商业企业',
        '1,4 1x1 总计',
        '2,0 1x2 一、本年新收',
        '2,2 1x1 1',
        '2,3 1x1 2',
        '2,4 1x1 3',
        '3,0 2x1 三、结果',
        '3,1 1x1 1.属于\n国家秘密',
        '3,2 1x1 0',
        '3,3 1x1 ',
        '3,4 1x1 /',
        '4,1 1x1 2.其他',
        '4,2 1x1 0',
        '4,3 1x1 0',
        '4,4 1x1 0',
      ],
      '二、其他',
      '前',
      ['0,0 1x1 甲', '0,1 1x1 1', '1,0 1x1 乙', '1,1 1x1 2'],
      '后',
      '旁',
      '完',
    ])
  })

  it('says where lines and cells stand', () => {
    const { blocks } = readDoc(bytes, defaultLimits)
    expect(blocks[4]).toMatchObject({ at: { line: 4 } })
    expect(blocks[5]).toMatchObject({ width: 5, height: 5 })
    expect(blocks[5]?.kind === 'grid' && blocks[5].cells.at(-1)?.at).toEqual({ table: 1, row: 5, column: 5 })
  })

  it('is refused beyond the limits of tables', () => {
    expect(() => readDoc(bytes, limitsWith({ cells: 20 }))).toThrow(expect.objectContaining({ code: 'too_large' }))
    expect(() => readDoc(bytes, limitsWith({ tableDepth: 1 }))).toThrow(expect.objectContaining({ code: 'too_large' }))
  })
})

/** The same file with the head of its document stream changed. */
function withHead(change: (head: DataView) => void): Uint8Array {
  const ole = new OleFile(bytes)
  const document = ole.stream('WordDocument')
  change(new DataView(document.buffer))
  return compoundFile({ WordDocument: document, '1Table': ole.stream('1Table') })
}

describe('an old Word file that cannot be read', () => {
  it.each([
    ['is locked', withHead(head => head.setUint16(10, head.getUint16(10, true) | 0x100, true)), 'encrypted'],
    ['is older than Word 97', withHead(head => head.setUint16(0, 0xa5dc, true)), 'unknown_format'],
    ['claims more text than it has', withHead(head => head.setUint32(0x4c, 0x7fffffff, true)), 'damaged'],
    ['has no pieces where it says', withHead(head => head.setUint32(0x1a2, 0x7fffffff, true)), 'damaged'],
    ['has no text', withHead(head => head.setUint32(0x4c, 0, true)), 'empty'],
    ['lacks its table stream', compoundFile({ WordDocument: new OleFile(bytes).stream('WordDocument') }), 'damaged'],
  ])('%s', async (_name, broken, code) => {
    await expect(readPaper(broken)).rejects.toMatchObject({ code })
  })

  it('reads on when only its container is written anew', async () => {
    expect(await readPaper(withHead(() => undefined))).toEqual(readDoc(bytes, defaultLimits))
  })

  it('whose sectors run in a circle', async () => {
    const circle = Buffer.from(bytes)
    const table = circle.readUInt32LE(76)
    for (let i = 0; i < 128; i++) circle.writeUInt32LE(i % 3, (table + 1) * 512 + i * 4)
    await expect(readPaper(circle)).rejects.toMatchObject({ code: 'damaged' })
  })
})
