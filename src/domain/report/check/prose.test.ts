import { describe, expect, it } from 'vitest'
import { balancedReport } from '../../../../test/support/reports.ts'
import type { Report } from '../report.ts'
import { check } from './index.ts'

/** 2020: 31 received (2 carried in), 30 closed, 3 carried over; 1 reconsideration, 2 lawsuits (1 + 1). */
function reportSaying(overview: string): Report {
  const bare = balancedReport(1, '2019')
  const column = (value: number) => ({
    natural_person: value,
    business: 0,
    research: 0,
    social: 0,
    legal_service: 0,
    other: 0,
    total: value,
  })
  const requests = Object.fromEntries(Object.keys(bare.tables.requests).map(row => [row, column(0)]))
  const dispute = (value: number) => ({ upheld: value, corrected: 0, other: 0, pending: 0, total: value })
  return {
    ...bare,
    agency: '青松市教育局',
    year: 2020,
    tables: {
      ...bare.tables,
      requests: {
        ...requests,
        new: column(31),
        carried_in: column(2),
        granted: column(30),
        total: column(30),
        carried_out: column(3),
      },
      disputes: { reconsideration: dispute(1), lawsuit_direct: dispute(1), lawsuit_after_reconsideration: dispute(1) },
    },
    sections: { preface: null, overview, problems: '无。', other: '无。' },
    cells: {},
  }
}

function alarms(overview: string, report = reportSaying(overview)) {
  return check(report)
    .filter(f => f.rule === 'prose.number')
    .map(f => `${f.row} ${f.left}≠${f.right}`)
}

describe('given a text whose figures differ from the tables, when checked, then it is said', () => {
  it.each([
    ['2020年，我局共收到政府信息公开申请35件，均已答复。', 'new 35≠31'],
    ['全年收到公民、法人和其他组织提出的政府信息公开申请 35 件。', 'new 35≠31'],
    ['本年度新收信息公开申请３５件。', 'new 35≠31'],
    ['我局收到依申请公开三十五件。', 'new 35≠31'],
    ['年内共收到申请四十件政府信息公开方面的材料。我局收到政府信息公开申请四十件。', 'new 40≠31'],
    ['2020年收到两件政府信息公开申请。', 'new 2≠31'],
    ['共收到一百零三份信息公开申请，已全部答复。', 'new 103≠31'],
    ['全年共收到依申请公开申请件1,031件。', 'new 1031≠31'],
    ['受理依申请公开4件，其中网络申请2件，信函申请2件。', 'new 4≠31'],
    ['2020年累计收到政府信息公开申请36件，同比增长12%。', 'new 36≠31'],
    ['二〇二〇年，我局接到政府信息公开申请五十件。', 'new 50≠31'],
    ['2020年，政府信息公开申请40件，均按期办理。', 'new 40≠31'],
    ['2019年收到政府信息公开申请26件，2020年收到政府信息公开申请29件。', 'new 29≠31'],
    ['2020年本机关没有收到政府信息公开申请。', 'new 0≠31'],
    ['全年未收到公民、法人或其他组织的政府信息公开申请。', 'new 0≠31'],
    ['我局无依申请公开事项。', 'new 0≠31'],
    ['2020年中心没有政府信息公开申请件，工作平稳。', 'new 0≠31'],
    ['政府信息公开申请为零。', 'new 0≠31'],
    ['收到政府信息公开申请31件，全年办结 53 件。', 'total 53≠30'],
    ['收到政府信息公开申请31件。按期办结25件。', 'total 25≠30'],
    ['我局答复政府信息公开申请90件。', 'total 90≠30'],
    ['收到政府信息公开申请31件，上年结转申请5件。', 'carried_in 5≠2'],
    ['收到政府信息公开申请31件，结转下年度继续办理1件。', 'carried_out 1≠3'],
    ['因政府信息公开被申请行政复议4起。', 'reconsideration 4≠1'],
    ['全年政府信息公开行政复议案件三件。', 'reconsideration 3≠1'],
    ['2020年发生两起因政府信息公开引发的行政复议。', 'reconsideration 2≠1'],
    ['收到政府信息公开申请31件；被提起行政复议1件、行政诉讼7件。', 'lawsuit_direct 7≠2'],
    ['信息公开行政复议、行政诉讼各5件。', 'lawsuit_direct 5≠2'],
    ['通过各种渠道共收到政府信息公开申请35件。', 'new 35≠31'],
    ['通过网络收到政府信息公开申请40件。', 'new 40≠31'],
    ['办理政府信息公开申请20件。', 'new 20≠31'],
    ['2020年1月1日至12月31日，共收到政府信息公开申请35件。', 'new 35≠31'],
    ['我局不存在行政复议。', 'reconsideration 0≠1'],
    ['因信息公开提起行政诉讼5件。', 'lawsuit_direct 5≠2'],
    ['没有发生因政府信息公开申请行政复议的情况。', 'reconsideration 0≠1'],
    ['全年未发生行政诉讼。', 'lawsuit_direct 0≠2'],
    ['政府信息公开行政复议和行政诉讼共9件。', 'reconsideration 9≠3'],
    ['未收到有关政府信息公开事务的行政复议申请。', 'reconsideration 0≠1'],
  ])('%s', (sentence, alarm) => {
    expect(alarms(sentence)).toContain(alarm)
  })

  it('both reconsideration and lawsuits where both are denied', () => {
    const both = ['reconsideration 0≠1', 'lawsuit_direct 0≠2']
    expect(alarms('2020年未发生因政府信息公开引起的行政复议、行政诉讼。')).toEqual(both)
    expect(alarms('无行政复议和行政诉讼案件。')).toEqual(both)
    expect(alarms('信息公开行政复议、行政诉讼均为0件。')).toEqual(both)
    expect(alarms('全年没有发生针对本机关有关政府信息公开事务的行政复议案、行政诉讼案和有关的申诉案。')).toEqual(both)
    expect(alarms('未因政府信息公开被申请行政复议或提起行政诉讼。')).toEqual(both)
  })

  it('each once, however often the text repeats it', () => {
    expect(alarms('共收到政府信息公开申请35件。\n（二）依申请公开。收到政府信息公开申请35件。')).toEqual(['new 35≠31'])
  })

  it('as a warning that quotes the text and names the cell, in both languages', () => {
    const report = reportSaying('2020年，我局共收到政府信息公开申请35件。')
    const [finding] = check(report).filter(f => f.rule === 'prose.number')
    expect(finding).toMatchObject({
      severity: 'warning',
      table: 'requests',
      row: 'new',
      column: 'total',
      cells: ['requests.new.total'],
    })
    expect(finding?.says).toBe('文字说“我局共收到政府信息公开申请35件”（收到申请 35），表格中为 31，请核对。')
    expect(check(report, { lang: 'en' }).find(f => f.rule === 'prose.number')?.says).toContain(
      '(requests received 35); the table says 31',
    )
  })
})

