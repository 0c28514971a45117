import { resolve } from 'node:path'
import { inspect } from 'node:util'
import { describe, expect, test } from 'vitest'
import { readConfig } from './config.ts'
import { isSetting, settings } from './settings.ts'

const key = 'QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVphYmNkZWY'
const s3 = { GONGKAI_S3_BUCKET: 'files', GONGKAI_S3_ACCESS_KEY: 'id-secret-1', GONGKAI_S3_SECRET_KEY: 'secret-2' }
const sms = {
  GONGKAI_SMS_URL: 'https://sms.example.org/send?token=secret-3',
  GONGKAI_SMS_TEMPLATE: '{"m":"{{to}}","c":"{{text}}"}',
  GONGKAI_SMS_SECRET: 'secret-4',
}
const everything = {
  ...s3,
  ...sms,
  DATABASE_URL: 'postgres://gongkai:secret-5@db:5432/gongkai',
  GONGKAI_DATA: '/srv/公开 数据',
  GONGKAI_PORT: '8080',
  GONGKAI_HOST: '::',
  GONGKAI_PUBLIC_URL: 'https://xxgk.example.gov.cn/',
  GONGKAI_TRUSTED_PROXIES: '10.0.0.5, fd00::/8',
  GONGKAI_MASTER_KEY: key,
  GONGKAI_SMTP_URL: 'smtps://gongkai:secret-6@mail.example.gov.cn:465',
  GONGKAI_MAIL_FROM: '示例县政府办公室 <gongkai@example.gov.cn>',
  GONGKAI_SMS_OK: 'code=0',
  GONGKAI_PAYMENT_URL: 'https://pay.example.gov.cn/begin',
  GONGKAI_PAYMENT_SECRET: 'secret-9',
  GONGKAI_SEAL: 'sm2',
  GONGKAI_SEAL_PRIVATE_KEY: '3945208f7b2144b13f36e38ac6d39f95889393692860b51a42fb81ef4df7c5b8',
  GONGKAI_SEAL_PUBLIC_KEY: `04${'09'.repeat(64)}`,
  GONGKAI_SEAL_FORMER_PUBLIC_KEYS: `04${'0a'.repeat(64)},04${'0b'.repeat(64)}`,
  GONGKAI_CLAMD: '/run/clamav/clamd.ctl',
  GONGKAI_CLAMD_MB: '100',
  GONGKAI_CLAMD_UNSCANNED: 'mark',
  GONGKAI_S3_ENDPOINT: 'http://minio:9000',
  GONGKAI_S3_REGION: 'cn-north-1',
  GONGKAI_S3_PREFIX: 'gongkai/',
  GONGKAI_S3_PATH_STYLE: 'false',
  GONGKAI_OIDC_ISSUER: 'https://sso.example.gov.cn/realms/staff',
  GONGKAI_OIDC_CLIENT_ID: 'gongkai',
  GONGKAI_OIDC_CLIENT_SECRET: 'secret-8',
  GONGKAI_LOG_DAYS: '183',
  GONGKAI_METRICS_TOKEN: 'secret-7-0123456789',
  GONGKAI_HASH: 'sm3',
  GONGKAI_CIPHER: 'sm4-cbc+sm3-hmac',
  GONGKAI_DEBUG: '1',
}

function config(env: Record<string, string>, options = {}) {
  const read = readConfig(env, options)
  if (!read.ok) throw new Error(read.troubles.map(({ message }) => message).join('\n'))
  return read.config
}

function troubles(env: Record<string, string>, options = {}) {
  const read = readConfig(env, options)
  return read.ok ? [] : read.troubles.map(({ code, at, says, mend }) => ({ code, at, says, mend }))
}

