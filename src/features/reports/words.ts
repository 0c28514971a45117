/** The words of the page 年报核查, in both languages. */
import type { Said } from '../../domain/kernel/lang.ts'

/** Says a count of things in English with its plural. */
const many = (n: number, one: string, more = `${one}s`) => `${n} ${n === 1 ? one : more}`

export const page = {
  title: { zh: '年报核查', en: 'Check annual reports' },
  lead: {
    zh: '把政府信息公开工作年度报告放到这里，逐格核对三张法定表格，指出哪里不对、错在哪一格、应当怎样改。',
    en: 'Put annual reports on government information disclosure here. Every cell of the three statutory tables is checked; what is wrong, where, and how to mend it is said in plain words.',
  },
  dropHere: { zh: '把文件、文件夹或压缩包拖到这里', en: 'Drop files, a folder or a zip here' },
  chooseFiles: { zh: '选择文件', en: 'Choose files' },
  chooseFolder: { zh: '选择文件夹', en: 'Choose a folder' },
  filesLabel: {
    zh: '年度报告文件（可一次选择多个，或一个压缩包）',
    en: 'Annual report files (several at once, or a zip)',
  },
  start: { zh: '开始核查', en: 'Check' },
  formats: {
    zh: '可读取：Word（docx、doc、wps）、PDF、网页（html）、Excel（xlsx）、文本（txt）和压缩包（zip）。',
    en: 'Read: Word (docx, doc, wps), PDF, web pages (html), Excel (xlsx), text (txt) and zip archives.',
  },
  limits: (fileMb: number, allMb: number): Said => ({
    zh: `每个文件不超过 ${fileMb} MB，一次合计不超过 ${allMb} MB。`,
    en: `Up to ${fileMb} MB a file and ${allMb} MB at a time.`,
  }),
  sampleTitle: { zh: '没有现成的报告？', en: 'No report at hand?' },
  sampleText: {
    zh: '用三份自拟的样例报告试一试，其中两份藏有常见差错。',
    en: 'Try three made-up sample reports; two of them hide common mistakes.',
  },
  sample: { zh: '试用样例', en: 'Try the samples' },
  privacyTitle: { zh: '上传的内容去了哪里', en: 'Where your files go' },
  privacy: (minutes: number): Said => ({
    zh: `文件只在内存中核查，原件不保存。核查结果在最后一次查看后 ${minutes} 分钟自动清除，也可以随时点“立即清除”。`,
    en: `Files are checked in memory and never stored. Results are cleared ${minutes} minutes after you last looked at them, or at once when you press “Discard now”.`,
  }),
  checksTitle: { zh: '核查哪些内容', en: 'What is checked' },
} satisfies Record<string, Said | ((...a: never[]) => Said)>

/** What is checked, for the first page: a heading and a sentence each. */
export const checksList: readonly { readonly head: Said; readonly text: Said }[] = [
  {
    head: { zh: '表内勾稽', en: 'Sums within the tables' },
    text: {
      zh: '新收加结转是否等于办结加结转下年，各项办理结果、各类申请人相加是否等于总计。',
      en: 'Received plus carried in against handled plus carried out; results and applicant kinds against totals.',
    },
  },
  {
    head: { zh: '表文一致', en: 'Text against tables' },
    text: {
      zh: '正文写的申请、复议、诉讼件数与表格是否一致。',
      en: 'Numbers of requests, reconsiderations and lawsuits named in the text.',
    },
  },
  {
    head: { zh: '年度衔接', en: 'Year to year' },
    text: {
      zh: '同一机关连续两年的报告一并上传时，核对上年结转、项目增减、现行有效文件数。',
      en: 'With two years of one agency: carry-overs, item counts, documents in force.',
    },
  },
  {
    head: { zh: '填报规范', en: 'Form' },
    text: {
      zh: '空格与零、金额单位、非整数和负数、缺行缺表、格式版本是否适用。',
      en: 'Blanks and zeros, money units, fractions and negatives, missing rows, the right edition.',
    },
  },
]

