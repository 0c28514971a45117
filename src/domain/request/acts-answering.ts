/** The acts of the answer: draft, review, letters, service, closing, and what comes after. */
import { type ActRule, counted, handling, office, staff, working } from './act-rule.ts'
import { openStates } from './states.ts'

/** From there only the answer to a suggestion goes out (条例44). */
const archive = ['archived'] as const

export const answeringActs = {
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
    from: [...handling, 'in_review', 'signed', 'answered', 'closed', ...archive],
    who: ['office_head', 'leader'],
    articles: ['条例45'],
    approves: true,
  },
  discardLetter: {
    label: { zh: '作废待签发文书', en: 'Discard the letter' },
    says: { zh: '办理人可以作废未签发的文书', en: 'Who handles a request may discard a letter not yet issued' },
    from: [...openStates, ...archive],
    who: staff,
    articles: ['条例45'],
  },
  recallLetter: {
    label: { zh: '撤回未发出的文书', en: 'Recall the letter' },
    says: {
      zh: '签发人、工作机构负责人可以在发出前撤回文书',
      en: 'The head of the office or the leader may recall a letter before it leaves',
    },
    from: [...openStates, 'closed', ...archive],
    who: ['office_head', 'leader'],
    articles: ['条例45'],
  },
  sendLetter: {
    label: { zh: '登记发出', en: 'Enter the sending' },
    says: { zh: '经办人可以登记文书发出', en: 'Handlers may enter that a letter was sent' },
    from: [...openStates, 'answered', 'closed', ...archive],
    who: [...office, 'system'],
    articles: ['送达函1'],
  },
  serveLetter: {
    label: { zh: '登记送达', en: 'Enter the service' },
    says: { zh: '经办人可以登记文书送达', en: 'Handlers may enter that a letter was served' },
    from: [...openStates, 'answered', 'closed', ...archive],
    who: [...office, 'system'],
    articles: ['送达函1'],
  },
  letterReturned: {
    label: { zh: '登记退回', en: 'Enter a return' },
    says: { zh: '经办人可以登记文书被退回', en: 'Handlers may enter that a letter came back' },
    from: [...openStates, 'answered', 'closed', ...archive],
    who: office,
    articles: ['送达函1'],
  },
  withdraw: {
    label: { zh: '撤回申请', en: 'Withdraw the request' },
    says: {
      zh: '申请人可以撤回申请；经办人可以凭申请人的书面或者告知登记',
      en: 'Applicants may withdraw; handlers may enter it on a paper or on words of theirs',
    },
    from: openStates,
    who: ['applicant', ...office],
    articles: ['条例33'],
  },
  closeOtherwise: {
    label: { zh: '其他处理结案', en: 'Close otherwise' },
    says: {
      zh: '工作机构负责人可以依列明的事由作其他处理',
      en: 'The head of the office may close otherwise, on a ground of the list',
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
  recordOverturning: {
    label: { zh: '登记被纠正', en: 'Enter what overturned it' },
    says: {
      zh: '经办人、工作机构负责人可以登记答复被复议、诉讼纠正或者自行纠正',
      en: 'Handlers and the head of the office may enter that an answer was overturned',
    },
    from: ['answered', 'closed', 'archived'],
    who: office,
    articles: ['条例51'],
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
