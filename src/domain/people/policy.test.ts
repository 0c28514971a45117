import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cellRoles, cellsOf } from './matrix.ts'
import { allowedActions, may } from './may.ts'
import {
  type Actor,
  allow,
  allowApproving,
  allowAuditing,
  allowGranting,
  anyAgency,
  type HeldRole,
  holding,
  joinPolicies,
  ownAccount,
  ownAgency,
  ownDraft,
  ownOrSupervisedAgency,
  policies,
  type Resource,
  rolesFor,
  supervisedAgency,
  where,
} from './policy.ts'
import { checkRoles, isAdministrator, type RoleId, roleIds, roles } from './roles.ts'

const says = (zh: string) => ({ zh, en: zh })

const drafts = policies(
  allow('draft.edit', says('拟稿人可以修改自己起草的稿件'), holding('drafter'), where(ownAgency, ownDraft)),
  allowApproving(
    'draft.approve',
    says('审核人、分管领导审批本机关的稿件'),
    holding('reviewer', 'leader'),
    where(ownAgency),
  ),
  allow('draft.read', says('本机关的拟稿人可以查看稿件'), holding('drafter', 'reviewer', 'leader'), where(ownAgency)),
  allow('draft.read', says('监督员可以查看所监督机关的稿件'), holding('supervisor'), where(supervisedAgency)),
  allow('page.read', says('任何人可以查看公开的页面'), 'visitors', where(anyAgency)),
)
const people = policies(
  allowGranting('role.grant', says('安全管理员授予角色'), holding('security_admin'), where(ownOrSupervisedAgency)),
  allowAuditing('record.audit', says('审计管理员核对日志'), holding('audit_admin'), where(ownOrSupervisedAgency)),
  allow('password.change', says('本人修改密码'), 'staff', where(ownAccount)),
)
const all = joinPolicies(drafts, people)
type Action = (typeof all.actions)[number]

function actor(...held: readonly (RoleId | HeldRole)[]): Actor {
  const roles = held.map(h => (typeof h === 'string' ? { role: h } : h))
  return { accountId: 'zhang', agencyId: 'own', roles, supervisedAgencies: ['lower'] }
}

function codeOf(who: Actor | null, action: Action, resource: Resource): string {
  const answer = may(all, who, action, resource)
  return answer.ok ? 'allowed' : answer.refusal.code
}

describe('a sentence', () => {
  test('allows whom it names, for what it names, and says by which role', () => {
    const answer = may(all, actor('handler', 'leader'), 'draft.approve', { agencyId: 'own', authorId: 'li' })
    expect(answer).toMatchObject({ ok: true, value: { by: { action: 'draft.approve' }, as: { role: 'leader' } } })
    expect(codeOf(null, 'page.read', { agencyId: 'any' })).toBe('allowed')
    expect(codeOf(actor(), 'password.change', { agencyId: 'own', subjectAccountId: 'zhang' })).toBe('allowed')
  })

  test('refused tells what would be needed and whom to ask', () => {
    const answer = may(all, actor('handler'), 'draft.approve', { agencyId: 'own', authorId: 'li' })
    expect(answer.ok ? '' : answer.refusal.says.zh).toBe(
      '您没有这项权限：审核人、分管领导审批本机关的稿件。您的角色：经办人。确需办理的，请向安全管理员申请',
    )
  })

  test.each<[string, Actor | null, Action, Resource]>([
    ['not_signed_in', null, 'draft.read', { agencyId: 'own' }],
    ['no_role', actor(), 'draft.read', { agencyId: 'own' }],
    ['not_for_this', actor('drafter'), 'draft.read', { agencyId: 'lower' }],
    ['not_for_this', actor('supervisor'), 'draft.read', { agencyId: 'own' }],
    ['allowed', actor('supervisor'), 'draft.read', { agencyId: 'lower' }],
    ['not_for_this', actor('drafter', 'supervisor'), 'draft.read', { agencyId: 'elsewhere' }],
    ['not_for_this', actor('drafter'), 'draft.edit', { agencyId: 'own', authorId: 'li' }],
    ['not_for_this', actor('drafter'), 'draft.edit', { agencyId: 'own' }],
    ['not_for_this', actor(), 'password.change', { agencyId: 'own', subjectAccountId: 'li' }],
  ])('%s', (code, who, action, resource) => {
    expect(codeOf(who, action, resource)).toBe(code)
  })

  test('there being none, it is refused', () => {
    const none = may<string>(all, actor(...roleIds), 'draft.burn', { agencyId: 'own' })
    expect(none).toMatchObject({ ok: false, refusal: { code: 'no_policy' } })
  })

  test('read backwards gives the buttons', () => {
    expect(allowedActions(all, actor('drafter'), { agencyId: 'own', authorId: 'zhang' })).toEqual([
      'draft.edit',
      'draft.read',
      'page.read',
    ])
  })
})

