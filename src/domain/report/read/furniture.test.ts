import { describe, expect, it } from 'vitest'
import { contentsOf, isAboutThePage, isAfterTheReport, isTrail } from './furniture.ts'

describe('lines around a report on a web page', () => {
  it.each([
    '发布时间：2023-01-20 10:22 来源：云岭市水利局',
    '来源：云岭市水利局',
    '索引号：113307/2023-00012',
    '浏览次数：35次',
    '字体：[大 中 小]',
    '【打印】【关闭】',
    '您当前所在位置：首页 > 政府信息公开',
    '首页 > 政府信息公开 > 年报',
    '[首页](/) \\> 政务公开 \\> 年报',
    '2023-01-20',
    '2023年1月20日 10:22',
    '名称\t2022年政府信息公开工作年度报告',
  ])('given %j before the text, then it is about the page', line => {
    expect(isAboutThePage(line)).toBe(true)
  })

  it.each([
    '根据《中华人民共和国政府信息公开条例》，现公布本机关的年度报告。',
    '本报告中所列数据的统计期限自2022年1月1日起至2022年12月31日止',
    '2022年，本机关工作平稳',
    '一、总体情况',
  ])('given %j, then it is the report', line => {
    expect(isAboutThePage(line)).toBe(false)
  })

  it.each([
    '分享到：微信微博',
    '【打印本页】【关闭窗口】',
    '扫一扫在手机打开当前页',
    '相关链接',
    '上一篇：没有了',
    '主办单位：云岭市人民政府办公室',
    '版权所有 云岭市人民政府',
    '浙ICP备05000001号-1',
    '责任编辑：办公室',
  ])('given %j behind the text, then the report is over', line => {
    expect(isAfterTheReport(line)).toBe(true)
  })

  it.each([
    '无其他需要报告的事项。',
    '云岭市水利局',
    '2023年1月18日',
    '信息处理费收取情况：本年度未收取。',
    '分管领导高度重视。',
  ])('given %j, then the report goes on', line => {
    expect(isAfterTheReport(line)).toBe(false)
  })

  it('given signs of greater in a sentence of figures, then it is no way through a site', () => {
    expect(isTrail('公开率 > 95')).toBe(false)
  })
})

describe('a table of contents', () => {
  const rows = (...texts: string[]) => texts.map(text => ({ text }))

  it('given its title, when looked for, then it and its entries', () => {
    const all = rows('目 录', '一、总体情况……1', '（一）主动公开', '根据《条例》，现公布本机关的年度报告。')
    expect([...contentsOf(all)].map(r => r.text)).toEqual(['目 录', '一、总体情况……1', '（一）主动公开'])
  })

  it('given no title, when looked for, then nothing', () => {
    expect(contentsOf(rows('一、总体情况', '二、主动公开'))).toEqual(new Set())
  })
})
