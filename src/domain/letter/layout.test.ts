import { describe, expect, test } from 'vitest'
import { bureau, letterFor } from '../../../test/support/letters.ts'
import { gridOf } from '../../../test/support/tiling.ts'
import { letterIds } from '../../law/letters.ts'
import { layoutLetter } from './layout.ts'
import { templateOf } from './template.ts'

describe('a letter as set', () => {
  test('has title, number, reader, body, remedy, attachments, name, date and contact', () => {
    const sheet = layoutLetter(letterFor('L03'))
    expect(sheet.title).toEqual(['示例县教育局政府信息公开申请答复书'])
    expect(sheet.number).toBe('示教公开〔2026〕12号')
    expect(sheet.addressee).toBe('张三：')
    expect(sheet.attachments).toEqual({
      label: '附件：',
      entries: ['1. 示例县第一中学教学楼加固工程施工合同（节录）（12页）', '2. 校舍安全排查结果汇总表（6页）'],
    })
    expect(sheet.signature).toEqual({ name: '示例县教育局', date: '2026年3月20日' })
    expect(sheet.contact).toEqual(['联系机构：示例县教育局办公室　联系电话：0972-8600001', '地址：示例县平安大道1号'])
  })

  test('numbers its lists, the last item closing the sentence; one attachment bears no number', () => {
    const lines = layoutLetter(letterFor('D04')).blocks.map(block => (block.kind === 'paragraph' ? block.text : ''))
    expect(lines.filter(line => /^\d\./.test(line)).map(line => line.at(-1))).toEqual(['；', '。'])
    expect(layoutLetter(letterFor('L02')).attachments?.entries[0]).toBe(
      '示例县义务教育学校校舍安全排查结果汇总表（6页）',
    )
  })

  test('a title too long for a line breaks after the name of the organ', () => {
    const agency = { ...bureau, name: '示例自治州示例县文化体育旅游广播电视局' }
    expect(layoutLetter(letterFor('L02', { agency })).title).toEqual([agency.name, '政府信息公开申请答复书'])
  })

  test('the agency’s words keep their paragraphs', () => {
    const before = layoutLetter(letterFor('L02')).blocks.length
    expect(layoutLetter(letterFor('L02', { explanation: '第一段。\n\n第二段。' })).blocks.length).toBe(before + 2)
  })

  test.each(letterIds)('%s: its tables are tiled without gap, and records for the file are not signed', id => {
    const sheet = layoutLetter(letterFor(id))
    for (const block of sheet.blocks) if (block.kind === 'table') expect(() => gridOf(block)).not.toThrow()
    expect(sheet.signature === null).toBe(letterFor(id).addressee === null)
  })
})

describe('the template of a letter', () => {
  test.each(letterIds)('%s uses only slots it lists, and must keep those of its sentences', id => {
    const { sheet, slots, locked } = templateOf(id)
    const texts = [...sheet.blocks.map(block => (block.kind === 'paragraph' ? block.text : '')), ...sheet.title]
    const used = texts.flatMap(text => Array.from(text.matchAll(/\{[#/]?([^{}]+)\}/g), ([, name]) => name))
    expect(used.filter(name => !slots.some(slot => slot.name === name))).toEqual([])
    const mandatory = slots.filter(slot => slot.mandatory).map(({ name }) => name)
    expect(mandatory).toContain('机关名称')
    expect(locked.length).toBeGreaterThan(1)
  })

  test('an agency may do without the explanation and the attachments, not without number, reader and date', () => {
    const mandatory = templateOf('L02')
      .slots.filter(slot => slot.mandatory)
      .map(({ name }) => name)
    expect(mandatory).toEqual(
      expect.arrayContaining(['文号', '收件人', '成文日期', '联系方式', '救济告知', '收到申请之日']),
    )
    expect(mandatory.filter(name => /补充说明|附件说明/.test(name))).toEqual([])
  })

  test('locks the law’s sentences, and leaves open what may be reworded', () => {
    const { locked } = templateOf('L06')
    expect(locked.map(({ tag }) => tag)).toEqual(['title', 'opening', 'finding', 'decision', 'remedy'])
  })

  test('the length of a period stands in it as the law has it', () => {
    expect(templateOf('D07').locked.some(({ text }) => text.includes('15个工作日内'))).toBe(true)
  })
})
