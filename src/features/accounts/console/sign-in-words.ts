/** Words of the door: signing in, one-time links, passwords, one-time codes. */
import type { Said } from '../../../domain/kernel/lang.ts'

export const signInWords = {
  product: { zh: '政府信息公开工作平台', en: 'Government information disclosure' },
  title: { zh: '登录', en: 'Sign in' },
  login: { zh: '登录名', en: 'Login' },
  password: { zh: '密码', en: 'Password' },
  enter: { zh: '登录', en: 'Sign in' },
  passkey: { zh: '用通行密钥登录', en: 'Sign in with a passkey' },
  oidc: { zh: '用统一身份认证登录', en: "Sign in with the organisation's account" },
  or: { zh: '或者', en: 'or' },
  forgot: {
    zh: '忘记密码的，请联系本机关系统管理员生成一次性链接。',
    en: 'Password forgotten? Ask your system administrator for a one-time link.',
  },
  again: { zh: '登录已结束，请重新登录', en: 'Your session has ended: sign in again' },
  againText: {
    zh: '登录后回到这一页，刚才填写的内容还在。',
    en: 'You come back to this page, and what you typed is still there.',
  },
  secondTitle: { zh: '动态验证码', en: 'One-time code' },
  secondLead: {
    zh: '请打开手机上的验证器，输入现在显示的 6 位数字。',
    en: 'Open the authenticator on your phone and type the 6 digits it shows now.',
  },
  code: { zh: '验证码或恢复码', en: 'Code or recovery code' },
  codeHelp: {
    zh: '手机不在身边的，可输入一个恢复码；每个恢复码只能用一次。',
    en: 'Without your phone, type a recovery code; each works once.',
  },
  confirm: { zh: '确认', en: 'Confirm' },
  setUpTitle: { zh: '设置动态验证码', en: 'Set up one-time codes' },
  setUpLead: {
    zh: '为保护账号，登录时除密码外还需一次性的 6 位数字。',
    en: 'To protect the account, signing in takes six one-time digits beside the password.',
  },
  setUpBegin: { zh: '开始设置', en: 'Begin' },
  scan: {
    zh: '用手机上的验证器应用扫描这个二维码；不能扫描的，在应用里手工输入下面的密钥。',
    en: 'Scan this code with an authenticator on your phone; if it cannot scan, type the key below into it.',
  },
  qr: { zh: '动态验证码的二维码', en: 'QR code for one-time codes' },
  secret: { zh: '密钥', en: 'Key' },
  sixDigits: { zh: '应用现在显示的 6 位数字', en: 'The six digits it shows now' },
  recoveryTitle: { zh: '请保存恢复码', en: 'Keep these recovery codes' },
  recoveryLead: {
    zh: '手机丢失时凭恢复码登录。这些码只显示这一次，请打印或抄下，放在安全的地方。',
    en: 'They let you in when the phone is lost. They are shown only now: print or copy them and keep them safe.',
  },
  recoveryKept: { zh: '已保存，继续', en: 'I have kept them' },
  passwordTitle: { zh: '修改密码', en: 'Change the password' },
  passwordForced: {
    zh: '密码已到更换期限，或由他人设置过。请先换一个只有您知道的密码。',
    en: 'The password is due for a change, or was set by somebody else. First take one only you know.',
  },
  currentPassword: { zh: '现在的密码', en: 'Present password' },
  nextPassword: { zh: '新密码', en: 'New password' },
  passwordHelp: {
    zh: '至少 10 位，大写字母、小写字母、数字、符号中用三类；16 位以上可任意组合。不含登录名。',
    en: 'At least 10 characters of three kinds (capitals, small letters, digits, signs), or 16 of any kind. Not your login.',
  },
  repeat: { zh: '再输入一次', en: 'Once more' },
  repeatWrong: { zh: '两次输入的密码不一样', en: 'The two passwords differ' },
  passwordChanged: { zh: '密码已修改', en: 'Password changed' },
  linkTitle: {
    first_administrator: { zh: '设立第一位系统管理员', en: 'The first system administrator' },
    invitation: { zh: '开通账号', en: 'Open your account' },
    new_password: { zh: '设置新密码', en: 'Set a new password' },
    demo: { zh: '进入演示', en: 'Enter the demonstration' },
  },
  linkLead: {
    first_administrator: {
      zh: '请为您所在的机关和您自己登记。此链接只能使用一次。',
      en: 'Register your agency and yourself. This link works once.',
    },
    invitation: { zh: '请设置密码。此链接只能使用一次。', en: 'Set a password. This link works once.' },
    new_password: { zh: '请设置新密码。此链接只能使用一次。', en: 'Set a new password. This link works once.' },
    demo: { zh: '以演示账号直接进入，无需密码。', en: 'Enter with a demonstration account, without a password.' },
  },
  for: (name: string, login: string): Said => ({ zh: `${name}（登录名 ${login}）`, en: `${name} (login ${login})` }),
  yourName: { zh: '您的姓名', en: 'Your name' },
  agencyName: { zh: '机关全称', en: 'Full name of the agency' },
  agencyHelp: { zh: '与公章一致，例如：示例县人民政府办公室', en: 'As on its seal' },
  regionCode: { zh: '行政区划代码', en: 'Region code' },
  regionHelp: { zh: '6 位数字，例如 330199', en: 'Six digits, e.g. 330199' },
  loginHelp: {
    zh: '3 至 32 位小写字母、数字、点、横线，例如 zhang.san',
    en: '3 to 32 small letters, digits, dots and dashes, e.g. zhang.san',
  },
  enterDemo: { zh: '进入', en: 'Enter' },
  toSignIn: { zh: '去登录', en: 'To sign in' },
  noPasskey: {
    zh: '这个浏览器不能使用通行密钥，或您取消了操作。请用密码登录。',
    en: 'This browser cannot use passkeys, or you cancelled. Sign in with the password.',
  },
  language: { zh: 'English', en: '中文' },
}
