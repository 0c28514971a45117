/**
 * Signatures by SM2 with SM3 (GB/T 32918.2, user 1234567812345678), made by a library because those of node's own SM2
 * are not understood by others. The picture of the seal comes from whoever keeps it.
 */
import { createHash } from 'node:crypto'
import { sm2 } from 'sm-crypto-v2'
import { Trouble } from '../trouble.ts'
import type { Sealer, SealImage } from './sealer.ts'

/** What a detached signature names as its algorithm: SM2 with SM3, DER, over the SM3 digest of the file. */
export const sm2Algorithm = 'sm2-sm3-der/sm3'

/** Hexadecimal: 32 bytes of private key, 65 bytes of public key beginning with 04. */
export interface Sm2Keys {
  readonly privateKey: string
  readonly publicKey: string
}

export interface Sm2SealerOptions {
  readonly keys: Sm2Keys
  /**
   * Public keys this installation signed with before. A signature names its key beside itself, and whoever can change the
   * one can change the other: only a key that is told from outside is believed.
   */
  readonly formerKeys?: readonly string[]
  readonly sealImage: (agency: string) => Promise<SealImage | null>
}

/** Throws a Trouble where the two keys do not belong together: a fault of the installation. */
export function sm2Sealer({ keys, formerKeys = [], sealImage }: Sm2SealerOptions): Sealer {
  if (!belongTogether(keys)) throw new Trouble(strangers)
  const trusted = new Set([keys.publicKey, ...formerKeys].map(key => key.toLowerCase()))
  return {
    signs: true,
    sealImage,
    sign: async bytes => ({
      algorithm: sm2Algorithm,
      value: signMessage(digest(bytes), keys),
      certificate: keys.publicKey,
    }),
    verify: async (bytes, { algorithm, value, certificate }) =>
      algorithm === sm2Algorithm &&
      trusted.has(certificate.toLowerCase()) &&
      verifyMessage(digest(bytes), value, certificate.toLowerCase()),
  }
}

const strangers = {
  code: 'seal_keys',
  says: { zh: '印章的 SM2 私钥与公钥不是一对。', en: 'The SM2 keys of the seal do not belong together.' },
  mend: {
    zh: '请核对 GONGKAI_SEAL_PRIVATE_KEY 和 GONGKAI_SEAL_PUBLIC_KEY。',
    en: 'Check GONGKAI_SEAL_PRIVATE_KEY and GONGKAI_SEAL_PUBLIC_KEY.',
  },
}

export function newSm2Keys(): Sm2Keys {
  const { privateKey, publicKey } = sm2.generateKeyPairHex()
  return { privateKey, publicKey }
}

/** DER, hexadecimal. */
export function signMessage(message: Uint8Array, { privateKey, publicKey }: Sm2Keys): string {
  return sm2.doSignature(message, privateKey, { hash: true, der: true, publicKey })
}

/** False for whatever is no signature of that key over that message, well-formed or not. */
export function verifyMessage(message: Uint8Array, value: string, publicKey: string): boolean {
  if (!/^(?:[0-9a-f]{2})+$/i.test(value)) return false
  try {
    return sm2.doVerifySignature(message, value, publicKey, { hash: true, der: true })
  } catch {
    // The library throws where the DER cannot be read; to whoever asks, that is no signature.
    return false
  }
}

function belongTogether(keys: Sm2Keys): boolean {
  const trial = new TextEncoder().encode('gongkai')
  return verifyMessage(trial, signMessage(trial, keys), keys.publicKey)
}

function digest(bytes: Uint8Array): Uint8Array {
  return new Uint8Array(createHash('sm3').update(bytes).digest())
}
