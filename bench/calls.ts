/** Calls over real sockets that are kept open. */
import { Agent, get, type IncomingHttpHeaders } from 'node:http'
import { median } from './table.ts'

export interface Answer {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly bytes: number
}

/** What to ask for; `headers` are asked for anew at each call. */
export interface Asked {
  readonly url: string
  readonly headers?: () => Record<string, string>
}

export function callOnce({ url, headers }: Asked, agent: Agent): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = get(url, { agent, headers: headers?.() ?? {} }, response => {
      let bytes = 0
      response.on('data', (chunk: Buffer) => {
        bytes += chunk.length
      })
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, bytes }))
      response.on('error', reject)
    })
    request.on('error', reject)
  })
}

const rounds = 5

/**
 * Milliseconds a call takes of the whole, over so many connections: median of rounds taken in turn. Throws for any
 * answer but 200.
 */
export async function inTurn(ours: Asked, base: Asked, connections: number, calls: number): Promise<[number, number]> {
  const agent = () => new Agent({ keepAlive: true, maxSockets: connections })
  const sides = [
    { asked: ours, agent: agent(), times: [] as number[] },
    { asked: base, agent: agent(), times: [] as number[] },
  ] as const
  for (let i = 0; i <= rounds; i++) {
    for (const { asked, agent, times } of sides) {
      const time = await oneRound(asked, agent, connections, calls)
      // The first warms up.
      if (i > 0) times.push(time)
    }
  }
  for (const { agent } of sides) agent.destroy()
  return [median(sides[0].times), median(sides[1].times)]
}

async function oneRound(asked: Asked, agent: Agent, connections: number, calls: number): Promise<number> {
  let left = calls
  const one = async () => {
    while (left-- > 0) {
      const { status } = await callOnce(asked, agent)
      if (status !== 200) throw new Error(`${asked.url} answered ${status}`)
    }
  }
  const started = performance.now()
  const ends = await Promise.allSettled(Array.from({ length: connections }, one))
  for (const end of ends) if (end.status === 'rejected') throw end.reason
  return (performance.now() - started) / calls
}
