/** Who may do what with requests: a sentence for each act of the table of acts, and those for reading (条例4, 45, 47). */
import type { Said } from '../../domain/kernel/lang.ts'
import {
  allow,
  allowApproving,
  anyAgency,
  holding,
  ownAgency,
  type Policy,
  policies,
  supervisedAgency,
  where,
} from '../../domain/people/policy.ts'
import type { RoleId } from '../../domain/people/roles.ts'
import { actRule, type RequestActId, requestActIds } from '../../domain/request/acts.ts'
import { handlingStaff, supervising, supervisors } from './staff.ts'

type ActAction = `requests.${RequestActId}`

const staff = handlingStaff
const desk = holding('handler', 'office_head', 'reading_clerk')
const handlers = holding('handler', 'drafter', 'office_head')
const clerks = holding('handler', 'drafter', 'office_head', 'reading_clerk')
const lookers = holding('handler', 'drafter', 'reviewer', 'secrecy_reviewer', 'office_head', 'leader')
const own = where(ownAgency)
const supervised = where(supervisedAgency)

function ofAct(act: RequestActId): Policy<ActAction>[] {
  const { says, who, approves } = actRule(act)
  const held = who.filter((doer): doer is RoleId => doer !== 'applicant' && doer !== 'system')
  const isSupervisor = (role: RoleId) => role === 'supervisor'
  const say = approves ? allowApproving : allow
  const sentence = (of: readonly RoleId[], conditions: typeof own) => {
    const [first, ...more] = of
    return first === undefined ? [] : [say<ActAction>(`requests.${act}`, says, holding(first, ...more), conditions)]
  }
  const sentences = [
    ...sentence(
      held.filter(role => !isSupervisor(role)),
      own,
    ),
    ...sentence(held.filter(isSupervisor), supervised),
  ]
  return sentences.length > 0 ? sentences : [forNobody(act, says)]
}

/** An act of applicants alone: staff have no way to it, and are told whose it is. */
function forNobody(act: RequestActId, says: Said): Policy<ActAction> {
  return allow<ActAction>(`requests.${act}`, says, staff, where({ holds: () => false, refused: says }))
}

function reading<const A extends string>(action: A, says: Said): Policy<A>[] {
  return [allow(action, says, staff, own), allow(action, supervising, supervisors, supervised)]
}

