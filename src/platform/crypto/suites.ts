/**
 * Two ways to close a value under a key, chosen by configuration and named in every box: the international one, and
 * the commercial cryptography of the country (D§9.4). Keys are always 32 bytes; each suite derives what it needs.
 */
import { createCipheriv, createDecipheriv, createHmac, hkdfSync, timingSafeEqual } from 'node:crypto'

export const suiteIds = ['aes-256-gcm', 'sm4-cbc+sm3-hmac'] as const
export type SuiteId = (typeof suiteIds)[number]

/** `bound` is what the box belongs to: not hidden, but without it the box does not open. */
export interface Suite {
  /** Initial bytes the caller must draw at random for every box. */
  readonly ivBytes: number
  readonly close: (key: Uint8Array, iv: Uint8Array, bound: Uint8Array, plain: Uint8Array) => Buffer
  /** Null when key, bound or box are not those it was closed with. */
  readonly open: (key: Uint8Array, bound: Uint8Array, box: Uint8Array) => Buffer | null
  readonly hmac: (key: Uint8Array, data: Uint8Array) => Buffer
}

const GCM_TAG = 16
const HMAC_TAG = 32
const SM4_KEY = 16
const KEY = 32

const aesGcm: Suite = {
  ivBytes: 12,
  close(key, iv, bound, plain) {
    const cipher = createCipheriv('aes-256-gcm', derived('sha256', key, 'seal', KEY), iv, { authTagLength: GCM_TAG })
    cipher.setAAD(bound)
    return Buffer.concat([iv, cipher.update(plain), cipher.final(), cipher.getAuthTag()])
  },
  open(key, bound, box) {
    if (box.length < this.ivBytes + GCM_TAG) return null
    const iv = box.subarray(0, this.ivBytes)
    const opening = derived('sha256', key, 'seal', KEY)
    const decipher = createDecipheriv('aes-256-gcm', opening, iv, { authTagLength: GCM_TAG })
    decipher.setAAD(bound)
    decipher.setAuthTag(box.subarray(-GCM_TAG))
    const plain = decipher.update(box.subarray(this.ivBytes, -GCM_TAG))
    try {
      return Buffer.concat([plain, decipher.final()])
    } catch {
      // node says no more of a failed tag than that it failed
      return null
    }
  },
  hmac: (key, data) =>
    createHmac('sha256', derived('sha256', key, 'match', KEY))
      .update(data)
      .digest(),
}

/** Encrypt, then authenticate: nothing is decrypted before the tag over bound, iv and ciphertext is right. */
const sm4Sm3: Suite = {
  ivBytes: 16,
  close(key, iv, bound, plain) {
    const cipher = createCipheriv('sm4-cbc', derived('sm3', key, 'seal', SM4_KEY), iv)
    const closed = Buffer.concat([iv, cipher.update(plain), cipher.final()])
    return Buffer.concat([closed, sm3Tag(key, bound, closed)])
  },
  open(key, bound, box) {
    if (box.length < this.ivBytes + HMAC_TAG) return null
    const [closed, tag] = [box.subarray(0, -HMAC_TAG), box.subarray(-HMAC_TAG)]
    if (!timingSafeEqual(sm3Tag(key, bound, closed), tag)) return null
    const iv = closed.subarray(0, this.ivBytes)
    const decipher = createDecipheriv('sm4-cbc', derived('sm3', key, 'seal', SM4_KEY), iv)
    return Buffer.concat([decipher.update(closed.subarray(this.ivBytes)), decipher.final()])
  },
  hmac: (key, data) =>
    createHmac('sm3', derived('sm3', key, 'match', KEY))
      .update(data)
      .digest(),
}

export const suites: Readonly<Record<SuiteId, Suite>> = { 'aes-256-gcm': aesGcm, 'sm4-cbc+sm3-hmac': sm4Sm3 }

/** The length goes in front, so that no byte can move from what is bound to what is closed. */
function sm3Tag(key: Uint8Array, bound: Uint8Array, closed: Uint8Array): Buffer {
  const length = Buffer.alloc(8)
  length.writeBigUInt64BE(BigInt(bound.length))
  const authenticating = derived('sm3', key, 'authenticate', KEY)
  return createHmac('sm3', authenticating).update(length).update(bound).update(closed).digest()
}

/** One key for each use, so that no two uses can be played against each other. */
function derived(hash: 'sha256' | 'sm3', key: Uint8Array, use: string, bytes: number): Uint8Array {
  return new Uint8Array(hkdfSync(hash, key, '', `gongkai ${use}`, bytes))
}
