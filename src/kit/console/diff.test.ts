import { describe, expect, it } from 'vitest'
import { diffLines, folded } from './diff.ts'

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

describe('a comparison with its unchanged stretches folded', () => {
  const text = (...changed: readonly number[]) =>
    Array.from({ length: 30 }, (_, n) => (changed.includes(n) ? `改 ${n}` : `行 ${n}`)).join('\n')
  const parts = (...changed: readonly number[]) =>
    folded(diffLines(text(), text(...changed))).map(part => (part.folded ? -1 : 1) * part.lines.length)

  it('given one change, shows it with three lines on either side', () => {
    expect(parts(15)).toEqual([-12, 8, -11])
  })

  it('given changes near one another, folds nothing between them', () => {
    expect(parts(10, 17)).toEqual([-7, 16, -9])
    expect(parts(10, 19)).toEqual([-7, 18, -7])
    expect(parts(10, 20)).toEqual([-7, 8, -3, 8, -6])
  })

  it('given changes at both ends, folds the middle; given none, folds all', () => {
    expect(parts(0, 29)).toEqual([5, -22, 5])
    expect(parts()).toEqual([-30])
  })

  it('loses no line and changes no order', () => {
    const lines = diffLines(text(), text(3, 4, 22))
    expect(folded(lines).flatMap(part => part.lines)).toEqual(lines)
  })
})
