/** Why a backup, a restoring or a proof does not begin, in sentences. */
import { type Sentence, Trouble } from '../../platform/trouble.ts'

export function nothingToBackUp(): Trouble {
  return new Trouble({
    code: 'nothing_to_back_up',
    says: { zh: '数据库是空的，没有可备份的内容。', en: 'The database is empty: there is nothing to back up.' },
    mend: {
      zh: '请核对 --data 或 DATABASE_URL 是否指向要备份的安装。',
      en: 'Check that --data or DATABASE_URL names the installation you mean.',
    },
  })
}

export function nameTaken(path: string): Trouble {
  return new Trouble({
    code: 'backup_name_taken',
    says: { zh: `“${path}”已经存在，没有覆盖。`, en: `"${path}" is there already and was not replaced.` },
    mend: { zh: '请另取文件名，例如加上日期。', en: 'Choose another name, for example with the date.' },
    at: path,
  })
}

export function cannotWriteBackup(path: string, cause: unknown): Trouble {
  const why = cause instanceof Error ? cause.message : String(cause)
  return new Trouble({
    code: 'backup_not_written',
    says: { zh: `不能把备份写到“${path}”：${why}`, en: `The backup cannot be written to "${path}": ${why}` },
    mend: {
      zh: '请检查目录是否存在、能否写入、空间是否够用。',
      en: 'Check that the folder is there, may be written and has room.',
    },
    at: path,
    cause,
  })
}

export function backupMissing(path: string, cause: unknown): Trouble {
  return new Trouble({
    code: 'backup_unreadable',
    says: { zh: `不能读取备份文件“${path}”。`, en: `The backup "${path}" cannot be read.` },
    mend: { zh: '请检查文件名和读取权限。', en: 'Check the name and that it may be read.' },
    at: path,
    cause,
  })
}

/** `what`: what is there already. */
export function placeNotEmpty(what: Sentence): Trouble {
  return new Trouble({
    code: 'place_not_empty',
    says: {
      zh: `只能恢复到空的地方，这里已有${what.zh}，没有改动任何内容。`,
      en: `A backup is restored into an empty place only; here ${what.en}. Nothing was changed.`,
    },
    mend: {
      zh: '请用 --data 指定一个新目录；用 DATABASE_URL 时另建一个空数据库；用对象存储时换一个前缀。',
      en: 'Name a new folder with --data; with DATABASE_URL make an empty database; with S3 choose another prefix.',
    },
  })
}

export function newerBackup(program: string, schema: string): Trouble {
  return new Trouble({
    code: 'backup_newer',
    says: {
      zh: `备份由更新的程序版本（${program}，结构 ${schema}）写出，本版本不认识。`,
      en: `The backup was written by a newer version (${program}, structure ${schema}) which this one does not know.`,
    },
    mend: { zh: '请安装该版本或更新的版本后再恢复。', en: 'Install that version or a later one, then restore.' },
  })
}

/** The archive is whole, but its rows are not what this structure takes. */
export function backupMisfit(table: string, why: Sentence, cause?: unknown): Trouble {
  return new Trouble({
    code: 'backup_misfit',
    says: {
      zh: `备份中“${table}”的内容不能放入数据库：${why.zh}。没有改动任何内容。`,
      en: `What the backup holds of "${table}" does not go into the database: ${why.en}. Nothing was changed.`,
    },
    mend: { zh: '请改用另一份备份，并把这句话告知维护者。', en: 'Use another backup, and report this sentence.' },
    at: table,
    cause,
  })
}
