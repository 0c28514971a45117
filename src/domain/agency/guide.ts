/**
 * The text of a first 政府信息公开指南 (条例12, D§1.2), in Markdown, from what the agency has told of itself. Periods,
 * fees, grounds and channels come from the law's records. The agency goes on from it; the words are ours.
 */
import type { ArticleId } from '../../law/articles.ts'
import { catalogueColumns } from '../../law/catalogue.ts'
import { deadlines } from '../../law/deadlines.ts'
import { type Exemption, exemptions } from '../../law/exemptions.ts'
import { cite, hanNumber } from '../citation.ts'
import { applying } from './guide/applying.ts'
import type { GuideFacts, GuideOffice } from './guide/facts.ts'
import { list, markdownTable, plain } from './guide/markdown.ts'

/** The title and the text of the first version. */
export function defaultGuide(facts: GuideFacts): { readonly title: string; readonly body: string } {
  const parts: readonly (readonly [title: string, text: string])[] = [
    ['信息的分类和编排', classes()],
    ['主动公开', publishing(facts)],
    ['依申请公开', applying(facts)],
    ['不予公开的信息', withholding()],
    ['监督和救济', remedies(facts)],
    ['政府信息公开工作机构', contact(facts.office)],
  ]
  const sections = parts.map(([title, text], i) => `## ${hanNumber(i + 1)}、${title}\n\n${text}`)
  return { title: `${facts.agency}政府信息公开指南`, body: `${[opening(facts), ...sections].join('\n\n')}\n` }
}

function opening({ agency }: GuideFacts): string {
  return [
    `为了方便公民、法人和其他组织依法获取${plain(agency)}（以下称本机关）的政府信息，根据《中华人民共和国政府信息公开条例》编制本指南。`,
    `本指南随工作变化及时更新，可以在本机关政府信息公开专栏查看和打印，也可以到政府信息公开工作机构索取。（${cite('条例12', 'zh')}）`,
  ].join('\n\n')
}

function classes(): string {
  const columns = Object.values(catalogueColumns).map(({ label, holds }) => `**${label.zh}**：${holds.zh}`)
  return [
    '本机关主动公开的信息分为以下各类：',
    list(columns),
    `每条信息在政府信息公开目录中都有索引号、名称、内容概述和生成日期。索引号由机构代码、年份和顺序号组成，一经编定不再更改，也不给其他信息使用。同一类信息按生成日期排列，新的在前。（${cite('条例12', 'zh')}）`,
  ].join('\n\n')
}

function publishing({ site }: GuideFacts): string {
  const { proactive } = deadlines
  const place = site === null ? '本机关政府信息公开专栏' : `本机关政府信息公开专栏（${plain(site)}）`
  return [
    `**渠道。** ${place}集中发布，可以检索、查阅和下载；同时根据内容通过政府公报、新闻发布会以及报刊、广播、电视等公开。${both('条例23', '条例24')}`,
    `**查阅场所。** 国家档案馆、公共图书馆、政务服务场所设有政府信息查阅场所，可以免费查阅。（${cite('条例25', 'zh')}）`,
    `**时限。** 自${proactive.from.zh}起${days(proactive.length)}内公开；法律、法规另有规定的，按照规定的期限公开。（${cite('条例26', 'zh')}）`,
  ].join('\n\n')
}

function withholding(): string {
  const grounds = Object.values<Exemption>(exemptions).map(({ label, kinds, discretion, article }) => {
    const finer =
      kinds === undefined
        ? ''
        : `（${Object.values(kinds)
            .map(k => k.zh)
            .join('、')}）`
    return `${label.zh}${finer}：${effect[discretion]}。（${cite(article, 'zh')}）`
  })
  return [
    '下列信息依法不予公开或者可以不予公开：',
    list(grounds),
    '能够区分处理的，提供可以公开的部分，并对不予公开的部分说明理由。',
  ].join('\n\n')
}

const effect: Readonly<Record<Exemption['discretion'], string>> = {
  none: '一律不公开',
  consent_or_interest: '不得公开，但第三方同意公开，或者不公开会对公共利益造成重大影响的除外',
  may: '可以不予公开',
}

function remedies({ supervisor, reviewOrgan }: GuideFacts): string {
  const { reconsideration_application, lawsuit_direct, lawsuit_after_reconsideration } = deadlines
  const whom = supervisor === null ? '政府信息公开工作主管部门' : plain(supervisor.name)
  const phone = supervisor?.telephone ? `（电话：${plain(supervisor.telephone)}）` : ''
  const organ = reviewOrgan === null ? '有管辖权的复议机关' : plain(reviewOrgan)
  return [
    `**投诉、举报。** 认为本机关没有依法主动公开，或者没有依法答复申请的，可以向${whom}${phone}投诉、举报。（${cite('条例47', 'zh')}）`,
    `**复议和诉讼。** 认为本机关的公开工作侵犯其合法权益的，可以自知道之日起${reconsideration_application.length}日内向${organ}申请行政复议，也可以自知道之日起${lawsuit_direct.length}个月内向人民法院提起行政诉讼。${both('条例51', '复议法20')}`,
    `对不予公开的决定不服的，应当先申请行政复议；对复议决定不服的，再自收到复议决定之日起${lawsuit_after_reconsideration.length}日内提起行政诉讼。（${cite('复议法23(4)', 'zh')}）`,
  ].join('\n\n')
}

function contact(office: GuideOffice): string {
  const rows: readonly (readonly [string, string | null])[] = [
    ['名称', office.name],
    ['办公地址', office.address],
    ['办公时间', office.hours],
    ['联系电话', office.telephone],
    ['传真', office.fax],
    ['互联网联系方式', office.email],
    ['通信地址', office.post ?? office.address],
    ['邮政编码', office.postcode],
  ]
  return markdownTable(
    ['项目', '内容'],
    rows.map(([name, value]) => [name, value === null ? '无' : plain(value)]),
  )
}

function days(n: number): string {
  return `${n}个工作日`
}

function both(first: ArticleId, second: ArticleId): string {
  return `（${cite(first, 'zh')}、${cite(second, 'zh')}）`
}
