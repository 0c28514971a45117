/**
 * An S3 server for tests: a process of its own, on a port of its own, with one empty bucket. It knows its keys by name
 * but does not verify signatures of version 4.
 */
import { spawn } from 'node:child_process'
import { rm } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'

export const s3Keys = { accessKey: 'S3RVER', secretKey: 'S3RVER' }
export const s3Bucket = 'gongkai-files'

/** It wraps the mark of the next page of a list in DES, which newer OpenSSL keeps apart. */
const oldCiphers = '--openssl-legacy-provider'

export interface S3Server {
  readonly endpoint: string
  readonly stop: () => Promise<void>
}

/** Starts it with its data in `folder`, which is removed when it is stopped. */
export async function startS3(folder: string): Promise<S3Server> {
  const program = fileURLToPath(import.meta.resolve('s3rver/bin/s3rver.js'))
  const child = spawn(
    process.execPath,
    [oldCiphers, program, '-d', folder, '-a', '127.0.0.1', '-p', '0', '-s', '--configure-bucket', s3Bucket],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  )
  const ended = new Promise<void>(resolve => child.once('exit', () => resolve()))
  const port = await new Promise<string>((resolve, reject) => {
    let said = ''
    const hear = (piece: Buffer) => {
      said += piece.toString()
      const found = /listening on [^:]*:(\d+)/.exec(said)?.[1]
      if (found) resolve(found)
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    child.once('exit', () => reject(new Error(`the S3 server ended: ${said}`)))
  })
  return {
    endpoint: `http://127.0.0.1:${port}`,
    stop: async () => {
      child.kill('SIGKILL')
      await ended
      await rm(folder, { recursive: true, force: true })
    },
  }
}
