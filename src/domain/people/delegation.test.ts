import { describe, expect, test } from 'vitest'
import { type LocalDate, parseDate } from '../kernel/date.ts'
import { type Account, deactivate, parseLogin, shownName } from './accounts.ts'
import { actorOn } from './actor.ts'
import {
  checkDelegation,
  type Delegation,
  type DelegationContext,
  type DelegationDraft,
  isInForce,
} from './delegation.ts'
import type { RoleId } from './roles.ts'

function date(iso: string): LocalDate {
  const parsed = parseDate(iso)
  if (!parsed.ok) throw new Error(parsed.refusal.says.en)
  return parsed.value
}

function account(id: string, roles: readonly RoleId[], other: Partial<Account> = {}): Account {
  return { id, agencyId: 'a1', login: `${id}.x`, name: id, roles, deactivatedOn: null, ...other }
}

const zhang = account('zhang', ['leader', 'reviewer'])
const li = account('li', ['drafter'])
const today = date('2026-11-20')
const context: DelegationContext = { from: zhang, to: li, existing: [], waitingAuthors: [], today }
const draft: DelegationDraft = {
  from: 'zhang',
  to: 'li',
  roles: ['leader'],
  fromDate: date('2026-11-23'),
  untilDate: date('2026-11-27'),
}
const given: Delegation = { ...draft, id: 'd1', endedOn: null }

describe('handing roles over', () => {
  test('to a colleague, for days to come, is allowed', () => {
    expect(checkDelegation(draft, context)).toEqual({ ok: true, value: draft })
    expect(checkDelegation({ ...draft, untilDate: date('2027-02-20') }, context).ok).toBe(true)
  })

  test.each<[string, keyof DelegationDraft, Partial<DelegationDraft>, Partial<DelegationContext>]>([
    ['to_self', 'to', {}, { to: zhang }],
    ['to_inactive', 'to', {}, { to: account('li', [], { deactivatedOn: today }) }],
    ['to_elsewhere', 'to', {}, { to: account('li', [], { agencyId: 'a2' }) }],
    ['days_order', 'untilDate', { untilDate: date('2026-11-22') }, {}],
    ['days_past', 'untilDate', { fromDate: date('2026-11-10'), untilDate: date('2026-11-19') }, {}],
    ['days_long', 'untilDate', { untilDate: date('2027-02-21') }, {}],
    ['no_role', 'roles', { roles: [] }, {}],
    ['role_not_own', 'roles', { roles: ['leader', 'handler'] }, {}],
    ['role_administrator', 'roles', { roles: ['system_admin'] }, { from: account('zhang', ['system_admin']) }],
    ['roles_not_together', 'to', {}, { to: account('li', ['audit_admin']) }],
    [
      'role_taken',
      'roles',
      {},
      { existing: [{ ...given, to: 'wang', fromDate: date('2026-11-27'), untilDate: date('2026-12-01') }] },
    ],
    ['own_draft', 'to', {}, { waitingAuthors: ['wang', 'li', 'li'] }],
  ])('%s is refused at %s', (code, at, change, around) => {
    const answer = checkDelegation({ ...draft, ...change }, { ...context, ...around })
    expect(answer).toMatchObject({ ok: false, refusal: { code, at } })
  })

  test('what was ended early, what another handed over, and other roles are no obstacle', () => {
    const existing: Delegation[] = [
      { ...given, endedOn: draft.fromDate },
      { ...given, from: 'wang' },
      { ...given, roles: ['reviewer'] },
    ]
    expect(checkDelegation(draft, { ...context, existing }).ok).toBe(true)
  })

  test('a drafter with something waiting may still be given a role that approves nothing', () => {
    const handler = { ...context, from: account('zhang', ['handler']), waitingAuthors: ['li'] }
    expect(checkDelegation({ ...draft, roles: ['handler'] }, handler).ok).toBe(true)
  })

  test('the sentence names who drafted and how many', () => {
    const answer = checkDelegation(draft, { ...context, waitingAuthors: ['li', 'li'] })
    expect(answer.ok ? '' : answer.refusal.says.zh).toContain('有 2 件待您审批的稿件由li起草')
  })
})

