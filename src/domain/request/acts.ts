/**
 * Every act on a request: from which state, by whom, on which article. The buttons of a page, the sentences of who may,
 * and the guard of the act itself all come from this table.
 */
import type { ArticleId } from '../../law/articles.ts'
import type { Said } from '../kernel/lang.ts'
import type { RoleId } from '../people/roles.ts'
import { openStates, type RequestKind, type RequestState } from './states.ts'

/** applicant: by receipt number and query code, or account. system: the worker, when a day has come. */
export type Doer = RoleId | 'applicant' | 'system'

export interface ActRule {
  readonly label: Said
  /** The sentence of who may. */
  readonly says: Said
  readonly from: readonly RequestState[]
  readonly who: readonly [Doer, ...Doer[]]
  readonly articles: readonly ArticleId[]
  /** Kinds of case it is for; all where left out. */
  readonly kinds?: readonly RequestKind[]
  /** Approves what somebody drafted: never one's own. */
  readonly approves?: true
}

const working = ['registered', 'in_progress'] as const
const handling = [...working, 'correction_pending', 'reasons_pending', 'fee_pending'] as const
const staff = ['handler', 'drafter', 'office_head'] as const
const office = ['handler', 'office_head'] as const
const counted = ['request'] as const

export const requestActs = {
  confirm: {
    label: { zh: '确认收到', en: 'Confirm receipt' },
    says: { zh: '经办人可以登记与申请人确认收到的日期', en: 'Handlers may enter the day receipt was confirmed' },
    from: ['arrived'],
    who: ['handler', 'office_head', 'reading_clerk', 'system'],
    articles: ['条例31(2)', '条例31(3)'],
  },
  noteAttempt: {
    label: { zh: '记录联络未果', en: 'Note a failed contact' },
    says: { zh: '经办人可以记录联络申请人未果', en: 'Handlers may note that an applicant could not be reached' },
    from: ['arrived'],
    who: ['handler', 'office_head', 'reading_clerk'],
    articles: ['期限函1'],
  },
  assign: {
    label: { zh: '分派', en: 'Assign' },
    says: { zh: '工作机构负责人、经办人可以分派、转办', en: 'The head of the office and handlers may assign requests' },
    from: handling,
    who: office,
    articles: ['条例45'],
  },
  claim: {
    label: { zh: '认领', en: 'Claim' },
    says: { zh: '科室人员可以认领本科室的办件', en: 'People of a section may claim what was given to it' },
    from: handling,
    who: ['drafter', 'handler'],
    articles: ['条例45'],
  },
  sendBack: {
    label: { zh: '退回重新分派', en: 'Send back' },
    says: { zh: '科室人员可以说明理由退回办件', en: 'People of a section may send a request back with a reason' },
    from: ['in_progress'],
    who: ['drafter', 'handler'],
    articles: ['条例45'],
  },
  askSection: {
    label: { zh: '请科室协办', en: 'Ask another section' },
    says: { zh: '办理人可以请其他科室协办', en: 'Who handles a request may ask another section' },
    from: working,
    who: staff,
    articles: ['条例45'],
  },
  answerSection: {
    label: { zh: '回复协办', en: 'Answer the section' },
    says: { zh: '协办科室可以回复协办', en: 'The section asked may answer' },
    from: openStates,
    who: ['drafter', 'handler', 'reviewer', 'office_head'],
    articles: ['条例45'],
  },
  recordSearch: {
    label: { zh: '登记检索记录', en: 'Record a search' },
    says: { zh: '办理人可以登记检索记录', en: 'Who handles a request may record the search' },
    from: [...handling, 'in_review'],
    who: staff,
    articles: ['条例36(4)'],
  },
  askCorrection: {
    label: { zh: '告知补正', en: 'Ask for correction' },
    says: { zh: '办理人可以起草补正告知书', en: 'Who handles a request may draft the correction notice' },
    from: working,
    who: staff,
    articles: ['条例30'],
    kinds: ['request', 'record_correction'],
  },
  correct: {
    label: { zh: '补正', en: 'Correct' },
    says: {
      zh: '申请人可以补正；经办人可以登记书面补正',
      en: 'Applicants may correct; handlers may enter a correction on paper',
    },
    from: ['correction_pending'],
    who: ['applicant', 'handler', 'office_head', 'reading_clerk'],
    articles: ['条例30'],
  },
  closeUncorrected: {
    label: { zh: '逾期不补正结案', en: 'Close: not corrected in time' },
    says: { zh: '经办人可以对逾期不补正的结案', en: 'Handlers may close what was not corrected in time' },
    from: ['correction_pending'],
    who: office,
    articles: ['条例30'],
  },
  askReasons: {
    label: { zh: '要求说明理由', en: 'Ask for reasons' },
    says: { zh: '办理人可以起草说明理由告知书', en: 'Who handles a request may draft the letter asking for reasons' },
    from: working,
    who: staff,
    articles: ['条例35'],
    kinds: counted,
  },
  giveReasons: {
    label: { zh: '说明理由', en: 'Give reasons' },
    says: { zh: '申请人可以说明理由；经办人可以登记', en: 'Applicants may give reasons; handlers may enter them' },
    from: ['reasons_pending'],
    who: ['applicant', 'handler', 'office_head', 'reading_clerk'],
    articles: ['条例35'],
  },
  endReasons: {
    label: { zh: '逾期未说明，继续办理', en: 'Go on without reasons' },
    says: { zh: '经办人可以对逾期未说明理由的继续办理', en: 'Handlers may go on where no reasons came in time' },
    from: ['reasons_pending'],
    who: office,
    articles: ['条例35'],
  },
  delayAnswer: {
    label: { zh: '确定延迟答复期限', en: 'Set a later day' },
    says: {
      zh: '工作机构负责人可以确定延迟答复的合理期限',
      en: 'The head of the office may set a reasonable later day',
    },
    from: working,
    who: ['office_head'],
    articles: ['条例35'],
    kinds: counted,
  },
  consult: {
    label: { zh: '征求意见', en: 'Consult' },
    says: { zh: '办理人可以起草征求意见书', en: 'Who handles a request may draft a letter of consultation' },
    from: working,
    who: staff,
    articles: ['条例32', '条例33', '条例34'],
    kinds: counted,
  },
  recordOpinion: {
    label: { zh: '登记意见', en: 'Enter an opinion' },
    says: { zh: '经办人可以登记被征求意见一方的意见', en: 'Handlers may enter the opinion of who was consulted' },
    from: openStates,
    who: staff,
    articles: ['条例32', '条例34'],
  },
  override: {
    label: { zh: '认定公共利益', en: 'Public interest' },
    says: {
      zh: '分管领导可以认定不公开会对公共利益造成重大影响而决定公开',
      en: 'The leader may find that the public interest demands disclosure',
    },
    from: working,
    who: ['leader'],
    articles: ['条例15', '条例32'],
    kinds: counted,
  },
  askExtension: {
    label: { zh: '申请延期', en: 'Ask for an extension' },
    says: { zh: '办理人可以申请延长答复期限', en: 'Who handles a request may ask for an extension' },
    from: working,
    who: staff,
    articles: ['条例33'],
    kinds: counted,
  },
  approveExtension: {
    label: { zh: '批准延期', en: 'Approve the extension' },
    says: {
      zh: '工作机构负责人可以批准他人申请的延期',
      en: 'The head of the office may approve an extension others ask for',
    },
    from: working,
    who: ['office_head'],
    articles: ['条例33'],
    kinds: counted,
    approves: true,
  },
  refuseExtension: {
    label: { zh: '不批准延期', en: 'Refuse the extension' },
    says: { zh: '工作机构负责人可以不批准延期', en: 'The head of the office may refuse an extension' },
    from: working,
    who: ['office_head'],
    articles: ['条例33'],
    kinds: counted,
  },
  noticeFee: {
    label: { zh: '通知缴费', en: 'Fee notice' },
    says: { zh: '经办人可以起草收费通知书', en: 'Handlers may draft the fee notice' },
    from: working,
    who: office,
    articles: ['条例42', '办法3', '办法6'],
    kinds: counted,
  },
  declarePaid: {
    label: { zh: '告知已缴费', en: 'Tell of the payment' },
    says: { zh: '申请人可以告知已经缴费', en: 'Applicants may tell that they have paid' },
    from: ['fee_pending'],
    who: ['applicant'],
    articles: ['办法6'],
  },
  confirmPaid: {
    label: { zh: '确认缴费', en: 'Confirm the payment' },
    says: { zh: '经办人可以确认收到费用', en: 'Handlers may confirm that the fee was paid' },
    from: ['fee_pending'],
    who: [...office, 'system'],
    articles: ['办法6'],
  },
  closeUnpaid: {
    label: { zh: '逾期不缴费结案', en: 'Close: not paid in time' },
    says: { zh: '经办人可以对逾期不缴费的结案', en: 'Handlers may close what was not paid in time' },
    from: ['fee_pending'],
    who: office,
    articles: ['条例42', '办法6'],
  },
  split: {
    label: { zh: '拆分（一事一申请）', en: 'Split' },
    says: { zh: '经办人可以按一事一申请拆分', en: 'Handlers may split a request by subject' },
    from: working,
    who: office,
    articles: ['办法4'],
    kinds: counted,
  },
  merge: {
    label: { zh: '并入另一件', en: 'Merge' },
    says: {
      zh: '经办人可以把同一申请人的相同申请并入另一件',
      en: 'Handlers may merge a request into another of the same applicant',
    },
    from: working,
    who: office,
    articles: ['条例45'],
    kinds: counted,
  },
  saveDraft: {
    label: { zh: '拟答复', en: 'Draft the answer' },
    says: { zh: '办理人可以起草答复', en: 'Who handles a request may draft the answer' },
    from: [...working, 'in_review'],
    who: staff,
    articles: ['条例36(1)', '条例37'],
  },
  submitDraft: {
    label: { zh: '提交审批', en: 'Submit for review' },
    says: { zh: '起草人可以把答复提交审批', en: 'The author may submit the answer for review' },
    from: working,
    who: staff,
    articles: ['条例17', '条例45'],
  },
  takeBackDraft: {
    label: { zh: '撤回送审稿', en: 'Take the draft back' },
    says: { zh: '起草人可以撤回送审的答复', en: 'The author may take a submitted answer back' },
    from: ['in_review'],
    who: staff,
    articles: ['条例45'],
  },
  approveDraft: {
    label: { zh: '同意', en: 'Approve' },
    says: {
      zh: '审核人、保密审查人、工作机构负责人、分管领导可以依次审批他人起草的答复',
      en: 'Reviewers, secrecy reviewers, the head of the office and the leader approve, each in turn, what others drafted',
    },
    from: ['in_review'],
    who: ['reviewer', 'secrecy_reviewer', 'office_head', 'leader'],
    articles: ['条例17', '条例45'],
    approves: true,
  },
  returnDraft: {
    label: { zh: '退回修改', en: 'Return' },
    says: { zh: '审批人可以说明理由退回修改', en: 'Approvers may return an answer with a reason' },
    from: ['in_review'],
    who: ['reviewer', 'secrecy_reviewer', 'office_head', 'leader'],
    articles: ['条例17', '条例45'],
  },
  issueLetter: {
    label: { zh: '签发文书', en: 'Issue the letter' },
    says: {
      zh: '工作机构负责人可以签发他人起草的程序性文书',
      en: 'The head of the office may issue procedural letters others drafted',
    },
    from: [...handling, 'in_review'],
    who: ['office_head', 'leader'],
    articles: ['条例45'],
    approves: true,
  },
  discardLetter: {
    label: { zh: '作废待签发文书', en: 'Discard the letter' },
    says: { zh: '办理人可以作废未签发的文书', en: 'Who handles a request may discard a letter not yet issued' },
    from: openStates,
    who: staff,
    articles: ['条例45'],
  },
  recallLetter: {
    label: { zh: '撤回未发出的文书', en: 'Recall the letter' },
    says: {
      zh: '签发人、工作机构负责人可以在发出前撤回文书',
      en: 'The head of the office or the leader may recall a letter before it leaves',
    },
    from: openStates,
    who: ['office_head', 'leader'],
    articles: ['条例45'],
  },
  sendLetter: {
    label: { zh: '登记发出', en: 'Enter the sending' },
    says: { zh: '经办人可以登记文书发出', en: 'Handlers may enter that a letter was sent' },
    from: [...openStates, 'answered', 'closed'],
    who: [...office, 'system'],
    articles: ['送达函1'],
  },
  serveLetter: {
    label: { zh: '登记送达', en: 'Enter the service' },
    says: { zh: '经办人可以登记文书送达', en: 'Handlers may enter that a letter was served' },
    from: [...openStates, 'answered', 'closed'],
    who: [...office, 'system'],
    articles: ['送达函1'],
  },
  letterReturned: {
    label: { zh: '登记退回', en: 'Enter a return' },
    says: { zh: '经办人可以登记文书被退回', en: 'Handlers may enter that a letter came back' },
    from: [...openStates, 'answered', 'closed'],
    who: office,
    articles: ['送达函1'],
  },
  withdraw: {
    label: { zh: '撤回申请', en: 'Withdraw the request' },
    says: { zh: '申请人可以撤回申请；经办人可以登记', en: 'Applicants may withdraw; handlers may enter it' },
    from: openStates,
    who: ['applicant', ...office],
    articles: ['条例33'],
  },
  closeOtherwise: {
    label: { zh: '其他处理结案', en: 'Close otherwise' },
    says: {
      zh: '工作机构负责人可以说明事由作其他处理',
      en: 'The head of the office may close otherwise, with the reason',
    },
    from: working,
    who: ['office_head'],
    articles: ['条例33'],
  },
  proposePublication: {
    label: { zh: '建议转主动公开', en: 'Propose publication' },
    says: { zh: '办理人、申请人可以建议转为主动公开', en: 'Who handles it and the applicant may propose publication' },
    from: [...openStates, 'answered', 'archived'],
    who: ['applicant', ...staff],
    articles: ['条例44'],
    kinds: counted,
  },
  settleProposal: {
    label: { zh: '审定转主动公开', en: 'Settle the proposal' },
    says: {
      zh: '工作机构负责人可以审定转主动公开的建议',
      en: 'The head of the office may settle a proposal to publish',
    },
    from: [...openStates, 'answered', 'archived'],
    who: ['office_head'],
    articles: ['条例44'],
    kinds: counted,
  },
  archive: {
    label: { zh: '归档', en: 'Archive' },
    says: { zh: '经办人可以把办结的申请归档', en: 'Handlers may archive what has ended' },
    from: ['answered', 'closed'],
    who: office,
    articles: ['条例45'],
  },
  urge: {
    label: { zh: '督办', en: 'Urge' },
    says: { zh: '主管部门监督员可以督办所监督机关的申请', en: 'Supervisors may urge the agencies they supervise' },
    from: openStates,
    who: ['supervisor'],
    articles: ['条例47'],
  },
  answerUrging: {
    label: { zh: '回复督办', en: 'Answer the urging' },
    says: { zh: '经办人、工作机构负责人可以回复督办', en: 'Handlers and the head of the office may answer an urging' },
    from: [...openStates, 'answered', 'closed', 'archived'],
    who: office,
    articles: ['条例47'],
  },
} as const satisfies Readonly<Record<string, ActRule>>

export type RequestActId = keyof typeof requestActs
export const requestActIds = Object.keys(requestActs) as readonly RequestActId[]

export function actRule(id: RequestActId): ActRule {
  return requestActs[id]
}
