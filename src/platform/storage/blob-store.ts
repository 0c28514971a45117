/** Files named by their content: what is stored once is found by its hash, and proves itself on every reading. */

/** A file as the database knows it. */
export interface StoredBlob {
  /** sha256 of the content, 64 small hexadecimal digits. */
  readonly hash: string
  /** In bytes. */
  readonly size: number
}

/** A file about to be read. */
export interface OpenBlob extends StoredBlob {
  /**
   * The bytes. The last piece is given only after the whole agreed with its hash; where it does not, the reading
   * throws `blob_damaged`, so that a damaged file never arrives as a whole one. Stop early by leaving the loop.
   */
  readonly content: AsyncIterable<Uint8Array>
}

export interface PutLimits {
  /** More bytes than these are refused with `too_large`. */
  readonly mostBytes: number
}

/** All methods throw `storage_away`, `storage_refused` or `storage_full` (Trouble) where the storage itself fails. */
export interface BlobStore {
  /** Takes a stream in whole or not at all. The same content again is no error and mends a damaged copy. */
  readonly put: (content: AsyncIterable<Uint8Array>, limits: PutLimits) => Promise<StoredBlob>
  /** The file, or null where there is none of this hash. */
  readonly get: (hash: string) => Promise<OpenBlob | null>
  readonly has: (hash: string) => Promise<boolean>
  /** Removes the file; no error where there is none. */
  readonly remove: (hash: string) => Promise<void>
  /** Everything stored, in the order of the hashes. */
  readonly list: () => AsyncIterable<StoredBlob>
  /** Throws a Trouble where nothing could be stored now; for the start and for health. */
  readonly check: () => Promise<void>
}

const hashShape = /^[0-9a-f]{64}$/

/** Whether a text is a hash as this store writes them. */
export function isHash(text: string): boolean {
  return hashShape.test(text)
}

/** Lets nothing but a hash become part of a path. Throws a plain error: routes ask `isHash` first. */
export function mustBeHash(text: string): void {
  if (!isHash(text)) throw new Error('not the hash of a stored file')
}
