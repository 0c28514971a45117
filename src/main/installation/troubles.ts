/** What can be wrong with an installation as a whole. */
import { Trouble } from '../../platform/trouble.ts'

export function noInstallation(data: string): Trouble {
  return new Trouble({
    code: 'no_installation',
    says: { zh: `“${data}”里还没有安装。`, en: `There is no installation in "${data}".` },
    mend: {
      zh: '请用 --data 指明数据目录，或先运行 gongkai serve。',
      en: 'Name the data folder with --data, or run gongkai serve first.',
    },
    at: data,
  })
}

/** The database holds sealed data and the key file is not there: a new key would open none of them. */
export function keyMissing(file: string): Trouble {
  return new Trouble({
    code: 'master_key_missing',
    says: {
      zh: `数据库里有加密的个人信息，但没有主密钥文件“${file}”。`,
      en: `The database holds sealed personal data, but the master key file "${file}" is not there.`,
    },
    mend: {
      zh: '请把另行保存的主密钥文件放回这里，或用 GONGKAI_MASTER_KEY_FILE 指明它。',
      en: 'Put the copy you kept of it here, or name it in GONGKAI_MASTER_KEY_FILE.',
    },
    at: file,
  })
}

/** The key is one, but not that of these data. */
export function keyForeign(from: string, wanted: readonly string[]): Trouble {
  const names = wanted.join(', ')
  return new Trouble({
    code: 'master_key_foreign',
    says: {
      zh: `“${from}”里的主密钥打不开数据库中的个人信息，需要名为 ${names} 的密钥。`,
      en: `The master key in "${from}" does not open the personal data in the database; the key named ${names} is needed.`,
    },
    mend: {
      zh: '请放回原来的主密钥；轮换时新旧密钥各占一行，新的在前。',
      en: 'Put the former key back; when rotating keep both, one a line, the new one first.',
    },
    at: from,
  })
}

export function keyDenied(file: string, cause: unknown): Trouble {
  return new Trouble({
    code: 'master_key_denied',
    says: { zh: `不能读写主密钥文件“${file}”。`, en: `The master key file "${file}" cannot be read or written.` },
    mend: {
      zh: '请检查这个文件和它所在目录的权限：只应由运行本程序的用户读写。',
      en: 'Check the permissions of the file and its folder: the user this program runs as, and nobody else.',
    },
    at: file,
    cause,
  })
}
