/** Why an archive is not taken, in sentences that name the place. */
import { type Sentence, Trouble } from '../trouble.ts'

const another: Sentence = {
  zh: '请改用另一份备份；现有数据没有改动。',
  en: 'Use another backup; the present data were not changed.',
}

function at(entry: string, position: number): string {
  return entry === '' ? `${position}` : `${entry} (${position})`
}

/** The bytes end before the archive does. */
export function archiveTruncated(entry: string, position: number): Trouble {
  const [zh, en] = entry === '' ? ['', ''] : [`在“${entry}”中`, ` within ${entry}`]
  return new Trouble({
    code: 'archive_truncated',
    says: {
      zh: `备份文件不完整：到第 ${position} 字节就没有了，${zh}断开。`,
      en: `The backup is cut short: it ends at byte ${position}${en}.`,
    },
    mend: another,
    at: at(entry, position),
  })
}

/** Something in the archive is not as it was written. */
export function archiveDamaged(entry: string, position: number, what: Sentence): Trouble {
  return new Trouble({
    code: 'archive_damaged',
    says: {
      zh: `备份文件已损坏：“${entry}”${what.zh}（第 ${position} 字节附近）。`,
      en: `The backup is damaged: ${entry} ${what.en} (near byte ${position}).`,
    },
    mend: another,
    at: at(entry, position),
  })
}

/** No archive of this program, or of a later one. */
export function archiveUnknown(): Trouble {
  return new Trouble({
    code: 'archive_unknown',
    says: { zh: '这不是本系统能读取的备份文件。', en: 'This is no backup this program can read.' },
    mend: {
      zh: '请选择由 gongkai backup 写出的文件；较新版本写出的备份请先升级程序。',
      en: 'Choose a file written by gongkai backup; for one of a later version upgrade the program first.',
    },
  })
}
