/** What can go wrong with stored files, in sentences. */
import { codeOf, type Sentence, Trouble } from '../trouble.ts'

/** The content is longer than allowed; nothing of it was kept. */
export function tooLarge(mostBytes: number): Trouble {
  const size = mostBytes >= 2 ** 20 ? `${Math.floor(mostBytes / 2 ** 20)} MB` : `${mostBytes} B`
  return new Trouble({
    code: 'too_large',
    says: { zh: `文件超过允许的 ${size}，没有保存。`, en: `The file is over the ${size} allowed and was not kept.` },
    mend: { zh: '请压缩或拆成几个文件后再上传。', en: 'Make it smaller or split it, and upload it again.' },
  })
}

/** What was read is not what was stored. */
export function blobDamaged(hash: string, where: string): Trouble {
  return new Trouble({
    code: 'blob_damaged',
    says: {
      zh: `保存的文件 ${hash} 已损坏：内容与登记的摘要不符（${where}）。`,
      en: `The stored file ${hash} is damaged: its content does not agree with its hash (${where}).`,
    },
    mend: {
      zh: '请从备份恢复这个文件，或请提交人重新上传同一文件；同时检查磁盘。',
      en: 'Restore this file from a backup or have the same file uploaded again; check the disk.',
    },
    at: where,
  })
}

/** The storage cannot be reached. */
export function storageAway(where: string, cause: unknown): Trouble {
  return new Trouble({
    code: 'storage_away',
    says: { zh: `文件存储 ${where} 没有应答。`, en: `The file storage ${where} does not answer.` },
    mend: { zh: '请检查存储服务和网络后重试。', en: 'Check the storage service and the network, then try again.' },
    at: where,
    cause,
  })
}

/** The storage is there but says no. */
export function storageRefused(where: string, why: Sentence, cause: unknown): Trouble {
  return new Trouble({
    code: 'storage_refused',
    says: { zh: `文件存储 ${where} 拒绝访问：${why.zh}。`, en: `The file storage ${where} refused: ${why.en}.` },
    mend: {
      zh: '请检查存储的地址、名称、密钥和权限的配置。',
      en: 'Check the configured address, names, keys and permissions of the storage.',
    },
    at: where,
    cause,
  })
}

/** What an error of the file system means; the error itself where it is a fault. */
export function diskTrouble(error: unknown, where: string): unknown {
  const code = codeOf(error)
  if (code === 'ENOSPC' || code === 'EDQUOT') return storageFull(where, error)
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') {
    return storageRefused(where, { zh: '没有写入的权限', en: 'it may not be written' }, error)
  }
  return error
}

function storageFull(where: string, cause: unknown): Trouble {
  return new Trouble({
    code: 'storage_full',
    says: { zh: `磁盘已满，文件没有保存（${where}）。`, en: `The disk is full; the file was not kept (${where}).` },
    mend: { zh: '请腾出空间后重试；已保存的文件不受影响。', en: 'Make room and try again; stored files are unharmed.' },
    at: where,
    cause,
  })
}