describe('on a day', () => {
  test.each([
    ['2026-11-22', false],
    ['2026-11-23', true],
    ['2026-11-27', true],
    ['2026-11-28', false],
  ])('%s it holds: %s', (day, holds) => {
    expect(isInForce(given, date(day))).toBe(holds)
  })

  test('ended early, it holds no longer from that day on', () => {
    const ended = { ...given, endedOn: date('2026-11-25') }
    expect([isInForce(ended, date('2026-11-24')), isInForce(ended, date('2026-11-25'))]).toEqual([true, false])
  })

  const around = { delegations: [given], colleagues: [zhang], supervisedAgencies: ['a2'] }
  const held = (colleague: Account, delegations = [given]) =>
    actorOn(date('2026-11-24'), li, { ...around, delegations, colleagues: [colleague] })?.roles

  test('the colleague acts with own roles and those handed over, each marked with whose it is', () => {
    expect(actorOn(date('2026-11-24'), li, around)).toEqual({
      accountId: 'li',
      agencyId: 'a1',
      roles: [{ role: 'drafter' }, { role: 'leader', onBehalfOf: 'zhang' }],
      supervisedAgencies: ['a2'],
    })
    expect(actorOn(today, li, around)?.roles).toEqual([{ role: 'drafter' }])
  })

  test('given the one away lost the role, the account or the agency, then nothing is handed over any more', () => {
    for (const change of [{ roles: ['reviewer'] as const }, { deactivatedOn: today }, { agencyId: 'a2' }]) {
      expect(held({ ...zhang, ...change })).toEqual([{ role: 'drafter' }])
    }
    expect(held(zhang, [{ ...given, to: 'wang' }])).toEqual([{ role: 'drafter' }])
  })

  test('a deactivated account does nothing', () => {
    expect(actorOn(today, { ...li, deactivatedOn: today }, around)).toBeNull()
  })
})

describe('an account', () => {
  test('ended keeps its name and roles, and shows that it ended', () => {
    const ended = deactivate(li, [], today)
    expect(ended).toEqual({ ok: true, value: { ...li, deactivatedOn: today } })
    expect(ended.ok && shownName(ended.value).zh).toBe('li（已停用）')
    expect(shownName(li).zh).toBe('li')
  })

  test('ended twice keeps its first day', () => {
    const before = { ...li, deactivatedOn: date('2026-01-05') }
    expect(deactivate(before, [], today)).toEqual({ ok: true, value: before })
  })

  test('of the last administrator of a kind is not ended', () => {
    const admin = account('wang', ['security_admin'])
    const others = [account('x', ['system_admin']), account('y', ['security_admin'], { deactivatedOn: today })]
    expect(deactivate(admin, others, today)).toMatchObject({ ok: false, refusal: { code: 'last_administrator' } })
    expect(deactivate(admin, [...others, account('z', ['security_admin'])], today).ok).toBe(true)
  })

  test.each([
    ['zhang.san', 'zhang.san'],
    [' Zhang_San ', 'zhang_san'],
    ['ｌｉ２', 'li2'],
  ])('%j may be a login', (typed, login) => {
    expect(parseLogin(typed)).toEqual({ ok: true, value: login })
  })

  test.each([
    ['张三', 'bad_login'],
    ['li', 'bad_login'],
    ['.zhang', 'bad_login'],
    ['zhang san', 'bad_login'],
    ['a'.repeat(33), 'bad_login'],
    ['Admin', 'default_login'],
    ['root', 'default_login'],
  ])('%j may not: %s', (typed, code) => {
    expect(parseLogin(typed)).toMatchObject({ ok: false, refusal: { code, at: 'login' } })
  })
})
