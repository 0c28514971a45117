/** What this slice says when it says no. */
import type { Said } from '../../domain/kernel/lang.ts'
import type { Refusal } from '../../domain/kernel/result.ts'

const no = (code: string, zh: string, en: string, at?: string): Refusal =>
  at === undefined ? { code, says: { zh, en } } : { code, says: { zh, en }, at }

/** The same for a name that is not there, one deactivated, and a wrong password. */
export const badCredentials = no(
  'bad_credentials',
  '登录名或密码不对。请核对大小写和输入法；忘记密码请联系本机关的管理员。',
  'Login or password is wrong. Check capitals and the input method; if you forgot it, ask an administrator.',
)
export const nowhereToWork = no(
  'nowhere_to_work',
  '您任职的机关已撤并，不能再登录办理。如已调到其他机关，请由该机关的管理员添加您。',
  'The agency you worked for is closed, and there is nothing to sign in to. If you work for another now, have its administrator add you.',
)
export const agencyClosed = no(
  'agency_closed',
  '这个机关已撤并，不能再添加人员；请先恢复机关。',
  'This agency is closed and takes no new people. Open it again first.',
)
export const importBeyondReach = no(
  'not_for_this',
  '不是本机关或所监督的机关，不能在这里导入',
  'is neither this agency nor one it supervises',
)
export const importClosed = no('agency_closed', '这个机关已撤并，请先恢复', 'is closed; open it again first')
export const importNoSection = no(
  'unknown_section',
  '该机关没有这个在用的科室，请先添加科室，或核对名称',
  'is no open section of the agency; add it first, or check the name',
)
export const importNoRoles = no(
  'no_role',
  '角色由安全管理员授予：请先清空“角色”列导入人员，再由安全管理员导入同一张表',
  'Roles are granted by the security administrator: import without this column, then have them import the list',
)
export const importNoPeople = no(
  'no_role',
  '人员资料由系统管理员维护：请先由其导入，您再导入角色',
  'People are entered by the system administrator: have them import the list first, then import the roles',
)
export const wrongCode = no(
  'wrong_code',
  '验证码不对。请核对手机时间是否准确，用当前显示的 6 位验证码，或用一个恢复码。',
  'The code is wrong. Check the clock of your telephone and use the six digits shown now, or a recovery code.',
  'body.code',
)
export const replayedCode = no(
  'replayed_code',
  '这个验证码已经用过，请等下一个（约 30 秒）。',
  'This code was used before; wait for the next one (about 30 seconds).',
  'body.code',
)
export const nothingToConfirm = no(
  'nothing_to_confirm',
  '没有等待确认的动态验证码，或已超过 10 分钟；请重新开始设置。',
  'There are no one-time codes to confirm, or ten minutes have passed; begin again.',
)
export const noCodeAwaited = no(
  'no_code_awaited',
  '这次登录不需要验证码。请刷新页面。',
  'This session waits for no code. Reload the page.',
)
export const needsSession = no(
  'not_signed_in',
  '这项操作只能由本人登录后在页面上进行，接口密钥不能代替。请先登录。',
  'Only the person may do this, signed in on a page; an API key will not do. Sign in first.',
)
export const wrongPassword = no(
  'wrong_password',
  '现在的密码不对，请重新输入。',
  'The present password is wrong; enter it again.',
  'body.current',
)
export const linkGone = no(
  'link_gone',
  '这个一次性链接无效、已用过或已过期。请向给您链接的管理员要一个新的。',
  'This one-time link is not valid, was used, or is too old. Ask the administrator who gave it to you for a new one.',
)
export const passkeyRefused = no(
  'passkey_refused',
  '通行密钥没有通过验证。请重试，或用密码登录；仍不行请删除后重新添加。',
  'The passkey proved nothing. Try again or sign in with your password; if it goes on, remove it and add it anew.',
)
export const tooManyPasskeys = no(
  'too_many_passkeys',
  '通行密钥最多 10 个，请先删除不用的。',
  'At most ten passkeys; remove one you no longer use.',
)
export const notAMember = no(
  'not_for_this',
  '您不在这个机关任职，不能切换过去。',
  'You do not work for this agency.',
  'body.agencyId',
)
export const loginTaken = no(
  'taken',
  '这个登录名已有人使用。如果是同一个人，请由两个机关共同的上级机关的管理员添加；否则请换一个登录名。',
  'This login is taken. If it is the same person, an administrator above both agencies must add them; else take another login.',
  'body.login',
)
export const alreadyMember = no(
  'taken',
  '这个人已经是本机关的人员。',
  'This person is already one of the agency.',
  'body.login',
)
export const beyondReach = no(
  'not_for_this',
  '这个人还在您管不到的机关任职，不能在这里办理。请由两个机关共同的上级机关的管理员办理。',
  'This person also works for an agency out of your reach; an administrator above both must do this.',
)
export const unknownRole = (role: string): Refusal =>
  no('unknown_role', `没有“${role}”这个角色。`, `There is no role "${role}".`, 'body.roles')
export const notVacant = no(
  'no_role',
  '角色由安全管理员授予。系统管理员只能在还没有安全管理员、审计管理员时，指定一位新添加的、没有其他角色的人担任。',
  'Roles are granted by the security administrator. The system administrator may only appoint the first security or audit administrator, who holds no other role.',
  'body.roles',
)
export const unknownSection = no(
  'unknown_section',
  '没有这个科室，请重新选择。',
  'There is no such section; choose again.',
  'body.sectionId',
)
export const deactivatedPerson = no(
  'deactivated',
  '这个人已停用，请先恢复。',
  'This person is deactivated; reactivate them first.',
)
export const unknownScope = (scope: string): Refusal =>
  no(
    'unknown_scope',
    `没有“${scope}”这个范围；请填写接口名，如 reports.check，或一类接口，如 reports.*。`,
    `There is no scope "${scope}"; give the name of an operation, as reports.check, or of all of a kind, as reports.*.`,
    'body.scopes',
  )
export const keyUnknown = no(
  'key_unknown',
  '接口密钥不对。请核对是否完整复制。',
  'This API key is not known. Check that it was copied whole.',
)
export const keyEnded = no(
  'key_ended',
  '接口密钥已过期或作废，或所属人员已停用。请新建一个。',
  'This API key has run out or was revoked, or its person was deactivated. Make a new one.',
)
export const missing = (at: string): Refusal => no('missing', '请填写这一项。', 'Fill this in.', `body.${at}`)
export const noPasswordHere = no(
  'no_password_here',
  '这个链接不设密码，请不要填写。',
  'This link sets no password; leave it empty.',
  'body.password',
)

export const personWord: Said = { zh: '人员', en: 'person' }
export const sessionWord: Said = { zh: '会话', en: 'session' }
export const passkeyWord: Said = { zh: '通行密钥', en: 'passkey' }
export const delegationWord: Said = { zh: '委托', en: 'delegation' }
export const keyWord: Said = { zh: '接口密钥', en: 'API key' }
