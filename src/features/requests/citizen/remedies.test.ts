import { expect, test } from 'vitest'
import { inProgress, type Story } from '../../../../test/support/request-story.ts'
import { settingsFrom } from '../../../domain/agency/settings.ts'
import { nationalCalendar } from '../../../domain/calendar.ts'
import type { AgencyRow } from '../store/agency.ts'
import { remediesOf } from './remedies.ts'

const named = { 'guide.reviewOrgan': '示例县人民政府', 'letter.court': '示例县人民法院' }
const bureau: Partial<AgencyRow> = { name: '示例县教育局', kind: 'department', regionCode: '630222', vertical: false }
const office = {
  agency: { ...bureau, office: {} } as AgencyRow,
  settings: settingsFrom(new Map(Object.entries(named))),
  calendar: nationalCalendar,
}

const answered = (story: Story, letter: string) => {
  const letterId = story.signed().letter(letter)
  return story.act('handler', 'serveLetter', { letterId, on: story.today, evidence: '签收' })
}
const toldOf = ({ now }: Story) => remediesOf(now, office).map(({ says, body, until }) => [says.zh, body, until])
const internal = { part: '考勤记录', exemption: 'E16a', kind: 'personnel', reason: '人事管理' } as const

test('given a grant, then either road is open: 60 days, or six months (复议法20; 行诉法46)', () => {
  expect(toldOf(answered(inProgress('2026-03-02').submitted('granted'), 'L02'))).toEqual([
    ['可以申请行政复议', '示例县人民政府', '2026-05-06'],
    ['可以直接提起行政诉讼', '示例县人民法院', '2026-09-02'],
  ])
})

test('given a refusal, then the applicant is told that reconsideration comes first, and of no direct suit (复议法23)', () => {
  const story = answered(inProgress('2026-03-02').submitted('internal_affairs', [internal]), 'L08')
  expect(toldOf(story)).toEqual([['应当先申请行政复议，对复议决定不服再起诉', '示例县人民政府', '2026-05-06']])
})

test('given a grant in part, then reconsideration comes first for what is withheld, and only the rest may be sued over', () => {
  const story = answered(inProgress('2026-03-02').submitted('partial', [internal]), 'L03')
  expect(toldOf(story)).toEqual([
    ['对不予公开的部分应当先申请行政复议，对复议决定不服再起诉', '示例县人民政府', '2026-05-06'],
    ['对其余部分，可以申请行政复议，也可以直接提起行政诉讼', '示例县人民法院', '2026-09-02'],
  ])
})

test('given a refusal of 2023, then the roads of the old law (复议法90)', () => {
  const story = answered(inProgress('2023-12-01').submitted('internal_affairs', [internal]), 'L08')
  expect(toldOf(story).map(([says]) => says)).toEqual(['可以申请行政复议', '可以直接提起行政诉讼'])
})

test('given a record of one’s own that was not corrected, then its letter has remedies, and so has the page (条例41)', () => {
  const story = inProgress('2026-03-02', { kind: 'record_correction' }).submitted('record_kept')
  expect(toldOf(answered(story, 'L21'))).toHaveLength(2)
})

test('given nothing was served, then nothing is told', () => {
  expect(toldOf(inProgress('2026-03-02').submitted('granted').signed())).toEqual([])
})
