import { describe, expect, test } from 'vitest'
import { bureau, factsFor, letterFor, on } from '../../../test/support/letters.ts'
import { type Decision, decisionsByLine } from '../../law/decisions.ts'
import type { RegionCode } from '../agency/region.ts'
import { composeLetter } from './compose.ts'
import type { LetterAgency } from './facts.ts'
import type { LetterId } from './letter.ts'
import { lastDayOf, remedyDays } from './remedy.ts'
import { reviewNamesOf, reviewOrganOf } from './review-organ.ts'

const said = (id: LetterId, change = {}, date = on('2026-03-20')) =>
  letterFor(id, change, date)
    .remedy.map(({ text }) => text)
    .join('\n')

const lettersOf = (remedy: Decision['remedy']) =>
  Object.values<readonly Decision[]>(decisionsByLine)
    .flat()
    .filter(decision => decision.remedy === remedy && decision.letter.startsWith('L'))
    .map(({ letter }) => letter)

/** A request long answered: dates of the facts lie before the law of 2023 came into force. */
const old = { request: { ...factsFor('L02').request, received: on('2023-11-20') } }

describe('from 2024 on (复议法23)', () => {
  test('refusals L04 to L10 tell that reconsideration comes first: 60 days, then 15 days to sue', () => {
    expect(lettersOf('review_first')).toEqual(['L04', 'L05', 'L06', 'L07', 'L08', 'L09', 'L10'])
    for (const id of lettersOf('review_first')) {
      expect(said(id)).toContain(
        '《行政复议法》第二十三条第一款第（四）项的规定，应当先自收到之日起60日内向示例县人民政府申请行政复议',
      )
      expect(said(id)).toContain('自收到行政复议决定书之日起15日内向示例县人民法院提起行政诉讼')
      expect(said(id)).not.toContain('6个月')
    }
  })

  test('L11 is not review-first, though the report counts it as denied (解释1)', () => {
    expect(letterFor('L11').remedyKind).toBe('choice')
    expect(said('L11')).toBe(
      '如对本告知书不服，可以自收到之日起60日内向示例县人民政府申请行政复议，或者自收到之日起6个月内向示例县人民法院提起行政诉讼。',
    )
  })

  test('a grant in part is review-first for the part withheld, and a choice for the rest', () => {
    const [withheld, rest, ...more] = letterFor('L03').remedy.map(({ text }) => text)
    expect(withheld).toContain('如对本答复书中不予公开的部分不服')
    expect(withheld).toContain('应当先自收到之日起60日内')
    expect(rest).toContain('如对本答复书的其余部分不服，可以自收到之日起60日内')
    expect(rest).toContain('6个月内')
    expect(more).toEqual([])
  })

  test('procedural letters tell none', () => {
    for (const id of ['D03', 'D04', 'D05', 'D06', 'D07', 'D09', 'D11', 'D12', 'D13', 'D16', 'L22'] as const) {
      expect(letterFor(id).remedy).toEqual([])
    }
  })

  test('a letter served online carries the address to apply at, even a refusal (复议法22¶2)', () => {
    expect(said('L01', { online: true })).toContain('提交行政复议申请的互联网渠道：https://fy.example.gov.cn')
    expect(said('L05', { online: true })).toContain('https://fy.example.gov.cn')
    expect(said('L05')).not.toContain('https://fy.example.gov.cn')
    expect(said('D04', { online: true })).toBe('')
  })

  test('addresses that are set follow the clause, which stays as it is; a procedural letter has none', () => {
    const agency = { ...bureau, reviewAddress: '示例县平安大道2号', courtAddress: '示例县平安大道9号' }
    const added = '\n示例县人民政府地址、电话：示例县平安大道2号\n示例县人民法院地址、电话：示例县平安大道9号'
    expect(said('L04', { agency })).toBe(said('L04') + added)
    expect(said('L01', { agency, ...old }, on('2023-12-31'))).toBe(
      `${said('L01', old, on('2023-12-31'))}\n示例县人民法院地址、电话：示例县平安大道9号`,
    )
    expect(said('D04', { agency })).toBe('')
  })

  test('served online without that address it is refused', () => {
    const { onlineReview: _, ...agency } = bureau
    const made = composeLetter('L01', factsFor('L01', { agency, online: true }), { date: on('2026-03-20') })
    expect(made).toMatchObject({ ok: false, refusals: [{ code: 'missing_element', at: 'agency.onlineReview' }] })
  })
})

