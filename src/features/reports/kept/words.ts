/** What is said of reports kept. */
import type { Said } from '../../../domain/kernel/lang.ts'
import type { Refusal } from '../../../domain/kernel/result.ts'

export const reportWord: Said = { zh: '年度报告', en: 'report' }

export const noReporter: Refusal = {
  code: 'no_reporter',
  says: {
    zh: '读不出这份报告是哪个机关、哪一年的，不能保存。请在报告标题里写明机关名称和年份后重新提交。',
    en: 'Whose report it is, or of which year, cannot be read. Put name and year into its title and hand it in again.',
  },
  at: 'file',
}

export const isPublished = (reporter: string, year: number): Refusal => ({
  code: 'taken',
  says: {
    zh: `${reporter} ${year} 年的报告已发布。要更换请先撤下，再重新提交。`,
    en: `The report of ${reporter} for ${year} is published. To replace it, take it down first.`,
  },
  at: 'body.file',
})

export const stillPublished: Refusal = {
  code: 'is_published',
  says: {
    zh: '这份报告正在门户公开，不能删除；请先撤下。',
    en: 'This report is published and cannot be removed; take it down first.',
  },
}

export const isInfected = (signature: string): Refusal => ({
  code: 'infected',
  says: {
    zh: `病毒扫描发现“${signature}”，文件没有保存。请清除病毒后重新上传，并告知系统管理员。`,
    en: `The virus scanner found “${signature}”; the file was not kept. Clean it and upload it again, and tell the system administrator.`,
  },
  at: 'body.file',
})
