import { describe, expect, it } from 'vitest'
import { agencyInTitle, agencyOf, isOrgan } from './agency.ts'

const TITLE = '2021年政府信息公开工作年度报告'

describe('the agency in a title', () => {
  it.each([
    ['云岭市人民政府高坪街道办事处2021年政府信息公开工作年度报告', '云岭市人民政府高坪街道办事处'],
    ['高坪街道2021年政府信息公开工作年度报告', '高坪街道'],
    ['云岭市住房和城乡建设局（人防办）2021年政府信息公开工作年度报告', '云岭市住房和城乡建设局（人防办）'],
    ['国家税务总局云岭市税务局2021年政府信息公开工作年度报告', '国家税务总局云岭市税务局'],
    ['附件1：云岭市水利局2021年政府信息公开工作年度报告', '云岭市水利局'],
    ['关于印发云岭市水利局2021年政府信息公开工作年度报告', '云岭市水利局'],
    ['云岭市水利局政府信息公开工作年度报告（2021年度）', '云岭市水利局'],
    [TITLE, null],
    ['政府信息公开年报', null],
  ])('given %s, when asked, then %s', (title, agency) => {
    expect(agencyInTitle(title)).toBe(agency)
  })
})

describe('the agency of a report whose title names none', () => {
  it.each([
    ['本报告由云岭市水利局编制。'],
    ['本报告由云岭市水利局办公室根据《条例》编制。'],
    ['根据《条例》要求，现公布云岭市水利局2021年政府信息公开工作年度报告。'],
    ['现将云岭市水利局2021年政府信息公开情况报告如下。'],
    ['如有疑问，请与云岭市水利局办公室联系。'],
    ['发布时间：2022-01-20 来源：云岭市水利局 浏览次数：20'],
    ['发布机构\t云岭市水利局\t发布日期\t2022-01-20'],
  ])('given %j, when asked, then 云岭市水利局', line => {
    expect(agencyOf(TITLE, [line], [])).toBe('云岭市水利局')
  })

  it('given a signature with its date, when asked, then the one who signed', () => {
    expect(agencyOf(TITLE, [], ['无其他事项。', '云岭市水利局', '2022年1月20日'])).toBe('云岭市水利局')
    expect(agencyOf(TITLE, [], ['无其他事项。', '云岭市水利局 2022年1月20日'])).toBe('云岭市水利局')
  })

  it.each([
    ['由我局编制。'],
    ['请与本单位办公室联系。'],
    ['来源：本站'],
    ['来源：云岭市水利局网站'],
    ['全年工作平稳。'],
  ])('given %j, when asked, then nobody', line => {
    expect(agencyOf(TITLE, [line], [])).toBeNull()
  })
})

describe('the agency of a report whose title names one in short', () => {
  it('given a longer name of the same ending elsewhere, when asked, then the longer', () => {
    expect(agencyOf('市水利局2021年政府信息公开工作年度报告', ['由云岭市水利局编制。'], [])).toBe('云岭市水利局')
    expect(agencyOf('市水利局2021年政府信息公开工作年度报告', [], ['云岭市水利局'])).toBe('云岭市水利局')
  })

  it('given another agency elsewhere, when asked, then the one in the title', () => {
    expect(agencyOf('市水利局2021年政府信息公开工作年度报告', ['来源：云岭市人民政府办公室'], [])).toBe('市水利局')
  })
})

describe('a line that names an organ', () => {
  it.each(['云岭市水利局', '高坪街道', '云岭市 教育局', '云岭市第一人民医院'])('given %s, then yes', line =>
    expect(isOrgan(line)).toBe(true),
  )
  it.each(['', '局', '全年工作平稳', '本报告由水利局', '2022年1月20日'])('given %j, then no', line =>
    expect(isOrgan(line)).toBe(false),
  )
})
