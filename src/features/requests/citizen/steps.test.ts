import { expect, test } from 'vitest'
import { day, inProgress, type Story } from '../../../../test/support/request-story.ts'
import { stepsOf } from './steps.ts'

const on = '2026-03-02'
const endOf = ({ now }: Story) => {
  const { title, detail } = stepsOf(now, null).at(-1) ?? { title: null, detail: null }
  return [title?.zh, detail?.zh ?? null]
}

test('given a request its applicant withdrew, then that is what is told, not the row it is counted in', () => {
  const story = inProgress(on).act('applicant', 'withdraw', { on: day(on), reason: '' })
  expect(endOf(story)).toEqual(['申请已撤回，办结', '本件不再答复；需要的，可以重新申请'])
})

test('given one closed otherwise, then the reason the office gave is told (条例33)', () => {
  const ground = { ground: 'applicant_gone', shown: '公司登记机关的注销证明', other: null } as const
  const [title, why] = endOf(inProgress(on).act('head', 'closeOtherwise', ground))
  expect(title).toBe('以其他方式办结，不再答复')
  expect(why).toContain('公司登记机关的注销证明')
})

test('given one put together with another, then that it is answered with it', () => {
  const story = inProgress(on).act('head', 'merge', { into: 'another', number: '〔2026〕7号', reason: '内容相同' })
  expect(endOf(story)[0]).toBe('并入另一件申请，办结')
})

test('given one not corrected in time, then that it counts as given up (条例30)', () => {
  const correction = { grounds: ['unclear'], items: ['写明年度'], days: 10 } as const
  const asked = inProgress(on).on('2026-03-09').act('drafter', 'askCorrection', correction).served('D04')
  expect(endOf(asked.on('2026-04-20').act('head', 'closeUncorrected', { note: '没有说明理由' }))).toEqual([
    '没有补正，办结',
    '没有在期限内补正，视为放弃申请，不再答复',
  ])
})

test('given an answer, then its kind', () => {
  expect(endOf(inProgress(on).submitted('granted').signed().posted('L02'))).toEqual(['答复、办结', '予以公开'])
})
