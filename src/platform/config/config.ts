/** How an installation is set up: read once at the start from the environment and the command line, or refused. */
import { join, resolve } from 'node:path'
import { type MasterKeys, parseMasterKeys } from '../crypto/master-key.ts'
import type { SuiteId } from '../crypto/suites.ts'
import type { ChainAlgorithm } from '../record/chain.ts'
import { Trouble } from '../trouble.ts'
import { readGiven, type Words } from './given.ts'
import { Secret } from './secret.ts'
import type { Given } from './settings.ts'
import { badKey, incomplete, twoKeys } from './troubles.ts'

/** What is null is not there: then the program's own database, files in the data folder, mail written to files. */
export interface Config {
  readonly databaseUrl: Secret<string> | null
  /** Absolute. */
  readonly data: string
  readonly port: number
  readonly host: string
  /** Without a slash at the end; null where people use whatever address they reach it by. */
  readonly publicUrl: string | null
  /** Addresses and ranges of the proxies in front; null where only those of this machine are known. */
  readonly trustedProxies: readonly string[] | null
  /** Keys given outright, or the file they are in, which is made where there is none. */
  readonly masterKey: { readonly keys: Secret<MasterKeys> } | { readonly file: string }
  readonly smtpUrl: Secret<string> | null
  readonly mailFrom: string
  readonly sms: SmsConfig | null
  /** Where fees are paid online; null where they are paid into the account an agency names. */
  readonly payment: PaymentConfig | null
  /** What letters are sealed with; null where they are stamped by hand. */
  readonly seal: SealConfig | null
  readonly clamd: ClamdConfig | null
  readonly s3: S3Config | null
  /** Where staff may sign in beside their passwords. */
  readonly oidc: OidcConfig | null
  readonly logDays: number
  /** What reads the figures from other machines; null where only this one may. */
  readonly metricsToken: Secret<string> | null
  readonly hash: ChainAlgorithm
  readonly cipher: SuiteId
  readonly debug: boolean
}

export interface SmsConfig {
  readonly url: Secret<string>
  readonly template: string
  readonly secret: Secret<string>
  readonly ok: string | null
}

export interface PaymentConfig {
  readonly url: string
  readonly secret: Secret<string>
}

/** demo: a picture that proves nothing. sm2: the pictures in `<data>/seals`, and a signature beside each file. */
export type SealConfig =
  | { readonly kind: 'demo' }
  | {
      readonly kind: 'sm2'
      readonly privateKey: Secret<string>
      readonly publicKey: string
      /** Keys no longer signed with: what they signed still verifies. */
      readonly formerPublicKeys: readonly string[]
    }

export interface ClamdConfig {
  readonly address: string
  readonly mostBytes: number
  readonly unscanned: 'refuse' | 'mark'
}

export interface OidcConfig {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: Secret<string>
}

export interface S3Config {
  readonly endpoint: string | null
  readonly region: string
  readonly bucket: string
  readonly prefix: string
  readonly accessKey: Secret<string>
  readonly secretKey: Secret<string>
  readonly pathStyle: boolean
}

export type ReadConfig =
  | { readonly ok: true; readonly config: Config }
  /** Everything that is wrong, at once: `config_unknown`, `config_value`, `config_missing`, `config_key`. */
  | { readonly ok: false; readonly troubles: readonly Trouble[] }

const usual = {
  data: 'data',
  port: 3000,
  host: '127.0.0.1',
  mailFrom: 'gongkai@localhost',
  clamdMb: 25,
  region: 'us-east-1',
  logDays: 200,
} as const