export const requestPolicies = policies(
  ...requestActIds.flatMap(ofAct),
  allow(
    'requests.register',
    {
      zh: '经办人、工作机构负责人、查阅点工作人员可以登记申请',
      en: 'Handlers, the head of the office and reading-place clerks may register requests',
    },
    desk,
    own,
  ),
  ...reading('requests.list', { zh: '工作人员可以查看本机关的申请', en: 'Staff may see the requests of their agency' }),
  ...reading('requests.counts', { zh: '工作人员可以查看申请数量', en: 'Staff may see how many requests there are' }),
  ...reading('requests.get', { zh: '工作人员可以查看申请的办理情况', en: 'Staff may see how a request is handled' }),
  allow(
    'requests.unmask',
    {
      zh: '办理人员、分管领导可以说明事由查看申请人、第三方的完整信息',
      en: 'Who handles requests and the leader may, with a reason, see applicants and third parties whole',
    },
    holding('handler', 'drafter', 'office_head', 'leader', 'reading_clerk'),
    own,
  ),
  allow(
    'requests.addPaper',
    {
      zh: '办理人员、查阅点工作人员可以上传材料',
      en: 'Who handles requests and reading-place clerks may add papers',
    },
    clerks,
    own,
  ),
  allow(
    'requests.removePaper',
    { zh: '办理人员可以移除材料', en: 'Who handles requests may take papers off the file' },
    handlers,
    own,
  ),
  allow(
    'requests.paperFile',
    { zh: '工作人员可以下载申请的材料（留痕）', en: 'Staff may download the papers of a request, on record' },
    staff,
    own,
  ),
  allow(
    'requests.scanPaper',
    {
      zh: '办理人员、审核人员可以检查材料中的个人信息和隐藏内容（留痕）',
      en: 'Who handles and reviews requests may look for personal and hidden data in papers, on record',
    },
    lookers,
    own,
  ),
  allow(
    'requests.paperPage',
    {
      zh: '办理人员、审核人员可以逐页查看材料（留痕）',
      en: 'Who handles and reviews requests may see the pages of papers, on record',
    },
    lookers,
    own,
  ),
  allow(
    'requests.redactPaper',
    { zh: '办理人员可以遮盖材料，另存处理后的一份', en: 'Who handles requests may redact papers into a copy' },
    handlers,
    own,
  ),
  allow('requests.letter', { zh: '工作人员可以查看文书', en: 'Staff may see the letters' }, staff, own),
  allow(
    'requests.editLetter',
    { zh: '办理人员可以修改待签发的文书', en: 'Who handles requests may edit letters to be issued' },
    handlers,
    own,
  ),
  allow('requests.previewDraft', { zh: '工作人员可以预览答复', en: 'Staff may preview the answer' }, staff, own),
  allow(
    'requests.tryDraft',
    { zh: '办理人员可以按填写内容预览答复', en: 'Who handles requests may preview the answer as typed' },
    handlers,
    own,
  ),
  allow(
    'requests.revisions',
    { zh: '工作人员可以查看答复的各稿', en: 'Staff may see the revisions of the answer' },
    staff,
    own,
  ),
  allow(
    'requests.office',
    {
      zh: '工作人员可以查看本机关的办理人员和办理规则',
      en: 'Staff may see who handles requests, and by which rules',
    },
    staff,
    own,
  ),
  allow(
    'requests.quoteFee',
    { zh: '办理人员可以测算信息处理费', en: 'Who handles requests may work out the fee' },
    handlers,
    own,
  ),
  allow(
    'requests.letterFile',
    { zh: '工作人员可以下载文书（留痕）', en: 'Staff may download letters, on record' },
    staff,
    own,
  ),
  allow(
    'requests.letterForm',
    { zh: '工作人员可以打印登记表、回执等（留痕）', en: 'Staff may print forms of the case, on record' },
    staff,
    own,
  ),
  allow(
    'requests.archiveFile',
    {
      zh: '经办人、工作机构负责人可以下载卷宗（留痕）',
      en: 'Handlers and the head of the office may download the case file, on record',
    },
    holding('handler', 'office_head'),
    own,
  ),
  allow(
    'requests.getFeed',
    {
      zh: '工作人员可以查看本人是否有到期日历地址',
      en: 'Staff may see whether there is an address of their due dates',
    },
    staff,
    own,
  ),
  allow(
    'requests.makeFeed',
    { zh: '工作人员可以生成本人的到期日历地址', en: 'Staff may make an address of their own due dates' },
    staff,
    own,
  ),
  allow(
    'requests.revokeFeed',
    { zh: '工作人员可以停用本人的到期日历地址', en: 'Staff may revoke the address of their own due dates' },
    staff,
    own,
  ),
  allow(
    'requests.readFeed',
    { zh: '持有保密地址的日历程序可以读取到期日', en: 'A calendar program with the secret address may read due dates' },
    'visitors',
    where(anyAgency),
  ),
  allow(
    'requests.apply',
    { zh: '任何人可以提交政府信息公开申请（条例27）', en: 'Anybody may apply for government information (art. 27)' },
    'visitors',
    where(anyAgency),
  ),
  allow(
    'requests.track',
    { zh: '持受理号和查询码可以查询办理情况', en: 'Who has the number and the code may follow a request' },
    'visitors',
    where(anyAgency),
  ),
  allow(
    'requests.ownData',
    {
      zh: '持受理号和查询码的申请人可以查阅、复制本人的信息（个人信息保护法45）',
      en: 'The applicant, by number and code, may see and copy their own data (PIPL art. 45)',
    },
    'visitors',
    where(anyAgency),
  ),
  allow(
    'requests.applicantAct',
    {
      zh: '持受理号和查询码的申请人可以补正、说明理由、告知缴费、撤回',
      en: 'The applicant, by number and code, may correct, give reasons, tell of a payment, withdraw',
    },
    'visitors',
    where(anyAgency),
  ),
  allow(
    'requests.preview',
    { zh: '工作人员可以预览办理后的期限', en: 'Staff may look at the clock an act would lead to' },
    staff,
    own,
  ),
)
