/** The words of the command line, in both languages. */

import type { ClockState } from '../domain/clock/index.ts'
import type { Said } from '../domain/kernel/lang.ts'
import type { Severity } from '../domain/report/report.ts'

const s = (n: number, one: string, more = `${one}s`) => `${n} ${n === 1 ? one : more}`

/** What each command is for, as its help says. */
export const about = {
  program: {
    zh: '政府信息公开工作年度报告的读取、核查、改写、比较、汇总，以及答复期限和信息处理费的计算。',
    en: 'Reads, checks, writes, compares and adds annual reports on government information disclosure; counts deadlines and fees.',
  },
  check: {
    zh: '读取并核查年度报告：文件、文件夹、压缩包，或用 - 表示标准输入。按内容识别格式。',
    en: 'Read and check annual reports: files, folders, zips, or - for standard input. Formats are told by content.',
  },
  render: {
    zh: '把一份年度报告写成规范格式的文件（docx、pdf、html、xlsx、txt、json）。',
    en: 'Write an annual report as an official document (docx, pdf, html, xlsx, txt, json).',
  },
  compare: {
    zh: '逐项比较两份或多份年度报告：不同年份、不同机关、不同格式版本。',
    en: 'Compare two or more annual reports line by line, across years, agencies and editions.',
  },
  aggregate: {
    zh: '把多个机关的年度报告汇总成一份并重新核查；缺报的机关使合计成为区间。',
    en: 'Add the reports of many agencies into one and check it; a missing member makes an interval.',
  },
  clock: {
    zh: '计算依申请公开的答复期限：每行一件申请的经过（JSON），逐行给出状态和到期日。',
    en: 'Count the time to answer a request: one history (JSON) a line in, state and due date a line out.',
  },
  fee: { zh: '计算信息处理费（按件或按页）。', en: 'Count the information handling fee, by items or by pages.' },
  workdays: { zh: '某日之后（或之前）第 N 个工作日。', en: 'The N-th working day after (or before) a date.' },
  serve: { zh: '启动网页应用。', en: 'Start the web application.' },
} satisfies Record<string, Said>

/** What each argument and option means. */
export const options = {
  paths: { zh: '文件、文件夹、压缩包，或 -', en: 'files, folders, zips, or -' },
  report: {
    zh: '年度报告（check 给出的 json，或任何可读取的报告文件）',
    en: 'a report (json as given by check, or any file that can be read)',
  },
  history: { zh: '每行一个 JSON 对象的文件，或 -', en: 'a file with one JSON object a line, or -' },
  date: { zh: '日期，如 2026-04-13', en: 'a date, as 2026-04-13' },
  dayCount: { zh: '工作日个数；负数往前数', en: 'number of working days; negative counts back' },
  lang: { zh: '语言：zh 或 en', en: 'language: zh or en' },
  format: { zh: '输出：text 供人阅读，json 每行一个对象', en: 'output: text for people, json one object a line' },
  help: { zh: '显示帮助', en: 'show help' },
  version: { zh: '显示版本', en: 'show the version' },
  previous: {
    zh: '上一年度的报告（文件、文件夹、压缩包，可多次给出），按机关和年份配对，核对年度衔接',
    en: 'reports of the year before (files, folders, zips; may be repeated), paired by agency and year to check the chain',
  },
  jobs: { zh: '同时读取的文件数', en: 'files read at the same time' },
  output: { zh: '写到这个文件，按扩展名定格式', en: 'write to this file; its extension gives the format' },
  agency: { zh: '汇总报告的机关名称', en: 'the agency the sum is for' },
  missing: { zh: '没有报告的机关（可多次给出）', en: 'a member without a report (may be repeated)' },
  days: { zh: '逐日说明为什么计或不计', en: 'explain day by day what counts and why' },
  today: { zh: '经过里没有 today 时以哪天为今天', en: 'the day to look from where a history names no today' },
  items: { zh: '同一申请人一个自然月内的申请件数', en: 'applications of one applicant in a calendar month' },
  pages: { zh: '一件申请所提供的页数', en: 'pages given for one application' },
  port: { zh: '端口（默认 3000，0 由系统选择）', en: 'port (default 3000; 0 lets the system choose)' },
  host: { zh: '监听的地址（默认 127.0.0.1）', en: 'address to listen on (default 127.0.0.1)' },
  data: { zh: '数据目录（默认 ./data）', en: 'folder of the data (default ./data)' },
  demo: { zh: '空的安装先填入一个虚构的示例县', en: 'fill an empty installation with a made-up county' },
  maxFileMb: { zh: '单个文件的上限（MB）', en: 'most megabytes of a file' },
  maxUnpackedMb: { zh: '解开后总大小的上限（MB）', en: 'most megabytes unpacked' },
  maxEntries: { zh: '压缩包内文件数的上限', en: 'most files in an archive' },
  maxRatio: { zh: '压缩比的上限', en: 'highest ratio of compression' },
  maxPages: { zh: '页数的上限', en: 'most pages' },
  maxSeconds: { zh: '单个文件用时的上限（秒）', en: 'most seconds for a file' },
  maxMemoryMb: { zh: '单个文件占用内存的上限（MB）', en: 'most megabytes of memory for a file' },
} satisfies Record<string, Said>

