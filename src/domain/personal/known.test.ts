import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { withoutPersonal } from './known.ts'

const zhang = ['张三丰', '11010519491231002X', '13972000001', '示例县人民路9号', 'zhang@example.invalid']

describe('a text that goes on without a person (条例15, 个保法28)', () => {
  it.each([
    ['张三丰申请的划片方案', '***申请的划片方案'],
    ['关于张 三丰（１３９７２００００01）所问事项', '关于***（***）所问事项'],
    ['证件110105-19491231-002x，住示例县人民路９号', '证件***，***'],
    ['2025年义务教育阶段学校划片方案', '2025年义务教育阶段学校划片方案'],
  ])('%s becomes %s', (text, shown) => {
    expect(withoutPersonal(text, zhang, [])).toBe(shown)
  })

  it('given others named in it, then their numbers go too, and those of offices stay', () => {
    const text = '李某手机13972000002，咨询电话0972-8600001'
    expect(withoutPersonal(text, zhang, ['0972-8600001'])).toBe('李某手机***，咨询电话0972-8600001')
  })

  it('given any text around it, then the name is gone, also where it is spaced', () => {
    const around = fc.string({ unit: fc.constantFrom(...'申请公开方案ß，。 ()3三张*.\\'), maxLength: 20 })
    const spaced = fc.constantFrom('张三丰', '张 三 丰', '张-三丰', '张　三丰')
    fc.assert(
      fc.property(around, spaced, around, (before, name, after) => {
        const shown = withoutPersonal(before + name + after, zhang, [])
        expect(shown.replace(/[\s-]/g, '')).not.toContain('张三丰')
      }),
      { seed: 20261128, numRuns: 500 },
    )
  })

  it('given a value of one sign or none, then nothing is taken out for it', () => {
    expect(withoutPersonal('划片方案', ['案', ''], [])).toBe('划片方案')
  })
})
