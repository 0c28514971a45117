import { randomBytes } from 'node:crypto'

/** Gives so many unpredictable bytes; a test may pass its own. */
export type Random = (bytes: number) => Uint8Array

export const systemRandom: Random = bytes => randomBytes(bytes)
