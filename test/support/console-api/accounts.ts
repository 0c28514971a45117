/** The made-up people, their sessions and keys. */
import { Secret, TOTP } from 'otpauth'
import { noticeChoices, noticeGroupIds, noticeGroups } from '../../../src/domain/people/notices.ts'
import { checkRoles, type RoleId } from '../../../src/domain/people/roles.ts'
import * as c from '../../../src/features/accounts/contract.ts'
import * as notices from '../../../src/features/accounts/notice-contract.ts'
import * as peopleContracts from '../../../src/features/accounts/people-contract.ts'
import { answers, type Handler, idOf, pageFrom, refusal } from './fake.ts'

type Step = 'done' | 'second_factor' | 'set_up_second_factor' | 'change_password'

export interface Accounts {
  signedIn: boolean
  step: Step
  readonly people: peopleContracts.Person[]
  readonly delegations: peopleContracts.Delegation[]
  readonly keys: peopleContracts.ApiKey[]
  readonly choices: Record<string, readonly string[]>
  readonly totp: TOTP
}

export const now = '2026-11-21T10:33:00+08:00'
export const agencyId = idOf(1)
export const password = '一把很长的钥匙 for tests 2026'
const meId = idOf(100)

const person = (
  n: number,
  login: string,
  name: string,
  roles: string[],
  more: Partial<peopleContracts.Person> = {},
): peopleContracts.Person => ({
  id: idOf(n),
  login,
  name,
  email: `${login}@example.gov.cn`,
  phone: '138****1234',
  sectionId: null,
  roles,
  status: 'active',
  lastSeenAt: now,
  ...more,
})

export function madeUpAccounts(): Accounts {
  return {
    signedIn: false,
    step: 'done',
    choices: { work: ['mail'] },
    totp: new TOTP({
      issuer: '示例县',
      label: 'chen.ming',
      secret: Secret.fromBase32('JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP'),
    }),
    people: [
      person(100, 'chen.ming', '陈明', ['office_head', 'handler']),
      person(101, 'li.na', '李娜', ['drafter', 'handler']),
      person(102, 'wang.qiang', '王强', ['reviewer']),
      person(103, 'zhao.min', '赵敏', ['secrecy_reviewer'], { status: 'locked' }),
      person(104, 'sun.li', '孙丽', [], { status: 'invited', lastSeenAt: null, phone: null }),
      person(105, 'zhou.wei', '周伟', ['leader'], { status: 'deactivated' }),
    ],
    delegations: [
      {
        id: idOf(200),
        from: { id: meId, name: '陈明' },
        to: { id: idOf(101), name: '李娜' },
        roles: ['office_head'],
        fromDate: '2026-11-24',
        untilDate: '2026-11-28',
        endedOn: null,
      },
    ],
    keys: [
      {
        id: idOf(300),
        name: '门户网站同步',
        scopes: ['reports.list', 'reports.get'],
        createdAt: now,
        expiresAt: '2027-11-21T00:00:00+08:00',
        revokedAt: null,
        lastUsedAt: now,
      },
      {
        id: idOf(301),
        name: '旧系统迁移',
        scopes: ['agencies.*'],
        createdAt: now,
        expiresAt: '2026-01-01T00:00:00+08:00',
        revokedAt: now,
        lastUsedAt: null,
      },
    ],
  }
}

/** What the fake lets this person do: everything it knows of, and what stands behind the roles. */
function meOf(may: readonly string[]): NonNullable<c.MeAnswer['me']> {
  return {
    account: { id: meId, login: 'chen.ming', name: '陈明', secondFactor: true, passkeys: 0 },
    agency: { id: agencyId, name: '示例县人民政府办公室', shortName: '示例县政府办', slug: 'xzfb' },
    agencies: [
      { id: agencyId, name: '示例县人民政府办公室', roles: ['office_head', 'handler'] },
      { id: idOf(2), name: '示例县教育局', roles: ['handler'] },
    ],
    roles: ['office_head', 'handler'],
    borrowed: [],
    may: [...may],
    idleMinutes: 30,
  }
}

function choicesAnswer({ choices }: Accounts): notices.NoticeChoicesAnswer {
  const chosen = noticeChoices(choices)
  const items = noticeGroupIds.map(group => ({ group, ...noticeGroups[group], ways: [...chosen[group]] }))
  return { items, email: 'ch****@example.gov.cn', phone: '138****1234' }
}

