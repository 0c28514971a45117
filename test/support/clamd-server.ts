/** Speaks the part of clamd's protocol the scanner uses, and knows one virus: the industry's harmless test file. */
import { once } from 'node:events'
import { createServer, type Server, type Socket } from 'node:net'

/** The EICAR test file, put together here so that no scanner mistakes the sources for it. */
export const eicar = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE', '!$H+H*'].join('')

export interface ClamdServer {
  readonly server: Server
  /** Bytes of content seen so far, frames left out. */
  readonly seen: () => number
}

/** Listens on a path or a free port. `mostBytes` as StreamMaxLength; `mute` never answers; `abrupt` hangs up at once. */
export async function startClamd(options: {
  path?: string
  mostBytes?: number
  mute?: boolean
  abrupt?: boolean
}): Promise<ClamdServer> {
  const counter = { seen: 0 }
  const server = createServer(socket => {
    socket.on('error', () => {})
    if (options.abrupt === true) socket.once('data', () => socket.resetAndDestroy())
    else if (options.mute !== true) serve(socket, options.mostBytes ?? Number.POSITIVE_INFINITY, counter)
  })
  server.listen(options.path ?? { port: 0, host: '127.0.0.1' })
  await once(server, 'listening')
  return { server, seen: () => counter.seen }
}

function serve(socket: Socket, mostBytes: number, counter: { seen: number }): void {
  let waiting = Buffer.alloc(0)
  let content = Buffer.alloc(0)
  let streaming = false
  let answered = false
  const answer = (words: string): void => {
    answered = true
    socket.end(`${words}\0`)
  }
  socket.on('data', piece => {
    // What is still under way is read away: a connection closed on unread bytes is reset, and the answer lost with it.
    if (answered) return
    waiting = Buffer.concat([waiting, piece])
    if (!streaming) {
      const end = waiting.indexOf(0)
      if (end < 0) return
      const command = waiting.toString('latin1', 0, end)
      waiting = waiting.subarray(end + 1)
      if (command === 'zPING') return answer('PONG')
      if (command !== 'zINSTREAM') return answer('UNKNOWN COMMAND')
      streaming = true
    }
    while (waiting.length >= 4) {
      const length = waiting.readUInt32BE()
      if (length === 0) {
        const found = content.includes(eicar) ? 'Eicar-Test-Signature FOUND' : 'OK'
        return answer(`stream: ${found}`)
      }
      if (waiting.length < 4 + length) return
      content = Buffer.concat([content, waiting.subarray(4, 4 + length)])
      counter.seen += length
      waiting = waiting.subarray(4 + length)
      if (content.length > mostBytes) return answer('INSTREAM size limit exceeded. ERROR')
    }
  })
}
