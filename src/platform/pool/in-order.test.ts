import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { inOrder } from './in-order.ts'

test('results come in the order of their sources, whichever is ready first', async () => {
  const seen: number[] = []
  const run = async (n: number) => {
    await sleep(n % 3 === 0 ? 8 : 1)
    return n
  }
  for await (const n of inOrder([0, 1, 2, 3, 4, 5, 6, 7], run, 4)) seen.push(n)
  expect(seen).toEqual([0, 1, 2, 3, 4, 5, 6, 7])
})

test('no more sources are drawn than the results taken allow', async () => {
  let drawn = 0
  function* sources() {
    for (let i = 0; i < 1000; i++) {
      drawn++
      yield i
    }
  }
  const results = inOrder(sources(), async n => n, 4)
  await results.next()
  await results.next()
  await sleep(5)
  expect(drawn).toBeLessThanOrEqual(6)
  await results.return(undefined)
})

test('a failing run reaches the reader at its turn', async () => {
  const seen: number[] = []
  const read = async () => {
    for await (const n of inOrder(
      [1, 2, 3],
      async n => {
        if (n === 2) throw new Error('two')
        return n
      },
      3,
    ))
      seen.push(n)
  }
  await expect(read()).rejects.toThrow('two')
  expect(seen).toEqual([1])
})
