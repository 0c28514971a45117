import { describe, expect, it } from 'vitest'
import { calm, reportOf, set } from '../../../../test/support/calm-report.ts'
import { smallEdition } from '../../../../test/support/small-edition.ts'
import { editions } from '../../../law/editions/index.ts'
import type { Finding, Report } from '../report.ts'
import { type CheckOptions, check } from './index.ts'

const of = (rule: string, report: Report, options?: CheckOptions): Finding[] => {
  const found = check(report, options)
  expect(found.every(f => typeof f.says === 'string')).toBe(true)
  return found.filter(f => f.rule === rule)
}

describe('edition.year', () => {
  it('given the old form in a later year, then a warning that names both', () => {
    const [found] = of('edition.year', { ...calm(), year: 2022 })
    expect(found).toMatchObject({ severity: 'warning', basis: '国办公开办函〔2021〕30号', cells: [] })
    expect(found?.says).toBe(
      '2022 年度报告应当使用国办公开办函〔2021〕30号规定的格式，本报告用的是国办公开办函〔2019〕60号的格式。',
    )
    expect(of('edition.year', { ...calm(), year: null })).toEqual([])
    expect(of('edition.year', { ...reportOf({}, '2021'), year: null })).toEqual([])
    expect(of('edition.year', { ...calm(), year: 2020 })).toEqual([])
  })
})

