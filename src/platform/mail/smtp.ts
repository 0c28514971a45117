/** Sends mail through a server. */
import { codeOf, Trouble } from '../trouble.ts'
import { composed, type Mailer } from './message.ts'

export interface SmtpOptions {
  /** `smtp://user:password@host:587` (encrypted where the server offers it) or `smtps://…:465`. Never shown. */
  readonly url: string
  readonly from: string
  /** Longest wait for the server, in milliseconds. */
  readonly timeoutMs: number
}

/** A mailer that hands messages to the server of the URL. */
export function smtpMailer({ url, from, timeoutMs }: SmtpOptions): Mailer {
  let opened: ReturnType<typeof open> | undefined
  const transport = () => {
    opened ??= open(url, timeoutMs)
    return opened
  }
  const where = URL.canParse(url) ? new URL(url).host : 'smtp'
  const tried = async <T>(act: () => Promise<T>): Promise<T> => {
    try {
      return await act()
    } catch (error) {
      throw mailTrouble(error, where)
    }
  }
  return {
    send: async message => {
      const mail = composed(message, from)
      const { messageId, response } = await tried(async () => (await transport()).sendMail(mail))
      return { sent: true, messageId, answer: response }
    },
    check: async () => {
      await tried(async () => (await transport()).verify())
    },
  }
}

/** Loads what sends mail when there is some. */
async function open(url: string, ms: number) {
  const { createTransport } = await import('nodemailer')
  return createTransport({ url, connectionTimeout: ms, greetingTimeout: ms, socketTimeout: ms, dnsTimeout: ms })
}

/** Refusals of the 500s are final (RFC 5321, 4.2.1), and so is a wrong password; all else may pass. */
function mailTrouble(error: unknown, where: string): Trouble {
  const status = error instanceof Error && 'responseCode' in error ? Number(error.responseCode) : 0
  const answer = error instanceof Error && 'response' in error ? String(error.response) : ''
  const final = (status >= 500 && status < 600) || codeOf(error) === 'EAUTH'
  const cause = new Error(`${codeOf(error)} ${answer}`.trim())
  return final ? refused(where, answer, cause) : away(where, cause)
}

function refused(where: string, answer: string, cause: Error): Trouble {
  return new Trouble({
    code: 'mail_refused',
    says: { zh: `邮件服务器 ${where} 拒收：${answer}`, en: `The mail server ${where} refused: ${answer}` },
    mend: {
      zh: '请核对收件地址；如果每封都被拒收，请管理员检查邮件账号的配置。',
      en: 'Check the address; where every mail is refused, the administrator should check the mail account.',
    },
    at: where,
    cause,
  })
}

function away(where: string, cause: Error): Trouble {
  return new Trouble({
    code: 'mail_away',
    says: {
      zh: `邮件服务器 ${where} 没有接收（${cause.message}）。`,
      en: `The mail server ${where} did not take the mail (${cause.message}).`,
    },
    mend: {
      zh: '系统会稍后再试；如果一直不通，请管理员检查服务器和网络。',
      en: 'It will be tried again; if this lasts, the administrator should check the server and the network.',
    },
    at: where,
    cause,
  })
}