describe('until the end of 2023', () => {
  test.each(['L01', 'L04', 'L03', 'L08'] as const)(
    '%s offers reconsideration or a lawsuit, to either of two bodies',
    id => {
      expect(said(id, old, on('2023-12-31'))).toBe(
        `如对本${id === 'L01' || id === 'L03' ? '答复书' : '决定书'}不服，可以自收到之日起60日内向示例县人民政府或者示例市教育局申请行政复议，也可以自收到之日起6个月内直接向示例县人民法院提起行政诉讼。`,
      )
    },
  )

  test('the clause changes with the day of the decision, not of the request', () => {
    expect(said('L04', old, on('2023-12-31'))).not.toContain('应当先')
    expect(said('L04', old, on('2024-01-01'))).toContain('应当先')
  })

  test('no online address was asked for', () => {
    expect(said('L01', { ...old, online: true }, on('2023-12-31'))).not.toContain('互联网渠道')
  })
})

describe('who reconsiders (复议法24-27)', () => {
  const agency = (change: Partial<LetterAgency>): LetterAgency => ({
    ...bureau,
    higherGovernment: '示例市人民政府',
    ...change,
  })
  const today = on('2026-03-20')
  const before = on('2023-06-01')

  test.each([
    ['a county bureau', {}, '示例县人民政府', '示例县人民政府或者示例市教育局'],
    ['a county government', { kind: 'government' }, '示例市人民政府', '示例市人民政府'],
    [
      'a provincial government',
      { kind: 'government', name: '示例省人民政府', regionCode: '630000' },
      '示例省人民政府',
      '示例省人民政府',
    ],
    [
      'an organ led from above',
      { vertical: true, superiorDepartment: '国家税务总局示例市税务局' },
      '国家税务总局示例市税务局',
      '国家税务总局示例市税务局',
    ],
    ['a dispatched office', { kind: 'dispatched_office' }, '示例县人民政府', '示例县人民政府或者示例市教育局'],
    ['an authorised organisation', { kind: 'public_institution' }, '示例县人民政府', '示例县人民政府或者示例市教育局'],
  ] as const)('%s', (_, change, now, then) => {
    const of = agency({ ...change, regionCode: ('regionCode' in change ? change.regionCode : '630202') as RegionCode })
    expect(reviewOrganOf(of, today)).toBe(now)
    expect(reviewOrganOf(of, before)).toBe(then)
  })

  test('what the agency has set stands in place of what follows from its kind', () => {
    expect(reviewOrganOf(agency({ reviewOrgan: '示例县人民政府行政复议办公室' }), today)).toBe(
      '示例县人民政府行政复议办公室',
    )
  })

  const county = { name: '示例县人民政府', kind: 'government', regionCode: '630202' as RegionCode } as const
  const schools = { name: '示例县教育局', kind: 'department', regionCode: '630202' as RegionCode } as const
  const nothing = { 'guide.reviewOrgan': '', 'letter.superiorDepartment': '' }
  const { name, kind, vertical, regionCode } = bureau
  const own = { name, kind, vertical, regionCode }

  test.each([
    ['a bureau below its county', {}, [county], nothing, '示例县人民政府'],
    ['a bureau below a county that is not its own', { regionCode: '630203' as RegionCode }, [county], nothing, null],
    ['a town below its county', { kind: 'government' }, [county], nothing, '示例县人民政府'],
    ['a school below its bureau', { kind: 'public_institution' }, [schools, county], nothing, '示例县人民政府'],
    ['an office of a bureau', { kind: 'dispatched_office' }, [schools, county], nothing, '示例县人民政府'],
    ['an organ led from above', { vertical: true }, [schools, county], nothing, '示例县教育局'],
    [
      'a bureau that set another bureau, which cannot reconsider',
      {},
      [],
      { ...nothing, 'guide.reviewOrgan': '示例市教育局' },
      null,
    ],
    [
      'an organ led from above that set a government',
      { vertical: true },
      [],
      { ...nothing, 'guide.reviewOrgan': '示例县人民政府' },
      null,
    ],
    ['a ministry, which names itself', {}, [], { ...nothing, 'guide.reviewOrgan': '示例县教育局' }, '示例县教育局'],
  ] as const)('the name known of %s', (_, change, above, settings, now) => {
    const of = { ...own, ...change }
    expect(reviewOrganOf({ ...of, office: bureau.office, ...reviewNamesOf(of, above, settings) }, today)).toBe(now)
  })

  test('given a decision of 2023 and no superior department known, then the office is told which setting to fill', () => {
    const { superiorDepartment: _, ...agency } = bureau
    const made = composeLetter('L04', factsFor('L04', { agency }), { date: before })
    const missing = made.ok ? [] : made.refusals.filter(({ code }) => code === 'missing_element')
    expect(missing.map(({ says }) => says.zh)).toEqual([
      '政府信息不予公开决定书应当写明“行政复议机关”，请系统管理员在设置中填写“上一级主管部门”',
    ])
  })

  test('where no name is known the letter is refused and says where to mend it', () => {
    const { sameLevelGovernment: _, court: __, ...nameless } = bureau
    const made = composeLetter('L04', factsFor('L04', { agency: nameless }), { date: today })
    expect(made.ok ? [] : made.refusals.map(({ at }) => at)).toEqual(['agency.reviewOrgan', 'agency.court'])
  })
})