/** Headings of the help. */
export const helpHeads: Readonly<Record<string, Said>> = {
  'Usage:': { zh: '用法：', en: 'Usage:' },
  'Arguments:': { zh: '参数：', en: 'Arguments:' },
  'Options:': { zh: '选项：', en: 'Options:' },
  'Commands:': { zh: '命令：', en: 'Commands:' },
}

export const helpWords = {
  options: { zh: '[选项]', en: '[options]' },
  command: { zh: '[命令]', en: '[command]' },
  usual: (value: string): Said => ({ zh: `（默认 ${value}）`, en: ` (default ${value})` }),
} satisfies Record<string, Said | ((value: string) => Said)>

export const helpEnds = {
  exit: {
    zh: '退出码：0 完成且没有错误；1 完成但报告有错误；2 用法不对或有文件不能读取（其余文件照常核查，优先于 1）；3 程序故障。',
    en: 'Exit: 0 done and nothing wrong; 1 done, errors found in a report; 2 wrong usage, or a file could not be read (the others are still done; outweighs 1); 3 fault.',
  },
  limits: { zh: '单位 MB 指 1024×1024 字节。', en: 'MB means 1024×1024 bytes.' },
} satisfies Record<string, Said>

/** What was typed wrongly, by the parser's own code; `what` is the word concerned. */
export const usage = {
  'commander.unknownOption': what => ({ zh: `没有 ${what} 这个选项`, en: `there is no option ${what}` }),
  'commander.unknownCommand': what => ({ zh: `没有 ${what} 这个命令`, en: `there is no command ${what}` }),
  'commander.missingArgument': what => ({ zh: `缺少参数 ${what}`, en: `the argument ${what} is missing` }),
  'commander.optionMissingArgument': what => ({ zh: `选项 ${what} 后面缺少值`, en: `option ${what} needs a value` }),
  'commander.missingMandatoryOptionValue': what => ({ zh: `缺少选项 ${what}`, en: `option ${what} is required` }),
  'commander.excessArguments': () => ({ zh: '参数太多', en: 'too many arguments' }),
} satisfies Record<string, (what: string) => Said>

