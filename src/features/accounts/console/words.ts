/** Words of the pages on people, delegations, keys and one's own account. */
import type { Said } from '../../../domain/kernel/lang.ts'

export const peopleWords = {
  title: { zh: '人员', en: 'People' },
  lead: {
    zh: '本机关使用系统的人员和他们的角色。停用的人员不能登录，做过的事仍留名。',
    en: 'Who uses the system in this agency, and in which roles. Who is deactivated signs in no more; what they did keeps their name.',
  },
  add: { zh: '添加人员', en: 'Add a person' },
  search: { zh: '姓名或登录名', en: 'Name or login' },
  role: { zh: '角色', en: 'Role' },
  name: { zh: '姓名', en: 'Name' },
  login: { zh: '登录名', en: 'Login' },
  loginHelp: {
    zh: '3 至 32 位小写字母、数字、点、横线，例如 zhang.san；建好后不能改。',
    en: '3 to 32 small letters, digits, dots and dashes, e.g. zhang.san; it cannot be changed later.',
  },
  section: { zh: '科室', en: 'Section' },
  email: { zh: '邮箱', en: 'Mail address' },
  emailHelp: { zh: '用于接收提醒，可以不填', en: 'For reminders; may be left out' },
  phone: { zh: '电话', en: 'Telephone' },
  phoneHelp: { zh: '加密保存，平时只显示首尾几位', en: 'Kept encrypted; mostly shown masked' },
  phoneNow: (masked: string): Said => ({
    zh: `现为 ${masked}；不修改的请留空`,
    en: `Now ${masked}; leave blank to keep it`,
  }),
  phoneRemove: { zh: '删除电话', en: 'Remove the telephone' },
  roles: { zh: '角色', en: 'Roles' },
  appoint: {
    zh: '角色由安全管理员授予。还没有安全管理员、审计管理员的，可在此指定第一位。',
    en: 'Roles are granted by the security administrator. Where there is none yet, name the first here.',
  },
  rolesNone: { zh: '未授予角色', en: 'No role' },
  status: { zh: '状态', en: 'State' },
  lastSeen: { zh: '最近登录', en: 'Last seen' },
  never: { zh: '从未', en: 'never' },
  empty: { zh: '这里列出本机关的人员。', en: "The agency's people are listed here." },
  statuses: {
    invited: { zh: '待开通', en: 'Invited' },
    active: { zh: '在用', en: 'Active' },
    locked: { zh: '已锁定', en: 'Locked' },
    deactivated: { zh: '已停用', en: 'Deactivated' },
  },
  linkTitle: { zh: '一次性链接', en: 'One-time link' },
  linkLead: {
    zh: '请当面或通过内部渠道交给本人。此链接只显示这一次，只能使用一次。',
    en: 'Hand it over in person or by an internal channel. It is shown only now and works once.',
  },
  linkUntil: (time: string): Said => ({ zh: `有效期至 ${time}`, en: `Valid until ${time}` }),
  toList: { zh: '返回人员列表', en: 'Back to the list' },
  addAnother: { zh: '再添加一位', en: 'Add another' },
  added: (name: string): Said => ({ zh: `已添加${name}`, en: `${name} was added` }),
  notFound: {
    zh: '没有找到这个人。可能已调到其他机关。',
    en: 'This person was not found; perhaps of another agency now.',
  },
  data: { zh: '资料与角色', en: 'Data and roles' },
  account: { zh: '账号', en: 'Account' },
  newLink: { zh: '生成新密码链接', en: 'Make a link for a new password' },
  newLinkTitle: { zh: '生成一次性链接？', en: 'Make a one-time link?' },
  newLinkText: {
    zh: '本人用这个链接设置新密码。以前生成的链接随即失效。',
    en: 'With it the person sets a new password. Links made before stop working.',
  },
  unmask: { zh: '查看完整电话', en: 'See the whole number' },
  unmaskTitle: { zh: '查看完整电话', en: 'See the whole telephone number' },
  unmaskText: {
    zh: '查看会记入审计记录，请写明用途。',
    en: 'This goes into the record; say what you need it for.',
  },
  deactivate: { zh: '停用', en: 'Deactivate' },
  deactivateTitle: { zh: '停用这位人员？', en: 'Deactivate this person?' },
  deactivateText: {
    zh: '停用后不能登录，正在进行的会话立即结束，做过的事仍留名。以后可以恢复。',
    en: 'They sign in no more, open sessions end at once, what they did keeps their name. It can be taken back.',
  },
  deactivated: { zh: '已停用', en: 'Deactivated' },
  reactivate: { zh: '恢复', en: 'Reactivate' },
  reactivated: { zh: '已恢复', en: 'Reactivated' },
} satisfies Record<string, Said | Record<string, Said> | ((...a: never[]) => Said)>

