/**
 * Every rule a report is checked by: how grave, by which text, and the sentences it speaks.
 * `{name}` in a sentence is filled with the place and the figures found. Design §4; D§3.
 */
import type { Said } from '../../kernel/lang.ts'
import type { RuleId, Severity } from '../report.ts'

export interface Rule {
  readonly severity: Severity
  /** The text that orders what is checked; null where the edition's own balance names it. */
  readonly basis: string | null
  readonly sentences: Readonly<Record<string, Said>>
}

const CONTENTS = '政府信息公开条例第五十条'
const FORM = '年度报告格式'

export const rules = {
  'requests.balance': {
    severity: 'error',
    basis: null,
    sentences: {
      fails: {
        zh: '「{line}」一列：{left_terms}，合计 {left}；{right_terms}，合计 {right}；两边应当相等，相差 {gap}。',
        en: 'Column “{line}”: {left_terms} make {left}; {right_terms} make {right}; they should be equal, off by {gap}.',
      },
      fails_open: {
        zh: '「{line}」一列：{left_terms}，合计 {left}；{right_terms}，合计 {right}；空白处无论填几件，两边都不能相等。',
        en: 'Column “{line}”: {left_terms} make {left}; {right_terms} make {right}; no figure in the blank cells makes them equal.',
      },
    },
  },
  'requests.sum_of_results': {
    severity: 'error',
    basis: null,
    sentences: {
      fails: {
        zh: '「{line}」一列：{left_terms}，而各项办理结果相加为 {right}，相差 {gap}。',
        en: 'Column “{line}”: {left_terms}, but the results add up to {right}, off by {gap}.',
      },
      fails_open: {
        zh: '「{line}」一列：{left_terms}，而已填的办理结果相加为 {right}，空白处无论填几件都不能相等。',
        en: 'Column “{line}”: {left_terms}, but the results given add up to {right}; no figure in the blank cells mends it.',
      },
    },
  },
  'requests.row_total': {
    severity: 'error',
    basis: null,
    sentences: {
      fails: {
        zh: '「{line}」一行：{left_terms}，而各类申请人相加为 {right}，相差 {gap}。',
        en: 'Row “{line}”: {left_terms}, but the applicants add up to {right}, off by {gap}.',
      },
      fails_open: {
        zh: '「{line}」一行：{left_terms}，而已填的各类申请人相加为 {right}，空白处无论填几件都不能相等。',
        en: 'Row “{line}”: {left_terms}, but the applicants given add up to {right}; no figure in the blank cells mends it.',
      },
    },
  },
  'disputes.total': {
    severity: 'error',
    basis: null,
    sentences: {
      fails: {
        zh: '「{line}」：{left_terms}，而各项结果相加为 {right}，相差 {gap}。',
        en: '“{line}”: {left_terms}, but the outcomes add up to {right}, off by {gap}.',
      },
      fails_open: {
        zh: '「{line}」：{left_terms}，而已填的各项结果相加为 {right}，空白处无论填几件都不能相等。',
        en: '“{line}”: {left_terms}, but the outcomes given add up to {right}; no figure in the blank cells mends it.',
      },
    },
  },
  'value.integer': {
    severity: 'error',
    basis: FORM,
    sentences: {
      whole: {
        zh: '「{row}」的「{column}」填的是 {value}，数量应当是整数。',
        en: '“{row}”, “{column}” says {value}; a count must be a whole number.',
      },
    },
  },
  'value.sign': {
    severity: 'error',
    basis: FORM,
    sentences: {
      negative: {
        zh: '「{row}」的「{column}」填的是 {value}，数量和金额不能为负数。',
        en: '“{row}”, “{column}” says {value}; a count or an amount cannot be negative.',
      },
    },
  },
  'value.unreadable': {
    severity: 'warning',
    basis: null,
    sentences: {
      row: {
        zh: '「{row}」一行有 {count} 格读不出数字（{columns}）{raw}，请核对原文。',
        en: 'Row “{row}”: no figure can be read in {count} cell(s) ({columns}){raw}; please compare the source.',
      },
      absent: {
        zh: '「{row}」一行缺 {count} 格（{columns}），原文中没有找到。',
        en: 'Row “{row}” lacks {count} cell(s) ({columns}); the source does not show them.',
      },
      column: {
        zh: '{table}没有「{column}」一列，该列 {count} 格均未找到。',
        en: '{table} has no column “{column}”; none of its {count} cells was found.',
      },
    },
  },
  'row.absent': {
    severity: 'warning',
    basis: FORM,
    sentences: {
      row: { zh: '{table}缺「{row}」一行。', en: '{table} lacks the row “{row}”.' },
    },
  },
  'table.absent': {
    severity: 'warning',
    basis: CONTENTS,
    sentences: {
      table: { zh: '没有找到{table}。', en: '{table} was not found.' },
    },
  },
  'section.absent': {
    severity: 'warning',
    basis: CONTENTS,
    sentences: {
      absent: { zh: '没有找到「{section}」部分。', en: 'The part “{section}” was not found.' },
      empty: { zh: '「{section}」部分没有内容。', en: 'The part “{section}” is empty.' },
    },
  },
  'blank.total': {
    severity: 'warning',
    basis: FORM,
    sentences: {
      one: {
        zh: '「{row}」的「{column}」空白，按已填数字应为 {value}。',
        en: '“{row}”, “{column}” is blank; by the figures given it should be {value}.',
      },
      column: {
        zh: '{table}「{column}」一列整列空白，而各行填有数字；应按各行相加填写。',
        en: '{table}: the whole column “{column}” is blank although its rows hold figures; it should be their sum.',
      },
    },
  },
  'blank.cell': {
    severity: 'warning',
    basis: FORM,
    sentences: {
      one: {
        zh: '「{row}」的「{column}」空白，要使关系成立此处应为 {value}。',
        en: '“{row}”, “{column}” is blank; for the form to balance it should be {value}.',
      },
      shared: {
        zh: '「{line}」：还差 {gap}，应当在空白的 {count} 格之中（{names}）。',
        en: '“{line}”: {gap} is missing, to be found among {count} blank cells ({names}).',
      },
      row: {
        zh: '「{row}」一行有 {count} 格空白（{columns}）；如果是没有，请填 0。',
        en: 'Row “{row}” has {count} blank cell(s) ({columns}); if there is nothing, write 0.',
      },
      whole_row: {
        zh: '「{row}」整行空白；如果是没有，请填 0。',
        en: 'Row “{row}” is wholly blank; if there is nothing, write 0.',
      },
      table: {
        zh: '{table}全部空白；如果是没有，请填 0。',
        en: '{table} is wholly blank; if there is nothing, write 0.',
      },
      habit: {
        zh: '全表有 {count} 格空白，按 0 理解时各项勾稽关系不受影响；建议填 0，以免与漏填混淆。',
        en: '{count} cells are blank; read as 0 they upset no balance. Better write 0, so that nothing looks forgotten.',
      },
    },
  },
  'unit.assumed': {
    severity: 'warning',
    basis: FORM,
    sentences: {
      yuan: {
        zh: '「{row}」的「{column}」{value} 没有写单位，按元理解；请注明元或万元。',
        en: '“{row}”, “{column}” {value} has no unit; yuan was assumed. Please state 元 or 万元.',
      },
    },
  },
  'unit.implausible': {
    severity: 'warning',
    basis: FORM,
    sentences: {
      small: {
        zh: '「{row}」的「{column}」按{unit}只有 {value} 元，小得不合常理；是否应为万元？',
        en: '“{row}”, “{column}” would be only {value} yuan; should it be in 万元?',
      },
      large: {
        zh: '「{row}」的「{column}」按{unit}达 {value} 元，大得不合常理；是否把元写成了万元？',
        en: '“{row}”, “{column}” would be {value} yuan, beyond belief; was yuan written as 万元?',
      },
    },
  },
  'edition.year': {
    severity: 'warning',
    basis: null,
    sentences: {
      other: {
        zh: '{year} 年度报告应当使用{right_document}规定的格式，本报告用的是{document}的格式。',
        en: 'The {year} report should use the form of {right_document}; this one uses that of {document}.',
      },
    },
  },
  'prose.number': {
    severity: 'warning',
    basis: '政府信息公开条例第五十条；文字与表格应当一致',
    sentences: {
      differs: {
        zh: '文字说“{quote}”（{figure} {claimed}），表格中为 {found}，请核对。',
        en: 'The text says “{quote}” ({figure} {claimed}); the table says {found}. Please check.',
      },
    },
  },
  'year.carry': {
    severity: 'error',
    basis: '年度报告格式 表三：上年结转应等于上年报告结转到下年的数量',
    sentences: {
      differs: {
        zh: '「{column}」一列：上年报告结转 {right} 件，本年报告的上年结转却是 {left} 件。',
        en: 'Column “{column}”: last year carried over {right}, but this report carried in {left}.',
      },
    },
  },
  'year.items': {
    severity: 'warning',
    basis: '年度报告格式 表二：所列上年项目数应等于上年报告的项目数加增减',
    sentences: {
      differs: {
        zh: '「{row}」的「{column}」为 {left}，按上年报告推算应为 {right}。',
        en: '“{row}”, “{column}” says {left}; by last year’s report it should be {right}.',
      },
    },
  },
  'year.in_force': {
    severity: 'warning',
    basis: '年度报告格式 表二：现行有效应等于上年现行有效加本年制发减本年废止',
    sentences: {
      differs: {
        zh: '「{row}」的「{column}」为 {left}，按上年现行有效数加本年制发、减本年废止应为 {right}。',
        en: '“{row}”, “{column}” says {left}; last year’s, plus issued, minus repealed makes {right}.',
      },
    },
  },
  'year.copied': {
    severity: 'warning',
    basis: '国办公开办函〔2021〕30号第四部分；政府信息公开条例第四十七条',
    sentences: {
      same: {
        zh: '「{section}」与上年报告的文字有 {percent}% 相同，请写本年的情况。',
        en: '“{section}” is {percent}% the same as last year’s; please write about this year.',
      },
    },
  },
} as const satisfies Record<RuleId, Rule>