describe('given last year’s report', () => {
  const lastYear = (report: Report = calm()): Report => ({ ...report, year: 2019 })
  const thisYear = (report: Report = calm()): Report => ({ ...report, year: 2020 })

  it('year.carry: what was carried over must be carried in, per column', () => {
    const found = of('year.carry', thisYear(), { previous: lastYear() })
    expect(found.map(f => [f.severity, f.column, f.left, f.right])).toEqual([
      ['error', 'natural_person', 1, 2],
      ['error', 'total', 1, 2],
    ])
    expect(found[0]).toMatchObject({ row: 'carried_in', cells: ['requests.carried_in.natural_person'] })
    expect(found[0]?.says).toBe('「自然人」一列：上年报告结转 2 件，本年报告的上年结转却是 1 件。')
  })

  it('year.carry: across editions, and silent where either is unknown', () => {
    const newer = { ...reportOf({ new: 3, carried_in: 2, granted: 5, total: 5 }, '2021'), year: 2021 }
    expect(of('year.carry', newer, { previous: { ...calm(), year: 2020 } })).toEqual([])
    const unknown = set(newer, 'requests.carried_in.natural_person', null)
    expect(of('year.carry', unknown, { previous: { ...calm(), year: 2020 } })).toEqual([])
    const forgotten = lastYear(set(calm(), 'requests.carried_out.natural_person', null))
    expect(of('year.carry', thisYear(), { previous: forgotten }).map(f => f.column)).toEqual(['total'])
  })

  it('year.carry: silent for columns last year’s form did not have, or figures it left out', () => {
    const now = { ...calm(), year: 2020 }
    const small: Report = {
      ...now,
      year: 2019,
      edition: 'small',
      cells: {},
      tables: {
        proactive: {},
        disputes: {},
        requests: { carried_out: { natural_person: 7, business: null, total: 7 } },
      },
    }
    const found = of('year.carry', now, { previous: small, editions: [...editions, smallEdition] })
    expect(found.map(f => [f.column, f.left, f.right])).toEqual([
      ['natural_person', 1, 7],
      ['total', 1, 7],
    ])
    expect(of('year.items', now, { previous: small, editions: [...editions, smallEdition] })).toEqual([])
  })

  it('nothing where the reports are not one year apart; where a year is unknown they are taken to be', () => {
    expect(of('year.carry', thisYear(), { previous: { ...calm(), year: 2018 } })).toEqual([])
    expect(of('year.carry', thisYear(), { previous: { ...calm(), year: null } })).toHaveLength(2)
    expect(of('year.carry', { ...calm(), year: null }, { previous: { ...calm(), year: 2018 } })).toHaveLength(2)
  })

  it('year.items: last year’s items plus change', () => {
    const same = set(set(calm(), 'proactive.permits.items_last_year', 33), 'proactive.permits.change', -12)
    const [found] = of('year.items', thisYear(same), { previous: lastYear(same) }).filter(f => f.row === 'permits')
    expect(found).toMatchObject({ severity: 'warning', column: 'items_last_year', left: 33, right: 21 })
    expect(found?.says).toBe('「行政许可」的「上一年项目数量」为 33，按上年报告推算应为 21。')
    expect(found?.cells).toEqual(['proactive.permits.items_last_year'])
    const blankNow = thisYear(set(same, 'proactive.permits.items_last_year', null))
    expect(of('year.items', blankNow, { previous: lastYear(same) }).filter(f => f.row === 'permits')).toEqual([])
    const right = thisYear(set(same, 'proactive.permits.items_last_year', 21))
    expect(of('year.items', right, { previous: lastYear(same) }).filter(f => f.row === 'permits')).toEqual([])
    const gap = lastYear(set(same, 'proactive.permits.change', null))
    expect(of('year.items', thisYear(same), { previous: gap }).filter(f => f.row === 'permits')).toEqual([])
  })

  it('year.in_force: in force, plus issued, minus repealed', () => {
    const year = (made: number, repealed: number, inForce: number, y: number): Report => {
      const cells = { made, repealed, in_force: inForce }
      const report = Object.entries(cells).reduce(
        (r, [c, v]) => set(r, `proactive.rules.${c}`, v),
        reportOf({}, '2021'),
      )
      return { ...report, year: y }
    }
    const rules = (f: Finding) => f.row === 'rules'
    expect(of('year.in_force', year(3, 1, 12, 2023), { previous: year(0, 0, 10, 2022) }).filter(rules)).toEqual([])
    const [found] = of('year.in_force', year(3, 1, 13, 2023), { previous: year(0, 0, 10, 2022) }).filter(rules)
    expect(found).toMatchObject({ severity: 'warning', left: 13, right: 12 })
    expect(found?.cells).toEqual(['in_force', 'made', 'repealed'].map(c => `proactive.rules.${c}`))
    const unsaid = set(year(3, 1, 14, 2023), 'proactive.rules.repealed', null)
    expect(of('year.in_force', unsaid, { previous: year(0, 0, 10, 2022) }).filter(rules)).toEqual([])
    expect(of('year.in_force', year(3, 1, 13, 2021), { previous: { ...calm(), year: 2020 } })).toEqual([])
  })

  it('year.copied: prose carried over with new figures is told, short parts and new prose are not', () => {
    const long = (n: number) =>
      `我局召开专题会议${n}次研究公开工作，办公室牵头梳理目录，各科室按照分工报送材料，由分管领导审定后在网站专栏发布，并在大厅公告栏同步张贴，方便来访群众查阅，同时安排专人接听咨询电话。`
    const fresh =
      '本年度着重改版网站检索功能，新设历史文件库与无障碍阅读入口，请档案馆协助数字化旧卷，邀请居民代表体验打分，依意见调整栏目名称，另为老年人准备了纸质办事手册并上门发放讲解。'
    const told = (now_: string, then: string) =>
      of(
        'year.copied',
        { ...thisYear(), sections: { ...thisYear().sections, problems: now_ } },
        {
          previous: { ...lastYear(), sections: { ...lastYear().sections, overview: '另写。', problems: then } },
        },
      ).map(f => f.says)
    expect(told(long(3), long(12))).toEqual([
      '「五、存在的主要问题及改进情况」与上年报告的文字有 100% 相同，请写本年的情况。',
    ])
    expect(told(fresh, long(12))).toEqual([])
    expect(told('无。', '无。')).toEqual([])
    expect(told('无。', long(1))).toEqual([])
    expect(told(long(1), '无。')).toEqual([])
    expect(told(long(1).slice(0, 30), long(1))).toEqual([])
    const sixty = Array.from({ length: 60 }, (_, k) => String.fromCodePoint(0x5000 + k * 7)).join('')
    expect([...sixty]).toHaveLength(60)
    expect(told(sixty, sixty)).toHaveLength(1)
    expect(told(sixty.slice(1), sixty.slice(1))).toEqual([])
    const longer = `${sixty}甲乙丙丁戊`
    expect(told(longer, `${longer.slice(0, 59)}庚${longer.slice(60)}`)).toHaveLength(1)
    expect(told(longer, `${longer.slice(0, 52)}辛${longer.slice(53, 59)}庚${longer.slice(60)}`)).toEqual([])
    const silent = { preface: null, overview: null, problems: null, other: null }
    const none = of(
      'year.copied',
      { ...thisYear(), sections: silent },
      { previous: { ...lastYear(), sections: silent } },
    )
    expect(none).toEqual([])
    for (const [now_, then] of [
      [silent, thisYear().sections],
      [thisYear().sections, silent],
    ] as const)
      expect(
        of('year.copied', { ...thisYear(), sections: now_ }, { previous: { ...lastYear(), sections: then } }),
      ).toEqual([])
    const [finding] = check(
      { ...thisYear(), sections: { ...thisYear().sections, other: sixty } },
      {
        previous: { ...lastYear(), sections: { ...lastYear().sections, other: sixty } },
      },
    ).filter(f => f.rule === 'year.copied')
    expect(finding).toMatchObject({ severity: 'warning', cells: [] })
  })
})