export function accountHandlers(state: Accounts, may: readonly string[]): Handler[] {
  const find = (id: string) => {
    const found = state.people.find(one => one.id === id)
    if (!found) throw refusal(404, 'not_found', '没有找到这个人。')
    return found
  }
  const set = (id: string, change: Partial<peopleContracts.Person>) => Object.assign(find(id), change)
  const finished = (step: Step) => {
    state.step = step
    state.signedIn = step === 'done'
    return { step }
  }
  const badCode = () => refusal(422, 'bad_code', '验证码不对或已过期，请输入应用现在显示的数字', 'body.code')
  return [
    answers(c.getMe, () => ({ step: state.step, me: state.signedIn ? meOf(may) : null })),
    answers(c.signIn, ({ body }) => {
      const invited = body.login === 'sun.li'
      if (!(body.login === 'chen.ming' || invited) || body.password !== password)
        throw refusal(401, 'not_signed_in', '登录名或密码不对。连续 5 次不对将锁定 15 分钟。')
      return finished(invited ? 'set_up_second_factor' : 'second_factor')
    }),
    answers(c.secondFactor, ({ body }) => {
      if (state.totp.validate({ token: body.code, window: 1 }) === null) throw badCode()
      return finished('done')
    }),
    answers(c.beginTotp, () => ({ secret: state.totp.secret.base32, uri: state.totp.toString() })),
    answers(c.confirmTotp, ({ body }) => {
      if (state.totp.validate({ token: body.code, window: 1 }) === null) throw badCode()
      return { recoveryCodes: ['a3f7-92kd', 'b8x2-p4mz', 'c6t9-w1hn', 'd5r3-y7qe'], step: 'change_password' as const }
    }),
    answers(c.changePassword, () => finished('done')),
    answers(c.signOut, () => {
      state.signedIn = false
      return null
    }),
    answers(c.switchAgency, () => ({ me: meOf(may) })),
    answers(c.listSessions, () => ({
      items: [
        {
          id: idOf(400),
          address: '10.0.8.21',
          agent: 'Edge 147 / Windows',
          createdAt: now,
          lastSeenAt: now,
          here: true,
        },
        {
          id: idOf(401),
          address: '10.0.8.77',
          agent: 'Chrome 147 / 统信 UOS',
          createdAt: now,
          lastSeenAt: now,
          here: false,
        },
      ],
    })),
    answers(c.revokeSession, () => null),
    answers(notices.getNoticeChoices, () => choicesAnswer(state)),
    answers(notices.setNoticeChoices, ({ body }) => {
      Object.assign(state.choices, body.choices)
      return choicesAnswer(state)
    }),
    answers(c.listPasskeys, () => ({
      items: [{ credentialId: 'abc', name: '办公室电脑', createdAt: now, lastUsedAt: null }],
    })),
    answers(c.getInvitation, ({ params: { token } }) => {
      if (token.startsWith('used')) throw refusal(404, 'not_found', '这个链接已经用过，或者已经过期。')
      return token.startsWith('first')
        ? { purpose: 'first_administrator' as const, login: null, name: null }
        : { purpose: 'invitation' as const, login: 'sun.li', name: '孙丽' }
    }),
    answers(c.acceptInvitation, () => finished('done')),
    answers(peopleContracts.listPeople, ({ query: { q, role, ...page } }) =>
      pageFrom(
        state.people.filter(
          ({ name, login, roles }) => (!q || `${name} ${login}`.includes(q)) && (!role || roles.includes(role)),
        ),
        page,
      ),
    ),
    answers(peopleContracts.addPerson, ({ body }) => {
      if (state.people.some(({ login }) => login === body.login))
        throw refusal(409, 'taken', `登录名“${body.login}”已有人使用，请换一个`, 'body.login')
      const together = checkRoles(body.roles as RoleId[])
      if (!together.ok) throw refusal(422, together.refusal.code, together.refusal.says.zh, 'body.roles')
      const { login, name, roles, email, phone, sectionId } = body
      const given = { email, phone, sectionId, status: 'invited', lastSeenAt: null } as const
      const added = person(110 + state.people.length, login, name, roles, given)
      state.people.push(added)
      return { person: added, link: 'https://gk.example.gov.cn/console/invitation#q7Zt3mW9xK2vB5nR8cY1dF4gH6jL0pSa' }
    }),
    answers(peopleContracts.importPeople, ({ body: { dryRun } }) => {
      const message = (column: string, zh: string) => [{ column, says: { zh, en: zh } }]
      const link = dryRun ? null : 'https://gk.example.gov.cn/console/invitation#q7Zt3mW9xK2vB5nR8cY1dF4gH6jL0pSa'
      return {
        dryRun,
        ignored: ['备注'],
        counts: { created: 1, changed: 1, unchanged: 0, refused: 1 },
        rows: [
          { row: 2, outcome: 'created' as const, name: '吴芳 wu.fang', messages: [], link },
          {
            ...{ row: 3, outcome: 'changed' as const, name: '李娜 li.na', link: null },
            messages: message('phone', '手机：138****1234 → 139****0000'),
          },
          {
            ...{ row: 4, outcome: 'refused' as const, name: '冯刚 feng.gang', link: null },
            messages: message('roles', '第 4 行“角色”：角色由安全管理员授予：请先清空“角色”列导入人员'),
          },
        ],
      }
    }),
    answers(peopleContracts.changePerson, ({ params, body }) => {
      const { phone: _, ...rest } = body
      return set(params.accountId, Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined)))
    }),
    answers(peopleContracts.unmaskPhone, () => ({ phone: '13800001234' })),
    answers(peopleContracts.deactivatePerson, ({ params }) => set(params.accountId, { status: 'deactivated' })),
    answers(peopleContracts.reactivatePerson, ({ params }) => set(params.accountId, { status: 'active' })),
    answers(peopleContracts.newLink, () => ({
      link: 'https://gk.example.gov.cn/console/invitation#w9xK2vB5nR8c',
      expiresAt: now,
    })),
    answers(peopleContracts.listDelegations, () => ({ items: state.delegations })),
    answers(peopleContracts.delegate, ({ body }) => {
      const made = {
        id: idOf(201 + state.delegations.length),
        from: { id: meId, name: '陈明' },
        to: { id: body.toAccountId, name: find(body.toAccountId).name },
        roles: body.roles,
        fromDate: body.fromDate,
        untilDate: body.untilDate,
        endedOn: null,
      }
      state.delegations.push(made)
      return made
    }),
    answers(peopleContracts.revokeDelegation, () => null),
    answers(peopleContracts.listKeys, () => ({ items: state.keys })),
    answers(peopleContracts.addKey, ({ body }) => {
      const key = { ...body, id: idOf(310), createdAt: now, expiresAt: now, revokedAt: null, lastUsedAt: null }
      state.keys.push(key)
      return { key, secret: 'gk_9fK2vB5nR8cY1dF4gH6jL0pSaq7Zt3mW9x' }
    }),
    answers(peopleContracts.revokeKey, () => null),
  ]
}
