/** The law's data against itself: the compiler sees to names, this to sense. */
import { describe, expect, test } from 'vitest'
import { applicantKinds } from '../../src/law/applicants.ts'
import { type Article, articles } from '../../src/law/articles.ts'
import { catalogueColumns } from '../../src/law/catalogue.ts'
import { type Channel, channels } from '../../src/law/channels.ts'
import { type Deadline, deadlines, yearlyDays } from '../../src/law/deadlines.ts'
import { type Decision, decisionsByLine } from '../../src/law/decisions.ts'
import { type DecisionBeside, decisionsBeside } from '../../src/law/decisions-beside.ts'
import { documents, type LegalDocument } from '../../src/law/documents.ts'
import { editions } from '../../src/law/editions/index.ts'
import { type Exemption, exemptions } from '../../src/law/exemptions.ts'
import { facts } from '../../src/law/facts.ts'
import { feeSchedules } from '../../src/law/fees.ts'
import { letters } from '../../src/law/letters.ts'
import type { ResultLine } from '../../src/law/lines.ts'
import { lawsuitOutcomes, type Outcome, reconsiderationOutcomes } from '../../src/law/outcomes.ts'
import { publicationCategories, publicationOrigins } from '../../src/law/publications.ts'
import { onlineService, type RemedyKind, remedyClauses, reviewOrgans, silenceRemedies } from '../../src/law/remedies.ts'
import { requiredRules } from '../../src/law/rules.ts'

const lined = Object.entries<readonly Decision[]>(decisionsByLine).flatMap(([line, all]) =>
  all.map(decision => ({ line: line as ResultLine, decision })),
)

describe('articles', () => {
  test.each(Object.entries<Article>(articles))('%s is spelt as its parts say', (id, article) => {
    const item = article.item === undefined ? '' : `(${article.item})`
    const paragraph = article.paragraph === undefined || article.item !== undefined ? '' : `¶${article.paragraph}`
    expect(id).toBe(`${article.document}${article.article}${item}${paragraph}`)
  })

  test('every one has a line of its own in both languages', () => {
    const lines = Object.values<Article>(articles).map(a => a.line)
    expect(lines.every(l => /[一-鿿]/.test(l.zh) && /[a-z]/.test(l.en) && !/[一-鿿]/.test(l.en))).toBe(true)
  })

  test('the forms cite articles that are known', () => {
    const cited = editions.flatMap(e => e.proactive.map(block => block.article))
    expect(cited.length).toBeGreaterThan(5)
    expect(cited.filter(id => !Object.hasOwn(articles, id))).toEqual([])
  })

  test('no document is listed that no article is cited from', () => {
    const used = new Set(Object.values<Article>(articles).map(a => a.document as string))
    expect(Object.keys(documents).filter(id => !used.has(id))).toEqual([])
  })

  test('none is listed that nothing in the law rests on, but for what only the clock’s sentences and the guide cite', () => {
    const data = [
      decisionsByLine,
      exemptions,
      deadlines,
      yearlyDays,
      remedyClauses,
      reviewOrgans,
      onlineService,
      silenceRemedies,
    ]
    const guideOnly = ['条例24', '条例25', '条例27', '条例47', '条例51']
    const more = [
      channels,
      reconsiderationOutcomes,
      lawsuitOutcomes,
      feeSchedules,
      editions,
      catalogueColumns,
      publicationCategories,
      publicationOrigins,
      requiredRules,
      letters,
    ]
    const cited = JSON.stringify([...data, ...more])
    const rests = (id: string) => cited.includes(`"${id}"`) || cited.includes(`{@${id}}`)
    expect(Object.keys(articles).filter(id => !rests(id))).toEqual([...guideOnly, '民法典202', '办法3', '放假办法2'])
  })

  test('documents are in force from a day that can be read', () => {
    const days = Object.values<LegalDocument>(documents).flatMap(d => d.inForceFrom ?? [])
    expect(days.every(d => /^20\d\d-\d\d-\d\d$/.test(d))).toBe(true)
  })
})

