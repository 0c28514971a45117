/** Words of applying and following on the portal. */
import type { Said } from '../../../domain/kernel/lang.ts'
import { codeShownMinutes } from '../citizen.ts'
import type { Step } from './paths.ts'

export const stepTitles: Readonly<Record<Step, Said>> = {
  wanted: { zh: '需要什么信息', en: 'What you need' },
  applicant: { zh: '申请人', en: 'Who applies' },
  delivery: { zh: '怎样提供给您', en: 'How you want it' },
  papers: { zh: '身份证明和附件', en: 'Proof of identity and papers' },
  check: { zh: '核对并提交', en: 'Check and send' },
}

export const start = {
  title: { zh: '网上申请', en: 'Apply online' },
  lead: {
    zh: '填写大约需要 5 分钟。填到一半可以离开，已填的内容会保留 30 天。',
    en: 'It takes about five minutes. You may leave at any time; what you typed is kept for 30 days.',
  },
  kind: { zh: '您要办理什么', en: 'What do you want to do?' },
  kinds: {
    request: {
      zh: '申请获取政府信息',
      en: 'Request government information',
    },
    record_correction: {
      zh: '请求更正与自己有关的、记录不准确的信息',
      en: 'Have an inaccurate record about yourself corrected',
    },
    enquiry: { zh: '咨询（了解情况，不是要取得一份材料）', en: 'Ask a question (you do not want a document)' },
  },
  sort: { zh: '您以什么身份申请', en: 'As whom do you apply?' },
  citizen: { zh: '公民', en: 'As a citizen' },
  organisation: { zh: '法人或者其他组织', en: 'For an organisation' },
  agent: { zh: '我是代理人，受申请人委托办理', en: 'I act for the applicant, with a written authority' },
  privacy: { zh: '个人信息怎样使用', en: 'How your data are used' },
  privacyText: (agency: string): Said => ({
    zh: `由${agency}为履行法定职责收集，只用于办理本申请；身份证件号码、电话、地址加密保存，页面上遮盖显示，工作人员查看完整信息要写明理由，查看材料、卷宗同样留下记录；按档案管理规定的期限保存。您可以查阅、复制、更正自己的信息。`,
    en: `${agency} collects your data to do its legal duty and uses them for this request only. Identity numbers, telephone and address are kept encrypted and shown masked; staff who look at them whole state why, and that, like every look at papers or the case file, is recorded. They are kept as long as the rules on archives demand. You may see, copy and correct them.`,
  }),
  begin: { zh: '开始填写', en: 'Begin' },
  goOn: { zh: '继续上次没有填完的申请', en: 'Go on with the form you began' },
  paper: { zh: '打印空白申请表，手工填写', en: 'Print a blank form and fill it in by hand' },
  closed: {
    zh: '本机关没有开通网上申请，请当面提交或者邮寄；也可以打印空白申请表填写。',
    en: 'This agency takes no requests online. Hand yours in or post it; you may print a blank form.',
  },
} as const

export const stepping = {
  of: (n: number, all: number): Said => ({ zh: `第 ${n} 步，共 ${all} 步`, en: `Step ${n} of ${all}` }),
  next: { zh: '下一步', en: 'Continue' },
  back: { zh: '上一步', en: 'Back' },
  troubles: (n: number): Said => ({ zh: `有 ${n} 处需要修改`, en: `${n} thing(s) to mend` }),
  optional: { zh: '（选填）', en: ' (optional)' },
  choose: { zh: '请选择', en: 'Choose' },
  kept: { zh: '已填的内容已经保存。', en: 'What you typed is kept.' },
  gone: {
    zh: '这份没有填完的申请已经不在了：可能已经提交，或者超过 30 天没有填写。请重新开始；已提交的可以用受理号查询。',
    en: 'This unfinished form is no longer here: it was sent, or not touched for 30 days. Begin anew; what was sent can be followed by its number.',
  },
  found: { zh: '下面这些已经公开，是您要找的吗？', en: 'This is public already. Is it what you are looking for?' },
  foundLead: {
    zh: '已经公开的信息可以直接查看、下载，不必申请。',
    en: 'What is public can be read and downloaded at once, without a request.',
  },
  notFound: { zh: '都不是，继续申请', en: 'None of these; go on' },
  isIt: { zh: '打开查看', en: 'Open' },
} as const

