/** The adapters to the world outside, as the configuration names them. */
import { join } from 'node:path'
import { type ContactWay, contactWays } from '../../features/requests/account.ts'
import type { Config } from '../../platform/config/config.ts'
import { folderMailer } from '../../platform/mail/folder.ts'
import type { Mailer } from '../../platform/mail/message.ts'
import { smtpMailer } from '../../platform/mail/smtp.ts'
import type { PaymentProvider } from '../../platform/payment/provider.ts'
import { signedPayments } from '../../platform/payment/signed.ts'
import { demoSealer } from '../../platform/seal/demo.ts'
import { sealsIn } from '../../platform/seal/folder.ts'
import type { Sealer } from '../../platform/seal/sealer.ts'
import { sm2Sealer } from '../../platform/seal/sm2.ts'
import { folderSms } from '../../platform/sms/folder.ts'
import { httpSms } from '../../platform/sms/http.ts'
import type { SmsSender } from '../../platform/sms/sender.ts'
import type { BlobStore } from '../../platform/storage/blob-store.ts'
import { clamdScanner, type Scanner } from '../../platform/storage/clamd.ts'
import { diskStore } from '../../platform/storage/disk.ts'
import { s3Store } from '../../platform/storage/s3.ts'

const mailMs = 20_000
const smsMs = 10_000
const scanMs = 60_000

/** Stored files: in `<data>/files`, or in the bucket. */
export function openBlobs({ data, s3 }: Config, now: number): Promise<BlobStore> {
  if (s3 === null) return diskStore(join(data, 'files'), now)
  const { endpoint, accessKey, secretKey, ...rest } = s3
  return s3Store(
    {
      ...rest,
      ...(endpoint === null ? {} : { endpoint }),
      accessKey: accessKey.reveal(),
      secretKey: secretKey.reveal(),
      spoolFolder: join(data, 'spool'),
    },
    now,
  )
}

/** Mail through the server, or as files in `<data>/mail`. */
export function mailerOf({ smtpUrl, mailFrom, data }: Config): Mailer {
  if (smtpUrl === null) return folderMailer(join(data, 'mail'), mailFrom)
  return smtpMailer({ url: smtpUrl.reveal(), from: mailFrom, timeoutMs: mailMs })
}

/** Short messages through the provider, or as files in `<data>/sms`. */
export function smsOf({ sms, data }: Config): SmsSender {
  if (sms === null) return folderSms(join(data, 'sms'))
  const { url, template, secret, ok } = sms
  return httpSms({ url: url.reveal(), template, secret: secret.reveal(), ok, timeoutMs: smsMs })
}

/** The ways by which a message reaches somebody, and is not only written down. */
export function waysOf({ smtpUrl, sms }: Config): readonly ContactWay[] {
  return contactWays.filter(way => (way === 'mail' ? smtpUrl : sms) !== null)
}

/** Where fees are paid online; null where they are paid into an account. */
export function paymentsOf({ payment }: Config, now: () => Date): PaymentProvider | null {
  return payment === null ? null : signedPayments({ url: payment.url, secret: payment.secret.reveal(), now })
}

/** What letters are sealed with; null where they are stamped by hand. Throws a Trouble where its keys are no pair. */
export function sealerOf({ seal, data }: Pick<Config, 'seal' | 'data'>): Sealer | null {
  if (seal === null) return null
  if (seal.kind === 'demo') return demoSealer
  const keys = { privateKey: seal.privateKey.reveal(), publicKey: seal.publicKey }
  return sm2Sealer({ keys, formerKeys: seal.formerPublicKeys, sealImage: sealsIn(join(data, 'seals')) })
}

/** The virus scanner; null where none is configured. */
export function scannerOf({ clamd }: Config): Scanner | null {
  return clamd === null ? null : clamdScanner({ ...clamd, timeoutMs: scanMs })
}