describe('nobody approves their own draft', () => {
  test.each<[string, Actor, Resource]>([
    ['own_draft', actor('leader', 'drafter'), { agencyId: 'own', authorId: 'zhang' }],
    ['allowed', actor('leader', 'drafter'), { agencyId: 'own', authorId: 'li' }],
    ['allowed', actor('leader'), { agencyId: 'own', authorId: null }],
    ['author_unknown', actor('leader'), { agencyId: 'own' }],
    ['own_draft', actor({ role: 'leader', onBehalfOf: 'li' }), { agencyId: 'own', authorId: 'li' }],
    ['own_draft', actor({ role: 'leader', onBehalfOf: 'li' }), { agencyId: 'own', authorId: 'zhang' }],
    ['allowed', actor({ role: 'leader', onBehalfOf: 'li' }), { agencyId: 'own', authorId: 'wang' }],
    ['allowed', actor({ role: 'leader', onBehalfOf: 'li' }, 'reviewer'), { agencyId: 'own', authorId: 'li' }],
  ])('%s', (code, who, resource) => {
    expect(codeOf(who, 'draft.approve', resource)).toBe(code)
  })

  test('acting in the place of another is told apart from acting oneself', () => {
    const both = actor({ role: 'leader', onBehalfOf: 'li' }, 'reviewer')
    const held = (authorId: string) => {
      const answer = may(all, both, 'draft.approve', { agencyId: 'own', authorId })
      return answer.ok ? answer.value.as : null
    }
    expect(held('wang')).toEqual({ role: 'reviewer' })
    const one = may(all, actor({ role: 'leader', onBehalfOf: 'li' }), 'draft.approve', {
      agencyId: 'own',
      authorId: 'w',
    })
    expect(one.ok ? one.value.as : null).toEqual({ role: 'leader', onBehalfOf: 'li' })
  })
})

test.each<[string, Action, string | null | undefined]>([
  ['oneself', 'role.grant', 'zhang'],
  ['oneself', 'record.audit', 'zhang'],
  ['subject_unknown', 'role.grant', undefined],
  ['subject_unknown', 'record.audit', undefined],
  ['allowed', 'role.grant', 'li'],
  ['allowed', 'record.audit', 'li'],
  ['allowed', 'record.audit', null],
])('nobody watches over themselves: %s, %s of %s', (code, action, subject) => {
  const who = actor(action === 'role.grant' ? 'security_admin' : 'audit_admin')
  expect(codeOf(who, action, { agencyId: 'own', ...(subject !== undefined && { subjectAccountId: subject }) })).toBe(
    code,
  )
})

describe('a slip of the one who writes sentences is a fault at once', () => {
  test('an approval written as a plain act', () => {
    const plain = allow('letter.sign', says('x'), holding('leader'), where(ownAgency))
    expect(() => policies(plain)).toThrow('letter.sign is said to be plain, but is approval')
  })
  test('one act of two natures', () => {
    const one = allow('a.do', says('x'), holding('leader'), where(ownAgency))
    expect(() => policies(one, allowAuditing('a.do', says('x'), 'staff', where(ownAgency)))).toThrow('a.do')
  })
  test('one act in two slices', () => {
    expect(() => joinPolicies(drafts, drafts)).toThrow('draft.edit')
  })
  test('an act that no sentence names is refused by the compiler', () => {
    // @ts-expect-error: there is no such act
    expect(may(all, null, 'draft.reed', { agencyId: 'own' }).ok).toBe(false)
  })
})