describe('a configuration', () => {
  test('given nothing, then everything is as usual and under the data folder', () => {
    expect(config({ PATH: '/bin', HOME: '/root' })).toEqual({
      databaseUrl: null,
      data: resolve('data'),
      port: 3000,
      host: '127.0.0.1',
      publicUrl: null,
      trustedProxies: null,
      masterKey: { file: resolve('data/master.key') },
      smtpUrl: null,
      mailFrom: 'gongkai@localhost',
      sms: null,
      payment: null,
      seal: null,
      clamd: null,
      s3: null,
      oidc: null,
      logDays: 200,
      metricsToken: null,
      hash: 'sha256',
      cipher: 'aes-256-gcm',
      debug: false,
    })
  })

  test('given every setting, then each arrives', () => {
    const found = config(everything)
    expect(found).toMatchObject({
      data: '/srv/公开 数据',
      port: 8080,
      host: '::',
      publicUrl: 'https://xxgk.example.gov.cn',
      trustedProxies: ['10.0.0.5', 'fd00::/8'],
      mailFrom: '示例县政府办公室 <gongkai@example.gov.cn>',
      sms: { template: sms.GONGKAI_SMS_TEMPLATE, ok: 'code=0' },
      payment: { url: everything.GONGKAI_PAYMENT_URL },
      seal: {
        kind: 'sm2',
        publicKey: everything.GONGKAI_SEAL_PUBLIC_KEY,
        formerPublicKeys: [`04${'0a'.repeat(64)}`, `04${'0b'.repeat(64)}`],
      },
      clamd: { address: '/run/clamav/clamd.ctl', mostBytes: 100 * 2 ** 20, unscanned: 'mark' },
      s3: {
        endpoint: 'http://minio:9000',
        region: 'cn-north-1',
        bucket: 'files',
        prefix: 'gongkai/',
        pathStyle: false,
      },
      logDays: 183,
      hash: 'sm3',
      cipher: 'sm4-cbc+sm3-hmac',
      debug: true,
    })
    expect(found.databaseUrl?.reveal()).toBe(everything.DATABASE_URL)
    expect(found.smtpUrl?.reveal()).toBe(everything.GONGKAI_SMTP_URL)
    expect(found.sms?.url.reveal()).toBe(sms.GONGKAI_SMS_URL)
    expect('keys' in found.masterKey && found.masterKey.keys.reveal().secrets.size).toBe(1)
    expect(Object.keys(settings).filter(name => !(name in everything))).toEqual(['GONGKAI_MASTER_KEY_FILE'])
  })

  test('given it is printed in any way, then no secret is in it', () => {
    const found = config(everything)
    for (const printed of [JSON.stringify(found), inspect(found, { depth: 9 }), `${found.databaseUrl}`]) {
      expect(printed).toContain('***')
      expect(printed).not.toMatch(/secret-\d|QUJD|3945208f/)
    }
  })

  test('given an option of the command line, then it wins, and is what a refusal names', () => {
    expect(config({ GONGKAI_PORT: '8080' }, { GONGKAI_PORT: '9090' }).port).toBe(9090)
    expect(troubles({ GONGKAI_PORT: '8080' }, { GONGKAI_PORT: 'http' })).toEqual([
      expect.objectContaining({
        code: 'config_value',
        says: { zh: '--port 的值“http”不对。', en: 'The value "http" of --port is not right.' },
        mend: expect.objectContaining({ zh: '应为 0 到 65535 的整数。' }),
      }),
    ])
  })

  test('given empty variables, as compose files pass them, then they are not given', () => {
    const empty = Object.fromEntries(Object.keys(settings).map(name => [name, '']))
    expect(config(empty)).toEqual(config({}))
  })

  test('given an empty option, as an unset variable of a script leaves it, then no other folder is taken for it', () => {
    const read = readConfig({}, { GONGKAI_DATA: '' })
    expect(read).toMatchObject({ ok: false, troubles: [{ code: 'config_value', at: 'GONGKAI_DATA' }] })
  })
})