export const trouble = {
  usageHint: (command: string): Said => ({
    zh: `用 ${command} --help 查看用法。`,
    en: `See ${command} --help.`,
  }),
  fault: (what: string): Said => ({
    zh: `程序故障：${what}（设 GONGKAI_DEBUG=1 可看详情）`,
    en: `fault: ${what} (set GONGKAI_DEBUG=1 for details)`,
  }),
  noFiles: { zh: '所给的文件夹里没有文件。', en: 'There is no file in the folders given.' },
  previousUnread: (file: string, says: string): Said => ({
    zh: `上年报告 ${file} 不能读取：${says}`,
    en: `last year's report ${file} cannot be read: ${says}`,
  }),
  previousUnused: (file: string): Said => ({
    zh: `上年报告 ${file} 没有配上任何报告：要求机关名称相同、年份相差一年。`,
    en: `last year's report ${file} matched no report: the agency must be the same and the year one less.`,
  }),
  oneReport: (file: string, n: number): Said => ({
    zh: `${file} 里有 ${n} 份报告，这里只能给一份。`,
    en: `${file} holds ${n} reports; give just one here.`,
  }),
  twoReports: { zh: '比较至少需要两份报告。', en: 'Comparing takes at least two reports.' },
  outputFormat: (given: string, known: string): Said => ({
    zh: `不能写成“${given}”格式，-o 的扩展名应为 ${known}。`,
    en: `Cannot write "${given}"; the extension of -o must be one of ${known}.`,
  }),
  outputOfd: (known: string): Said => ({
    zh: `目前还不能写成 ofd，请改用 ${known}。`,
    en: `ofd cannot be written yet; use ${known}.`,
  }),
  outputIsInput: {
    zh: '输出文件就是输入文件，会把原件覆盖。请另取文件名。',
    en: 'The output would overwrite the input. Choose another name.',
  },
  outputFolder: (folder: string): Said => ({
    zh: `不能写到 ${folder}：没有这个文件夹，或没有写入的权限。`,
    en: `Cannot write to ${folder}: there is no such folder, or it may not be written.`,
  }),
  oneScheme: { zh: '请给出 --items 或 --pages，二者只取其一。', en: 'Give either --items or --pages, not both.' },
  portTaken: (port: number): Said => ({
    zh: `端口 ${port} 已被占用，请用 --port 另选一个。`,
    en: `Port ${port} is taken; choose another with --port.`,
  }),
  portDenied: (port: number): Said => ({
    zh: `没有权限使用端口 ${port}，请用 --port 选 1024 以上的端口。`,
    en: `Port ${port} may not be used by this account; choose one above 1024 with --port.`,
  }),
  hostUnknown: (host: string): Said => ({
    zh: `本机没有 ${host} 这个地址，请用 --host 另选一个。`,
    en: `This machine has no address ${host}; choose another with --host.`,
  }),
} satisfies Record<string, Said | ((...given: never[]) => Said)>

