import { expect, test } from 'vitest'
import { keptLog } from '../../test/support/log.ts'
import { stopAll } from './stop.ts'

test('given parts, when stopped, then each only after the one before, and all whatever one of them does', async () => {
  const log = keptLog()
  const order: string[] = []
  const part = (name: string, stop: () => Promise<void>) => ({
    name,
    stop: async () => {
      order.push(`${name} begins`)
      await stop()
      order.push(`${name} ends`)
    },
  })
  await stopAll(
    [
      part('server', () => new Promise(resolve => setTimeout(resolve, 5))),
      part('worker', () => Promise.reject(new Error('no'))),
      part('hangs', () => new Promise(() => undefined)),
      part('database', async () => undefined),
    ],
    log,
    50,
  )
  expect(order).toEqual([
    'server begins',
    'server ends',
    'worker begins',
    'hangs begins',
    'database begins',
    'database ends',
  ])
  expect(log.lines.map(({ event, task }) => [event, task])).toEqual([
    ['stopping', undefined],
    ['stop_failed', 'worker'],
    ['stop_late', 'hangs'],
    ['stopped', undefined],
  ])
})
