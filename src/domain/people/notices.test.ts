import { expect, test } from 'vitest'
import { noticeChoices, noticeGroupIds, noticeGroupOf } from './notices.ts'

test('given nothing chosen, or what is kept wrongly, then all is in the console but the daily summary', () => {
  const usual = Object.fromEntries(noticeGroupIds.map(id => [id, id === 'digest' ? [] : ['place']]))
  for (const kept of [null, undefined, 'mail', 3, [], { work: 'mail' }, { work: ['fax', null] }, { gone: ['mail'] }]) {
    expect(noticeChoices(kept)).toEqual(usual)
  }
})

test('given ways chosen, then these and the console, each once and in order', () => {
  const { work, digest, account } = noticeChoices({ work: ['sms', 'mail', 'sms'], digest: ['mail'], account: [] })
  expect({ work, digest, account }).toEqual({
    work: ['place', 'mail', 'sms'],
    digest: ['place', 'mail'],
    account: ['place'],
  })
})

test('given a kind, then its group is its first word; one of no group is a fault', () => {
  expect(noticeGroupOf('work.document')).toBe('work')
  expect(() => noticeGroupOf('worker.x' as 'work.x')).toThrow('of no group')
})