describe('decisions', () => {
  test('each line has a row in every edition', () => {
    for (const edition of editions) {
      const rows = new Set(edition.requests.rows.map(r => r.id))
      expect(lined.filter(({ line }) => !rows.has(edition.lines.requests[line]))).toEqual([])
    }
  })

  test('letters L01 to L20 are each carried by one decision', () => {
    const letters = lined.map(d => d.decision.letter).filter(l => l.startsWith('L'))
    expect(letters).toEqual(Array.from({ length: 20 }, (_, i) => `L${String(i + 1).padStart(2, '0')}`))
  })

  test('have names of their own', () => {
    expect(new Set(lined.map(d => d.decision.id)).size).toBe(lined.length)
  })

  test('name facts, each of them needed somewhere', () => {
    const beside = Object.values(decisionsBeside).flatMap(kind => Object.values<DecisionBeside>(kind))
    const optional = lined.flatMap(d => d.decision.optional ?? [])
    const required = [...lined.map(d => d.decision), ...beside].flatMap(({ requires }) => requires)
    const needed = new Set<string>([...required, ...optional])
    expect(Object.keys(facts).filter(f => !needed.has(f))).toEqual([])
    expect(lined.filter(d => d.decision.requires.length === 0)).toEqual([])
  })

  test('that withhold rest on the exemption of their line and cite its article', () => {
    for (const { line, decision } of lined.filter(d => d.decision.exemptions && d.line !== 'partial')) {
      const grounds = (decision.exemptions ?? []).map((id): Exemption => exemptions[id])
      expect(grounds.map(g => g.line)).toEqual([line])
      expect(decision.articles).toContain(grounds[0]?.article)
    }
  })

  test('in part can rest on any exemption', () => {
    const partial: Decision = decisionsByLine.partial[0]
    expect(partial.exemptions).toEqual(Object.keys(exemptions))
  })

  test('go to reconsideration first only when refused under articles 14 to 16: not administrative queries', () => {
    const first = lined.filter(d => d.decision.remedy === 'review_first').map(d => d.line)
    const denied = lined.map(d => d.line).filter(l => l.startsWith('denied.') && l !== 'denied.admin_query')
    expect(first).toEqual(denied)
  })

  test('not held has two of them: does not exist, and not for this organ', () => {
    expect(decisionsByLine['unavailable.not_held'].map(d => d.letter)).toEqual(['L12', 'L13'])
  })
})

describe('exemptions', () => {
  test('under article 14 leave no choice, under 15 a narrow one, under 16 a free one', () => {
    const choice = Object.entries<Exemption>(exemptions).map(([id, e]) => [id.slice(0, 3), e.discretion])
    expect(choice.filter(([article]) => article === 'E14').every(([, d]) => d === 'none')).toBe(true)
    expect(choice.filter(([article]) => article === 'E15')).toEqual([['E15', 'consent_or_interest']])
    expect(choice.filter(([article]) => article === 'E16').every(([, d]) => d === 'may')).toBe(true)
  })

  test('count as the form says: three security and one stability, three internal kinds, four of process', () => {
    const kinds = (e: Exemption) => Object.keys(e.kinds ?? {}).length
    expect([exemptions.E14c, exemptions.E16a, exemptions.E16b].map(kinds)).toEqual([4, 3, 4])
  })
})

describe('deadlines', () => {
  test.each(Object.entries<Deadline>(deadlines))('%s is a whole length with an article behind it', (_id, deadline) => {
    expect(deadline.length).toBeGreaterThan(0)
    expect(Number.isInteger(deadline.length)).toBe(true)
    expect(deadline.articles.length).toBeGreaterThan(0)
    expect(deadline.label.zh).not.toBe(deadline.from.zh)
  })

  test('days of the Reconsideration Law up to 10 are working days, longer ones are not', () => {
    const days = Object.values<Deadline>(deadlines).filter(
      d => d.articles.some(a => a.startsWith('复议法')) && d.unit.endsWith('_day'),
    )
    expect(days.every(d => d.length <= 10 === (d.unit === 'working_day'))).toBe(true)
  })

  test('reports are due on 31 January and 31 March', () => {
    expect(Object.values(yearlyDays).map(d => [d.month, d.day])).toEqual([
      [1, 31],
      [3, 31],
    ])
  })
})