export const papersWords = {
  lead: {
    zh: '请上传身份证明：公民上传身份证件照片（有人像的一面即可），组织上传登记证照。手机可以直接拍照。',
    en: 'Add proof of identity: a picture of the identity document for citizens, of the registration for organisations. A phone can take it right here.',
  },
  agentLead: {
    zh: '代理人还要上传委托书和代理人的身份证明。',
    en: 'An agent also adds the authority and their own proof of identity.',
  },
  kind: { zh: '是什么材料', en: 'What it is' },
  file: { zh: '选择文件或者拍照', en: 'Choose a file or take a picture' },
  limit: (mb: number, most: number): Said => ({
    zh: `每份不超过 ${mb} MB，最多 ${most} 份；图片、PDF、Word、Excel 都可以`,
    en: `At most ${mb} MB each, ${most} in all; pictures, PDF, Word, Excel`,
  }),
  add: { zh: '上传这一份', en: 'Add it' },
  added: { zh: '已上传', en: 'Added' },
  none: { zh: '还没有上传材料', en: 'Nothing added yet' },
  remove: { zh: '移除', en: 'Remove' },
  later: {
    zh: '现在没有身份证明也可以先提交，工作机构会告知您补充。',
    en: 'Without proof at hand you may send it all the same; the office will tell you to add it.',
  },
  tooBig: (mb: number): Said => ({
    zh: `这份文件超过 ${mb} MB，没有保存；请压缩或者换一张小一些的照片再上传`,
    en: `This file has more than ${mb} MB and was not kept; make it smaller and add it again`,
  }),
  tooMany: (most: number): Said => ({
    zh: `最多 ${most} 份；请先移除一份再上传`,
    en: `At most ${most}; remove one first`,
  }),
  refused: (name: string, says: Said): Said => ({
    zh: `“${name}”没有保存：${says.zh}`,
    en: `“${name}” was not kept: ${says.en}`,
  }),
  empty: { zh: '请先选择文件', en: 'Choose a file first' },
} as const

export const checkWords = {
  lead: { zh: '提交前请核对，需要修改的点“修改”。', en: 'Check it before you send it.' },
  change: { zh: '修改', en: 'Change' },
  none: { zh: '未填写', en: 'not given' },
  noIdentity: {
    zh: '还没有上传身份证明（条例第二十九条）。可以这样提交；工作机构会请您补正，答复期限从收到补正之日起计算（条例第三十条）。',
    en: 'No proof of identity is added (art. 29). You may send it so; the office will ask for it, and the time to answer counts from the day it receives it (art. 30).',
  },
  noAuthority: {
    zh: '还没有上传授权委托书。可以这样提交；工作机构会请您补正，答复期限从收到补正之日起计算（条例第三十条）。',
    en: 'The authority of the agent is not added. You may send it so; the office will ask for it, and the time to answer counts from the day it receives it (art. 30).',
  },
  addNow: { zh: '现在上传', en: 'Add it now' },
  yes: { zh: '是', en: 'yes' },
  send: { zh: '提交申请', en: 'Send the request' },
  sendNote: {
    zh: '提交后马上得到受理号和查询码。不收费；不需要说明用途。',
    en: 'You get a receipt number and a query code at once. It is free, and you need not say what it is for.',
  },
} as const

