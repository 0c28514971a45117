import { describe, expect, it } from 'vitest'
import { calm } from '../../../../test/support/calm-report.ts'
import { edition2019 } from '../../../law/editions/edition-2019.ts'
import { labelOf } from './finding.ts'
import { check } from './index.ts'

const label = (zh: string) => labelOf({ zh, en: '' }, 'zh')

describe('given a printed label, when a finding speaks of it', () => {
  it('then a long remark in brackets at its end is left out, a short one or one within is not', () => {
    expect(label('（二）部分公开（区分处理的，只计这一情形，不计其他情形）')).toBe('（二）部分公开')
    expect(label('总计（各项之和）')).toBe('总计（各项之和）')
    expect(label('本年（含上年结转到本年的申请）新收')).toBe('本年（含上年结转到本年的申请）新收')
    expect(label('（只有这一句很长的说明文字）')).toBe('（只有这一句很长的说明文字）')
  })
})

describe('given a form without a heading for a part', () => {
  it('then the part is named as the form keeps it', () => {
    const report = { ...calm(), sections: { ...calm().sections, problems: null } }
    const bare = { ...edition2019, sections: [] }
    expect(check(report, { editions: [bare] }).find(f => f.rule === 'section.absent')?.says).toBe(
      '没有找到「problems」部分。',
    )
  })
})
