/** Every setting of an installation: what it must look like, in a pattern for the program and in words for people. */
import { z } from 'zod'
import { suiteIds } from '../crypto/suites.ts'
import { isRange } from '../http/proxies.ts'
import { leastLogDays } from '../log/daily-file.ts'
import { isMailAddress } from '../mail/message.ts'
import { chainAlgorithms } from '../record/chain.ts'
import { readTemplate } from '../sms/http.ts'
import type { Sentence } from '../trouble.ts'
import { Secret } from './secret.ts'

/** One setting. Values come as text; an empty one counts as not given. */
export interface Setting<T = unknown> {
  readonly schema: z.ZodType<T, string>
  /** What it should be, to follow on 应为 / "it should be". */
  readonly wants: Sentence
  /** Its value is never repeated. */
  readonly secret: boolean
}

/** The option of the command line that stands for a variable. */
export const optionOf: Readonly<Record<string, string>> = {
  GONGKAI_DATA: '--data',
  GONGKAI_PORT: '--port',
  GONGKAI_HOST: '--host',
}

const either = (words: readonly string[]): Sentence => ({ zh: words.join(' 或 '), en: words.join(' or ') })

function open<T>(schema: z.ZodType<T, string>, zh: string, en: string): Setting<T> {
  return { schema, wants: { zh, en }, secret: false }
}

function hidden<T>(schema: z.ZodType<T, string>, zh: string, en: string): Setting<Secret<T>> {
  return { schema: schema.transform(value => new Secret(value)), wants: { zh, en }, secret: true }
}

function oneOf<const T extends readonly [string, ...string[]]>(words: T): Setting<T[number]> {
  return { schema: z.enum(words), wants: either(words), secret: false }
}

function whole(least: number, most: number): Setting<number> {
  const schema = z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number)
    .pipe(z.number().min(least).max(most))
  return open(schema, `${least} 到 ${most} 的整数`, `a whole number from ${least} to ${most}`)
}

const printable = z.string().regex(/^[^\p{Cc}]+$/u)

function address(...protocols: readonly string[]): z.ZodType<string, string> {
  return printable.refine(text => URL.canParse(text) && protocols.includes(new URL(text).protocol))
}

/** An address of a site alone: nothing behind the host. */
const site = address('http:', 'https:')
  .transform(text => new URL(text))
  .pipe(z.custom<URL>(url => url instanceof URL && url.href === `${url.origin}/`).transform(url => url.origin))