export const receiptWords = {
  title: { zh: '接收回执', en: 'Receipt' },
  lead: { zh: '您的申请已经提交。', en: 'Your request has been sent.' },
  number: { zh: '受理号', en: 'Receipt number' },
  code: { zh: '查询码', en: 'Query code' },
  once: {
    zh: `查询码只在提交后的 ${codeShownMinutes} 分钟内显示，过后不再显示，请马上抄下、截图或者打印本页保存。查询进度、下载答复都要用到它。`,
    en: `The query code is shown only for ${codeShownMinutes} minutes after sending, and never again: write it down, take a picture of it or print this page now. You need it to follow the request and to get the answer.`,
  },
  over: {
    zh: '查询码不再显示：它只在提交后的几分钟内、对提交的人显示。查询码遗失的，请凭身份证明到工作机构查询。',
    en: 'The query code is not shown any more: only for minutes, and to who sent the form. If it is lost, ask the office, with proof of identity.',
  },
  already: {
    zh: '这份申请已经提交过，没有重复提交。下面是已经提交的那一件。',
    en: 'This form was sent before and was not sent twice. Below is the request it became.',
  },
  unsaved: {
    zh: '这份申请已经提交，不能再改：您刚才填写的内容没有提交，也没有改动已经提交的那一件（见下面的回执）。',
    en: 'This form was sent and cannot be changed: what you typed just now was not sent, and changed nothing in the request below.',
  },
  carryOn: { zh: '用刚才填写的内容另写一件', en: 'Begin another request with what you typed' },
  another: { zh: '另写一件申请', en: 'Write another request' },
  submitted: { zh: '提交时间', en: 'Sent' },
  received: { zh: '收到申请之日', en: 'Day of receipt' },
  due: { zh: '答复到期日', en: 'Answer due' },
  provisional: {
    zh: '（暂定：该年度放假安排尚未公布）',
    en: ' (provisional: the holidays of that year are not known yet)',
  },
  why: { zh: '为什么是这一天', en: 'Why that day' },
  whyNone: { zh: '为什么还没有到期日', en: 'Why no day is set yet' },
  next: { zh: '接下来', en: 'What comes next' },
  follow: { zh: '查询办理进度', en: 'Follow the request' },
  print: { zh: '本页可以打印（Ctrl+P）。', en: 'This page can be printed (Ctrl+P).' },
} as const

export const trackWords = {
  title: { zh: '查询申请', en: 'Follow a request' },
  lead: {
    zh: '用回执上的受理号和查询码查询进度、补正、缴费、下载答复。',
    en: 'With the number and the code of your receipt: see where it stands, correct, pay, get the answer.',
  },
  number: { zh: '受理号', en: 'Receipt number' },
  numberHint: { zh: '例如 〔2026〕12号', en: 'such as 〔2026〕12号' },
  code: { zh: '查询码', en: 'Query code' },
  go: { zh: '查询', en: 'Show it' },
  lost: (office: string, telephone: string): Said => ({
    zh: `查询码遗失的，请带身份证件到${office}，或者打电话 ${telephone}。`,
    en: `If the code is lost, bring your identity document to ${office} or call ${telephone}.`,
  }),
  leave: { zh: '退出查询', en: 'Close' },
} as const

