import { describe, expect, it } from 'vitest'
import { articles } from '../../law/articles.ts'
import { publicationCategories } from '../../law/publications.ts'
import type { LocalDate } from '../kernel/date.ts'
import type { RequestCase } from '../request/case.ts'
import { draftOfDisclosed } from './disclosed.ts'
import { beginDraft, changedFields, discardDraft, editDraft, stillNeeded } from './draft.ts'
import type { Publication, PublicationContent } from './publication.ts'

const day = (text: string) => text as LocalDate
const today = day('2026-11-20')
const content: PublicationContent = {
  title: '义务教育阶段学校划片方案',
  category: 'livelihood',
  summary: '各学校的招生范围',
  text: '',
  sectionId: 's1',
  origin: 'made',
  originOn: day('2026-03-02'),
  organ: '示例县教育局',
}
const begun = (changes: Partial<PublicationContent> = {}) =>
  beginDraft({ agencyId: 'a', id: 'p', content: { ...content, ...changes }, source: { kind: 'own' } }, today)

function draft(): Publication {
  const made = begun()
  if (!made.ok) throw new Error(made.refusal.code)
  return made.value
}

describe('a draft of what is to be published (条例19-22)', () => {
  it('given a title, when begun, then it is a draft in its first version', () => {
    expect(draft()).toMatchObject({ version: 1, standing: { state: 'draft' } })
  })

  it.each([
    ['without a title', { title: '　' }, 'title'],
    ['of a day that has not come', { originOn: day('2026-11-21') }, 'originOn'],
  ])('given it %s, when begun or edited, then it is refused at that field', (_, changes, at) => {
    expect(begun(changes)).toMatchObject({ ok: false, refusal: { at } })
    expect(editDraft(draft(), { ...content, ...changes }, today)).toMatchObject({ ok: false, refusal: { at } })
  })

  it('given an edit, then its version is one higher, and the record knows what changed', () => {
    const after = editDraft(draft(), { ...content, summary: '', category: 'other' }, today)
    expect(after).toMatchObject({ ok: true, value: { version: 2, content: { category: 'other' } } })
    expect(changedFields(content, { ...content, summary: '', category: 'other' })).toEqual(['category', 'summary'])
  })

  it('given it is discarded with a reason, then nothing can be done with it any more', () => {
    expect(discardDraft(draft(), { on: today, by: 'me', reason: ' ' })).toMatchObject({ refusal: { at: 'reason' } })
    const gone = discardDraft(draft(), { on: today, by: 'me', reason: '内容已经过时' })
    if (!gone.ok) throw new Error(gone.refusal.code)
    expect(gone.value).toMatchObject({ version: 2, standing: { state: 'discarded', reason: '内容已经过时' } })
    expect(editDraft(gone.value, content, today)).toMatchObject({ refusal: { code: 'not_a_draft' } })
    expect(discardDraft(gone.value, { on: today, by: 'me', reason: '再次' })).toMatchObject({ ok: false })
  })

  it('given what the catalogue must tell (条例12), then what is missing is named, and nothing where all is there', () => {
    const bare = { category: null, summary: ' ', sectionId: null, origin: null, originOn: null, organ: '' }
    expect(stillNeeded({ ...content, ...bare })).toHaveLength(6)
    expect(stillNeeded({ ...content, summary: '' }).map(({ zh }) => zh)).toEqual(['内容概述'])
    expect(stillNeeded(content)).toEqual([])
  })
})

it('the categories are the fifteen items of 条例20 and what 条例21 adds, each known to the list of articles', () => {
  const all = Object.values(publicationCategories)
  const ofTwenty = all.filter(({ owedBy }) => owedBy === 'everyone').map(({ article }) => article)
  expect(ofTwenty).toEqual(Array.from({ length: 15 }, (_, n) => `条例20(${n + 1})`))
  const of21 = (...owers: string[]) => all.filter(({ owedBy }) => owers.includes(owedBy)).length
  expect(of21('city_or_county', 'city_county_or_town')).toBe(7)
  expect(of21('town', 'city_county_or_town')).toBe(8)
  expect(all.every(({ article }) => Object.hasOwn(articles, article))).toBe(true)
})

describe('given a proposal was accepted (条例44)', () => {
  const answered = {
    agencyId: 'a',
    id: 'r',
    number: '〔2026〕7号',
    wanted: { title: '张三丰家所在学区的划片方案' },
    place: { sectionId: 's1' },
    draft: {
      facts: { where_public: '县政府网站，咨询0972-8600001，张三丰 13972000001' },
      withheld: [{ part: '附件二（张三丰等人名单）', exemption: 'E15', kind: null, reason: '个人隐私' }],
    },
    closing: { on: '2026-03-20', decision: 'partial' },
  } as unknown as RequestCase
  const made = draftOfDisclosed({
    ...{ id: 'p', of: answered, organ: '示例县教育局', papersLeft: 1 },
    knowledge: { people: ['张三丰', '13972000001'], office: ['0972-8600001'] },
  })

  it('then the draft tells the subject, the answer and what was withheld, with its request', () => {
    expect(made.content).toMatchObject({ sectionId: 's1', organ: '示例县教育局', category: null, origin: null })
    const answer = { on: '2026-03-20', decision: 'partial' }
    expect(made.source).toMatchObject({ kind: 'request', requestId: 'r', number: '〔2026〕7号', answer, papersLeft: 1 })
    expect(made.content.text).toContain('0972-8600001')
  })

  it('then nothing of the applicant goes along (条例15)', () => {
    expect(JSON.stringify(made)).not.toMatch(/张三丰|13972000001/)
    expect(made.content.title).toBe('***家所在学区的划片方案')
  })

  it('then a request not answered yet begins a draft without an answer', () => {
    const open = { ...answered, draft: null, closing: null } as RequestCase
    const { source } = draftOfDisclosed({
      ...{ id: 'p', of: open, organ: '', papersLeft: 0 },
      knowledge: { people: [], office: [] },
    })
    expect(source).toMatchObject({ answer: null, withheld: [] })
  })
})
