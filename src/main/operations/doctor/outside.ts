/** What stands outside: mail, virus scanner, file storage. */
import type { Config, SealConfig } from '../../../platform/config/config.ts'
import { mailerOf, openBlobs, scannerOf, sealerOf } from '../../installation/outside.ts'
import { hasBegun } from '../../installation/server.ts'
import { bad, type Finding, looked, ok } from './finding.ts'

export async function* outsideFindings(config: Config, now: Date): AsyncGenerator<Finding> {
  yield await looked('mail', () => mail(config))
  yield await looked('scanner', () => scanner(config))
  const { seal } = config
  if (seal !== null) yield await looked('seal', async () => sealing(config, seal.kind))
  if (hasBegun(config)) yield await looked('storage', () => storage(config, now))
}

async function mail(config: Config): Promise<Finding> {
  if (config.smtpUrl === null) {
    return bad(
      'mail',
      'warning',
      {
        zh: '没有配置邮件，信件只写入数据目录的 mail 文件夹。',
        en: 'No mail is set up: letters become files in the folder mail.',
      },
      { zh: '请设置 GONGKAI_SMTP_URL 和 GONGKAI_MAIL_FROM。', en: 'Set GONGKAI_SMTP_URL and GONGKAI_MAIL_FROM.' },
    )
  }
  await mailerOf(config).check()
  return ok('mail', '邮件服务器可用。', 'The mail server answers.')
}

async function scanner(config: Config): Promise<Finding> {
  const found = scannerOf(config)
  if (found === null) {
    return bad(
      'scanner',
      'warning',
      { zh: '没有配置病毒扫描，上传的文件未经检查。', en: 'No virus scanner is set up: uploads are not scanned.' },
      { zh: '请安装 clamd 并设置 GONGKAI_CLAMD。', en: 'Install clamd and set GONGKAI_CLAMD.' },
    )
  }
  await found.check()
  return ok('scanner', '病毒扫描可用。', 'The virus scanner answers.')
}

function sealing(config: Config, kind: SealConfig['kind']): Finding {
  if (kind === 'demo') {
    return bad(
      'seal',
      'warning',
      { zh: '文书上的印章是演示用的，没有效力。', en: 'The seal on letters is the demo’s and proves nothing.' },
      { zh: '正式使用前请改设 GONGKAI_SEAL。', en: 'Set GONGKAI_SEAL otherwise before letters go out in earnest.' },
    )
  }
  sealerOf(config)
  return ok('seal', '印章的密钥可用。', 'The keys of the seal can be used.')
}

async function storage(config: Config, now: Date): Promise<Finding> {
  await (await openBlobs(config, now.getTime())).check()
  return ok('storage', '文件存储可用。', 'The file storage takes files.')
}
