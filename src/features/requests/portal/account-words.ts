/** Words of the citizen's account on the portal. */
import type { Said } from '../../../domain/kernel/lang.ts'
import { frameWords } from '../../../ui/portal/words.ts'

export const mineWords = {
  title: frameWords.mine,
  lead: {
    zh: '您登录后提交的、以及放进账户的申请都在这里，不论提交给本平台的哪个机关。',
    en: 'What you sent while signed in, and what you put into your account, to whichever agency on this platform.',
  },
  as: (mask: string): Said => ({ zh: `已登录：${mask}`, en: `Signed in: ${mask}` }),
  none: {
    zh: '这里还没有申请。登录后提交的申请会自动放进来；以前提交的，用受理号和查询码放进来。',
    en: 'Nothing here yet. What you send while signed in comes here by itself; add what you sent before by number and code.',
  },
  submitted: { zh: '提交', en: 'sent' },
  due: { zh: '答复到期日', en: 'Answer due' },
  waits: {
    correct: { zh: '需要您补正', en: 'You are asked to correct it' },
    give_reasons: { zh: '需要您说明理由', en: 'You are asked for reasons' },
    pay: { zh: '需要您缴费', en: 'You are asked to pay' },
  },
  by: (day: string): Said => ({ zh: `，最后一天 ${day}`, en: `, by ${day}` }),
  told: { zh: '已告知缴费，正在核对', en: 'Payment told, being checked' },
  add: { zh: '把已有的申请放进来', en: 'Add a request you sent before' },
  addNote: (agency: string): Said => ({
    zh: `提交给${agency}的申请，填写回执上的受理号和查询码。提交给其他机关的，到该机关的“我的申请”放入。`,
    en: `Sent to ${agency}: type the number and the code of the receipt. Add those to other agencies on their own pages.`,
  }),
  addIt: { zh: '放进我的申请', en: 'Add it' },
  older: { zh: '更早的申请', en: 'Earlier requests' },
  newer: { zh: '较新的申请', en: 'Later requests' },
  account: { zh: '账户和个人信息', en: 'Account and personal data' },
  signOut: { zh: '退出登录', en: 'Sign out' },
  attach: {
    zh: '把本件放进“我的申请”，以后登录就能查看，不用再输查询码。',
    en: 'Put it among your requests: signed in you then see it without the code.',
  },
  detach: { zh: '从我的申请移出', en: 'Take it out of my requests' },
  detachNote: {
    zh: '移出后本件照常办理，只能用受理号和查询码查询；查询码遗失的，先不要移出。',
    en: 'The case goes on; it can then only be followed by its number and code. Do not take it out if you have lost the code.',
  },
  back: { zh: '返回我的申请', en: 'Back to my requests' },
  kept: {
    zh: '本件已放进您的账户，登录后在“我的申请”里查看。',
    en: 'It is in your account: see it under “My requests”.',
  },
} as const

