/** Stores one file, then another that never ends; killed by the test of the disk store. */
import { setTimeout as sleep } from 'node:timers/promises'
import { diskStore } from '../../src/platform/storage/disk.ts'

async function* small(): AsyncGenerator<Uint8Array> {
  yield Buffer.from('whole')
}

async function* endless(): AsyncGenerator<Uint8Array> {
  yield Buffer.alloc(100_000, 1)
  process.stdout.write('half written\n')
  for (;;) {
    await sleep(5)
    yield Buffer.alloc(10_000, 2)
  }
}

const store = await diskStore(process.argv[2] ?? '', 0)
await store.put(small(), { mostBytes: 1e9 })
await store.put(endless(), { mostBytes: 1e12 })
