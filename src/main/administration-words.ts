/** The words of the commands by which whoever runs the program acts on an installation. */
import type { Said } from '../domain/kernel/lang.ts'

/** What each command is for, as its help says. */
export const aboutAdministration = {
  user: {
    zh: '人员账号：添加、一次性链接、解除锁定、列表。都记入审计记录。',
    en: 'Accounts of people: add, one-time link, unlock, list. All of it is recorded.',
  },
  userAdd: {
    zh: '在一个机关添加一个人，并给出设置密码用的一次性链接。',
    en: 'Add a person to an agency, and print the one-time link by which they set a password.',
  },
  userLink: {
    zh: '给出新的一次性链接：尚未登录过的重新邀请，其余设置新密码。先前的链接作废。',
    en: 'Print a fresh one-time link: an invitation again, or for a new password. Links before it end.',
  },
  userUnlock: { zh: '解除多次登录失败造成的锁定。', en: 'Unlock a login after too many failures.' },
  userList: { zh: '列出账号、状态、机关和角色。', en: 'List accounts with their state, agencies and roles.' },
  import: {
    zh: '从 xlsx 表格导入机关或人员；逐行说明，可先试运行。',
    en: 'Import agencies or people from an xlsx spreadsheet, with a word on every row; may be tried first.',
  },
  importAgencies: {
    zh: '导入机关：新增的建立，已有的更新，空格不改动原值。',
    en: 'Import agencies: new ones are made, known ones changed; empty cells leave what is there.',
  },
  importPeople: {
    zh: '导入人员：新增的给出一次性链接，已有的更新。三员不能由名单指定。',
    en: 'Import people: new ones get a one-time link, known ones are changed. Administrators are not made by lists.',
  },
  export: {
    zh: '导出已经公开的数据：机关和已发布的年度报告，每行一个 JSON 对象。',
    en: 'Export what is public: agencies and their published reports, one JSON object a line.',
  },
  keys: { zh: '加密个人信息的密钥：更换、重新封装。', en: 'The keys that seal personal data: rotate, rewrap.' },
  keysRotate: {
    zh: '更换数据密钥并用新密钥重新加密；中断后再运行一次即从断处继续。',
    en: 'Give agencies new data keys and seal anew under them; run again after a break and it goes on from there.',
  },
  keysRewrap: {
    zh: '更换主密钥后，用新主密钥重新封装全部数据密钥。先在密钥文件首行加入新密钥（旧的留在下面）并重启，再运行本命令，之后才可删去旧的。',
    en: 'After the master key was changed, close all data keys with the new one. First put the new key on the first line of the key file, keep the former below, restart; then run this; only then may the former go.',
  },
} satisfies Record<string, Said>

export const administrationOptions = {
  login: { zh: '登录名', en: 'login' },
  name: { zh: '姓名', en: 'name of the person' },
  agency: { zh: '机关名称或统一社会信用代码', en: 'name or unified social credit code of the agency' },
  role: { zh: '角色（可多次给出）：', en: 'role (may be repeated): ' },
  sheet: { zh: 'xlsx 表格', en: 'the xlsx spreadsheet' },
  dryRun: { zh: '只试运行，不作改动', en: 'only try it; nothing is changed' },
  output: { zh: '写到这个文件，不给出则写到标准输出', en: 'write to this file; left out: to standard output' },
  all: { zh: '所有机关和安装本身', en: 'all agencies and the installation itself' },
} satisfies Record<string, Said>

const s = (n: number, one: string, more = `${one}s`) => `${n} ${n === 1 ? one : more}`

export const administrationResults = {
  link: (login: string, link: string, until: string): Said => ({
    zh: `${login} 的一次性链接，${until} 前有效，只能用一次：\n${link}`,
    en: `One-time link of ${login}, good until ${until}, once:\n${link}`,
  }),
  unlocked: (login: string): Said => ({ zh: `已解除 ${login} 的锁定。`, en: `${login} is unlocked.` }),
  row: (row: number, outcome: string, name: string, says: string): Said => ({
    zh: `第 ${row} 行  ${outcome}  ${name}${says === '' ? '' : `  ${says}`}`,
    en: `row ${row}  ${outcome}  ${name}${says === '' ? '' : `  ${says}`}`,
  }),
  imported: (dryRun: boolean, c: Readonly<Record<'created' | 'changed' | 'unchanged' | 'refused', number>>): Said => ({
    zh: `${dryRun ? '试运行，没有改动：' : ''}新增 ${c.created}，修改 ${c.changed}，不变 ${c.unchanged}，未通过 ${c.refused}。`,
    en: `${dryRun ? 'Tried, nothing changed: ' : ''}${c.created} new, ${c.changed} changed, ${c.unchanged} as they were, ${c.refused} refused.`,
  }),
  ignored: (heads: readonly string[]): Said => ({
    zh: `没有读取的列：${heads.join('、')}`,
    en: `columns passed over: ${heads.join(', ')}`,
  }),
  exported: (file: string, agencies: number, reports: number): Said => ({
    zh: `已写出 ${file}：${agencies} 个机关、${reports} 份年度报告。`,
    en: `wrote ${file}: ${s(agencies, 'agency', 'agencies')}, ${s(reports, 'report')}.`,
  }),
  rotated: (name: string | null, version: number, resealed: number): Said => ({
    zh: `${name ?? '安装本身'}：第 ${version} 版密钥，重新加密 ${resealed} 项`,
    en: `${name ?? 'the installation'}: key version ${version}, ${s(resealed, 'value')} sealed anew`,
  }),
  rewrapped: (master: string, count: number): Said => ({
    zh: `已用主密钥 ${master} 封装全部数据密钥（本次 ${count} 个）；密钥文件中的其他密钥可以删去。`,
    en: `All data keys are closed by master key ${master} (${count} just now); other keys may leave the key file.`,
  }),
} satisfies Record<string, (...given: never[]) => Said>

export const administrationTroubles = {
  agencyOrAll: { zh: '请给出 --agency 或 --all，二者只取其一。', en: 'Give either --agency or --all, not both.' },
  noSheet: (file: string): Said => ({
    zh: `不能读取 ${file}，请核对文件名和读取权限。`,
    en: `${file} cannot be read; check its name and that it may be read.`,
  }),
} satisfies Record<string, Said | ((...given: never[]) => Said)>

export const accountStates: Readonly<Record<string, Said>> = {
  invited: { zh: '已邀请', en: 'invited' },
  active: { zh: '使用中', en: 'active' },
  deactivated: { zh: '已停用', en: 'deactivated' },
}

export const importOutcomes: Readonly<Record<'created' | 'changed' | 'unchanged' | 'refused', Said>> = {
  created: { zh: '新增', en: 'new' },
  changed: { zh: '修改', en: 'changed' },
  unchanged: { zh: '不变', en: 'unchanged' },
  refused: { zh: '未通过', en: 'refused' },
}
