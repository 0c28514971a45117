/** Mail for installations without mail: every message becomes an .eml file, to be read or handed on by people. */
import { randomUUID } from 'node:crypto'
import { mkdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { composed, type Mailer } from './message.ts'

/** A mailer that writes `<id>.eml` into a folder, readable by its owner only. */
export function folderMailer(folder: string, from: string): Mailer {
  const makeFolder = () => mkdir(folder, { recursive: true, mode: 0o700 })
  return {
    send: async message => {
      // Loaded when there is mail.
      const { createTransport } = await import('nodemailer')
      const transport = createTransport({ streamTransport: true, buffer: true, newline: 'windows' })
      const { messageId, message: bytes } = await transport.sendMail(composed(message, from))
      if (!Buffer.isBuffer(bytes)) throw new Error('the message was not set in memory')
      await makeFolder()
      const path = join(folder, `${message.id}.eml`)
      const half = join(folder, `.${randomUUID()}`)
      await writeFile(half, bytes, { mode: 0o600 })
      await rename(half, path)
      return { sent: false, messageId, answer: path }
    },
    check: async () => {
      await makeFolder()
    },
  }
}