export const signInWords = {
  title: { zh: '登录', en: 'Sign in' },
  lead: {
    zh: '不用密码：填写您的邮箱或者手机号码，我们发去一个验证码。第一次登录时自动开立账户。',
    en: 'No password: give an address of yours and we send a code to it. The first time, an account is opened for you.',
  },
  contact: {
    both: { zh: '电子邮箱或者手机号码', en: 'E-mail address or mobile number' },
    mail: { zh: '电子邮箱', en: 'E-mail address' },
    sms: { zh: '手机号码', en: 'Mobile number' },
  },
  send: { zh: '发送验证码', en: 'Send the code' },
  noNeed: {
    zh: '申请、查询都不是必须登录：没有账户，凭回执上的受理号和查询码一样办理。',
    en: 'You need not sign in to apply or to follow a request: the number and code of the receipt do it all.',
  },
  byCode: { zh: '用受理号和查询码查询', en: 'Follow a request by number and code' },
  closed: {
    zh: '本站没有接通邮件和短信，发不出验证码，现在不能登录账户。请凭回执上的受理号和查询码查询，补正、缴费、下载答复都可以办理。',
    en: 'This site sends neither mail nor text messages, so no code can reach you and nobody can sign in. Follow your request by the number and code of its receipt; everything can be done that way.',
  },
  privacy: { zh: '账户保存什么', en: 'What an account keeps' },
  privacyText: {
    zh: '只保存您用来登录的地址和您自己填写的常用信息，加密存放，只用来让您查看自己的申请、填表时少填几项；不保存身份证件号码，除非您自己选择保存。可以随时查阅、修改、注销；注销后申请照常办理。',
    en: 'The address you sign in with and what you choose to have filled in, kept encrypted and used only to show you your requests and to spare you typing; no identity number unless you choose so. You may see, change and close it at any time; your requests go on.',
  },
  codeTitle: { zh: '输入验证码', en: 'Type the code' },
  sent: (mask: string, minutes: number): Said => ({
    zh: `如果 ${mask} 能收到消息，一分钟内会收到一个 6 位验证码，${minutes} 分钟内有效，只能用一次。请在这个浏览器里输入。`,
    en: `If ${mask} can be reached, six digits arrive there within a minute. They hold for ${minutes} minutes, once, in this browser.`,
  }),
  code: { zh: '验证码', en: 'Code' },
  go: { zh: '登录', en: 'Sign in' },
  change: { zh: '确认更换', en: 'Change it' },
  again: { zh: '没有收到？重新发送', en: 'Nothing came? Send another' },
  none: { zh: '没有等待输入的验证码，请先发送', en: 'No code is on its way; have one sent first' },
  link: { zh: '演示：以申请人身份登录', en: 'Demo: sign in as an applicant' },
  linkLead: {
    zh: '这是演示用的一次性链接，只能用一次。演示之外没有这样的链接。',
    en: 'A one-time link of the demo; it works once. Outside the demo there are none.',
  },
  enter: { zh: '进入', en: 'Come in' },
  faster: {
    zh: '已有账户的，先登录，联系方式自动填好，提交后直接在“我的申请”里查看。',
    en: 'With an account, sign in first: your contact data are filled in, and the request is among yours.',
  },
  filled: {
    zh: '已登录，您保存的信息会自动填好，提交后放进“我的申请”。',
    en: 'You are signed in: what you keep is filled in, and the request goes among yours.',
  },
} as const

export const accountWords = {
  title: { zh: '账户和个人信息', en: 'Account and personal data' },
  lead: {
    zh: '这是您的账户保存的全部信息，未作遮盖，请注意周围。您查阅的时间已留痕（个人信息保护法第四十五条）。',
    en: 'This is all your account keeps, shown whole: mind who can see your screen. That you looked is recorded (PIPL art. 45).',
  },
  signsIn: { zh: '登录用的地址', en: 'You sign in with' },
  since: { zh: '开立时间', en: 'Opened' },
  sessions: { zh: '现在登录着的浏览器', en: 'Browsers signed in now' },
  file: { zh: '下载（JSON）', en: 'Download (JSON)' },
  details: { zh: '填表时自动填好的信息', en: 'What forms are filled in with' },
  detailsNote: {
    zh: '都可以不填；只在您登录后开始新的申请时使用。',
    en: 'All optional; used only when you begin a request while signed in.',
  },
  organisation: { zh: '以法人或者其他组织身份申请的', en: 'If you apply for an organisation' },
  identity: { zh: '身份证件', en: 'Identity document' },
  keepIdentity: {
    zh: '也保存我的证件号码（敏感个人信息，不保存也不影响申请）',
    en: 'Keep my identity number too (sensitive; you need not)',
  },
  save: { zh: '保存', en: 'Save' },
  saved: { zh: '已保存。', en: 'Saved.' },
  contact: { zh: '更换登录用的地址', en: 'Change the address you sign in with' },
  contactNote: {
    zh: '验证码发到新的地址；更换后，其他浏览器都退出登录。',
    en: 'A code goes to the new one; other browsers are then signed out.',
  },
  acts: { zh: '登录和注销', en: 'Signing in, and closing the account' },
  everywhere: { zh: '在所有设备上退出', en: 'Sign out everywhere' },
  close: { zh: '注销账户', en: 'Close the account' },
  closeNote: {
    zh: '登录地址和常用信息立即删除；您的申请照常办理，只能用受理号和查询码查询。申请卷宗由各机关依法保存。',
    en: 'The address and what you keep here are deleted at once. Your requests go on and can then only be followed by number and code; the agencies keep the files as the law demands.',
  },
  sure: { zh: '我确定要注销，查询码已经保存好', en: 'I am sure, and I have kept my query codes' },
  unsure: { zh: '注销账户请先勾选确认', en: 'Tick the box to confirm that you close the account' },
} as const
