/** A mail server for tests: keeps what it is given, and refuses as told. */
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'

export interface TestSmtp {
  readonly url: string
  readonly mails: { readonly from: string; readonly to: readonly string[]; readonly raw: string }[]
  readonly close: () => Promise<void>
}

/** Takes mail of the user `gongkai` with the password `geheim`; answers each recipient with `answers[address]`. */
export async function startSmtp(answers: Readonly<Record<string, number>> = {}): Promise<TestSmtp> {
  const mails: { from: string; to: string[]; raw: string }[] = []
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS'],
    allowInsecureAuth: true,
    onAuth: ({ username, password }, _session, done) => {
      if (username === 'gongkai' && password === 'geheim') done(null, { user: username })
      else done(Object.assign(new Error('no such account'), { responseCode: 535 }))
    },
    onRcptTo: ({ address }, _session, done) => {
      const responseCode = answers[address]
      done(responseCode === undefined ? null : Object.assign(new Error('not here'), { responseCode }))
    },
    onData: (stream, session, done) => {
      const pieces: Buffer[] = []
      stream.on('data', (piece: Buffer) => pieces.push(piece))
      stream.on('end', () => {
        const { mailFrom, rcptTo } = session.envelope
        mails.push({
          from: mailFrom === false ? '' : mailFrom.address,
          to: rcptTo.map(to => to.address),
          raw: Buffer.concat(pieces).toString('utf8'),
        })
        done(null, 'queued as T-1')
      })
    },
  })
  server.on('error', () => {})
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  const { port } = server.server.address() as AddressInfo
  return {
    url: `smtp://gongkai:geheim@127.0.0.1:${port}`,
    mails,
    close: () => new Promise(resolve => server.close(() => resolve())),
  }
}