/** Settings that hold only together: where one is given, so must be the others named. */
const together: readonly { readonly some: readonly (keyof Given)[]; readonly needs: readonly (keyof Given)[] }[] = [
  { some: ['GONGKAI_SMTP_URL'], needs: ['GONGKAI_MAIL_FROM'] },
  {
    some: ['GONGKAI_SMS_URL', 'GONGKAI_SMS_TEMPLATE', 'GONGKAI_SMS_SECRET', 'GONGKAI_SMS_OK'],
    needs: ['GONGKAI_SMS_URL', 'GONGKAI_SMS_TEMPLATE', 'GONGKAI_SMS_SECRET'],
  },
  {
    some: ['GONGKAI_PAYMENT_URL', 'GONGKAI_PAYMENT_SECRET'],
    needs: ['GONGKAI_PAYMENT_URL', 'GONGKAI_PAYMENT_SECRET'],
  },
  {
    some: ['GONGKAI_SEAL_PRIVATE_KEY', 'GONGKAI_SEAL_PUBLIC_KEY', 'GONGKAI_SEAL_FORMER_PUBLIC_KEYS'],
    needs: ['GONGKAI_SEAL', 'GONGKAI_SEAL_PRIVATE_KEY', 'GONGKAI_SEAL_PUBLIC_KEY'],
  },
  { some: ['GONGKAI_CLAMD_MB', 'GONGKAI_CLAMD_UNSCANNED'], needs: ['GONGKAI_CLAMD'] },
  {
    some: [
      'GONGKAI_S3_ENDPOINT',
      'GONGKAI_S3_REGION',
      'GONGKAI_S3_BUCKET',
      'GONGKAI_S3_PREFIX',
      'GONGKAI_S3_ACCESS_KEY',
      'GONGKAI_S3_SECRET_KEY',
      'GONGKAI_S3_PATH_STYLE',
    ],
    needs: ['GONGKAI_S3_BUCKET', 'GONGKAI_S3_ACCESS_KEY', 'GONGKAI_S3_SECRET_KEY'],
  },
  {
    some: ['GONGKAI_OIDC_ISSUER', 'GONGKAI_OIDC_CLIENT_ID', 'GONGKAI_OIDC_CLIENT_SECRET'],
    needs: ['GONGKAI_OIDC_ISSUER', 'GONGKAI_OIDC_CLIENT_ID', 'GONGKAI_OIDC_CLIENT_SECRET'],
  },
]

const sealKeys = ['GONGKAI_SEAL_PRIVATE_KEY', 'GONGKAI_SEAL_PUBLIC_KEY'] as const

/**
 * The configuration from the variables of the environment; `options` are those of the command line under the names of
 * the variables they stand for, and win. Nothing outside is touched.
 */
export function readConfig(env: Words, options: Words = {}): ReadConfig {
  const { given, troubles } = readGiven(env, options)
  const key = masterKeyOf(given)
  if ('trouble' in key) troubles.push(key.trouble)
  const named = new Set([...Object.keys(given), ...troubles.map(({ at }) => at)])
  for (const { some, needs } of together) {
    const first = some.find(name => named.has(name))
    if (first !== undefined)
      troubles.push(...needs.filter(name => !named.has(name)).map(name => incomplete(first, name)))
  }
  if (given.GONGKAI_SEAL === 'sm2' && !sealKeys.some(name => named.has(name)))
    troubles.push(...sealKeys.map(name => incomplete('GONGKAI_SEAL', name)))
  if (troubles.length > 0 || 'trouble' in key) return { ok: false, troubles }
  return {
    ok: true,
    config: {
      ...plainOf(given),
      ...key,
      sms: smsOf(given),
      payment: paymentOf(given),
      seal: sealOf(given),
      clamd: clamdOf(given),
      s3: s3Of(given),
      oidc: oidcOf(given),
    },
  }
}

function dataOf(given: Given): string {
  return resolve(given.GONGKAI_DATA ?? usual.data)
}