export const peopleImportWords = {
  open: { zh: '从表格导入', en: 'Import' },
  title: { zh: '从表格导入人员', en: 'Import people' },
  columns: {
    zh: '需要的列：登录名、姓名、所在机关；可以有：科室、角色、手机、电子邮箱。先由系统管理员导入人员（“角色”留空），再由安全管理员导入角色；三员不能由名单指定。',
    en: 'Columns needed: 登录名, 姓名, 所在机关; possible: 科室, 角色, 手机, 电子邮箱. First the system administrator imports people with the roles left empty, then the security administrator their roles; administrators are not appointed by a list.',
  },
  really: { zh: '真正导入', en: 'Import now' },
  reallyTitle: { zh: '导入这些人员？', en: 'Import these people?' },
  reallyText: (n: number): Said => ({
    zh: `将新建或修改 ${n} 人。`,
    en: `${n} people will be added or changed.`,
  }),
  name: { zh: '人员', en: 'Person' },
  link: { zh: '一次性链接', en: 'One-time link' },
  links: {
    zh: '新建人员的一次性链接只显示这一次，7 天内有效：请现在保存，分别交给本人。以后可以在人员页面重新生成。',
    en: 'The links of new people are shown only now and last 7 days: save them and give each to its person. New ones can be made later on the page of each.',
  },
  saveLinks: { zh: '保存链接（CSV）', en: 'Save the links (CSV)' },
} satisfies Record<string, Said | ((...a: never[]) => Said)>

export const delegationWords = {
  title: { zh: '外出委托', en: 'Delegations while away' },
  lead: {
    zh: '外出期间由同事代为办理。自己起草的稿件不能由自己代人审批；管理员角色不能委托。',
    en: 'A colleague acts for you while you are away. Nobody approves their own draft in your place; administrators delegate nothing.',
  },
  from: { zh: '委托人', en: 'From' },
  to: { zh: '受托人', en: 'To' },
  fromDate: { zh: '开始日期', en: 'First day' },
  untilDate: { zh: '结束日期', en: 'Last day' },
  days: { zh: '期间', en: 'Days' },
  new: { zh: '新的委托', en: 'A new delegation' },
  submit: { zh: '委托', en: 'Delegate' },
  done: { zh: '委托已生效', en: 'Delegated' },
  ended: (day: string): Said => ({ zh: `已于 ${day} 收回`, en: `taken back on ${day}` }),
  revoke: { zh: '收回', en: 'Take back' },
  revokeTitle: { zh: '收回委托？', en: 'Take the delegation back?' },
  revokeText: { zh: '受托人随即不能再代为办理。', en: 'The colleague can no longer act for you.' },
  revoked: { zh: '委托已收回', en: 'Taken back' },
  empty: {
    zh: '还没有委托。外出前在这里指定代为办理的同事。',
    en: 'None yet. Name a colleague here before you leave.',
  },
  noRoles: { zh: '您没有可以委托的角色。', en: 'You hold no role that can be handed over.' },
} satisfies Record<string, Said | ((...a: never[]) => Said)>

export const keyWords = {
  title: { zh: '接口密钥', en: 'API keys' },
  lead: {
    zh: '供其他程序调用接口。每个密钥只给需要的范围，到期作废。',
    en: 'For other programs that call the API. Give each only the scope it needs.',
  },
  new: { zh: '新建密钥', en: 'A new key' },
  name: { zh: '用途', en: 'Use' },
  nameHelp: { zh: '例如：门户网站同步', en: 'e.g. portal synchronisation' },
  scopes: { zh: '范围', en: 'Scopes' },
  scopesHelp: {
    zh: '一行一个：接口名（如 reports.list），或一类接口（如 reports.*）',
    en: 'One a line: an operation (reports.list) or all of a kind (reports.*)',
  },
  days: { zh: '有效天数', en: 'Days valid' },
  daysHelp: { zh: '1 至 730 天', en: '1 to 730 days' },
  secretTitle: { zh: '密钥已生成', en: 'The key is made' },
  secretLead: {
    zh: '密钥只显示这一次，请立即保存到使用它的程序中。',
    en: 'It is shown only now: put it into the program that uses it.',
  },
  expires: { zh: '到期', en: 'Expires' },
  used: { zh: '最近使用', en: 'Last used' },
  state: { zh: '状态', en: 'State' },
  valid: { zh: '有效', en: 'Valid' },
  revoked: { zh: '已作废', en: 'Revoked' },
  expired: { zh: '已到期', en: 'Expired' },
  revoke: { zh: '作废', en: 'Revoke' },
  revokeTitle: { zh: '作废这个密钥？', en: 'Revoke this key?' },
  revokeText: {
    zh: '使用它的程序随即不能再调用接口，不能恢复。',
    en: 'The program that uses it can call no more. This cannot be undone.',
  },
  revokeDone: { zh: '密钥已作废', en: 'Key revoked' },
  empty: { zh: '还没有接口密钥。', en: 'No API key yet.' },
} satisfies Record<string, Said>

