import { describe, expect, it } from 'vitest'
import { cpuTime } from '../../../../test/support/cpu-time.ts'
import { DocumentError, defaultLimits, limitsWith, readPaper } from '../index.ts'
import { readTxt } from './txt.ts'

const text = '某县2021年报告\n\n新收\t54\t0\n　　一、总体情况'

function utf16(value: string, bigEndian = false): Uint8Array {
  const bytes = Buffer.from(value, 'utf16le')
  return bigEndian ? bytes.swap16() : bytes
}

/** 政府信息公开 in GB18030, which Node decodes and does not encode. */
const gb = Buffer.from('d5feb8aed0c5cfa2b9abbfaa', 'hex')

describe('plain text', () => {
  it('gives one line for every line of the file, blank ones too, exactly as written', () => {
    expect(readTxt(Buffer.from(text), defaultLimits)).toEqual({
      format: 'txt',
      blocks: [
        { kind: 'text', text: '某县2021年报告', at: { line: 1 } },
        { kind: 'text', text: '', at: { line: 2 } },
        { kind: 'text', text: '新收\t54\t0', at: { line: 3 } },
        { kind: 'text', text: '　　一、总体情况', at: { line: 4 } },
      ],
    })
  })

  it('breaks lines at every kind of line end, and once at the end of the file', () => {
    const lines = readTxt(Buffer.from('一\r\n二\r三\u2028四\f五\n'), defaultLimits).blocks
    expect(lines).toHaveLength(5)
    expect(lines.at(-1)).toEqual({ kind: 'text', text: '五', at: { line: 5 } })
  })

  it.each([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with its mark', Buffer.from(`\uFEFF${text}`)],
    ['UTF-16 little endian with its mark', utf16(`\uFEFF${text}`)],
    ['UTF-16 big endian with its mark', utf16(`\uFEFF${text}`, true)],
    ['UTF-16 little endian without', utf16(text)],
    ['UTF-16 big endian without', utf16(text, true)],
  ])('reads %s', async (_name, bytes) => {
    expect(await readPaper(bytes)).toEqual(readTxt(Buffer.from(text), defaultLimits))
  })

  it('reads UTF-16 of nothing but Han characters', async () => {
    const paper = await readPaper(utf16('政府信息公开工作年度报告'))
    expect(paper.blocks).toEqual([{ kind: 'text', text: '政府信息公开工作年度报告', at: { line: 1 } }])
  })

  it('reads GB18030', async () => {
    const paper = await readPaper(Buffer.concat([gb, Buffer.from('\r\n54'), gb]))
    expect(paper.blocks.map(block => block.kind === 'text' && block.text)).toEqual(['政府信息公开', '54政府信息公开'])
  })

  it('keeps UTF-8 with a broken byte readable instead of taking it for another charset', () => {
    const bytes = Buffer.from(text.repeat(20)).subarray(0, -1)
    expect(readTxt(bytes, defaultLimits).blocks[0]).toMatchObject({ text: '某县2021年报告' })
  })

  it.each([
    ['nothing', '', 'empty'],
    ['blanks only', ' \r\n\t ', 'empty'],
    ['a mark only', '\uFEFF', 'empty'],
    ['one byte', 'a', 'unknown_format'],
  ])('refuses %s', async (_name, content, code) => {
    await expect(readPaper(Buffer.from(content))).rejects.toMatchObject({ name: 'DocumentError', code })
  })

  it('refuses a file beyond the limit at once', async () => {
    const huge = new Uint8Array(200 * 1024 * 1024).fill(97)
    const start = cpuTime()
    await expect(readPaper(huge)).rejects.toMatchObject({ code: 'too_large' })
    expect(cpuTime() - start).toBeLessThan(2000)
  })

  it('says the limit it was given', () => {
    const limits = limitsWith({ fileBytes: 2 * 1024 * 1024 })
    expect(() => readTxt(new Uint8Array(3 * 1024 * 1024), limits)).toThrow(DocumentError)
    expect(() => readTxt(new Uint8Array(3 * 1024 * 1024), limits)).toThrow(/2 MB/)
  })
})