export const progress = {
  title: { zh: '正在核查', en: 'Checking' },
  done: { zh: '核查完毕', en: 'Done' },
  queued: { zh: '排队中', en: 'Queued' },
  uploading: (percent: number): Said => ({ zh: `上传 ${percent}%`, en: `Uploading ${percent}%` }),
  reading: { zh: '读取核对中', en: 'Reading' },
  ready: { zh: '已核查', en: 'Checked' },
  failed: { zh: '未能核查', en: 'Failed' },
  cancelled: { zh: '已取消', en: 'Cancelled' },
  cancelAll: { zh: '取消其余文件', en: 'Cancel the rest' },
  cancelOne: { zh: '取消', en: 'Cancel' },
  retry: { zh: '重试', en: 'Try again' },
  see: { zh: '查看全部结果', en: 'See all results' },
  status: (done: number, all: number): Said => ({
    zh: `共 ${all} 个文件，已完成 ${done} 个`,
    en: `${done} of ${many(all, 'file')} done`,
  }),
  offline: {
    zh: '没有连上服务器。请检查网络后点“重试”，已完成的结果不受影响。',
    en: 'The server could not be reached. Check the network and press “Try again”; finished results are kept.',
  },
  empty: {
    zh: '没有找到可核查的文件：文件夹是空的，或浏览器不允许读取。',
    en: 'No file found: the folder is empty, or the browser may not read it.',
  },
} satisfies Record<string, Said | ((...a: never[]) => Said)>

export const visitWords = {
  title: { zh: '核查结果', en: 'Results' },
  crumb: (n: number): Said => ({ zh: `本次核查（${n} 个文件）`, en: `This visit (${many(n, 'file')})` }),
  summary: (reports: number, wrong: number, failed: number): Said => ({
    zh: `共 ${reports} 份报告，${wrong ? `${wrong} 份有错误` : '均未发现错误'}${failed ? `；${failed} 个文件未能核查` : ''}。`,
    en: `${many(reports, 'report')}, ${wrong ? `${wrong} with errors` : 'none with errors'}${failed ? `; ${many(failed, 'file')} could not be checked` : ''}.`,
  }),
  chained: (n: number): Said => ({
    zh: `其中 ${n} 份找到了同一机关上一年的报告，已一并核对年度衔接。`,
    en: `${many(n, 'report')} could be checked against the same agency's report of the year before.`,
  }),
  agency: { zh: '机关', en: 'Agency' },
  year: { zh: '年度', en: 'Year' },
  file: { zh: '文件', en: 'File' },
  outcome: { zh: '结论', en: 'Result' },
  noAgency: { zh: '（未写明机关）', en: '(agency not given)' },
  noYear: { zh: '（未写明年度）', en: '(year not given)' },
  noAgencyShort: { zh: '未写明', en: 'not given' },
  failed: { zh: '未能核查', en: 'Not checked' },
  show: { zh: '显示', en: 'Show' },
  showAll: { zh: '全部', en: 'All' },
  showErrors: { zh: '有错误', en: 'With errors' },
  showWarnings: { zh: '有提醒', en: 'With warnings' },
  showClean: { zh: '未见差错', en: 'Clean' },
  showFailed: { zh: '未能核查', en: 'Not checked' },
  search: { zh: '机关或文件名', en: 'Agency or file name' },
  filter: { zh: '筛选', en: 'Filter' },
  sortedBy: (column: string): Said => ({ zh: `按${column}排序`, en: `Sort by ${column}` }),
  nothing: { zh: '没有符合条件的文件。', en: 'No file matches.' },
  clearFilter: { zh: '显示全部', en: 'Show all' },
  pages: { zh: '分页', en: 'Pages' },
  pageOf: (n: number, all: number): Said => ({ zh: `第 ${n} 页，共 ${all} 页`, en: `Page ${n} of ${all}` }),
  previousPage: { zh: '上一页', en: 'Previous page' },
  nextPage: { zh: '下一页', en: 'Next page' },
  batchCsv: { zh: '下载全部核查发现（CSV）', en: 'Download all findings (CSV)' },
  again: { zh: '再核查一批', en: 'Check more' },
  discard: { zh: '立即清除', en: 'Discard now' },
  discardNote: (minutes: number): Said => ({
    zh: `不清除的话，最后一次查看后 ${minutes} 分钟自动清除。`,
    en: `Otherwise cleared ${minutes} minutes after you last looked.`,
  }),
  discarded: { zh: '已清除', en: 'Discarded' },
  discardedText: {
    zh: '本次核查的结果已从内存中清除，无法恢复。',
    en: 'The results of this visit have been removed from memory. They cannot be brought back.',
  },
} satisfies Record<string, Said | ((...a: never[]) => Said)>