describe('given a text whose figures agree, when checked, then nothing is said', () => {
  it.each([
    '2020年，我局共收到政府信息公开申请31件，办结30件，结转下年度继续办理3件。',
    '全年收到公民、法人和其他组织提出的政府信息公开申请三十一件，上年结转2件。',
    '共受理政府信息公开申请33件（含上年结转2件），答复30件。',
    '受理依申请公开31件，其中网络申请20件，信函申请11件。',
    '因政府信息公开被申请行政复议1起，提起行政诉讼2起。',
    '政府信息公开行政复议和行政诉讼共3件。',
    '因政府信息公开引发行政复议一件，发生行政诉讼两件。',
    '收到政府信息公开申请31件，办结28件当年申请。',
    '办理政府信息公开申请30件。',
    '收到政府信息公开申请31件，受理25件。',
    '信息公开行政复议、行政诉讼各1件、2件。',
  ])('%s', sentence => {
    expect(alarms(sentence)).toEqual([])
  })
})

describe('given counts of something else, when checked, then there is no false alarm', () => {
  it.each([
    '在门户网站发布公开信息108条，微信公众号发布信息88条，粉丝数达20万。',
    '今年来主动公开信息27条，其中公文类信息2条，非公文类信息25条。',
    '全年发布政策解读12篇，回应热点5次。',
    '办理人大代表建议和政协提案47件，办结率100%。',
    '办结信访件53件，群众满意率98%。',
    '受理群众来信来电申请咨询210件。',
    '网络申请20件，信函申请11件。',
    '收到网上申请20件、当面申请4件。',
    '共收到政府信息公开申请31件，其中网络申请20件，邮寄申请8件，当面申请3件。',
    '收到政府信息公开申请31件，比上年增加5件，增长19%。',
    '2019年共收到政府信息公开申请26件。',
    '去年收到政府信息公开申请26件，行政复议3件。',
    '自条例施行以来，累计收到政府信息公开申请520件。',
    '2017年以来累计收到政府信息公开申请190件。',
    '全市共收到政府信息公开申请859件。',
    '全区各部门收到政府信息公开申请120件，行政复议9件。',
    '各乡镇、街道收到政府信息公开申请75件。',
    '所属学校收到信息公开申请7件。',
    '明年力争收到政府信息公开申请不超过10件。',
    '上半年收到政府信息公开申请12件，下半年收到政府信息公开申请19件。',
    '3月，我局收到政府信息公开申请4件。',
    '收到自然人申请25件、企业申请6件。',
    '近百件政府信息公开申请均已答复。',
    '收到政府信息公开申请30余件。',
    '收到政府信息公开申请十几件。',
    '没有收到申请人对答复内容的投诉。',
    '未收到网络申请。',
    '没有超期未答复的政府信息公开申请。',
    '无不予公开的政府信息公开申请。',
    '无正当理由大量反复申请0件。',
    '予以公开9件，部分公开4件，不予公开4件。',
    '本机关不掌握相关政府信息11件。',
    '答复政府信息公开申请9件，转办2件。',
    '召开政府信息公开工作会议3次，培训2期，参训120人次。',
    '制定行政规范性文件2件，废止1件。',
    '办理行政许可1095件，其他对外管理服务2133件。',
    '全年办理行政复议案件56件，行政应诉案件20件。',
    '全年行政诉讼案件共20件。',
    '行政诉讼败诉0件。',
    '未发生行政诉讼败诉的情况。',
    '没有行政复议被纠正的案件。',
    '审理政府信息公开行政复议案件8件，其中维持6件。',
    '申请人对答复不服的，可以依法申请行政复议或者提起行政诉讼。',
    '收到入学资助申请300件，全部办结。',
    '收到职称评审申请45件，办结45件。',
    '共收到各类投诉举报申请18件，均已办结18件。',
    '资金结转下年使用2000万元，项目结转12个。',
    '根据全市依申请公开工作要求，收到申请后20个工作日内答复。',
    '申请公开的信息涉及教育收费、招生考试等5项内容。',
    '政府信息公开申请表3份可在网站下载。',
    '依申请公开答复书模板共7份。',
    '通过网站收到政府信息公开申请20件，通过信函收到政府信息公开申请11件。',
    '每收到一件政府信息公开申请，均登记编号。',
    '收到一件政府信息公开申请后，先登记再转办。',
    '收到政府信息公开申请5个工作日内完成登记。',
    '政府信息公开申请一次性告知补正内容。',
    '提前办结12件政府信息公开申请。',
    '收到其他单位转送的政府信息公开申请4件。',
    '收到涉及招生考试的政府信息公开申请12件。',
    '收到重复的政府信息公开申请3件。',
    '未发生因答复不当引发的行政复议和行政诉讼。',
    '行政复议0起，行政诉讼0起的目标要保持。',
    '未收到行政复议决定书。',
    '主动公开政府信息1200条，依申请公开31条。',
    '我市共收到政府信息公开申请859件。',
    '截至2021年1月底，共收到政府信息公开申请34件。',
    '与2019年的26件相比，政府信息公开申请有所上升。',
    '无。',
    '',
  ])('%s', sentence => {
    expect(alarms(sentence)).toEqual([])
  })

  it('nor where the tables do not say', () => {
    const report = reportSaying(
      '2020年中心没有政府信息公开申请件，也未收到有关政府信息公开事务的行政复议申请，没有发生因政府信息公开提起行政诉讼。',
    )
    const tables = { ...report.tables, requests: {}, disputes: {} }
    expect(alarms('', { ...report, tables })).toEqual([])
  })

  it('nor where the published total is blank but the entries bear the text out', () => {
    const report = reportSaying('全年收到政府信息公开申请31件。')
    const { requests } = report.tables
    const blank = Object.fromEntries(Object.entries(requests).map(([row, values]) => [row, { ...values, total: null }]))
    expect(alarms('', { ...report, tables: { ...report.tables, requests: blank } })).toEqual([])
    const wrong = reportSaying('全年收到政府信息公开申请35件。')
    expect(alarms('', { ...wrong, tables: { ...wrong.tables, requests: blank } })).toEqual(['new 35≠31'])
  })

  it('nor without a year to tell other years by, where the text names a year', () => {
    expect(alarms('', { ...reportSaying('2020年收到政府信息公开申请35件。'), year: null })).toEqual([])
  })
})