const sender = printable.refine(text => isMailAddress(/^[^<>"]*<([^<>]+)>$/.exec(text)?.[1] ?? text))

function isTemplate(text: string): boolean {
  try {
    readTemplate(text)
    return true
  } catch {
    return false
  }
}

/** Separated by commas or spaces; `none` believes nobody. */
const ranges = z
  .string()
  .transform(text => (text.trim() === 'none' ? [] : text.split(/[\s,，]+/).filter(word => word !== '')))
  .pipe(z.array(z.string().refine(isRange)))

export const settings = {
  DATABASE_URL: hidden(
    address('postgres:', 'postgresql:'),
    'postgres://用户:密码@主机:5432/库名',
    'postgres://user:password@host:5432/database',
  ),
  GONGKAI_DATA: open(printable, '一个文件夹的路径', 'the path of a folder'),
  GONGKAI_PORT: whole(0, 65_535),
  GONGKAI_HOST: open(z.string().regex(/^[\w.:-]+$/), '监听的地址，如 0.0.0.0', 'an address to listen on, as 0.0.0.0'),
  GONGKAI_PUBLIC_URL: open(
    site,
    '公众访问的网址，只到主机名，如 https://xxgk.example.gov.cn',
    'the public address up to the host, as https://xxgk.example.gov.cn',
  ),
  GONGKAI_TRUSTED_PROXIES: open(
    ranges,
    '反向代理的地址或网段，用逗号分隔，如 10.0.0.5,10.1.0.0/16，或 none',
    'addresses or ranges of the proxies, separated by commas, as 10.0.0.5,10.1.0.0/16, or none',
  ),
  GONGKAI_MASTER_KEY: hidden(z.string(), '32 字节的 base64 或十六进制密钥', 'a key of 32 bytes in base64 or hex'),
  GONGKAI_MASTER_KEY_FILE: open(printable, '密钥文件的路径', 'the path of the key file'),
  GONGKAI_SMTP_URL: hidden(
    address('smtp:', 'smtps:'),
    'smtp://用户:密码@主机:587 或 smtps://…:465',
    'smtp://user:password@host:587 or smtps://…:465',
  ),
  GONGKAI_MAIL_FROM: open(sender, '邮箱地址，或“名称 <地址>”', 'a mail address, or "Name <address>"'),
  GONGKAI_SMS_URL: hidden(address('http:', 'https:'), '短信平台的网址', 'the web address of the SMS provider'),
  GONGKAI_SMS_TEMPLATE: open(
    z.string().refine(isTemplate),
    'JSON，如 {"mobile":"{{to}}","content":"{{text}}"}',
    'JSON, as {"mobile":"{{to}}","content":"{{text}}"}',
  ),
  GONGKAI_SMS_SECRET: hidden(printable, '签名用的密钥', 'the key of the signature'),
  GONGKAI_SMS_OK: open(
    z.string().regex(/^[\w.-]+=.+$/),
    '短信平台接收成功时应答中的字段和值，如 code=0',
    'field and value by which the provider says it took a message, as code=0',
  ),
  GONGKAI_PAYMENT_URL: open(address('http:', 'https:'), '网上缴费页面的网址', 'the web address of the page to pay on'),
  GONGKAI_PAYMENT_SECRET: hidden(
    printable,
    '与缴费平台约定的签名密钥',
    'the key agreed with the provider to sign with',
  ),
  GONGKAI_SEAL: oneOf(['demo', 'sm2']),
  GONGKAI_SEAL_PRIVATE_KEY: hidden(
    z.string().regex(/^[\da-f]{64}$/i),
    '64 位十六进制的 SM2 私钥',
    'an SM2 private key of 64 hexadecimal digits',
  ),
  GONGKAI_SEAL_PUBLIC_KEY: open(
    z.string().regex(/^04[\da-f]{128}$/i),
    '以 04 开头的 130 位十六进制 SM2 公钥',
    'an SM2 public key of 130 hexadecimal digits that begins with 04',
  ),
  GONGKAI_SEAL_FORMER_PUBLIC_KEYS: open(
    z
      .string()
      .regex(/^04[\da-f]{128}(?:,04[\da-f]{128})*$/i)
      .transform(keys => keys.split(',')),
    '以往使用过的 SM2 公钥，每个以 04 开头、130 位十六进制，用英文逗号分隔',
    'SM2 public keys signed with before, each of 130 hexadecimal digits that begin with 04, separated by commas',
  ),
  GONGKAI_CLAMD: open(
    z.string().regex(/^(?:\[[\da-f:.]+\]|[\w.-]+):\d{1,5}$|^\/\S+$/i),
    '主机:端口，或 unix 套接字的路径',
    'host:port, or the path of a unix socket',
  ),
  GONGKAI_CLAMD_MB: whole(1, 4000),
  GONGKAI_CLAMD_UNSCANNED: oneOf(['refuse', 'mark']),
  GONGKAI_S3_ENDPOINT: open(site, '存储服务的网址', 'the web address of the storage'),
  GONGKAI_S3_REGION: open(z.string().regex(/^[\w-]+$/), '区域名，如 cn-north-1', 'the name of a region, as cn-north-1'),
  GONGKAI_S3_BUCKET: open(
    z.string().regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/),
    '存储桶的名称',
    'the name of a bucket',
  ),
  GONGKAI_S3_PREFIX: open(
    z.string().regex(/^[\w-]+(?:\/[\w-]+)*\/$/),
    '以 / 结尾的前缀',
    'a prefix that ends with a slash',
  ),
  GONGKAI_S3_ACCESS_KEY: hidden(printable, '存储的访问密钥编号', 'the id of the access key'),
  GONGKAI_S3_SECRET_KEY: hidden(printable, '存储的访问密钥', 'the secret of the access key'),
  GONGKAI_S3_PATH_STYLE: oneOf(['true', 'false']),
  GONGKAI_OIDC_ISSUER: open(
    address('https:', 'http:'),
    '统一身份认证平台的网址（其下有 /.well-known/openid-configuration）',
    'the address of the identity provider, under which /.well-known/openid-configuration stands',
  ),
  GONGKAI_OIDC_CLIENT_ID: open(printable, '在认证平台登记的应用编号', 'the id of the client at the provider'),
  GONGKAI_OIDC_CLIENT_SECRET: hidden(printable, '在认证平台登记的应用密钥', 'the secret of the client at the provider'),
  GONGKAI_LOG_DAYS: open(
    whole(leastLogDays, 36_500).schema,
    `不少于 ${leastLogDays} 的天数（网络安全法：日志留存不少于六个月）`,
    `${leastLogDays} days or more (Cybersecurity Law: logs are kept for at least six months)`,
  ),
  GONGKAI_METRICS_TOKEN: hidden(
    z.string().regex(/^[\w.~+/=-]{16,200}$/),
    '16 位以上的字母和数字，采集指标时用',
    'sixteen letters and digits or more, to read the figures with',
  ),
  GONGKAI_HASH: oneOf(chainAlgorithms),
  GONGKAI_CIPHER: oneOf(suiteIds),
  GONGKAI_DEBUG: open(z.string(), '1', '1'),
} satisfies Readonly<Record<string, Setting>>

export type SettingName = keyof typeof settings

/** The values given, by the names of their variables. */
export type Given = { readonly [name in SettingName]?: z.output<(typeof settings)[name]['schema']> }

/** Whether a variable is one of this program's. */
export function isSetting(name: string): name is SettingName {
  return Object.hasOwn(settings, name)
}
