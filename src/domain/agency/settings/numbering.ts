/** How the numbers people read are formed and counted (D§5.1). */
export const numberingSettings = {
  'numbering.request': {
    label: { zh: '受理号格式', en: 'Form of receipt numbers' },
    help: {
      zh: '{year} 为年份，{number} 为当年顺序号；顺序号每年从 1 起，不重复使用。',
      en: '{year} is the year, {number} the number within it, from 1 and never used twice.',
    },
    kind: 'text',
    usual: '〔{year}〕{number}号',
    most: 60,
    needed: true,
    form: {
      pattern: /^(?=.*\{year\})(?=.*\{number\})(?:[^{}]|\{year\}|\{number\})+$/,
      example: '〔{year}〕{number}号',
    },
  },
  'numbering.letter': {
    label: { zh: '文号格式', en: 'Form of document numbers' },
    help: {
      zh: '{code} 为机关代字，{year} 为年份，{number} 为当年顺序号，{suffix} 为文书类别后缀；不写“第”字，不编虚位。',
      en: '{code} is the agency’s code, {year} the year, {number} the number within it, {suffix} a suffix by kind of letter.',
    },
    kind: 'text',
    usual: '{code}公开〔{year}〕{number}号',
    most: 60,
    needed: true,
    form: {
      pattern: /^(?=.*\{year\})(?=.*\{number\})(?!.*(\{\w+\}).*\1)(?:[^{}]|\{code\}|\{year\}|\{number\}|\{suffix\})+$/,
      example: '{code}公开〔{year}〕{number}号',
    },
  },
  'numbering.eachSeries': {
    label: { zh: '各类文书分别编号', en: 'Each kind of letter counts for itself' },
    help: {
      zh: '答复决定、程序性告知、征求意见、协办转办各编各的顺序号；文号格式中有 {suffix} 才能分别编号，否则合用一个顺序号。年度中途请勿更改。',
      en: 'Answers, notices, consultations and errands each have their own counter; only with {suffix} in the form, else they share one. Do not change it within a year.',
    },
    kind: 'boolean',
    usual: true,
  },
} as const
