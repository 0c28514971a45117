/**
 * Three reports of our own making to try the page on: a sound one, its next year with slips, and one on the old form.
 * Only the figures are here; the tables come from the edition, the files from the same writers as any download.
 */
import type { Report } from '../../domain/report/report.ts'
import type { WrittenFormat } from './engine.ts'
import { filledReport } from './filled.ts'

export interface Sample {
  readonly file: string
  readonly format: WrittenFormat
  readonly report: Report
}

const preface = (year: number) =>
  `本报告按照《中华人民共和国政府信息公开条例》的规定编制，统计期限自${year}年1月1日起至${year}年12月31日止。本报告为演示样例，机关名称和数字均系虚构。`

const water2022 = filledReport({
  edition: '2021',
  agency: '示例市水务局',
  year: 2022,
  figures: {
    'proactive.normative_documents.made': 2,
    'proactive.normative_documents.repealed': 1,
    'proactive.normative_documents.in_force': 12,
    'proactive.permits.decisions': 86,
    'proactive.penalties.decisions': 7,
    'requests.new.natural_person': 9,
    'requests.new.business': 2,
    'requests.new.total': 11,
    'requests.granted.natural_person': 6,
    'requests.granted.business': 1,
    'requests.granted.total': 7,
    'requests.partial.natural_person': 1,
    'requests.partial.total': 1,
    'requests.unavailable.not_held.natural_person': 1,
    'requests.unavailable.not_held.business': 1,
    'requests.unavailable.not_held.total': 2,
    'requests.total.natural_person': 8,
    'requests.total.business': 2,
    'requests.total.total': 10,
    'requests.carried_out.natural_person': 1,
    'requests.carried_out.total': 1,
    'disputes.reconsideration.upheld': 1,
    'disputes.reconsideration.total': 1,
  },
  sections: {
    preface: preface(2022),
    overview:
      '（一）主动公开\n全年通过门户网站公开供水、节水、河湖管理等信息，按规定更新行政许可和行政处罚目录。\n（二）依申请公开\n全年收到政府信息公开申请11件，办结10件，结转下年度继续办理1件。被申请行政复议1件，结果维持。',
    problems: '公开内容的查找还不够方便。下一步将按供水、节水、防汛三类重新编排栏目，并增加检索入口。',
    other: '本年度没有收取政府信息公开信息处理费。',
  },
})

/** Slips on purpose: one total too small by 1, one count in the text, and a stock of documents that does not follow. */
const water2023 = filledReport({
  edition: '2021',
  agency: '示例市水务局',
  year: 2023,
  figures: {
    'proactive.normative_documents.made': 3,
    'proactive.normative_documents.repealed': 1,
    'proactive.normative_documents.in_force': 15,
    'proactive.permits.decisions': 92,
    'proactive.penalties.decisions': 11,
    'requests.new.natural_person': 14,
    'requests.new.business': 3,
    'requests.new.total': 17,
    'requests.carried_in.natural_person': 1,
    'requests.carried_in.total': 1,
    'requests.granted.natural_person': 9,
    'requests.granted.business': 2,
    'requests.granted.total': 11,
    'requests.partial.natural_person': 2,
    'requests.partial.total': 2,
    'requests.denied.third_party.business': 1,
    'requests.denied.third_party.total': 1,
    'requests.unavailable.not_held.natural_person': 3,
    'requests.unavailable.not_held.total': 2,
    'requests.total.natural_person': 14,
    'requests.total.business': 3,
    'requests.total.total': 17,
    'requests.carried_out.natural_person': 1,
    'requests.carried_out.total': 1,
    'disputes.lawsuit_direct.upheld': 1,
    'disputes.lawsuit_direct.total': 1,
  },
  sections: {
    preface: preface(2023),
    overview:
      '（一）主动公开\n围绕城乡供水保障、水旱灾害防御公开工作动态和政策解读，修订了信息公开指南。\n（二）依申请公开\n全年收到政府信息公开申请18件，办结17件，结转下年度继续办理1件。全年发生行政诉讼1件，结果维持。',
    problems: '个别答复引用依据不够准确。下一步将建立答复文书复核清单，由法规科逐件复核后发出。',
    other: '本年度没有收取政府信息公开信息处理费。',
  },
})

/** A slip on purpose: one request too many is carried over. */
const school2020 = filledReport({
  edition: '2019',
  agency: '示例市教育局',
  year: 2020,
  figures: {
    'proactive.normative_documents.made': 1,
    'proactive.normative_documents.published': 1,
    'proactive.normative_documents.published_total': 9,
    'proactive.permits.items_last_year': 4,
    'proactive.permits.change': -1,
    'proactive.permits.decisions': 57,
    'requests.new.natural_person': 5,
    'requests.new.total': 5,
    'requests.granted.natural_person': 3,
    'requests.granted.total': 3,
    'requests.unavailable.not_held.natural_person': 1,
    'requests.unavailable.not_held.total': 1,
    'requests.total.natural_person': 4,
    'requests.total.total': 4,
    'requests.carried_out.natural_person': 2,
    'requests.carried_out.total': 2,
  },
  sections: {
    preface: preface(2020),
    overview: '全年主动公开招生入学、学校名录、财政预决算等信息。全年收到政府信息公开申请5件，均按期答复。',
    problems: '学校层面的信息公开还不平衡。下一步将组织专题培训，统一公开目录。',
    other: '无其他需要报告的事项。',
  },
})

/** The samples, each in another format. */
export const samples: readonly Sample[] = [
  { file: '示例市水务局2022年度报告.html', format: 'html', report: water2022 },
  { file: '示例市水务局2023年度报告.docx', format: 'docx', report: water2023 },
  { file: '示例市教育局2020年度报告.txt', format: 'txt', report: school2020 },
]
