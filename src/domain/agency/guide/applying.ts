/** The guide on requests: how they come in, what they must say, when they are answered and what they cost. */
import { type Channel, type ChannelId, channels } from '../../../law/channels.ts'
import { deadlines } from '../../../law/deadlines.ts'
import { type FeeBand, type FeeScheme, feeSchedules } from '../../../law/fees.ts'
import { cite } from '../../citation.ts'
import type { GuideFacts, GuideOffice } from './facts.ts'
import { list, markdownTable, plain } from './markdown.ts'

/** Everything the guide says of requests, in Markdown. */
export function applying(facts: GuideFacts): string {
  return [
    `公民、法人和其他组织可以向本机关申请获取政府信息，不需要说明用途。（${cite('条例27', 'zh')}）`,
    `### （一）提交申请的渠道\n\n${ways(facts)}`,
    `### （二）申请要写明的内容\n\n${contents()}`,
    `### （三）答复期限\n\n${periods()}`,
    `### （四）收费\n\n${fees()}`,
  ].join('\n\n')
}

/** The channels the guide tells people to use: those nobody can be refused first, then those the agency opens. */
export function offeredChannels(opened: readonly ChannelId[]): readonly ChannelId[] {
  const told: readonly ChannelId[] = ['in_person', 'mail_signed', 'mail_plain', 'oral_assisted']
  return [...told, ...opened.filter(id => !told.includes(id) && id !== 'misaddressed')]
}

function ways({ office, channels: opened }: GuideFacts): string {
  const rows = offeredChannels(opened).map(id => {
    const channel: Channel = channels[id]
    return [channel.label.zh, how(id, office), receipt[channel.receivedWhen]]
  })
  return [
    markdownTable(['渠道', '怎样提交', '哪一天算收到'], rows),
    `书面填写确有困难的，可以口头提出，由工作机构代为填写。当面提交和邮寄任何时候都可以使用。（${cite('条例29', 'zh')}、${cite('渠道函1', 'zh')}）`,
  ].join('\n\n')
}

const receipt: Readonly<Record<Channel['receivedWhen'], string>> = {
  submitted: '提交之日',
  signed: '签收之日',
  confirmed: '与申请人确认之日',
}

function how(id: ChannelId, office: GuideOffice): string {
  const letter = `${plain(office.post ?? office.address)}，${plain(office.name)}收，邮编 ${plain(office.postcode)}`
  const texts: Readonly<Record<ChannelId, string>> = {
    in_person: `${plain(office.address)}，${plain(office.hours)}`,
    oral_assisted: `到${plain(office.address)}，由工作人员代填`,
    mail_signed: letter,
    mail_plain: `同上；收到当日与申请人电话确认`,
    misaddressed: letter,
    online: '在本机关政府信息公开专栏“依申请公开”填写',
    fax: office.fax === null ? '向工作机构询问传真号码' : plain(office.fax),
    email: office.email === null ? '向工作机构询问邮箱' : plain(office.email),
    other: '按照本机关公布的办法',
  }
  return texts[id]
}

function contents(): string {
  return [
    '申请可以使用本机关提供的申请表，也可以自己书写，应当包括：',
    list([
      '申请人的姓名或者名称、身份证明、联系方式；',
      '申请公开的政府信息的名称、文号，或者便于查询的其他特征性描述；',
      '申请公开的政府信息的形式要求，包括获取信息的方式、途径。',
    ]),
    `内容不明确的，本机关自${deadlines.correction_notice.from.zh}起${deadlines.correction_notice.length}个工作日内一次性告知需要补正的事项和合理的补正期限，答复期限自收到补正的申请之日起重新计算；无正当理由逾期不补正的，视为放弃申请。（${cite('条例29', 'zh')}、${cite('条例30', 'zh')}）`,
  ].join('\n\n')
}

function periods(): string {
  const { answer, extension, third_party } = deadlines
  return [
    `能够当场答复的当场答复；不能当场答复的，自${answer.from.zh}起${answer.length}个工作日内答复。需要延长的，经工作机构负责人同意并告知申请人，延长的期限最长不超过${extension.length}个工作日。（${cite('条例33', 'zh')}）`,
    `征求第三方和其他机关意见所需的时间不计算在内；第三方应当自${third_party.from.zh}起${third_party.length}个工作日内提出意见。（${cite('条例32', 'zh')}）`,
    `期间的第一日为收到申请之日的次日，只计算工作日。（${cite('民法典201', 'zh')}）`,
  ].join('\n\n')
}

function fees(): string {
  const { items, pages } = feeSchedules
  return [
    `提供政府信息不收取费用。申请的数量、频次明显超过合理范围的，可以收取信息处理费，按件或者按量选择一种标准计算。（${cite('条例42', 'zh')}）`,
    `**按件计收**（${items.over.zh}，${cite(items.article, 'zh')}）`,
    feeTable('items'),
    `**按量计收**（${pages.over.zh}，${cite(pages.article, 'zh')}）`,
    feeTable('pages'),
    `收费的，本机关在答复期限内发出收费通知，申请人自${deadlines.payment.from.zh}起${deadlines.payment.length}个工作日内缴纳；逾期未缴纳的，视为放弃申请。（${cite('办法6', 'zh')}）`,
  ].join('\n\n')
}

function feeTable(scheme: FeeScheme): string {
  const { unit, bands }: { readonly unit: { readonly zh: string }; readonly bands: readonly FeeBand[] } =
    feeSchedules[scheme]
  const rows = bands.map((band, i) => [span(band, bands[i + 1], unit.zh), price(band, unit.zh)])
  return markdownTable(['数量', '标准'], rows)
}

function span(band: FeeBand, next: FeeBand | undefined, unit: string): string {
  return next === undefined ? `第${band.from}${unit}起` : `第${band.from}至${next.from - 1}${unit}`
}

function price({ yuanEach, step }: FeeBand, unit: string): string {
  if (yuanEach === 0) return '不收费'
  const more = step === undefined ? '' : `，以后每满${step.every}${unit}，每${unit}再加${step.more}元`
  return `每${unit}${yuanEach}元${more}`
}