describe('the last days a citizen has', () => {
  test('60 days to apply: received Friday 20 March, the last is 19 May, a Tuesday', () => {
    expect(remedyDays('choice', on('2026-03-20'), on('2026-03-20')).reconsideration?.date).toBe('2026-05-19')
  })

  test('six months to sue end on the day of the same number; 31 August has none in February (民法典202)', () => {
    expect(lastDayOf('lawsuit_direct', on('2026-03-20')).date).toBe('2026-09-20')
    expect(lastDayOf('lawsuit_direct', on('2024-08-31')).date).toBe('2025-02-28')
  })

  test('an end on a day off moves to the working day after; a make-up Sunday is a working day (民法典203)', () => {
    // 2026-09-20 is a make-up Sunday; 2026-10-01 to 10-07 are days off.
    expect(lastDayOf('lawsuit_direct', on('2026-04-03')).date).toBe('2026-10-08')
    expect(lastDayOf('lawsuit_after_reconsideration', on('2026-04-17')).date).toBe('2026-05-06')
  })

  test('review first leaves no direct lawsuit; in part, the rest has one', () => {
    expect(remedyDays('review_first', on('2026-03-20'), on('2026-03-20')).lawsuit).toBeNull()
    expect(remedyDays('review_first_for_withheld', on('2026-03-20'), on('2026-03-20')).lawsuit?.date).toBe('2026-09-20')
    expect(remedyDays('review_first', on('2023-12-20'), on('2023-12-20')).lawsuit?.date).toBe('2024-06-20')
  })

  test('a procedural letter opens neither', () => {
    expect(remedyDays('none', on('2026-03-20'), on('2026-03-20'))).toEqual({ reconsideration: null, lawsuit: null })
  })

  test('a day in a year without a calendar is provisional', () => {
    expect(lastDayOf('lawsuit_direct', on('2026-09-01')).provisional).toBe(true)
  })
})
