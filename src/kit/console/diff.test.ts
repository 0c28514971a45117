import { describe, expect, it } from 'vitest'
import { diffLines } from './diff.ts'

const shown = (older: string, newer: string) =>
  diffLines(older, newer).map(({ is, text }) => `${{ same: ' ', gone: '-', come: '+' }[is]}${text}`)

describe('what changed between two texts', () => {
  it('keeps the lines that stay and tells those gone and come', () => {
    expect(shown('一\n二\n三', '一\n二之二\n三\n四')).toEqual([' 一', '-二', '+二之二', ' 三', '+四'])
  })

  it('given the same text twice, tells nothing', () => {
    expect(shown('一\n二', '一\n二')).toEqual([' 一', ' 二'])
  })

  it('given a line moved, keeps as many lines as can be kept', () => {
    expect(shown('甲\n乙\n丙', '乙\n丙\n甲').filter(line => line.startsWith(' '))).toEqual([' 乙', ' 丙'])
  })
})
