/** A letter by mail, and what must hold before one is sent. One recipient each, so that nobody learns of others. */
import type { SendMailOptions } from 'nodemailer'
import { type Sentence, Trouble } from '../trouble.ts'

export interface Attachment {
  readonly name: string
  readonly type: string
  readonly content: Uint8Array
}

export interface Message {
  /** The caller's own name for it, the same when it is tried again: becomes the Message-ID. Letters, digits, dashes. */
  readonly id: string
  readonly to: string
  readonly subject: string
  /** Plain text; pages are never sent. */
  readonly text: string
  readonly at: Date
  readonly attachments?: readonly Attachment[]
}

/** What remains of a sending as proof. */
export interface MailEvidence {
  /** False where the message was only written down: this installation has no mail. */
  readonly sent: boolean
  readonly messageId: string
  /** The server's own words on taking the message (`250 2.0.0 Ok: queued as …`), or the file it was written to. */
  readonly answer: string
}

export interface Mailer {
  /**
   * Hands one message over. Throws a Trouble: `mail_invalid` (never try again as it is), `mail_refused` (the server
   * will not take it: wrong address, no permission), `mail_away` (try again later).
   */
  readonly send: (message: Message) => Promise<MailEvidence>
  /** Throws `mail_away` or `mail_refused` where sending would fail now; for the start and for health. */
  readonly check: () => Promise<void>
}

const idShape = /^[A-Za-z0-9-]{1,64}$/
// What stands in an address without quotes: none of these can end a header or name a second recipient.
const addressShape = /^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[\p{L}\p{N}](?:[\p{L}\p{N}.-]*[\p{L}\p{N}])?$/u
const control = /[\p{Cc}\u2028\u2029]/u

/** Whether a text can be written to: one address, without a name around it. */
export function isMailAddress(text: string): boolean {
  return text.length <= 254 && addressShape.test(text) && !text.includes('..')
}

/** The message as the library takes it. `from` is an address or `名称 <地址>`. Throws `mail_invalid` with the field. */
export function composed(message: Message, from: string): SendMailOptions {
  if (!idShape.test(message.id)) throw new Error('the id of a message may hold letters, digits and dashes')
  if (!isMailAddress(message.to))
    throw badField('to', { zh: '收件地址不是一个邮箱地址', en: 'the recipient is no address' })
  if (control.test(message.subject)) {
    throw badField('subject', {
      zh: '邮件标题里有换行或控制字符',
      en: 'the subject holds line breaks or control characters',
    })
  }
  const attachments = message.attachments ?? []
  const bad = attachments.findIndex(({ name, type }) => control.test(name) || control.test(type))
  if (bad >= 0) {
    throw badField(`attachments[${bad}]`, { zh: '附件名里有控制字符', en: 'a file name holds control characters' })
  }
  return {
    messageId: messageIdOf(message.id, from),
    date: message.at,
    from,
    to: { name: '', address: message.to },
    subject: message.subject,
    text: message.text,
    // Asks out-of-office programs to be silent (RFC 3834).
    headers: { 'Auto-Submitted': 'auto-generated' },
    attachments: attachments.map(({ name, type, content }) => ({
      filename: name,
      contentType: type,
      content: Buffer.from(content.buffer, content.byteOffset, content.byteLength),
    })),
    disableFileAccess: true,
    disableUrlAccess: true,
  }
}

function messageIdOf(id: string, from: string): string {
  const domain = /@([^\s>@]+)>?$/.exec(from)?.[1] ?? 'localhost'
  return `<${id}@${domain}>`
}

function badField(at: string, what: Sentence): Trouble {
  return new Trouble({
    code: 'mail_invalid',
    says: { zh: `邮件没有发出：${what.zh}。`, en: `The mail was not sent: ${what.en}.` },
    mend: { zh: '请改正后再发。', en: 'Correct it and send it again.' },
    at,
  })
}
