import { describe, expect, it } from 'vitest'
import { calm, reportOf, set } from '../../../../../test/support/calm-report.ts'
import { smallEdition } from '../../../../../test/support/small-edition.ts'
import type { Edition } from '../../../../law/editions/form.ts'
import type { CellRecord, Report } from '../../report.ts'
import { check } from '../index.ts'

const unreadable: CellRecord = { raw: '?', kind: 'unreadable' }
const disputeRows = ['reconsideration', 'lawsuit_direct', 'lawsuit_after_reconsideration']

/** 31 received, 2 carried in, 40 closed (nine too many), 3 carried over; disputes 1, 2 and 4. */
function report(): Report {
  const requests = reportOf({ new: 31, carried_in: 2, granted: 40, total: 40, carried_out: 3 })
  return disputeRows.reduce(
    (r, row, k) =>
      ['upheld', 'corrected', 'other', 'pending', 'total'].reduce(
        (s, column) => set(s, `disputes.${row}.${column}`, ['upheld', 'total'].includes(column) ? 2 ** k : 0),
        r,
      ),
    requests,
  )
}

function alarms(overview: string, of: Report = report()): string[] {
  const found = check({ ...of, year: 2020, sections: { ...of.sections, overview, problems: '无。', other: null } })
  expect(found.every(f => typeof f.says === 'string')).toBe(true)
  return found.filter(f => f.rule === 'prose.number').map(f => `${f.row} ${f.left}≠${f.right}`)
}

describe('given words that may mean more than one figure, then each is as good', () => {
  it.each([
    ['收到政府信息公开申请', [31, 33], [2, 29, 30, 40], 'new', 31],
    ['受理政府信息公开申请', [31, 33, 40], [2, 29, 30], 'new', 31],
    ['答复政府信息公开申请', [0, 31, 40], [41, 99], 'total', 40],
    ['办结政府信息公开申请', [40, 31, 38, 28], [33, 42, 34, 30], 'total', 40],
    ['收到政府信息公开申请31件，上年结转', [2], [31, 33, 38, 28], 'carried_in', 2],
    ['收到政府信息公开申请31件，结转下年', [3], [31, 33, 38, 28], 'carried_out', 3],
    ['因信息公开发生行政复议', [1], [0, 2, 7], 'reconsideration', 1],
    ['因信息公开发生行政诉讼', [6], [1, 2, 4, 7], 'lawsuit_direct', 6],
    ['信息公开行政复议和行政诉讼共', [7], [1, 6, 8], 'reconsideration', 7],
    ['单位发生行政复议', [1, 2, 30], [0], 'reconsideration', 1],
  ])('%s', (words, right, wrong, row, figure) => {
    for (const number of right) expect(alarms(`${words}${number}件。`)).toEqual([])
    for (const number of wrong) expect(alarms(`${words}${number}件。`)).toEqual([`${row} ${number}≠${figure}`])
  })
})

describe('given several claims of one figure', () => {
  it('then a loose one is not insisted on where an exact one agrees', () => {
    expect(alarms('收到政府信息公开申请31件，受理政府信息公开申请25件。')).toEqual([])
    expect(alarms('受理政府信息公开申请25件，收到政府信息公开申请31件。')).toEqual([])
  })

  it('then an exact one is, and so is a loose one beside another figure or another loose one', () => {
    expect(alarms('收到政府信息公开申请31件，收到政府信息公开申请35件。')).toEqual(['new 35≠31'])
    expect(alarms('受理政府信息公开申请25件，办结政府信息公开申请40件。')).toEqual(['new 25≠31'])
    expect(alarms('受理政府信息公开申请25件，受理政府信息公开申请31件。')).toEqual(['new 25≠31'])
    expect(alarms('受理政府信息公开申请25件，收到政府信息公开申请26件。')).toEqual(['new 25≠31', 'new 26≠31'])
  })
})

describe('given a part of what was handled', () => {
  it('then it is at most what came in and what was carried in', () => {
    expect(alarms('答复政府信息公开申请10件。', calm())).toEqual([])
    expect(alarms('答复政府信息公开申请11件。', calm())).toEqual(['total 11≠8'])
  })
})

describe('given a form that has no such figure', () => {
  const text = '收到政府信息公开申请99件。因信息公开发生行政复议9件。'
  const silent = (edition: Edition) => {
    const report: Report = {
      ...calm(),
      year: null,
      edition: edition.id,
      tables: { proactive: {}, requests: {}, disputes: {} },
    }
    const found = check({ ...report, sections: { ...report.sections, overview: text } }, { editions: [edition] })
    return found.filter(f => f.rule === 'prose.number')
  }

  it('then no number is contradicted', () => {
    expect(silent(smallEdition)).toEqual([])
    expect(silent({ ...smallEdition, balances: [] })).toEqual([])
  })
})

describe('given tables that do not say, or say two things', () => {
  it('then what cannot be read contradicts nothing', () => {
    const cell = (id: string) => set(report(), id, null, unreadable)
    const hidden = (row: string) => set(cell(`disputes.${row}.total`), `disputes.${row}.pending`, null, unreadable)
    expect(alarms('因信息公开发生行政诉讼9件。', hidden('lawsuit_direct'))).toEqual([])
    expect(alarms('因信息公开发生行政诉讼9件。', hidden('lawsuit_after_reconsideration'))).toEqual([])
    expect(alarms('因信息公开发生行政诉讼9件。', cell('disputes.lawsuit_direct.total'))).toEqual(['lawsuit_direct 9≠6'])
    const noEntry = set(cell('requests.new.total'), 'requests.new.business', null, unreadable)
    expect(alarms('收到政府信息公开申请99件。', noEntry)).toEqual([])
  })

  it('then a blank total is read from its own row where every entry is a figure', () => {
    const blank = set(report(), 'requests.new.total', null)
    expect(alarms('收到政府信息公开申请99件。', blank)).toEqual(['new 99≠31'])
    expect(alarms('收到政府信息公开申请31件。', blank)).toEqual([])
    const blankResults = set(set(report(), 'requests.total.total', null), 'requests.granted.total', null, unreadable)
    expect(alarms('办结政府信息公开申请99件。', blankResults)).toEqual(['total 99≠40'])
  })

  it('then a text that agrees with the entries is right, whatever total was printed', () => {
    const wrong = set(report(), 'requests.new.total', 35)
    expect(alarms('收到政府信息公开申请31件。', wrong)).toEqual([])
    expect(alarms('收到政府信息公开申请35件。', wrong)).toEqual([])
    expect(alarms('收到政府信息公开申请41件。', wrong)).toEqual(['new 41≠35'])
    const both = set(wrong, 'requests.carried_in.total', null, unreadable)
    expect(alarms('收到政府信息公开申请35件。', both)).toEqual([])
  })
})

describe('given a long clause', () => {
  it('then the quote is cut at sixty characters', () => {
    const quoted = (clause: string) => {
      const found = check({ ...calm(), sections: { ...calm().sections, overview: `${clause}。` } }).find(
        f => f.rule === 'prose.number',
      )
      return found?.says.slice(found.says.indexOf('“') + 1, found.says.indexOf('”'))
    }
    const clause = (length: number) => `${'经'.repeat(length - 14)}收到政府信息公开申请 99件`.replace(' ', '')
    expect(clause(60)).toHaveLength(59)
    expect(quoted(`经${clause(60)}`)).toBe(`经${clause(60)}`)
    expect(quoted(`经经${clause(60)}`)).toBe(`经经${clause(60).slice(0, 58)}…`)
  })
})
