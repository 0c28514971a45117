/** Asks a virus scanner (clamd) about a file, over its INSTREAM command. */
import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { setImmediate } from 'node:timers/promises'
import { Trouble } from '../trouble.ts'

export interface ScannerOptions {
  /** `127.0.0.1:3310`, `[::1]:3310`, or the path of a unix socket. */
  readonly address: string
  /** Longest silence of the scanner. */
  readonly timeoutMs: number
  /** Larger files are not sent; as StreamMaxLength in the scanner's own configuration. */
  readonly mostBytes: number
  /** What to do with a file that could not be scanned: refuse it, or take it marked as unscanned. */
  readonly unscanned: 'refuse' | 'mark'
}

export type ScanResult =
  | { readonly state: 'clean' }
  | { readonly state: 'infected'; readonly signature: string }
  /** Only with `unscanned: 'mark'`; the trouble says why. */
  | { readonly state: 'unscanned'; readonly trouble: Trouble }

export interface Scanner {
  /** Throws `scanner_away` or `scan_too_large` (Trouble) where unscanned files are refused. */
  readonly scan: (content: AsyncIterable<Uint8Array>) => Promise<ScanResult>
  /** Throws `scanner_away` where nobody answers; for the start and for health. */
  readonly check: () => Promise<void>
}

/** A scanner at an address. Nothing is connected before the first file. */
export function clamdScanner(options: ScannerOptions): Scanner {
  return {
    scan: async content => {
      try {
        return await scan(options, content)
      } catch (error) {
        if (!(error instanceof Trouble) || options.unscanned === 'refuse') throw error
        return { state: 'unscanned', trouble: error }
      }
    },
    check: async () => {
      const answer = await talk(options, async send => send('zPING\0'))
      if (answer !== 'PONG') throw scannerAway(options.address, new Error(answer))
    },
  }
}

async function scan(options: ScannerOptions, content: AsyncIterable<Uint8Array>): Promise<ScanResult> {
  const answer = await talk(options, async send => {
    let size = 0
    await send('zINSTREAM\0')
    for await (const piece of content) {
      size += piece.length
      if (size > options.mostBytes) throw scanTooLarge(options.mostBytes)
      // A length of zero would end the stream.
      if (piece.length > 0) await send(framed(piece))
    }
    await send(new Uint8Array(4))
  })
  const found = /^stream: (.+) FOUND$/.exec(answer)?.[1]
  if (found !== undefined) return { state: 'infected', signature: found }
  if (answer === 'stream: OK') return { state: 'clean' }
  if (answer.includes('size limit exceeded')) throw scanTooLarge(options.mostBytes)
  throw scannerAway(options.address, new Error(answer))
}

function framed(piece: Uint8Array): Uint8Array {
  const frame = Buffer.alloc(4 + piece.length)
  frame.writeUInt32BE(piece.length)
  frame.set(piece, 4)
  return frame
}

type Send = (bytes: Uint8Array | string) => Promise<void>

/** One connection: says what `speak` sends, gives the one answer. Errors of the connection come out as troubles. */
async function talk({ address, timeoutMs }: ScannerOptions, speak: (send: Send) => Promise<void>): Promise<string> {
  const socket = open(address)
  const over = new AbortController()
  const answered = answerOf(socket, timeoutMs).finally(() => over.abort())
  // Waited for only after everything is sent; until then nobody hears it fail.
  answered.catch(() => {})
  try {
    await speak(bytes => sent(socket, bytes, over.signal))
    return await answered
  } catch (error) {
    if (!(error instanceof Broken)) throw error
    return await answered.catch(why => {
      throw why instanceof Broken ? scannerAway(address, why) : why
    })
  } finally {
    socket.destroy()
  }
}

/** Sends and waits for room. Throws Broken where the conversation is over: the scanner may answer and leave early. */
async function sent(socket: Socket, bytes: Uint8Array | string, over: AbortSignal): Promise<void> {
  try {
    // An answer that came meanwhile is heard first: writing to a scanner that has left would lose it.
    await setImmediate()
    over.throwIfAborted()
    if (!socket.write(bytes)) await once(socket, 'drain', { signal: over })
  } catch (error) {
    throw new Broken('closed while sending', { cause: error })
  }
}

/** The connection failed, as against the stream of the file. */
class Broken extends Error {}

function open(address: string): Socket {
  const [, host, port] = /^\[?([^/\]]+)\]?:(\d+)$/.exec(address) ?? []
  return host === undefined ? connect(address) : connect(Number(port), host)
}

/** The scanner's answer up to its end mark. */
function answerOf(socket: Socket, timeoutMs: number): Promise<string> {
  return new Promise<string>((resolve, reject) => {
    let said = ''
    socket.setTimeout(timeoutMs, () => reject(new Broken(`silent for ${timeoutMs} ms`)))
    socket.on('error', error => reject(new Broken(error.message)))
    socket.on('close', () => reject(new Broken('closed without an answer')))
    socket.on('data', piece => {
      said += piece.toString('utf8')
      const end = said.search(/[\0\n]/)
      if (end >= 0) resolve(said.slice(0, end))
    })
  })
}

function scannerAway(address: string, cause: Error): Trouble {
  return new Trouble({
    code: 'scanner_away',
    says: {
      zh: `病毒扫描服务 ${address} 没有应答（${cause.message}），文件未经检查。`,
      en: `The virus scanner ${address} does not answer (${cause.message}); the file was not scanned.`,
    },
    mend: {
      zh: '请稍后再上传；管理员请检查 clamd 是否在运行，文件较大时检查其 StreamMaxLength。',
      en: 'Upload it again later; the administrator should check that clamd is running and, for a large file, its StreamMaxLength.',
    },
    at: address,
    cause,
  })
}

function scanTooLarge(mostBytes: number): Trouble {
  const most = Math.floor(mostBytes / 2 ** 20)
  return new Trouble({
    code: 'scan_too_large',
    says: {
      zh: `文件超过病毒扫描的上限（${most} MB），未经检查。`,
      en: `The file is larger than the virus scanner takes (${most} MB); it was not scanned.`,
    },
    mend: {
      zh: '请拆成几个文件上传；管理员可调高 clamd 的 StreamMaxLength。',
      en: 'Split the file; the administrator can raise StreamMaxLength of clamd.',
    },
  })
}