export const meWords = {
  title: { zh: '我的账号与安全', en: 'My account and security' },
  password: { zh: '密码', en: 'Password' },
  codes: { zh: '动态验证码', en: 'One-time codes' },
  codesOn: { zh: '已启用', en: 'In use' },
  codesOff: { zh: '未启用', en: 'Not in use' },
  codesAgain: { zh: '重新设置', en: 'Set up anew' },
  codesDone: { zh: '动态验证码已启用', en: 'One-time codes are in use' },
  oidcLink: { zh: '关联统一身份认证平台的身份', en: "Tie the organisation's identity to this account" },
  passkeys: { zh: '通行密钥', en: 'Passkeys' },
  passkeysLead: {
    zh: '用本机的指纹、面容或安全钥匙登录，不怕钓鱼网站。',
    en: 'Sign in by fingerprint, face or security key; no false site can use it.',
  },
  passkeysEmpty: { zh: '还没有通行密钥。', en: 'No passkey yet.' },
  passkeyName: { zh: '给它起个名字', en: 'A name for it' },
  passkeyNameHelp: { zh: '例如：办公室电脑', en: 'e.g. office computer' },
  passkeyAdd: { zh: '添加通行密钥', en: 'Add a passkey' },
  passkeyNot: {
    zh: '这里的浏览器不能用通行密钥：需要 https，且用域名访问（本机用 localhost，不用 127.0.0.1）。',
    en: 'This browser cannot use passkeys here: https is needed, and a host name instead of a number (localhost, not 127.0.0.1).',
  },
  passkeyCancelled: { zh: '没有添加：操作已取消。', en: 'Nothing was added: it was cancelled.' },
  passkeyAdded: { zh: '通行密钥已添加', en: 'Passkey added' },
  remove: { zh: '删除', en: 'Remove' },
  removeTitle: { zh: '删除这个通行密钥？', en: 'Remove this passkey?' },
  removeText: { zh: '以后不能再用它登录。', en: 'It opens this account no more.' },
  removed: { zh: '通行密钥已删除', en: 'Passkey removed' },
  sessions: { zh: '登录会话', en: 'Sessions' },
  sessionsLead: {
    zh: '不认识的会话请立即结束，并修改密码。',
    en: 'End any you do not know, and change the password.',
  },
  here: { zh: '本次登录', en: 'this one' },
  agent: { zh: '浏览器', en: 'Browser' },
  address: { zh: '地址', en: 'Address' },
  since: { zh: '登录时间', en: 'Since' },
  seen: { zh: '最近活动', en: 'Last seen' },
  end: { zh: '结束', en: 'End' },
  ended: { zh: '会话已结束', en: 'Session ended' },
  created: { zh: '添加时间', en: 'Added' },
  used: { zh: '最近使用', en: 'Last used' },
  never: { zh: '从未', en: 'never' },
} satisfies Record<string, Said>

export const noticeWords = {
  title: { zh: '提醒方式', en: 'How I hear of things' },
  lead: {
    zh: '消息总会出现在系统里。还想收到邮件或短信的，请勾选；短信避开本机关的免打扰时段。',
    en: 'Everything shows in the console. Tick what you also want by mail or SMS; SMS keeps the quiet hours of the agency.',
  },
  reached: (email: string | null, phone: string | null): Said => ({
    zh: `登记的邮箱：${email ?? '无'}；电话：${phone ?? '无'}。要改请找系统管理员。`,
    en: `Your mail address: ${email ?? 'none'}; telephone: ${phone ?? 'none'}. The system administrator changes them.`,
  }),
  ways: {
    place: { zh: '系统内消息', en: 'In the console' },
    mail: { zh: '邮件', en: 'Mail' },
    sms: { zh: '短信', en: 'SMS' },
  },
} satisfies Record<string, Said | Record<string, Said> | ((...a: never[]) => Said)>
