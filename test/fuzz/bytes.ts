/** Mutations of files as bytes, and of the parts inside zipped ones. */
import { unzipSync, zipSync } from 'fflate'
import type { Chance } from '../corpus/random.ts'

type Mutation = (bytes: Uint8Array, random: Chance) => Uint8Array

const place = (bytes: Uint8Array, random: Chance): number => random.int(0, Math.max(0, bytes.length - 1))

function joined(...parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, p) => sum + p.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

const noise = (n: number, random: Chance): Uint8Array => Uint8Array.from({ length: n }, () => random.int(0, 255))

const mutations: Readonly<Record<string, Mutation>> = {
  'flip bits': (bytes, random) => {
    const flipped = bytes.slice()
    for (let n = random.int(1, 12); n > 0; n--) {
      const i = place(flipped, random)
      flipped[i] = (flipped[i] ?? 0) ^ (1 << random.int(0, 7))
    }
    return flipped
  },
  truncate: (bytes, random) => bytes.slice(0, place(bytes, random)),
  'lose the beginning': (bytes, random) => bytes.slice(random.int(1, 600)),
  'lose a stretch': (bytes, random) => {
    const i = place(bytes, random)
    return joined(bytes.slice(0, i), bytes.slice(i + random.int(1, 400)))
  },
  'repeat a stretch': (bytes, random) => {
    const i = place(bytes, random)
    return joined(bytes.slice(0, i + random.int(1, 400)), bytes.slice(i))
  },
  'insert noise': (bytes, random) => {
    const i = place(bytes, random)
    return joined(bytes.slice(0, i), noise(random.int(1, 40), random), bytes.slice(i))
  },
  'blank a stretch': (bytes, random) => {
    const i = place(bytes, random)
    return bytes.slice().fill(0, i, i + random.int(1, 100))
  },
}

function mutateOnce(bytes: Uint8Array, random: Chance): { bytes: Uint8Array; done: string } {
  const done = random.pick(Object.keys(mutations))
  return { bytes: mutations[done]?.(bytes, random) ?? bytes, done }
}

/** Damages a file; of a zipped one, as often a part inside it, so that its text is reached. */
export function mutateBytes(bytes: Uint8Array, zipped: boolean, random: Chance): { bytes: Uint8Array; done: string } {
  if (!zipped || random.yes(0.3)) return mutateOnce(bytes, random)
  const parts = unzipSync(bytes)
  const name = random.pick(Object.keys(parts).sort())
  const mutated = mutateOnce(parts[name] ?? new Uint8Array(), random)
  return { bytes: zipSync({ ...parts, [name]: mutated.bytes }, { level: 1 }), done: `${mutated.done} in ${name}` }
}
