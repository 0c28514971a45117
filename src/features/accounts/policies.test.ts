import { describe, expect, test } from 'vitest'
import { allowedActions } from '../../domain/people/may.ts'
import type { RoleId } from '../../domain/people/roles.ts'
import type { Contract } from '../../kit/contract.ts'
import { openApi } from '../../kit/openapi.ts'
import { accountRoutes } from './api.ts'
import * as contracts from './contract.ts'
import * as noticeContracts from './notice-contract.ts'
import * as peopleContracts from './people-contract.ts'
import { accountPolicies } from './policies.ts'

const exported: readonly object[] = [contracts, noticeContracts, peopleContracts].flatMap(file => Object.values(file))
const all = exported.filter((value): value is Contract => 'path' in value && 'method' in value)
const ids = all.map(({ id }) => id)

describe('the sentences on accounts', () => {
  test('every contract is served, once, by a sentence', () => {
    const served = accountRoutes(accountPolicies).map(({ contract }) => contract.id)
    expect([...served].sort()).toEqual([...ids].sort())
    expect(accountPolicies.actions.filter(action => !ids.some(id => id === action))).toEqual([
      'accounts.edit',
      'accounts.grant',
      'accounts.appoint',
    ])
  })

  test('the whole interface can be described', () => {
    expect(Object.keys(openApi(all, '0').paths as object).length).toBeGreaterThan(20)
  })

  test('the three administrators share nothing but what everybody may, and links', () => {
    const may = (role: RoleId) => {
      const actor = { accountId: 'a', agencyId: 'own', roles: [{ role }], supervisedAgencies: [] }
      return allowedActions(accountPolicies, actor, { agencyId: 'own', subjectAccountId: 'b' })
    }
    const everybody = may('handler')
    const more = (role: RoleId) => may(role).filter(action => !everybody.includes(action))
    expect(more('audit_admin')).toEqual([])
    expect(more('security_admin')).toEqual([
      'accounts.revokeDelegation',
      'accounts.importPeople',
      'accounts.changePerson',
      'accounts.grant',
      'accounts.newLink',
      'accounts.revokeApiKey',
    ])
    expect(more('system_admin')).toEqual([
      'accounts.addPerson',
      'accounts.importPeople',
      'accounts.changePerson',
      'accounts.edit',
      'accounts.appoint',
      'accounts.unmaskPhone',
      'accounts.deactivatePerson',
      'accounts.reactivatePerson',
      'accounts.newLink',
    ])
  })
})
