import { describe, expect, test } from 'vitest'
import { statementNames } from './prepared.ts'

const times = (n: number, act: (i: number) => unknown) => Array.from({ length: n }, (_, i) => act(i))

describe('the names of prepared statements', () => {
  test('given a statement, then it has a name from the third time on, always the same, and its own', () => {
    const nameOf = statementNames()
    expect(times(4, () => nameOf('a'))).toEqual([undefined, undefined, 'gongkai_1', 'gongkai_1'])
    expect(times(3, () => nameOf('b'))).toEqual([undefined, undefined, 'gongkai_2'])
  })

  test('given statements that vary without end, then those that come often are named all the same, a hundred at most', () => {
    const nameOf = statementNames()
    times(9000, i => nameOf(`once ${i}`))
    times(3, () => nameOf('often'))
    expect(nameOf('often')).toBe('gongkai_1')
    times(500, i => times(3, () => nameOf(`much ${i}`)))
    expect(nameOf('much 98')).toBe('gongkai_100')
    expect(nameOf('much 99')).toBeUndefined()
  })
})
