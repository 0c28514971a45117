/**
 * Seals: the image put over name and date, and the signature over the file. Which provider an installation uses is its
 * own matter; a seal in law is that of a provider an authority recognises, not the demo's.
 */

/** A square picture; `png` is always there, `svg` where the provider draws one. `says` describes it to who cannot see. */
export interface SealImage {
  readonly png: Uint8Array
  readonly svg?: string
  readonly says: string
}

/** A signature beside the file it was made over. Values are hexadecimal. */
export interface DetachedSignature {
  /** e.g. `sm2-with-sm3`. */
  readonly algorithm: string
  readonly value: string
  /** Certificate or public key of the signer, as the provider gives it. */
  readonly certificate: string
}

export interface Sealer {
  /** Whether it signs files, or makes pictures only. */
  readonly signs: boolean
  /**
   * The seal of an organ; null where the provider has none for it. At hand, without a call outside: letters are printed
   * with it within a transaction. Throws a Trouble where the picture cannot be used.
   */
  readonly sealImage: (agency: string) => Promise<SealImage | null>
  /** Null where the provider makes pictures only. May be a call outside, slow or in vain: never within a transaction. */
  readonly sign: (bytes: Uint8Array) => Promise<DetachedSignature | null>
  /** Whether the signature is the certificate's over exactly these bytes; false for algorithms of others. */
  readonly verify: (bytes: Uint8Array, signature: DetachedSignature) => Promise<boolean>
}
