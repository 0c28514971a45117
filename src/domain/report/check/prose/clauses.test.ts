import { describe, expect, it } from 'vitest'
import { type Clause, ownClauses } from './clauses.ts'

const texts = (text: string, year: number | null = 2020) => ownClauses(text, year).map(clause => clause.text)
const only = (text: string): Clause => {
  const [clause, more] = ownClauses(text, 2020)
  if (!clause || more) throw new Error(text)
  return clause
}

describe('given running text, when cut into clauses', () => {
  it('then sentences and clauses fall apart at their signs', () => {
    expect(texts('收到申请，办结申请：结转申请。复议！诉讼？申请;申请；申请\n申请')).toEqual([
      '收到申请',
      '办结申请',
      '结转申请',
      '复议',
      '诉讼',
      '申请',
      '申请',
      '申请',
      '申请',
    ])
  })

  it('then sentences of other matters are left out', () => {
    expect(texts('召开会议三次。收到申请。')).toEqual(['收到申请'])
    expect(texts('')).toEqual([])
    expect(texts('收到申请，，。')).toEqual(['收到申请'])
  })

  it('then spaces, marks and brackets with their content are gone, and digits are plain', () => {
    expect(texts('收 到　**申请** 3１ 件（其中网上 20 件）')).toEqual(['收到申请31件'])
    expect(texts('“申请”(含网上申请)1,031件〔结转〕[复议]《申请》')).toEqual(['申请1031件申请'])
    expect(texts('二○二○年申请二Ｏ件')).toEqual(['二〇二〇年申请二〇件'])
    expect(texts('申请1,03,1件')).toEqual(['申请1', '03', '1件'])
    expect(texts('申请  \t 3件')).toEqual(['申请3件'])
  })

  it('then they tell what they are about', () => {
    expect(only('政府信息公开申请')).toEqual({
      text: '政府信息公开申请',
      aboutDisclosure: true,
      aboutRequests: true,
      oneChannel: false,
    })
    expect(only('提出申请')).toEqual({
      text: '提出申请',
      aboutDisclosure: false,
      aboutRequests: false,
      oneChannel: false,
    })
    expect(only('政务公开工作收到复议')).toMatchObject({ aboutDisclosure: true, aboutRequests: false })
  })

  it('then the topic of requests lasts until other matters come up', () => {
    const topics = (text: string) => ownClauses(text, 2020).map(c => c.aboutRequests)
    expect(topics('信息公开申请。办结。')).toEqual([true, true])
    expect(topics('信息公开申请，办结信访，办结。')).toEqual([true, true, false])
    expect(topics('信息公开申请。处理来信。办结。')).toEqual([true, false])
    expect(topics('信息公开申请。开会。办结。')).toEqual([true, true])
    expect(topics('信息公开申请，开会，办结。')).toEqual([true, true, true])
    expect(topics('信息公开申请。\n办结。')).toEqual([true, false])
    expect(ownClauses('信息公开申请。行政复议。', 2020)[1]?.aboutDisclosure).toBe(true)
  })
})

describe('given words of another time', () => {
  it.each([
    '2019年收到申请',
    '2021年收到申请',
    '二〇一九年收到申请',
    '去年收到申请',
    '上年收到申请',
    '上一年收到申请',
    '往年收到申请',
    '近三年收到申请',
    '历年收到申请',
    '条例实施以来收到申请',
    '上半年收到申请',
    '第二季度收到申请',
    '3月收到申请',
    '三月收到申请',
    '2020年比上年申请',
    '同比申请',
    '申请下降',
    '申请占90%',
    '今年力争收到申请',
    '下一步收到申请',
    '累计收到申请',
    '多年累计收到申请',
  ])('%s is left out', text => {
    expect(texts(text)).toEqual([])
  })

  it.each([
    '2020年收到申请',
    '二〇二〇年收到申请',
    '今年收到申请',
    '全年收到申请',
    '1月1日至12月31日收到申请',
    '截至12月底收到申请',
    '上年结转申请',
    '结转下年申请',
    '2020年累计收到申请',
    '结转明年办理的申请',
    '一倍于申请',
  ])('%s stays', text => {
    expect(texts(text)).toEqual([text])
  })

  it('then it lasts through the sentence until this year is named, and no longer', () => {
    expect(texts('2019年收到申请，办结申请，2020年收到复议')).toEqual(['2020年收到复议'])
    expect(texts('2019年收到申请。收到复议')).toEqual(['收到复议'])
    expect(texts('2019年收到申请，全年收到复议')).toEqual(['全年收到复议'])
    expect(texts('2019年收到申请。其中办结申请。收到复议')).toEqual(['收到复议'])
    expect(texts('2019年收到申请。共办结申请')).toEqual([])
    expect(texts('2019年收到申请\n共办结申请')).toEqual(['共办结申请'])
  })

  it('then a sentence of plans is left out whole, the topic stays', () => {
    expect(texts('收到申请，明年争取更好。收到复议')).toEqual(['收到复议'])
  })

  it('then without a year of its own no named year can be trusted', () => {
    expect(texts('2020年收到申请', null)).toEqual([])
    expect(texts('收到申请', null)).toEqual(['收到申请'])
  })
})

describe('given words of others', () => {
  it.each([
    '全市收到申请',
    '我市收到申请',
    '各部门收到申请',
    '下属单位收到申请',
    '县政府收到申请',
    '基层收到申请',
    '其他单位收到申请',
    '按照全市要求收到申请',
    '根据规定收到申请',
    '按要求办理申请',
  ])('%s is left out', text => {
    expect(texts(text)).toEqual([])
  })

  it.each(['我局收到申请', '本机关收到申请', '按时办结申请', '根据规定我局收到申请'])('%s stays', text => {
    expect(texts(text)).toEqual([text])
  })

  it('then it lasts through the sentence until we are named again', () => {
    expect(texts('全市收到申请，办结申请，我局收到复议，结转申请')).toEqual(['我局收到复议', '结转申请'])
    expect(texts('全市收到申请。收到复议')).toEqual(['收到复议'])
    expect(texts('全市收到申请。共收到复议')).toEqual([])
    expect(texts('我局与各部门收到申请')).toEqual([])
  })
})

describe('given parts of a sum', () => {
  it('then what follows is left out to the end of the sentence, what came before stays', () => {
    expect(texts('收到申请3件其中网上申请，收到复议。收到诉讼')).toEqual(['收到申请3件', '收到诉讼'])
    expect(texts('其中申请')).toEqual([])
    expect(texts('收到申请3件，其中网上申请1件，办结申请')).toEqual(['收到申请3件'])
    expect(texts('收到申请包括复议。其中诉讼')).toEqual(['收到申请'])
  })

  it('then one channel is told, unless all are meant', () => {
    const channels = (text: string) => ownClauses(text, 2020).map(c => c.oneChannel)
    expect(channels('通过网站收到申请')).toEqual([true])
    expect(channels('通过网站，收到申请，共收到申请')).toEqual([true, true, false])
    expect(channels('通过网站、信函等方式收到申请')).toEqual([false])
    expect(channels('网上收到申请。收到申请')).toEqual([true, false])
    expect(channels('已收到申请')).toEqual([false])
    expect(channels('网上收到申请，收到申请')).toEqual([true, true])
  })
})