function plainOf(given: Given): Omit<Config, 'masterKey' | 'sms' | 'payment' | 'seal' | 'clamd' | 's3' | 'oidc'> {
  return {
    databaseUrl: given.DATABASE_URL ?? null,
    data: dataOf(given),
    port: given.GONGKAI_PORT ?? usual.port,
    host: given.GONGKAI_HOST ?? usual.host,
    publicUrl: given.GONGKAI_PUBLIC_URL ?? null,
    trustedProxies: given.GONGKAI_TRUSTED_PROXIES ?? null,
    smtpUrl: given.GONGKAI_SMTP_URL ?? null,
    mailFrom: given.GONGKAI_MAIL_FROM ?? usual.mailFrom,
    logDays: given.GONGKAI_LOG_DAYS ?? usual.logDays,
    metricsToken: given.GONGKAI_METRICS_TOKEN ?? null,
    hash: given.GONGKAI_HASH ?? 'sha256',
    cipher: given.GONGKAI_CIPHER ?? 'aes-256-gcm',
    debug: given.GONGKAI_DEBUG !== undefined,
  }
}

function masterKeyOf(given: Given): Pick<Config, 'masterKey'> | { readonly trouble: Trouble } {
  const { GONGKAI_MASTER_KEY: text, GONGKAI_MASTER_KEY_FILE: file } = given
  if (text === undefined) return { masterKey: { file: resolve(file ?? join(dataOf(given), 'master.key')) } }
  if (file !== undefined) return { trouble: twoKeys() }
  try {
    return { masterKey: { keys: new Secret(parseMasterKeys(text.reveal(), 'GONGKAI_MASTER_KEY')) } }
  } catch (error) {
    if (error instanceof Trouble && error.code === 'bad_master_key') return { trouble: badKey() }
    throw error
  }
}

function smsOf(given: Given): SmsConfig | null {
  const { GONGKAI_SMS_URL: url, GONGKAI_SMS_TEMPLATE: template, GONGKAI_SMS_SECRET: secret } = given
  if (url === undefined || template === undefined || secret === undefined) return null
  return { url, template, secret, ok: given.GONGKAI_SMS_OK ?? null }
}

function paymentOf({ GONGKAI_PAYMENT_URL: url, GONGKAI_PAYMENT_SECRET: secret }: Given): PaymentConfig | null {
  return url === undefined || secret === undefined ? null : { url, secret }
}

function sealOf({ GONGKAI_SEAL: kind, ...given }: Given): SealConfig | null {
  if (kind === 'demo') return { kind }
  const { GONGKAI_SEAL_PRIVATE_KEY: privateKey, GONGKAI_SEAL_PUBLIC_KEY: publicKey } = given
  if (kind !== 'sm2' || privateKey === undefined || publicKey === undefined) return null
  return { kind, privateKey, publicKey, formerPublicKeys: given.GONGKAI_SEAL_FORMER_PUBLIC_KEYS ?? [] }
}

function oidcOf(given: Given): OidcConfig | null {
  const { GONGKAI_OIDC_ISSUER: issuer, GONGKAI_OIDC_CLIENT_ID: clientId } = given
  const clientSecret = given.GONGKAI_OIDC_CLIENT_SECRET
  if (issuer === undefined || clientId === undefined || clientSecret === undefined) return null
  return { issuer, clientId, clientSecret }
}

function clamdOf(given: Given): ClamdConfig | null {
  if (given.GONGKAI_CLAMD === undefined) return null
  return {
    address: given.GONGKAI_CLAMD,
    mostBytes: (given.GONGKAI_CLAMD_MB ?? usual.clamdMb) * 2 ** 20,
    unscanned: given.GONGKAI_CLAMD_UNSCANNED ?? 'refuse',
  }
}

function s3Of(given: Given): S3Config | null {
  const { GONGKAI_S3_BUCKET: bucket, GONGKAI_S3_ACCESS_KEY: accessKey, GONGKAI_S3_SECRET_KEY: secretKey } = given
  if (bucket === undefined || accessKey === undefined || secretKey === undefined) return null
  return {
    endpoint: given.GONGKAI_S3_ENDPOINT ?? null,
    region: given.GONGKAI_S3_REGION ?? usual.region,
    bucket,
    prefix: given.GONGKAI_S3_PREFIX ?? '',
    accessKey,
    secretKey,
    pathStyle: given.GONGKAI_S3_PATH_STYLE !== 'false',
  }
}
