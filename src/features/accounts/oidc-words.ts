/** How a sign-in at the identity provider can come to nothing, for the sign-in page. Safe for the browser. */
import type { Said } from '../../domain/kernel/lang.ts'

export const oidcTroubles = {
  off: {
    zh: '本系统没有接入统一身份认证平台，请用登录名和密码登录。',
    en: 'There is no identity provider here; sign in with login and password.',
  },
  unreachable: {
    zh: '统一身份认证平台没有应答。请稍后再试，或用登录名和密码登录。',
    en: 'The identity provider does not answer. Try later, or sign in with login and password.',
  },
  refused: {
    zh: '统一身份认证平台没有同意这次登录。请重新登录；仍不行请联系该平台的管理员。',
    en: 'The identity provider refused. Try again, or ask the people who run it.',
  },
  mismatch: {
    zh: '这次登录不是从本页面开始的，或者已超过 10 分钟。请重新开始。',
    en: 'This sign-in did not begin here, or is older than ten minutes. Begin again.',
  },
  bad_answer: {
    zh: '统一身份认证平台的应答无法核实。请重新开始；仍不行请系统管理员核对其设置。',
    en: 'The answer of the identity provider cannot be verified. Begin again, or have its settings checked.',
  },
  not_linked: {
    zh: '您在统一身份认证平台的身份还没有与本系统的账号关联。请先用登录名和密码登录，再在“我的账号”里关联。',
    en: 'Your identity there is not tied to an account here. Sign in with login and password, then tie it under “My account”.',
  },
  taken: {
    zh: '统一身份认证平台的这个身份已与另一个账号关联。请核对在该平台登录的是不是您本人。',
    en: 'This identity is tied to another account. Check who is signed in at the provider.',
  },
  deactivated: {
    zh: '您的账号已停用。请联系本机关的系统管理员。',
    en: 'Your account is deactivated. Ask the system administrator of your agency.',
  },
  not_signed_in: {
    zh: '要关联统一身份认证平台的身份，请先登录，再从“我的账号”里开始。',
    en: 'To tie an identity to your account, sign in first and begin under “My account”.',
  },
  too_often: {
    zh: '从这个网络地址登录得太频繁，请过几分钟再试。',
    en: 'Too many sign-ins from this address; try again in a few minutes.',
  },
} as const satisfies Readonly<Record<string, Said>>

export type OidcTrouble = keyof typeof oidcTroubles