describe('remedies', () => {
  const kinds: readonly RemedyKind[] = ['review_first', 'review_first_for_withheld', 'choice', 'none']
  const clausesOn = (day: string, kind: RemedyKind) =>
    remedyClauses.filter(
      c => c.kinds.includes(kind) && (c.validFrom ?? '') <= day && day <= (c.validUntil ?? '9999-12-31'),
    )

  test.each(['2019-05-15', '2023-12-31', '2024-01-01', '2026-11-21'])('on %s each kind has one clause', day => {
    expect(kinds.map(kind => clausesOn(day, kind).length)).toEqual([1, 1, 1, 1])
  })

  test('reconsideration first holds from 2024, not before', () => {
    expect(clausesOn('2023-12-31', 'review_first')[0]?.lawsuit).toBe('lawsuit_direct')
    expect(clausesOn('2024-01-01', 'review_first')[0]?.lawsuit).toBe('lawsuit_after_reconsideration')
    expect(clausesOn('2024-01-01', 'choice')[0]?.lawsuit).toBe('lawsuit_direct')
  })

  test('a department’s decisions go to its government only', () => {
    expect(reviewOrgans.department).toEqual({ organ: 'same_level_government', article: '复议法24(1)' })
    expect(onlineService.article).toBe('复议法22¶2')
  })
})

describe('columns of the form', () => {
  test('every applicant column has its kind', () => {
    for (const edition of editions) {
      const columns = edition.requests.columns.map(c => c.id).filter(id => id !== 'total')
      expect(Object.keys(applicantKinds)).toEqual(columns)
      const organisations = Object.entries(applicantKinds).filter(([, kind]) => kind.organisation)
      expect(organisations.map(([id]) => id)).toEqual(edition.requests.organisations)
    }
  })

  test('every outcome column is reached, in reconsideration and in court', () => {
    for (const outcomes of [reconsiderationOutcomes, lawsuitOutcomes]) {
      const reached = new Set<string>(Object.values<Outcome>(outcomes).map(o => o.column))
      for (const edition of editions) {
        expect([...reached, 'total'].sort()).toEqual(edition.disputes.columns.map(c => c.id).sort())
      }
    }
  })

  test('what ended without article is what has not ended, or what the court threw out', () => {
    const bare = Object.entries<Outcome>({ ...reconsiderationOutcomes, ...lawsuitOutcomes }).filter(
      ([, o]) => o.article === undefined,
    )
    expect(bare.map(([id]) => id).sort()).toEqual(['pending', 'rejected'])
  })
})

describe('channels', () => {
  test('that cannot be refused are those in person and by post', () => {
    const basic = Object.entries<Channel>(channels).filter(([, c]) => c.basic)
    expect(basic.map(([id]) => id)).toEqual(['in_person', 'oral_assisted', 'mail_signed', 'mail_plain', 'misaddressed'])
  })

  test('to be confirmed on the same day are received when confirmed', () => {
    const sameDay = Object.values<Channel>(channels).filter(c => c.confirmSameDay)
    expect(sameDay.length).toBe(2)
    expect(sameDay.every(c => c.receivedWhen === 'confirmed')).toBe(true)
  })
})

test('fee bands begin at the first and rise', () => {
  for (const { bands } of Object.values(feeSchedules)) {
    expect(bands[0]).toEqual({ from: 1, yuanEach: 0 })
    for (const [i, band] of bands.entries()) {
      const before = bands[i - 1]
      if (before) expect(band.from > before.from && band.yuanEach > before.yuanEach).toBe(true)
    }
  }
})
