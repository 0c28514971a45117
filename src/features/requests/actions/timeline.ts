/** What happened to a case, in the words of its page. */
import type { Said } from '../../../domain/kernel/lang.ts'
import { requestActs } from '../../../domain/request/acts.ts'
import type { DecisionId } from '../../../domain/request/case.ts'
import { decisionIds, decisionInfo } from '../../../domain/request/decision-info.ts'
import { requestStates } from '../../../domain/request/states.ts'
import type { RequestView } from '../contract/view.ts'
import type { Happened } from '../store/timeline.ts'

type Line = RequestView['timeline'][number]

/** What the record holds beside the acts of the table. */
const others: Readonly<Record<string, Said>> = {
  'requests.register': { zh: '登记', en: 'Registered' },
  'requests.apply': { zh: '提交申请', en: 'Applied' },
  'requests.get': { zh: '监督查阅', en: 'Read by a supervisor' },
  'requests.unmask': { zh: '查看完整信息', en: 'Personal data seen whole' },
  'requests.addPaper': { zh: '上传材料', en: 'Paper added' },
  'requests.removePaper': { zh: '移除材料', en: 'Paper removed' },
  'requests.scanPaper': { zh: '扫描材料', en: 'Paper scanned' },
  'requests.paperPage': { zh: '预览材料', en: 'Paper looked at' },
  'requests.paperFile': { zh: '下载材料', en: 'Paper downloaded' },
  'requests.letterFile': { zh: '下载文书', en: 'Letter downloaded' },
  'requests.signLetter': { zh: '文书电子签名', en: 'Letter signed' },
  'requests.letterForm': { zh: '打印表单', en: 'Form printed' },
  'requests.archiveFile': { zh: '下载卷宗', en: 'Case file downloaded' },
  'requests.redactPaper': { zh: '遮盖材料', en: 'Paper redacted' },
  'requests.editLetter': { zh: '修改文书', en: 'Letter edited' },
  'requests.changeContact': { zh: '申请人修改联系方式', en: 'Contact changed by the applicant' },
  'requests.attach': { zh: '申请人放入自己的账户', en: 'Put into the applicant’s account' },
  'requests.detach': { zh: '申请人移出自己的账户', en: 'Taken out of the applicant’s account' },
  'requests.newCode': { zh: '发给新的查询码', en: 'New code given' },
  'requests.ownData': { zh: '申请人查阅、复制本人信息', en: 'Own data seen or copied by the applicant' },
  'requests.paymentUnfit': { zh: '收到不能登记的缴费', en: 'A payment that could not be entered' },
  'requests.splitOff': { zh: '由拆分产生', en: 'Made by a split' },
  'requests.unconfirmed': { zh: '当日未确认收到', en: 'Receipt not confirmed that day' },
  'requests.reminded': { zh: '到期提醒', en: 'Reminder' },
  'requests.dueToday': { zh: '今日到期', en: 'Due today' },
  'requests.letterQueued': { zh: '电子送达待发出', en: 'To be sent electronically' },
  'requests.letterNotEntered': { zh: '文书已发出，未能登记', en: 'Letter left, not entered' },
  'requests.overdue': { zh: '逾期', en: 'Overdue' },
  'requests.escalated': { zh: '逾期已报监督机关', en: 'Lateness told to the supervisor' },
  'requests.unconfirmedEscalated': { zh: '未确认收到已报监督机关', en: 'Unconfirmed receipt told to the supervisor' },
  'requests.dueMoved': { zh: '期限变动', en: 'Due date moved' },
}

const lapsed: Said = { zh: '期限届满', en: 'A limit has run out' }

function labelOfEvent(kind: string): Said {
  const act = kind.slice(kind.indexOf('.') + 1)
  if (Object.hasOwn(requestActs, act)) return requestActs[act as keyof typeof requestActs].label
  if (kind.startsWith('requests.lapsed_')) return lapsed
  return others[kind] ?? { zh: kind, en: kind }
}

export function timelineOf(happened: readonly Happened[], names: Readonly<Record<string, string>>): Line[] {
  return happened.map(({ seq, at, actor, kind, data }) => ({
    seq,
    at: at.toISOString(),
    actor: names[actor] ?? actorCalled(actor),
    kind,
    label: labelOfEvent(kind),
    detail: detailOf(data),
  }))
}

function actorCalled(actor: string): string {
  if (actor === 'visitor' || actor === 'applicant') return '申请人'
  return actor.startsWith('job:') ? '系统' : '其他机关人员'
}

/** Days, numbers, decision and states: nothing else is in the record. */
function detailOf(data: Happened['data']): string {
  const { number, on, by, until, due, dueOn, to, decision } = data
  const days = [on, by, until, due ?? dueOn].filter(day => typeof day === 'string')
  return [
    typeof number === 'string' ? number : '',
    ...days,
    typeof decision === 'string' && isDecision(decision) ? decisionInfo(decision).label.zh : '',
    typeof to === 'string' && Object.hasOwn(requestStates, to)
      ? requestStates[to as keyof typeof requestStates].label.zh
      : '',
  ]
    .filter(part => part !== '')
    .join(' · ')
}

function isDecision(id: string): id is DecisionId {
  return decisionIds.some(known => known === id)
}
