/** Our own sentences for the running parts of a report; the counts in them agree with the tables. */
import type { Facts } from './facts.ts'

export interface Prose {
  readonly preface: readonly string[]
  readonly overview: readonly string[]
  readonly problems: readonly string[]
  readonly other: readonly string[]
}

/** The four texts of a report, a paragraph each item. */
export function prose({ agency, year, values }: Facts): Prose {
  const at = (id: string): number => values.get(id) ?? 0
  const reconsiderations = at('disputes.reconsideration.total')
  const suits = at('disputes.lawsuit_direct.total') + at('disputes.lawsuit_after_reconsideration.total')
  return {
    preface: [
      `本报告由${agency}按照《中华人民共和国政府信息公开条例》编写，所列数据的统计期限为${year}年1月1日至${year}年12月31日。` +
        '如有疑问，请与本局办公室联系（电话：0123-4567890）。',
    ],
    overview: [
      `（一）主动公开。${year}年，本局通过门户网站发布信息236条，其中工作动态类158条，政策解读4篇。`,
      `（二）依申请公开。全年新收政府信息公开申请${at('requests.new.total')}件，` +
        `结转下年度继续办理${at('requests.carried_out.total')}件，均按规定期限答复。`,
      `（三）监督保障。组织业务培训2次，参训57人次；因政府信息公开被申请行政复议${reconsiderations}件，` +
        `被提起行政诉讼${suits}件。`,
    ],
    problems: [
      '一是部分栏目更新不够及时；二是政策解读的形式比较单一；三是个别科室对公开要求掌握不够。',
      '下一步，将明确3个重点栏目的更新责任人，每季度检查一次，并把答复文书的审核前移。',
    ],
    other: ['本年度没有收取信息处理费。除此以外，没有其他需要报告的事项。'],
  }
}