export const caseWords = {
  stands: { zh: '现在', en: 'Now' },
  due: { zh: '答复到期日', en: 'Answer due' },
  received: { zh: '收到申请之日', en: 'Received on' },
  notYet: { zh: '尚未确认', en: 'to be confirmed' },
  remaining: (n: number): Said =>
    n < 0
      ? { zh: `已超过 ${-n} 个工作日`, en: `${-n} working days late` }
      : { zh: `还有 ${n} 个工作日`, en: `${n} working days left` },
  why: { zh: '期限是怎样算的', en: 'How the time is counted' },
  whyNone: { zh: '为什么现在没有到期日', en: 'Why there is no day now' },
  steps: { zh: '办理过程', en: 'What happened' },
  letters: { zh: '文书', en: 'Letters' },
  way: { zh: '送达方式', en: 'Way' },
  sentOn: { zh: '发出日期', en: 'Sent on' },
  trackingNumber: { zh: '邮件号码', en: 'Posting number' },
  servedOn: { zh: '送达日期', en: 'Served on' },
  evidence: { zh: '送达凭证', en: 'Evidence of service' },
  noLetters: { zh: '还没有文书', en: 'No letters yet' },
  download: { zh: '下载', en: 'Download' },
  attachments: { zh: '提供给您的材料', en: 'What you were given' },
  toDo: { zh: '需要您办理', en: 'For you to do' },
  correct: { zh: '补正', en: 'Correct the request' },
  correctItems: { zh: '需要补正的内容', en: 'What to correct' },
  correctText: { zh: '补正内容', en: 'Your correction' },
  by: { zh: '请在这一天（含）前办理：', en: 'Do it on or before ' },
  correctNote: {
    zh: '补正之后答复期限重新计算；没有正当理由逾期不补正的，视为放弃申请。',
    en: 'The time to answer then starts anew; without good reason an uncorrected request counts as given up.',
  },
  reasons: { zh: '说明理由', en: 'Give reasons' },
  reasonsText: { zh: '理由', en: 'Your reasons' },
  pay: { zh: '缴纳信息处理费', en: 'Pay the handling fee' },
  amount: { zh: '金额', en: 'Amount' },
  yuan: { zh: '元', en: 'yuan' },
  payTo: { zh: '缴费账户', en: 'Pay to' },
  payNote: {
    zh: '缴费后答复期限重新计算；逾期不缴费的，视为放弃申请。',
    en: 'The time to answer then starts anew; unpaid, the request counts as given up.',
  },
  declared: { zh: '您已告知缴费，工作机构正在核对。', en: 'You said you have paid; the office is checking.' },
  declare: { zh: '我已缴费', en: 'I have paid' },
  declareNote: { zh: '缴费时间、流水号等', en: 'Time, transaction number' },
  remedies: { zh: '不服或者没有得到答复怎么办', en: 'If you disagree or were not answered' },
  between: { zh: '；', en: '; ' },
  until: { zh: '最后一天', en: 'Last day' },
  untilUnknown: { zh: '请尽早提出，期限可以向其咨询', en: 'Do so soon, and ask there until when' },
  address: { zh: '地址、电话', en: 'Address, telephone' },
  online: { zh: '网上办理', en: 'Online' },
  other: { zh: '其他办理', en: 'Other' },
  withdraw: { zh: '撤回申请', en: 'Withdraw the request' },
  withdrawNote: {
    zh: '撤回后本件结案，不再答复；以后可以重新申请。',
    en: 'The case is then closed without an answer; you may apply again.',
  },
  withdrawSure: { zh: '我确定要撤回', en: 'I am sure I want to withdraw' },
  reason: { zh: '原因（选填）', en: 'Why (optional)' },
  propose: { zh: '建议主动公开这项信息', en: 'Propose that this be published for all' },
  contact: { zh: '修改联系方式', en: 'Change how to reach you' },
  contactNow: { zh: '现在登记的', en: 'As kept now' },
  contactNote: {
    zh: '只填要改的；留空的保持不变。现在登记的内容遮盖显示。',
    en: 'Fill in only what changes; what is left empty stays. What is kept now is shown masked.',
  },
  contactNone: { zh: '没有登记', en: 'none' },
  contactRemove: (label: Said): Said => ({
    zh: `删除登记的${label.zh}`,
    en: `Remove what is kept (${label.en})`,
  }),
  contactBoth: {
    zh: '既填写了新的内容，又勾选了删除；请只留一样',
    en: 'Something new is filled in and removing is ticked; keep one of them',
  },
  unsent: { zh: '您刚才填写、没有提交的内容', en: 'What you typed and was not sent' },
  paper: { zh: '附件（选填）', en: 'Paper (optional)' },
  send: { zh: '提交', en: 'Send' },
  done: { zh: '已经收到您的操作。', en: 'Done.' },
} as const

export const troubleWords = {
  title: { zh: '没有办成', en: 'That did not work' },
  tooBig: {
    zh: '提交的内容太大，没有保存；请减小附件后再试。',
    en: 'Too much was sent and nothing was kept; make the files smaller.',
  },
  busy: { zh: '同时提交的人太多，请过一会儿再试。', en: 'Too many are sending at once; try again in a moment.' },
  missing: { zh: '请写明内容', en: 'Write something here' },
  tooLong: (most: number, count: number): Said => ({
    zh: `最多 ${most} 个字，现在有 ${count} 个字，没有提交；请写短些，写不下的可以放在附件里`,
    en: `At most ${most} characters; there are ${count}, and nothing was sent. Make it shorter, or put the rest into a paper`,
  }),
  unsure: { zh: '撤回申请请先勾选确认', en: 'Tick the box to confirm that you withdraw' },
  backTo: { zh: '返回', en: 'Back' },
} as const
