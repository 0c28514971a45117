import { describe, expect, test } from 'vitest'
import { changedReach, type ReachChange } from './contact.ts'

const now = { phone: '13900000001', address: '示例县东街1号', email: 'a@example.cn', fax: null }
const told = (change: ReachChange, route: 'post' | 'email' | 'online' = 'post', from = now) => {
  const changed = changedReach(from, change, route)
  return changed.ok ? changed.value : [changed.refusal.code, changed.refusal.at]
}

describe('条例29: how an applicant is reached', () => {
  test('given one thing changes, then the others stay', () => {
    expect(told({ phone: '1350000 9999' })).toEqual({ ...now, phone: '1350000 9999' })
    expect(told({ email: null, fax: '0971-0000000' })).toEqual({ ...now, email: null, fax: '0971-0000000' })
  })

  test.each([
    [{}, 'missing', 'phone'],
    [{ phone: '139****0001' }, 'masked', 'phone'],
    [{ address: '示例县****' }, 'masked', 'address'],
    [{ phone: '-----' }, 'bad_form', 'phone'],
    [{ email: 'nobody' }, 'bad_form', 'email'],
    [{ address: '东街' }, 'bad_form', 'address'],
    [{ address: '长'.repeat(201) }, 'too_long', 'address'],
  ] as const)('given %j, then it is refused as %s', (change, code, at) => {
    expect(told(change)).toEqual([code, at])
  })

  test('given what the answer goes by is taken away, then it is refused, and may be changed', () => {
    expect(told({ address: null }, 'post')).toEqual(['unreachable', 'address'])
    expect(told({ email: null }, 'email')).toEqual(['unreachable', 'email'])
    expect(told({ email: 'b@example.cn' }, 'email')).toEqual({ ...now, email: 'b@example.cn' })
    expect(told({ address: null }, 'online')).toEqual({ ...now, address: '' })
  })

  test('given the last way is taken away, then it is refused', () => {
    expect(told({ phone: null, address: null, email: null }, 'online')).toEqual(['unreachable', 'phone'])
  })
})
