import { describe, expect, test } from 'vitest'
import { catalogueColumns } from '../../law/catalogue.ts'
import { deadlines } from '../../law/deadlines.ts'
import { exemptions } from '../../law/exemptions.ts'
import { feeSchedules } from '../../law/fees.ts'
import type { GuideFacts } from './guide/facts.ts'
import { defaultGuide } from './guide.ts'

const facts: GuideFacts = {
  agency: '示例县教育局',
  office: {
    name: '示例县教育局办公室',
    address: '示例县学府路1号',
    postcode: '000000',
    hours: '工作日 8:30-12:00，14:00-17:30',
    telephone: '0000-1234567',
    fax: null,
    email: 'jyj@example.gov.cn',
    post: null,
  },
  channels: [],
  site: null,
  supervisor: null,
  reviewOrgan: null,
}
const bodyOf = (changes: Partial<GuideFacts> = {}) => defaultGuide({ ...facts, ...changes }).body

describe('given what an agency tells of itself, the guide', () => {
  test('is named after the agency', () => {
    expect(defaultGuide(facts).title).toBe('示例县教育局政府信息公开指南')
  })

  test('tells everything of the office that 条例12 wants', () => {
    const section = bodyOf().split('## 六、')[1] ?? ''
    expect(section).toContain('| 名称 | 示例县教育局办公室 |')
    expect(section).toContain('| 办公地址 | 示例县学府路1号 |')
    expect(section).toContain('| 传真 | 无 |')
    for (const word of ['办公时间', '联系电话', '互联网联系方式', '通信地址', '邮政编码'])
      expect(section).toContain(word)
  })

  test('tells classes, order and ways to obtain', () => {
    const body = bodyOf()
    for (const { label } of Object.values(catalogueColumns)) expect(body).toContain(`- **${label.zh}**`)
    for (const word of ['索引号', '名称', '内容概述', '生成日期']) expect(body).toContain(word)
  })

  test('gives the periods of the law’s records', () => {
    const body = bodyOf()
    expect(body).toContain(`收到申请之日起${deadlines.answer.length}个工作日内答复`)
    expect(body).toContain(`最长不超过${deadlines.extension.length}个工作日`)
    expect(body).toContain(`${deadlines.correction_notice.length}个工作日内一次性告知`)
    expect(body).toContain(`${deadlines.reconsideration_application.length}日内`)
  })

  test('prints every band of both fee schedules', () => {
    const body = bodyOf()
    expect(body).toContain('| 第1至10件 | 不收费 |')
    expect(body).toContain('| 第11至30件 | 每件100元 |')
    expect(body).toContain('| 第31件起 | 每件200元，以后每满10件，每件再加100元 |')
    for (const { yuanEach } of feeSchedules.pages.bands.slice(1)) expect(body).toContain(`每页${yuanEach}元`)
  })

  test('names every ground to withhold with its article', () => {
    const body = bodyOf()
    for (const { label } of Object.values(exemptions)) expect(body).toContain(label.zh)
    expect(body).toContain('《政府信息公开条例》第十六条第二款')
  })
})

describe('channels', () => {
  test('given none opened, then those nobody can be refused are told, and no other', () => {
    const body = bodyOf()
    for (const word of ['| 当面提交 |', '| 邮寄（签收） |', '| 平常信函 |', '代为填写']) expect(body).toContain(word)
    expect(body).not.toMatch(/\| (?:传真|互联网|电子邮件) \| .* \| .* \|/)
  })

  test('given e-mail opened, then its address and its day of receipt are told', () => {
    expect(bodyOf({ channels: ['email', 'in_person'] })).toContain(
      '| 电子邮件 | jyj@example.gov.cn | 与申请人确认之日 |',
    )
  })

  test('given a post box of its own, then letters go there', () => {
    const body = bodyOf({ office: { ...facts.office, post: '示例县第9号信箱' } })
    expect(body).toContain('| 邮寄（签收） | 示例县第9号信箱，')
  })
})

describe('remedies', () => {
  test('given supervisor and review organ, then they are named', () => {
    const body = bodyOf({
      supervisor: { name: '示例县人民政府办公室', telephone: '0000-7654321' },
      reviewOrgan: '示例县人民政府',
    })
    expect(body).toContain('向示例县人民政府办公室（电话：0000-7654321）投诉')
    expect(body).toContain('日内向示例县人民政府申请行政复议')
  })
})

test('given marks of Markdown and of html in what was typed, then they stay text', () => {
  const body = bodyOf({ agency: '<b>局</b> [点](javascript:x)', office: { ...facts.office, address: 'a|b\n# c' } })
  expect(body).toContain('\\<b\\>局\\</b\\> \\[点\\](javascript:x)')
  expect(body).toContain('a\\|b # c')
  expect(body).not.toContain('\n# c')
})
