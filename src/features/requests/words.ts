/** Names and refusals that several acts of this slice use. */
import type { Said } from '../../domain/kernel/lang.ts'
import type { Refusal } from '../../domain/kernel/result.ts'
import type { HandedIn } from '../../kit/reported.ts'

export const requestWord: Said = { zh: '申请', en: 'request' }
export const paperWord: Said = { zh: '材料', en: 'paper' }
export const letterWord: Said = { zh: '文书', en: 'letter' }
export const agencyWord: Said = { zh: '机关', en: 'agency' }

export const noSection: Refusal = {
  code: 'no_section',
  says: { zh: '没有这个在用的科室，请从列表中选择', en: 'There is no such open section; choose one from the list' },
  at: 'sectionId',
}
export const notInSection: Refusal = {
  code: 'not_in_section',
  says: {
    zh: '这位工作人员不在本机关或者不办理申请，请另选一位',
    en: 'This person does not work here, or handles no requests; choose another',
  },
  at: 'handlerId',
}
export const notSameApplicant: Refusal = {
  code: 'not_same_applicant',
  says: {
    zh: '只能并入同一申请人的另一件未办结申请，请核对受理号',
    en: 'It can be merged only into another open request of the same applicant; check the number',
  },
  at: 'into',
}
export const noSuchOther: Refusal = {
  code: 'not_same_applicant',
  says: {
    zh: '没有这一受理号，或者不是同一申请人仍在办理、已经答复的申请，请核对受理号',
    en: 'There is no such number, or it is no request of the same applicant that goes on or was answered; check it',
  },
  at: 'other',
}
export const noSuchWithdrawal: Refusal = {
  code: 'no_such_paper',
  says: {
    zh: '案卷中没有这一份申请人的材料；请先在材料中登记申请人的书面撤回，再选择它',
    en: 'The case has no such paper of the applicant; keep the written withdrawal among its papers first, and choose it',
  },
  at: 'told.paperId',
}
export const noSuchEarlier: Refusal = {
  code: 'no_such_request',
  says: {
    zh: '没有找到同一申请人以此受理号或者答复文号办理的申请，请核对；此前在本系统之外答复的，请按纸质档案填写文号和日期',
    en: 'No other request of this applicant has that number, nor its answer; check it, or enter number and day from the paper record where it was answered before this system',
  },
  at: 'earlier.reference',
}
export const notAnsweredEarlier: Refusal = {
  code: 'not_answered',
  says: {
    zh: '该申请还没有以答复文书答复，不能作为重复申请的依据；请选择已经答复的申请，或者合并办理',
    en: 'That request was not answered by a letter yet, so nothing is repeated; choose one that was, or merge the two',
  },
  at: 'earlier.reference',
}
export const notReopenable: Refusal = {
  code: 'not_answered',
  says: {
    zh: '重新处理的应当是本机关已经答复或者结案的申请',
    en: 'What is taken up again must be a request this agency has answered or closed',
  },
  at: 'reopens',
}

export const notOfApplicant: Refusal = {
  code: 'not_same_applicant',
  says: {
    zh: '重新处理的原申请不是这位申请人的，请核对申请人的证件号码，或者另选原申请',
    en: 'The case taken up again is not of this applicant; check the identity number, or choose another case',
  },
  at: 'reopens',
}

/** The day may be the true one: then it is the report that is to be corrected, and the act comes after. */
export const yearReported = ({ reporter, year, published }: HandedIn): Refusal => ({
  code: 'year_reported',
  says: {
    zh: `这一日期会改变 ${year} 年年度报告表三的数字，而《${reporter}${year}年政府信息公开工作年度报告》已经${published ? '公布' : '提交'}（条例第四十九条）。日期有误的，请改正；日期无误的，请先在“年度报告”中${published ? '撤下并删除' : '删除'}该报告，登记之后更正、重新提交`,
    en: `This day changes table 3 of ${year}, and the report of ${reporter} for that year is ${published ? 'published' : 'handed in'} (art. 49). Correct the day if it is wrong; if it is right, ${published ? 'take the report down and remove it' : 'remove the report'} under "Annual reports", enter this, then correct the report and hand it in again`,
  },
})

export const noSuchPaper = (at: string): Refusal => ({
  code: 'no_paper',
  says: { zh: '没有这份材料，或者已被移除，请重新选择', en: 'There is no such paper, or it was removed; choose again' },
  at,
})

export const notToGive = (at: string): Refusal => ({
  code: 'not_to_give',
  says: {
    zh: '申请人、第三方的材料和文书不能作为答复的附件，请选择拟提供的材料或者处理后的材料',
    en: 'Papers of the applicant or of a third party, and letters, are not handed over with an answer; choose a responsive or a redacted record',
  },
  at,
})

export const redactedInstead = (at: string): Refusal => ({
  code: 'redacted_instead',
  says: {
    zh: '这份材料已有处理后的副本，请改选副本；确需提供原件的，先移除副本',
    en: 'There is a redacted copy of this record; choose the copy, or remove it first where the original is to be given',
  },
  at,
})

export const fileClosed: Refusal = {
  code: 'file_closed',
  says: {
    zh: '案卷已经归档（条例第四十五条），不能再增加、移除或者处理材料',
    en: 'The case is archived (art. 45); no paper is added, removed or redacted any more',
  },
}

export const filedLetter: Refusal = {
  code: 'filed_letter',
  says: {
    zh: '这是已经签发的文书，不能移除；有误的，请撤回文书',
    en: 'This is a letter that was issued and cannot be removed; recall the letter where it is wrong',
  },
}

export const attachedPaper: Refusal = {
  code: 'attached_paper',
  says: {
    zh: '这份材料是答复的附件，不能移除；请先在拟答复中去掉，保存为新的一稿后重新送审',
    en: 'This record goes out with the answer and cannot be removed; take it off the draft, which is then reviewed anew',
  },
}

export const notTheNth = (nth: number): Refusal => ({
  code: 'not_the_nth',
  says: {
    zh: `按件计收的，以该申请人当月的第几件计算；这是当月的第 ${nth} 件（办法第四条），请改为 ${nth}`,
    en: `By items a request costs what its place in the applicant’s month makes it; this is number ${nth} (measures, art. 4)`,
  },
  at: 'quantity',
})

export const notLookable: Refusal = {
  code: 'not_redactable',
  says: {
    zh: '只能检查和遮盖 PDF、Word（docx）、Excel（xlsx）和图片；请将材料另存为其中一种再上传',
    en: 'Only PDF, Word (docx), Excel (xlsx) and pictures can be looked into and covered; save it as one of them',
  },
}

export const notDrafted: Refusal = {
  code: 'wrong_letter',
  says: {
    zh: '只有待签发的文书可以修改；已签发的请先撤回',
    en: 'Only a letter still to be issued can be edited; recall one that was',
  },
}
export const noDraft: Refusal = {
  code: 'no_draft',
  says: { zh: '还没有拟答复，或者这种决定不需要文书', en: 'There is no draft yet, or this decision needs no letter' },
}

export const letterIsLeaving: Refusal = {
  code: 'letter_leaving',
  says: {
    zh: '文书正在发出，或者可能已经发出，不能撤回；请几分钟后刷新查看结果',
    en: 'The letter is leaving just now, or may have left, and cannot be recalled; reload in a few minutes to see',
  },
  at: 'letterId',
}