/** Of one report within a visit; words of any report stand with its components. */
export const viewWords = {
  source: (file: string): Said => ({ zh: `文件：${file}`, en: `File: ${file}` }),
  chained: (year: number): Said => ({
    zh: `已与同批上传的 ${year} 年报告核对年度衔接。`,
    en: `Checked against the ${year} report of the same batch.`,
  }),
  notChained: (year: number): Said => ({
    zh: `同时上传 ${year} 年报告，可一并核对年度衔接。`,
    en: `Upload the ${year} report too to check year to year.`,
  }),
  asPublished: {
    zh: '以下为所上传报告的内容，未作任何更正。',
    en: 'As published in the uploaded file; nothing has been corrected.',
  },
  view: { zh: '表格显示', en: 'Tables show' },
  viewPublished: { zh: '按公布', en: 'As published' },
  viewComputed: { zh: '对照算得的数', en: 'Beside computed' },
  viewPlaces: { zh: '原文与位置', en: 'Raw text and place' },
  computedNote: {
    zh: '“算得”是由表内其他数推算的结果，只作对照，不改动公布的数。',
    en: '“Computed” follows from the other numbers of the table; it stands beside what was published and never replaces it.',
  },
  previous: { zh: '上一份', en: 'Previous report' },
  next: { zh: '下一份', en: 'Next report' },
  position: (n: number, all: number): Said => ({ zh: `第 ${n} 份，共 ${all} 份`, en: `${n} of ${all}` }),
} satisfies Record<string, Said | ((...a: never[]) => Said)>

export const trouble = {
  goneTitle: { zh: '这次核查的结果已不在了', en: 'These results are gone' },
  expired: (minutes: number): Said => ({
    zh: `核查结果只保留到最后一次查看后 ${minutes} 分钟，现已自动清除。`,
    en: `Results are kept for ${minutes} minutes after they were last looked at; they have been cleared.`,
  }),
  evicted: {
    zh: '同时使用的人较多，为腾出空间，较早的核查结果已被清除。',
    en: 'Many people are using this page; older results were cleared to make room.',
  },
  discarded: { zh: '核查结果已按要求清除。', en: 'The results were discarded as asked.' },
  unknown: {
    zh: '没有找到这次核查：链接不完整，或服务重新启动过。',
    en: 'No such visit: the link is incomplete, or the service was restarted.',
  },
  repeat: {
    zh: '重新上传原来的文件即可再次核查，结果会是一样的。',
    en: 'Upload the same files again to repeat the check; the results will be the same.',
  },
  toUpload: { zh: '重新上传', en: 'Upload again' },
  full: {
    zh: '一次核查能容纳的报告数量已到上限。已完成的结果都在；其余文件请另开一次核查。',
    en: 'This visit holds as many reports as it may. Finished results are kept; check the rest in another visit.',
  },
  tooBigTitle: { zh: '上传的内容太大', en: 'The upload is too large' },
  tooBig: (fileMb: number, allMb: number): Said => ({
    zh: `每个文件不超过 ${fileMb} MB，一次合计不超过 ${allMb} MB。请分几次上传，或先压缩图片较多的文件。`,
    en: `Up to ${fileMb} MB a file and ${allMb} MB at a time. Upload in several parts, or shrink files with many pictures.`,
  }),
  busyTitle: { zh: '现在上传的人较多', en: 'Busy at the moment' },
  busy: {
    zh: '正在处理的文件较多，暂时接收不了新的上传。请一分钟后再试，已完成的结果不受影响。',
    en: 'Too many files are being handled at the moment. Try again in a minute; finished results are kept.',
  },
  noFileTitle: { zh: '还没有选择文件', en: 'No file chosen' },
  noFile: { zh: '请先选择要核查的文件，再点“开始核查”。', en: 'Choose the files to check first, then press “Check”.' },
  notFoundTitle: { zh: '没有这个页面', en: 'No such page' },
  notFound: {
    zh: '地址可能有误，或页面已经移走。可以从首页重新进入。',
    en: 'The address may be wrong, or the page has moved. Start again from the first page.',
  },
  faultTitle: { zh: '系统出了差错', en: 'Something went wrong here' },
  fault: (id: string): Said => ({
    zh: `这不是您的操作造成的。请稍后再试；如仍不行，请把编号 ${id} 告诉管理员。`,
    en: `This is not your doing. Try again later; if it persists, give the administrator the number ${id}.`,
  }),
  fillingTitle: { zh: '示例数据正在填入', en: 'The demo is being filled' },
  filling: {
    zh: '本站刚刚启动，正在填入示例机关，一般不到一分钟。请稍后刷新本页。',
    en: 'This site has just started and is being filled with the demo’s agencies, which takes less than a minute. Load the page again shortly.',
  },
  foreignTitle: { zh: '请求被拒绝', en: 'Refused' },
  foreign: {
    zh: '这个请求不是从本站页面发出的。请打开本站页面后再操作。',
    en: 'This request did not come from a page of this site. Open the page and try again.',
  },
  renderTitle: { zh: '这种格式暂时生成不了', en: 'This format cannot be made now' },
  render: {
    zh: '请换一种格式下载，或稍后再试。核查结果不受影响。',
    en: 'Choose another format or try again later. The results are not affected.',
  },
  home: { zh: '回到首页', en: 'To the first page' },
} satisfies Record<string, Said | ((...a: never[]) => Said)>
