/**
 * Stored files in a bucket of S3-compatible storage. A file passes through a temporary file first: its name is its
 * hash, known only at the end. One request holds at most 5 GB, which uploads stay far below.
 */
import { createReadStream } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import type { S3Client, S3ServiceException } from '@aws-sdk/client-s3'
import { type BlobStore, isHash, mustBeHash, type OpenBlob, type PutLimits, type StoredBlob } from './blob-store.ts'
import { clearStale, proven, type Spooled, spool } from './spool.ts'
import { storageAway, storageRefused } from './troubles.ts'

export interface S3Options {
  /** `https://s3.example.gov.cn`; the address of Amazon's own storage where left out. */
  readonly endpoint?: string
  readonly region: string
  readonly bucket: string
  /** In front of every name, with its slash; several installations can share a bucket. Empty for none. */
  readonly prefix: string
  readonly accessKey: string
  readonly secretKey: string
  /** Bucket in the path instead of the host name, as most own storages want it. */
  readonly pathStyle: boolean
  /** Folder for files on their way. */
  readonly spoolFolder: string
}

type Library = typeof import('@aws-sdk/client-s3')

interface Bucket {
  readonly options: S3Options
  readonly library: Library
  readonly client: S3Client
  /** Named in troubles. */
  readonly where: string
}

/** What goes wrong comes out as a Trouble; the library's own words on the console would say it twice. */
const silent = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} }
const connectMs = 5_000
const idleMs = 60_000

/** Opens a store in a bucket; the library is loaded here and not before. `now` as in `diskStore`. */
export async function s3Store(options: S3Options, now: number): Promise<BlobStore> {
  await mkdir(options.spoolFolder, { recursive: true, mode: 0o700 })
  await clearStale(options.spoolFolder, now)
  const library = await import('@aws-sdk/client-s3')
  const client = new library.S3Client({
    region: options.region,
    forcePathStyle: options.pathStyle,
    credentials: { accessKeyId: options.accessKey, secretAccessKey: options.secretKey },
    // The library's own checksums travel in a way that older compatible storages store as content.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    logger: silent,
    requestHandler: { connectionTimeout: connectMs, requestTimeout: idleMs },
    ...(options.endpoint === undefined ? {} : { endpoint: options.endpoint }),
  })
  const bucket: Bucket = { options, library, client, where: `${options.endpoint ?? 's3'} ${options.bucket}` }
  return {
    put: (content, limits) => put(bucket, content, limits),
    get: async hash => get(bucket, named(bucket, hash), hash),
    has: async hash => (await sizeOf(bucket, named(bucket, hash))) !== null,
    remove: async hash => {
      const name = named(bucket, hash)
      await asked(bucket, () => client.send(new library.DeleteObjectCommand(name)))
    },
    list: () => list(bucket),
    check: async () => {
      await asked(bucket, () => client.send(new library.HeadBucketCommand({ Bucket: options.bucket })))
    },
  }
}

/** A file as the library names it. */
interface Named {
  readonly Bucket: string
  readonly Key: string
}

function named({ options }: Bucket, hash: string): Named {
  mustBeHash(hash)
  return { Bucket: options.bucket, Key: options.prefix + hash }
}

async function put(bucket: Bucket, content: AsyncIterable<Uint8Array>, { mostBytes }: PutLimits): Promise<StoredBlob> {
  const spooled = await spool(bucket.options.spoolFolder, content, mostBytes)
  try {
    await asked(bucket, () => send(bucket, spooled))
    return { hash: spooled.hash, size: spooled.size }
  } finally {
    await rm(spooled.path, { force: true })
  }
}

async function send(bucket: Bucket, { path, hash, size }: Spooled): Promise<void> {
  const command = new bucket.library.PutObjectCommand({
    ...named(bucket, hash),
    Body: createReadStream(path),
    ContentLength: size,
    ContentType: 'application/octet-stream',
  })
  // Signed with the content's hash: what was changed on the way the storage refuses.
  command.middlewareStack.add(
    next => args => {
      const request = args.request as { headers: Record<string, string> }
      request.headers['x-amz-content-sha256'] = hash
      return next(args)
    },
    { step: 'build', name: 'signContentHash' },
  )
  await bucket.client.send(command)
}

async function get(bucket: Bucket, name: Named, hash: string): Promise<OpenBlob | null> {
  const size = await sizeOf(bucket, name)
  if (size === null) return null
  return { hash, size, content: proven(readPieces(bucket, name), hash, `${bucket.where} ${name.Key}`) }
}

/** Asked for only when read, so that a blob nobody reads holds no connection open. */
async function* readPieces(bucket: Bucket, name: Named): AsyncGenerator<Uint8Array> {
  const { library, client } = bucket
  try {
    const { Body } = await client.send(new library.GetObjectCommand(name))
    yield* Body as AsyncIterable<Uint8Array>
  } catch (error) {
    throw s3Trouble(bucket, error)
  }
}

async function sizeOf(bucket: Bucket, name: Named): Promise<number | null> {
  const { library, client } = bucket
  try {
    const head = await client.send(new library.HeadObjectCommand(name))
    return head.ContentLength ?? 0
  } catch (error) {
    if (error instanceof library.S3ServiceException && error.$metadata.httpStatusCode === 404) return null
    throw s3Trouble(bucket, error)
  }
}

async function* list(bucket: Bucket): AsyncGenerator<StoredBlob> {
  const { options, library, client } = bucket
  let next: string | undefined
  do {
    const page = await asked(bucket, () =>
      client.send(
        new library.ListObjectsV2Command({
          Bucket: options.bucket,
          Prefix: options.prefix,
          ...(next === undefined ? {} : { ContinuationToken: next }),
        }),
      ),
    )
    for (const { Key = '', Size = 0 } of page.Contents ?? []) {
      const hash = Key.slice(options.prefix.length)
      if (isHash(hash)) yield { hash, size: Size }
    }
    next = page.NextContinuationToken
  } while (next !== undefined)
}

async function asked<T>(bucket: Bucket, ask: () => Promise<T>): Promise<T> {
  try {
    return await ask()
  } catch (error) {
    throw s3Trouble(bucket, error)
  }
}

function s3Trouble({ library, where }: Bucket, error: unknown): unknown {
  // The library's errors carry the whole exchange, signatures included: only their words go on.
  const cause = error instanceof Error ? new Error(`${error.name}: ${error.message}`) : error
  if (!(error instanceof library.S3ServiceException)) return storageAway(where, cause)
  const { name, $metadata }: S3ServiceException = error
  if (($metadata.httpStatusCode ?? 500) >= 500) return storageAway(where, cause)
  return storageRefused(where, { zh: name, en: name }, cause)
}
