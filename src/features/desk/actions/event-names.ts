/** Who did what to whom, in words: the record keeps ids and short words, people read names. */
import type { Said } from '../../../domain/kernel/lang.ts'
import type { Tx } from '../../../platform/db/connect.ts'
import {
  accountNames,
  agencyNames,
  documentTitles,
  publicationTitles,
  reportNames,
  sectionNames,
} from '../store/lookups.ts'

/** Actors that are nobody's account. */
const actorWords: Readonly<Record<string, Said>> = {
  visitor: { zh: '访客', en: 'Visitor' },
  operator: { zh: '运维人员（命令行）', en: 'Operator (command line)' },
  demo: { zh: '演示数据', en: 'Demonstration' },
}

/** What acts are about, by the word before the colon. */
const subjectWords: Readonly<Record<string, Said>> = {
  account: { zh: '人员', en: 'Person' },
  agency: { zh: '机关', en: 'Agency' },
  api_key: { zh: '接口密钥', en: 'API key' },
  calendar: { zh: '节假日历', en: 'Calendar' },
  data_keys: { zh: '全部数据密钥', en: 'All data keys' },
  data_key: { zh: '数据密钥', en: 'Data key' },
  delegation: { zh: '外出委托', en: 'Delegation' },
  document: { zh: '页面', en: 'Page' },
  installation: { zh: '安装本身', en: 'The installation' },
  job: { zh: '后台任务', en: 'Job' },
  login: { zh: '不存在的登录名', en: 'Login of nobody' },
  publication: { zh: '主动公开信息', en: 'Publication' },
  record: { zh: '审计记录', en: 'Record' },
  report: { zh: '年度报告', en: 'Annual report' },
  section: { zh: '科室', en: 'Section' },
}

/** Acts that are no call of the API, and so have no contract to be named by. */
export const kindWords: Readonly<Record<string, Said>> = {
  'accounts.failedSignIn': { zh: '登录失败', en: 'Failed to sign in' },
  'accounts.unlock': { zh: '解除锁定', en: 'Unlock a login' },
  'accounts.oidcSignIn': { zh: '通过身份认证系统登录', en: 'Sign in by the identity provider' },
  'accounts.oidcLink': { zh: '关联身份认证系统的身份', en: 'Tie an identity of the provider' },
  'accounts.rotateDataKey': { zh: '更换数据密钥', en: 'Renew a data key' },
  'accounts.beginRotation': { zh: '开始更换全部数据密钥', en: 'Begin to renew all data keys' },
  'accounts.endRotation': { zh: '全部数据密钥更换完毕', en: 'All data keys renewed' },
  'publications.begin': { zh: '依申请公开的信息转为主动公开草稿', en: 'Begin a draft of what was disclosed' },
  'accounts.rewrapDataKeys': { zh: '改用新的主密钥', en: 'Go over to a new master key' },
}

export interface Names {
  readonly actor: (actor: string) => Said
  readonly subject: (subject: string) => Said
}

type Row = { readonly actor: string; readonly subject: string }

/** Looks up all names of some entries, each kind in one go. */
export async function namesFor(tx: Tx, rows: readonly Row[]): Promise<Names> {
  const subjects = rows.map(({ subject }) => parted(subject))
  const ids = (...kinds: readonly string[]) => subjects.flatMap(({ kind, id }) => (kinds.includes(kind) ? [id] : []))
  const accounts = await accountNames(tx, [...rows.map(({ actor }) => actor), ...ids('account')])
  const agencies = await agencyNames(tx, ids('agency', 'record', 'data_key'))
  const found: Readonly<Record<string, ReadonlyMap<string, string>>> = {
    account: accounts,
    agency: agencies,
    record: agencies,
    data_key: agencies,
    section: await sectionNames(tx, ids('section')),
    document: await documentTitles(tx, ids('document')),
    publication: await publicationTitles(tx, ids('publication')),
    report: await reportNames(tx, ids('report')),
  }
  return {
    actor: actor => both(accounts.get(actor)) ?? actorWords[actor] ?? unnamed(actor),
    subject: subject => {
      const { kind, id } = parted(subject)
      const word = subjectWords[kind]
      if (!word) return { zh: subject, en: subject }
      if (id === '') return word
      const name = found[kind]?.get(id) ?? shortened(id)
      return { zh: `${word.zh} ${name}`, en: `${word.en} ${name}` }
    },
  }
}

/** The actors a typed word means beside people: 访客, Operator. */
export function actorsNamed(typed: string): readonly string[] {
  const word = typed.trim().toLowerCase()
  return Object.entries(actorWords).flatMap(([id, { zh, en }]) =>
    word !== '' && (zh.includes(word) || en.toLowerCase().includes(word)) ? [id] : [],
  )
}

function parted(subject: string): { readonly kind: string; readonly id: string } {
  const at = subject.indexOf(':')
  return at < 0 ? { kind: subject, id: '' } : { kind: subject.slice(0, at), id: subject.slice(at + 1) }
}

function both(name: string | undefined): Said | undefined {
  return name === undefined ? undefined : { zh: name, en: name }
}

/** A job by its name; whoever is known no more by the end of the id. */
function unnamed(actor: string): Said {
  const job = /^job:(.+)$/.exec(actor)?.[1]
  if (job !== undefined) return { zh: `后台任务 ${job}`, en: `Background job ${job}` }
  return { zh: `已不在的账号 ${shortened(actor)}`, en: `Account no longer there ${shortened(actor)}` }
}

const whole = 12

/** Long ids by their end, which tells them apart. */
function shortened(id: string): string {
  return id.length > whole ? `…${id.slice(-8)}` : id
}