describe('the matrix', () => {
  const cells = cellsOf(all)

  test('has a cell for every act, role, agency and person', () => {
    expect(cells).toHaveLength(all.actions.length * cellRoles.length * 3 * 2)
    expect(new Set(cells.map(c => [c.action, c.role, c.relation, c.person].join())).size).toBe(cells.length)
  })

  test('shows who may, and no one else', () => {
    const who = (action: Action) =>
      cells.filter(c => c.action === action && c.allowed).map(c => `${c.role} ${c.relation} ${c.person}`)
    expect(who('draft.approve')).toEqual(['reviewer own another', 'leader own another'])
    expect(who('draft.edit')).toEqual(['drafter own self'])
    expect(who('role.grant')).toEqual(['security_admin own another', 'security_admin supervised another'])
    expect(who('password.change')).toHaveLength(3 * (cellRoles.length - 1))
    expect(who('page.read')).toHaveLength(6 * cellRoles.length)
  })

  test('given any roles without the one a sentence asks for, then the act is refused, whatever the thing', () => {
    const some = fc.subarray([...roleIds])
    const resource = fc.record({
      agencyId: fc.constantFrom('own', 'lower', 'other'),
      authorId: fc.constantFrom('zhang', 'li', null),
      subjectAccountId: fc.constantFrom('zhang', 'li', null),
    })
    fc.assert(
      fc.property(some, fc.constantFrom(...all.actions), resource, (held, action, thing) => {
        const asked = all.sentences.filter(s => s.action === action).map(s => s.who)
        const named = asked.flatMap(who => (typeof who === 'string' ? roleIds : who.roles))
        const has = held.some(role => named.includes(role)) || asked.some(who => typeof who === 'string')
        if (!has) expect(codeOf(actor(...held), action, thing)).toBe('no_role')
        if (action === 'draft.approve' && thing.authorId === 'zhang') {
          expect(codeOf(actor(...held), action, thing)).not.toBe('allowed')
        }
      }),
      { seed: 20261121, numRuns: 3000 },
    )
  })

  test('given more roles, then nothing that was allowed is lost', () => {
    const thing = { agencyId: 'own', authorId: 'li', subjectAccountId: 'li' }
    fc.assert(
      fc.property(fc.subarray([...roleIds]), fc.constantFrom(...roleIds), (held, more) => {
        const before = allowedActions(all, actor(...held), thing)
        expect(allowedActions(all, actor(...held, more), thing)).toEqual(expect.arrayContaining([...before]))
      }),
      { seed: 20261121 },
    )
  })
})

describe('roles held together', () => {
  test('given any set, then it may be held exactly when it has no administrator or is one alone', () => {
    fc.assert(
      fc.property(fc.subarray([...roleIds]), wanted => {
        const fine = !wanted.some(isAdministrator) || wanted.length === 1
        expect(checkRoles(wanted).ok).toBe(fine)
      }),
      { seed: 20261121, numRuns: 500 },
    )
  })

  test('come back each once and in order; two that clash are both named', () => {
    expect(checkRoles(['leader', 'drafter', 'leader'])).toEqual({ ok: true, value: ['drafter', 'leader'] })
    const clash = checkRoles(['audit_admin', 'system_admin'])
    expect(clash.ok ? '' : clash.refusal.says.zh).toMatch(/系统管理员.*审计管理员/)
  })

  test('every role has its words in both languages', () => {
    for (const { label, does } of Object.values(roles)) {
      for (const { zh, en } of [label, does]) expect([/[一-鿿]/.test(zh), /^[ -~]+$/.test(en)]).toEqual([true, true])
    }
  })
})

test('given an act, then the roles it may be done by, each once; none for an act of all staff', () => {
  const some = policies(
    allow('thing.read', says('工作人员可以查看'), 'staff', where(ownAgency)),
    allow('thing.sign_off', says('审核人、分管领导'), holding('reviewer', 'leader'), where(ownAgency)),
    allow('thing.sign_off', says('分管领导、工作机构负责人'), holding('leader', 'office_head'), where(ownAgency)),
  )
  expect(rolesFor(some, 'thing.sign_off')).toEqual(['reviewer', 'leader', 'office_head'])
  expect(rolesFor(some, 'thing.read')).toEqual([])
})
