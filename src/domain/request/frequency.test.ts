import { describe, expect, it } from 'vitest'
import type { LocalDate } from '../kernel/date.ts'
import { type EarlierRequest, frequencyOf } from './frequency.ts'

const wanted = (title: string, documentNumber: string | null = null, features = '') => ({
  title,
  documentNumber,
  indexNumber: null,
  features,
})

const earlier = (id: string, receivedOn: string, of: EarlierRequest['wanted']): EarlierRequest => ({
  id,
  number: `〔2026〕${id}号`,
  receivedOn: receivedOn as LocalDate,
  wanted: of,
  closing: null,
  letterNumber: null,
})

describe('given an applicant’s requests (条例35; 办法4)', () => {
  const plan = wanted('2025年教师招聘方案')
  const others = [
    earlier('8', '2026-04-30', plan),
    earlier('9', '2026-05-04', wanted('城东小学食堂采购合同')),
    earlier('10', '2026-05-06', wanted('2025年度教师招聘方案')),
    earlier('12', '2026-05-06', wanted('城西小学操场改造')),
  ]
  const request = earlier('11', '2026-05-06', plan)

  it('then the similar ones are shown, the most alike first, and not the request itself', () => {
    const { similar } = frequencyOf(request, [...others, request])
    expect(similar.map(s => [s.request.id, s.likeness])).toEqual([
      ['8', 'same'],
      ['10', 'alike'],
    ])
  })

  it('then months count every request, and this one is the third of its month', () => {
    expect(frequencyOf(request, others)).toMatchObject({
      months: [
        { month: '2026-04', requests: 1 },
        { month: '2026-05', requests: 4 },
      ],
      ordinalInMonth: 3,
    })
  })

  it('then one not yet received has no place in a month', () => {
    const waiting = { ...request, receivedOn: null }
    expect(frequencyOf(waiting, others)).toMatchObject({ ordinalInMonth: null })
    expect(frequencyOf(waiting, [{ ...waiting, id: '13' }]).months).toEqual([])
  })

  it('then of equally alike ones the latest comes first', () => {
    const { similar } = frequencyOf(request, [earlier('1', '2026-01-05', plan), earlier('2', '2026-03-05', plan)])
    expect(similar.map(s => s.request.id)).toEqual(['2', '1'])
  })
})
