/** Words of importing lists. */
import type { Said } from '../../domain/kernel/lang.ts'

export const importWords = {
  lead: {
    zh: '先试运行，逐行看结果；没有问题再真正导入。试运行不改动任何数据。',
    en: 'Try it first and look at the rows; then import. Trying changes nothing.',
  },
  file: { zh: '选择表格文件（xlsx）', en: 'Choose a spreadsheet (xlsx)' },
  try: { zh: '试运行', en: 'Try' },
  tried: { zh: '试运行结果（未改动数据）', en: 'What it would do (nothing changed)' },
  done: { zh: '导入结果', en: 'Result' },
  imported: { zh: '导入完成', en: 'Imported' },
  ignored: (columns: string): Said => ({ zh: `未使用的列：${columns}`, en: `Columns passed over: ${columns}` }),
  row: { zh: '行', en: 'Row' },
  outcome: { zh: '结果', en: 'Result' },
  messages: { zh: '说明', en: 'Notes' },
  outcomes: {
    created: { zh: '新建', en: 'Created' },
    changed: { zh: '修改', en: 'Changed' },
    unchanged: { zh: '不变', en: 'Unchanged' },
    refused: { zh: '不能导入', en: 'Refused' },
  },
  tooBig: { zh: '文件超过 6 MB，请分成几个表格导入。', en: 'More than 6 MB: split it into several.' },
  nothing: {
    zh: '没有可导入的行，请改好表格后重新选择。',
    en: 'No row to import: mend the sheet and choose it again.',
  },
} satisfies Record<string, Said | Record<string, Said> | ((...a: never[]) => Said)>
