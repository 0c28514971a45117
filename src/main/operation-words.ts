/** The words of the commands that look after an installation. */
import type { Said } from '../domain/kernel/lang.ts'

/** What each command is for, as its help says. */
export const aboutOperations = {
  migrate: { zh: '把数据库结构升级到本版本。', en: 'Bring the database to this version of the program.' },
  backup: {
    zh: '在运行中备份全部数据表和文件，写成一个文件；主密钥不在其中，须另行保存。',
    en: 'Back up all tables and files into one file while running; the master key is not in it, keep it apart.',
  },
  restore: {
    zh: '把备份恢复到空的地方；先核对全部摘要，要么完整恢复，要么不作任何改动。',
    en: 'Restore a backup into an empty place, after all its hashes agreed; whole or not at all.',
  },
  verify: {
    zh: '核验各机关的记录链和全部文件，指出第一处断开的地方；或核验一份备份。',
    en: "Prove every agency's chain of events and every file, and name the first broken link; or prove a backup.",
  },
  doctor: {
    zh: '检查数据库、磁盘、字体、时钟、邮件、日历、密钥等，逐项给出办法。',
    en: 'Look at database, disk, fonts, clock, mail, calendar, keys and more, each with its mend.',
  },
  worker: {
    zh: '只运行后台任务，不开网页；可与 serve 或其他 worker 同时运行。',
    en: 'Only do the background jobs, without a web server; beside serve or other workers.',
  },
} satisfies Record<string, Said>

export const operationOptions = {
  backupFile: { zh: '备份文件', en: 'the file of the backup' },
  verifyBackup: { zh: '核验这份备份，不需要数据库', en: 'prove this backup; no database is needed' },
} satisfies Record<string, Said>

const s = (n: number, one: string, more = `${one}s`) => `${n} ${n === 1 ? one : more}`

export const operationResults = {
  migrated: (names: readonly string[]): Said =>
    names.length === 0
      ? { zh: '数据库已是本版本的结构。', en: 'The database is of this version already.' }
      : { zh: `已执行：${names.join('、')}`, en: `Carried out: ${names.join(', ')}` },
  backedUp: (file: string, rows: number, files: number, bytes: number): Said => ({
    zh: `已备份到 ${file}：${rows} 行、${files} 个文件，共 ${megabytes(bytes)} MB，已读回核对。请另行保存主密钥。`,
    en: `Backed up to ${file}: ${s(rows, 'row')}, ${s(files, 'file')}, ${megabytes(bytes)} MB, read back and found whole. Keep the master key apart.`,
  }),
  leftOut: (says: string): Said => ({ zh: `没有备份：${says}`, en: `left out: ${says}` }),
  restored: (made: string, rows: number, files: number): Said => ({
    zh: `已恢复 ${made} 的备份：${rows} 行、${files} 个文件。`,
    en: `Restored the backup of ${made}: ${s(rows, 'row')}, ${s(files, 'file')}.`,
  }),
  keyWanted: (file: string): Said => ({
    zh: `下一步：把原来的主密钥放到 ${file}（权限 600），再运行 gongkai doctor 和 gongkai verify。`,
    en: `Next: put the former master key at ${file} (mode 600), then run gongkai doctor and gongkai verify.`,
  }),
  proven: (agencies: number, events: number, files: number): Said => ({
    zh: `已核验 ${agencies} 个机关的 ${events} 条记录和 ${files} 个文件，全部完好。`,
    en: `${s(events, 'event')} of ${s(agencies, 'agency', 'agencies')} and ${s(files, 'file')} proven; all are whole.`,
  }),
  flawed: (count: number): Said => ({ zh: `有 ${count} 处不符：`, en: `${s(count, 'flaw')}:` }),
  ofAgency: (agencyId: string, says: Said): Said => ({
    zh: `机关 ${agencyId}：${says.zh}`,
    en: `agency ${agencyId}: ${says.en}`,
  }),
  working: { zh: '后台任务已启动（Ctrl+C 结束）', en: 'The worker runs (Ctrl+C ends it)' },
  stopped: { zh: '已正常结束。', en: 'Ended in good order.' },
  step: (step: 'table' | 'file' | 'check', name: string, count: number): Said =>
    ({
      table: { zh: `数据 ${name}`, en: `rows ${name}` },
      file: { zh: `文件 ${count}`, en: `file ${count}` },
      check: { zh: '核对备份……', en: 'proving the backup…' },
    })[step],
} satisfies Record<string, Said | ((...given: never[]) => Said)>

/** How grave a finding of `doctor` is, as a word. */
export const findingWords = {
  ok: { zh: '正常', en: 'ok' },
  warning: { zh: '注意', en: 'warning' },
  error: { zh: '错误', en: 'error' },
} satisfies Record<string, Said>

function megabytes(bytes: number): string {
  return (bytes / 2 ** 20).toFixed(1)
}