describe('what is refused', () => {
  test.each([
    ['DATABASE_URL', ['mysql://x/y', 'gongkai', 'postgres//x']],
    ['GONGKAI_PORT', ['-1', '65536', '80.5', '0x50', ' 80', 'abc']],
    ['GONGKAI_HOST', ['a b', 'http://x']],
    ['GONGKAI_PUBLIC_URL', ['xxgk.example.gov.cn', 'ftp://x', 'https://x/y', 'https://x?y', 'https://u:p@x']],
    ['GONGKAI_SMTP_URL', ['mail.example.org', 'http://x']],
    ['GONGKAI_MAIL_FROM', ['office', 'A <a>', 'A <a@b.cn>\nBcc: c@d.cn', 'a@b.cn, c@d.cn']],
    ['GONGKAI_CLAMD', ['clamd', 'host:port', 'relative/path', 'host:']],
    ['GONGKAI_CLAMD_UNSCANNED', ['accept']],
    ['GONGKAI_S3_PATH_STYLE', ['yes']],
    ['GONGKAI_S3_BUCKET', ['A', 'a/b', '..']],
    ['GONGKAI_S3_PREFIX', ['/a/', 'a', '../']],
    ['GONGKAI_SMS_TEMPLATE', ['{}', 'no json']],
    ['GONGKAI_LOG_DAYS', ['182', '0', 'forever', '-183']],
    ['GONGKAI_SEAL', ['image', 'SM2']],
    ['GONGKAI_SEAL_PRIVATE_KEY', ['3945', 'x'.repeat(64)]],
    ['GONGKAI_SEAL_PUBLIC_KEY', ['04', '03']],
    ['GONGKAI_SEAL_FORMER_PUBLIC_KEYS', ['04', '04,04']],
    ['GONGKAI_HASH', ['md5', 'SHA256']],
    ['GONGKAI_CIPHER', ['none', 'toString']],
  ])('given a bad value of %s, then the variable, the value unless secret, and what it should be', (name, values) => {
    for (const value of values) {
      const found = troubles({ [name]: value }).find(({ code }) => code === 'config_value')
      expect(found, value).toMatchObject({ at: name, says: { zh: expect.stringContaining(name) } })
      const secret = isSetting(name) && settings[name].secret
      expect(found?.says.zh.includes(`“${value.replace('\n', ' ')}”`), value).toBe(!secret)
      expect(found?.mend).toMatchObject({
        zh: expect.stringMatching(/^应为.+。$/),
        en: expect.stringMatching(/^It should/),
      })
    }
  })

  test('given too few days of logs, then the law is named', () => {
    expect(troubles({ GONGKAI_LOG_DAYS: '30' })[0]?.mend.zh).toContain('网络安全法')
  })

  test('given a mistyped name, then the right one is offered; given a strange one, then nothing is guessed', () => {
    expect(troubles({ GONGKAI_PROT: '80', GONGKAI_SMTPURL: 'x' }).map(({ mend }) => mend.zh)).toEqual([
      '是不是 GONGKAI_PORT？',
      '是不是 GONGKAI_SMTP_URL？',
    ])
    expect(troubles({ GONGKAI_TELEPHONE_EXCHANGE: '1' })).toEqual([
      expect.objectContaining({
        code: 'config_unknown',
        at: 'GONGKAI_TELEPHONE_EXCHANGE',
        mend: { zh: '请删去这个变量，或核对它的名称。', en: 'Remove the variable, or check its name.' },
      }),
    ])
  })

  test('given half of what belongs together, then what is missing is named', () => {
    const missing = (env: Record<string, string>) => troubles(env).map(({ at }) => at)
    expect(missing({ GONGKAI_SMTP_URL: 'smtp://x' })).toEqual(['GONGKAI_MAIL_FROM'])
    expect(missing({ GONGKAI_SMS_URL: 'https://x' })).toEqual(['GONGKAI_SMS_TEMPLATE', 'GONGKAI_SMS_SECRET'])
    expect(missing({ GONGKAI_CLAMD_MB: '10' })).toEqual(['GONGKAI_CLAMD'])
    expect(missing({ GONGKAI_S3_REGION: 'x' })).toEqual(Object.keys(s3))
    expect(missing({ GONGKAI_MAIL_FROM: 'a@b.cn' })).toEqual([])
    const keys = ['GONGKAI_SEAL_PRIVATE_KEY', 'GONGKAI_SEAL_PUBLIC_KEY']
    expect(missing({ GONGKAI_SEAL: 'sm2' })).toEqual(keys)
    expect(missing({ GONGKAI_SEAL_PUBLIC_KEY: everything.GONGKAI_SEAL_PUBLIC_KEY })).toEqual(['GONGKAI_SEAL', keys[0]])
    expect(missing({ GONGKAI_SEAL: 'demo' })).toEqual([])
  })

  test('given two master keys, or one that is none, then it is refused without showing it', () => {
    const two = troubles({ GONGKAI_MASTER_KEY: key, GONGKAI_MASTER_KEY_FILE: '/x' })
    const bad = troubles({ GONGKAI_MASTER_KEY: 'my-short-secret' })
    expect([two, bad].map(found => found.map(({ code }) => code))).toEqual([['config_key'], ['config_key']])
    expect(JSON.stringify([two, bad])).not.toMatch(/QUJD|my-short-secret/)
  })

  test('given many things wrong, then all are told at once', () => {
    const wrong = { GONGKAI_PORT: 'x', GONGKAI_LOG_DAYS: '1', GONGKAI_WHAT: '1', GONGKAI_S3_BUCKET: 'files' }
    expect(troubles(wrong).map(({ at }) => at)).toEqual([
      'GONGKAI_WHAT',
      'GONGKAI_PORT',
      'GONGKAI_LOG_DAYS',
      'GONGKAI_S3_ACCESS_KEY',
      'GONGKAI_S3_SECRET_KEY',
    ])
  })
})
