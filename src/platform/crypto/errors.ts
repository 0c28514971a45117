/** What goes wrong with keys and sealed values: faults of data or set-up, never slips of a person typing. */

export type CryptoErrorCode = 'bad_master_key' | 'unknown_key' | 'unknown_suite' | 'malformed' | 'not_authentic'

/** The only error this folder throws on purpose; `says` names the mend and never the secret. */
export class CryptoError extends Error {
  override readonly name = 'CryptoError'
  readonly code: CryptoErrorCode
  readonly says: { readonly zh: string; readonly en: string }

  constructor(code: CryptoErrorCode, says: { readonly zh: string; readonly en: string }, cause?: unknown) {
    super(says.en, cause === undefined ? undefined : { cause })
    this.code = code
    this.says = says
  }
}
