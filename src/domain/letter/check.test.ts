import { describe, expect, test } from 'vitest'
import { factsFor, letterFor } from '../../../test/support/letters.ts'
import { letterIds } from '../../law/letters.ts'
import { checkLetter } from './check.ts'
import { editLetter } from './edit.ts'
import type { Letter } from './letter.ts'

const edited = (letter: Letter, id: string, text: string): Letter => {
  const result = editLetter(letter, [{ id, text }])
  if (!result.ok) throw new Error(result.refusals.map(({ says }) => says.en).join('; '))
  return result.value
}
const codes = (letter: Letter, facts = factsFor(letter.id)) =>
  checkLetter(letter, facts).map(({ code, at }) => `${code} ${at}`)

describe('editing', () => {
  test('a reason can be reworded, and nothing else moves', () => {
    const letter = letterFor('L06')
    const changed = edited(letter, 'reason', '不予公开的理由：将影响考试组织。')
    expect(changed.blocks.map(({ id }) => id)).toEqual(letter.blocks.map(({ id }) => id))
    expect(changed.blocks.find(({ id }) => id === 'reason')).toMatchObject({ text: '不予公开的理由：将影响考试组织。' })
    expect(changed.remedy).toEqual(letter.remedy)
  })

  test.each(['opening', 'decision', 'finding', 'remedy.1'])('the law’s part %s cannot', id => {
    const result = editLetter(letterFor('L06'), [{ id, text: '改写' }])
    expect(result).toMatchObject({ ok: false, refusals: [{ code: 'locked', at: 'edits[0]' }] })
  })

  test('a list cannot, nor a block that is not there, nor can a reason go', () => {
    const result = editLetter(letterFor('L03'), [
      { id: 'withheld', items: [] },
      { id: 'nothing', text: 'x' },
    ])
    expect(result.ok ? [] : result.refusals.map(({ code, at }) => `${code} ${at}`)).toEqual([
      'locked edits[0]',
      'no_block edits[1]',
    ])
    expect(editLetter(letterFor('L06'), [{ id: 'reason', text: '  ' }])).toMatchObject({
      ok: false,
      refusals: [{ code: 'empty' }],
    })
    expect(editLetter(letterFor('L06'), [{ id: 'reason', items: ['x'] }])).toMatchObject({
      ok: false,
      refusals: [{ code: 'wrong_kind' }],
    })
    expect(editLetter(letterFor('L06'), [{ id: 'reason', text: '长'.repeat(20_001) }])).toMatchObject({
      ok: false,
      refusals: [{ code: 'too_long' }],
    })
  })

  test('the agency’s own words at the end can be changed and taken out', () => {
    const letter = letterFor('L02', { explanation: '如需盖章的纸质件，可到办公室领取。' })
    expect(edited(letter, 'explanation', '可以到办公室领取。').blocks.at(-1)).toMatchObject({
      text: '可以到办公室领取。',
    })
    expect(edited(letter, 'explanation', '').blocks.some(({ id }) => id === 'explanation')).toBe(false)
  })
})

describe('the check before issue', () => {
  test.each(letterIds)('%s as made passes', id => {
    expect(codes(letterFor(id))).toEqual([])
  })

  test('with a reason reworded, or the explanation changed or gone, too', () => {
    expect(codes(edited(letterFor('L06'), 'reason', '理由：……'))).toEqual([])
    const facts = factsFor('L02', { explanation: '说明' })
    const letter = letterFor('L02', { explanation: '说明' })
    expect(codes(edited(letter, 'explanation', '另一说明'), facts)).toEqual([])
    expect(codes(edited(letter, 'explanation', ''), facts)).toEqual([])
  })

  test('without a number a letter is not issued; records for the file need none', () => {
    expect(codes({ ...letterFor('L02'), number: null })).toEqual(['no_number number'])
    expect(letterFor('D17').number).toBeNull()
  })

  test('a locked part changed, gone or added, wherever it came from', () => {
    const letter = letterFor('L04')
    const [first, ...others] = letter.blocks
    if (first?.kind !== 'paragraph') throw new Error('no paragraph')
    expect(codes({ ...letter, blocks: [{ ...first, text: '改' }, ...others] })).toEqual(['changed opening'])
    expect(codes({ ...letter, blocks: others })).toEqual(['removed opening'])
    expect(codes({ ...letter, blocks: [...letter.blocks, { ...first, id: 'x' }] })).toEqual(['added x'])
    expect(codes({ ...letter, remedy: [] })).toEqual(['removed remedy.1'])
  })

  test('facts that changed since: another day of receipt, another reader', () => {
    const { request } = factsFor('L02')
    const facts = factsFor('L02', request ? { request: { ...request, number: '〔2026〕19号' } } : {})
    expect(codes(letterFor('L02'), facts)).toEqual(['changed opening'])
    expect(codes({ ...letterFor('L02'), addressee: '李四' })).toEqual(['changed addressee'])
  })

  test('facts that no longer suffice are said as when composing', () => {
    const { known: _, ...facts } = factsFor('L01')
    expect(codes(letterFor('L01'), facts)).toEqual(['missing_element known.where_public'])
  })
})
