import { expect, test } from 'vitest'
import { inProgress, type Story } from '../../../../test/support/request-story.ts'
import type { RegionCode } from '../../../domain/agency/region.ts'
import { settingsFrom } from '../../../domain/agency/settings.ts'
import { nationalCalendar } from '../../../domain/calendar.ts'
import { courtWords, reviewOrganWords } from '../../../law/remedies.ts'
import type { AgencyRow } from '../store/agency.ts'
import { remediesOf } from './remedies.ts'

const named = { 'guide.reviewOrgan': '示例县人民政府', 'letter.court': '示例县人民法院' }
const bureau: Partial<AgencyRow> = { name: '示例县教育局', kind: 'department', regionCode: '630222', vertical: false }
const office = {
  agency: { ...bureau, office: {}, above: [] as AgencyRow['above'] } as AgencyRow,
  settings: settingsFrom(new Map(Object.entries(named))),
  calendar: nationalCalendar,
}

const answered = (story: Story, letter: string) => {
  const letterId = story.signed().letter(letter)
  return story.act('handler', 'serveLetter', { letterId, on: story.today, evidence: '签收' })
}
const toldOf = ({ now, today }: Story) =>
  remediesOf(now, { ...office, today }).map(({ says, body, until }) => [says.zh, body.zh, until])
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
  expect(toldOf(story).map(([says, body]) => [says, body])).toEqual([
    ['可以申请行政复议', '示例县人民政府或者上一级主管部门'],
    ['可以直接提起行政诉讼', '示例县人民法院'],
  ])
  const settings = settingsFrom(new Map(Object.entries({ ...named, 'letter.superiorDepartment': '示例市教育局' })))
  const [first] = remediesOf(story.now, { ...office, settings, today: story.today })
  expect(first?.body.zh).toBe('示例县人民政府或者示例市教育局')
})

test('given nothing is set, then the government above in the tree is named, and what is not known by what it is (复议法24(1))', () => {
  const { now, today } = answered(inProgress('2026-03-02').submitted('granted'), 'L02')
  const unset = { ...office, settings: settingsFrom(new Map()), today }
  const bodies = (agency: AgencyRow) => remediesOf(now, { ...unset, agency }).map(({ body }) => body)
  expect(bodies(office.agency)).toEqual([reviewOrganWords.same_level_government, courtWords])
  const county = { name: '示例县人民政府', kind: 'government', regionCode: '630222' as RegionCode } as const
  const [named] = bodies({ ...office.agency, above: [county] })
  expect(named?.zh).toBe('示例县人民政府')
})

test('given a record of one’s own that was not corrected, then its letter has remedies, and so has the page (条例41)', () => {
  const story = inProgress('2026-03-02', { kind: 'record_correction' }).submitted('record_kept')
  expect(toldOf(answered(story, 'L21'))).toHaveLength(2)
})

const silence = [
  ['逾期未答复的，可以申请行政复议', '示例县人民政府', null],
  ['逾期未答复的，也可以提起行政诉讼', '示例县人民法院', null],
]

test('given no answer by the due day, then either road is open from the day after (解释2¶2)', () => {
  expect(toldOf(inProgress('2026-03-02').on('2026-03-30'))).toEqual([])
  expect(toldOf(inProgress('2026-03-02').on('2026-03-31'))).toEqual(silence)
})

test('given no answer in time, then silence is told no longer once the answer has left (解释2¶2; 送达函3)', () => {
  const late = inProgress('2026-03-02').submitted('granted').on('2026-03-31').signed()
  expect(toldOf(late)).toEqual(silence)
  expect(toldOf(late.posted('L02'))).toEqual([])
})

test('given no answer in time before the interpretation was in force, or to what no law sets a day for, then none is told', () => {
  expect(toldOf(inProgress('2025-03-03').on('2025-05-30'))).toEqual([])
  expect(toldOf(inProgress('2026-03-02', { kind: 'record_correction' }).on('2026-06-01'))).toEqual([])
})

test('given a request closed as not corrected, then either road is open, with last days once that was served (条例30)', () => {
  const correction = { grounds: ['unclear'], items: ['写明年度'], days: 10 } as const
  const asked = inProgress('2026-03-02').on('2026-03-09').act('drafter', 'askCorrection', correction).served('D04')
  expect(toldOf(asked.on('2026-04-20'))).toEqual([])
  const closed = asked.act('head', 'closeUncorrected', { note: '申请人没有说明理由' })
  expect(toldOf(closed)).toEqual([
    ['可以申请行政复议', '示例县人民政府', null],
    ['可以直接提起行政诉讼', '示例县人民法院', null],
  ])
  // 19 June is a day off, and a weekend follows it (民法典203).
  const letterId = closed.letter('D15')
  const served = closed
    .act('leader', 'issueLetter', { letterId })
    .posted('D15')
    .act('handler', 'serveLetter', { letterId, on: closed.today, evidence: '签收' })
  expect(toldOf(served).map(([, , until]) => until)).toEqual(['2026-06-22', '2026-10-20'])
})

test('given addresses are set, then they stand with the body they are of, and nothing where none is set', () => {
  const addresses = { 'letter.reviewAddress': '示例县平安大道2号', 'letter.courtAddress': '示例县平安大道9号' }
  const settings = settingsFrom(new Map(Object.entries({ ...named, ...addresses })))
  const { now, today } = answered(inProgress('2026-03-02').submitted('granted'), 'L02')
  const told = (with_: typeof office) =>
    remediesOf(now, { ...with_, today }).map(({ body, address }) => [body.zh, address])
  expect(told({ ...office, settings })).toEqual([
    ['示例县人民政府', '示例县平安大道2号'],
    ['示例县人民法院', '示例县平安大道9号'],
  ])
  expect(told(office).map(([, address]) => address)).toEqual([null, null])
})

test('given nothing was served, then nothing is told', () => {
  expect(toldOf(inProgress('2026-03-02').submitted('granted').signed())).toEqual([])
})