export const results = {
  unreadable: { zh: '不能读取', en: 'cannot be read' },
  agencyUnknown: { zh: '机关名称未载明', en: 'agency not named' },
  year: (year: number | null): Said =>
    year === null ? { zh: '年份未载明', en: 'year not named' } : { zh: `${year} 年度`, en: `${year}` },
  edition: (id: string): Said => ({ zh: `${id} 年格式`, en: `form of ${id}` }),
  nothing: { zh: '没有发现问题', en: 'nothing found' },
  counts: (e: number, w: number, i: number): Said => ({
    zh: [e && `${e} 处错误`, w && `${w} 处提醒`, i && `${i} 处说明`].filter(Boolean).join('，'),
    en: [e && s(e, 'error'), w && s(w, 'warning'), i && s(i, 'note')].filter(Boolean).join(', '),
  }),
  basis: { zh: '依据：', en: 'Basis: ' },
  explanation: { zh: '分析', en: 'Explanation' },
  place: (words: string): Said => ({ zh: `（${words}）`, en: ` (${words})` }),
  total: (files: number, wrong: number, lost: number): Said => ({
    zh: `共 ${files} 份：${files - wrong - lost} 份没有错误，${wrong} 份有错误，${lost} 份不能读取。`,
    en: `${s(files, 'file')}: ${files - wrong - lost} without errors, ${wrong} with errors, ${lost} not readable.`,
  }),
  progress: (n: number, file: string): Said => ({ zh: `已核查 ${n} 份  ${file}`, en: `${n} checked  ${file}` }),
  linesLeftOut: (n: number): Said => ({
    zh: `另有 ${n} 行各份报告均为 0 或未知，没有列出。`,
    en: `${s(n, 'more line')}, 0 or unknown in every report, left out.`,
  }),
  members: (n: number): Said => ({ zh: `汇总 ${n} 个机关`, en: `sum of ${s(n, 'agency', 'agencies')}` }),
  missing: (names: readonly string[]): Said => ({
    zh: `缺报：${names.join('、')}`,
    en: `missing: ${names.join(', ')}`,
  }),
  intervals: (n: number): Said => ({
    zh: `${n} 个格的合计不能确定，只能给出区间：`,
    en: `${s(n, 'sum')} cannot be told for certain, only between bounds:`,
  }),
  between: (low: string, high: string): Said => ({ zh: `${low} 至 ${high}`, en: `${low} to ${high}` }),
  atLeast: (low: string): Said => ({ zh: `不少于 ${low}`, en: `at least ${low}` }),
  boundless: (n: number): Said => ({
    zh: `  其余 ${n} 个格无从得知，没有列出。`,
    en: `  Of the other ${n} nothing is known; they are left out.`,
  }),
  written: (file: string): Said => ({ zh: `已写出 ${file}`, en: `wrote ${file}` }),
  line: (n: number): Said => ({ zh: `第 ${n} 行`, en: `line ${n}` }),
  due: (date: string): Said => ({ zh: `${date} 到期`, en: `due ${date}` }),
  remaining: (n: number): Said =>
    n < 0
      ? { zh: `已逾期 ${-n} 个工作日`, en: `${s(-n, 'working day')} late` }
      : n === 0
        ? { zh: '今天到期', en: 'due today' }
        : { zh: `还剩 ${n} 个工作日`, en: `${s(n, 'working day')} left` },
  provisional: {
    zh: '所涉年份的放假安排尚未公布，暂按周一至周五为工作日',
    en: 'the holiday notice of a year concerned is not known; Monday to Friday are taken',
  },
  yuan: (amount: number): Said => ({ zh: `${amount} 元`, en: `${amount} yuan` }),
  sum: { zh: '合计', en: 'Total' },
  listening: (url: string): Said => ({
    zh: `公开已启动：${url}（Ctrl+C 结束）`,
    en: `Gongkai runs at ${url} (Ctrl+C ends it)`,
  }),
  firstLink: (link: string): Said => ({
    zh: `还没有任何账号。请在一天之内用下面的一次性链接建立第一位系统管理员：\n${link}`,
    en: `There is no account yet. Make the first system administrator with this one-time link, within a day:\n${link}`,
  }),
  demoBegun: (file: string): Said => ({
    zh: `已填入虚构的示例县。以下链接各可免密码登录一次，也写在 ${file}：`,
    en: `Filled with a made-up county. Each link signs in once without a password; they also stand in ${file}:`,
  }),
  demoApplicant: {
    zh: '申请人账户（免验证码登录一次）',
    en: 'An applicant’s account (signs in once without a code)',
  },
  demoFollowed: {
    zh: '申请人一侧：在各机关门户用受理号和查询码查询（每个机关一件）：',
    en: 'The applicant’s side: follow one request of each agency on its portal by receipt number and query code:',
  },
} satisfies Record<string, Said | ((...given: never[]) => Said)>

export const severities: Readonly<Record<Severity, Said>> = {
  error: { zh: '错误', en: 'error' },
  warning: { zh: '提醒', en: 'warning' },
  info: { zh: '说明', en: 'note' },
}

export const clockStates: Readonly<Record<ClockState, Said>> = {
  running: { zh: '办理中', en: 'running' },
  consulting: { zh: '征求意见中', en: 'consulting' },
  waiting_correction: { zh: '等待补正', en: 'waiting for correction' },
  abandoned_correction: { zh: '逾期未补正，视为放弃', en: 'abandoned: not corrected' },
  waiting_fee: { zh: '等待缴费', en: 'waiting for the fee' },
  abandoned_fee: { zh: '逾期未缴费，视为放弃', en: 'abandoned: fee not paid' },
  closed: { zh: '已办结', en: 'closed' },
}
