/** Every act's form, and the stage it stands under in the menu. What has no form here has a page of its own. */

import type { ComponentType } from 'react'
import type { RequestActId } from '../../../../domain/request/acts.ts'
import type { stageWords } from '../words/act-words.ts'
import type { ActProps } from './act-form.tsx'
import * as assignment from './assignment.tsx'
import { CloseOtherwiseForm } from './closing-otherwise.tsx'
import * as consultation from './consultation.tsx'
import * as correction from './correction.tsx'
import * as ending from './ending.tsx'
import * as extension from './extension.tsx'
import * as fee from './fee.tsx'
import * as letters from './letters.tsx'
import * as parts from './parts.tsx'
import { noteForm, plainForm, reasonForm } from './plain.tsx'
import * as receipt from './receipt.tsx'
import { SearchForm } from './search.tsx'

/** page: on the page of the answer. none: done by the applicant only. */
type Shown = ComponentType<ActProps> | 'page' | 'none'

export const actForms: Readonly<Record<RequestActId, Shown>> = {
  confirm: receipt.ConfirmForm,
  noteAttempt: receipt.AttemptForm,
  assign: assignment.AssignForm,
  claim: plainForm('claim'),
  sendBack: reasonForm('sendBack'),
  askSection: assignment.AskSectionForm,
  answerSection: assignment.AnswerSectionForm,
  recordSearch: SearchForm,
  askCorrection: correction.AskCorrectionForm,
  correct: correction.CorrectForm,
  closeUncorrected: ending.CloseUncorrectedForm,
  askReasons: correction.AskReasonsForm,
  giveReasons: correction.GiveReasonsForm,
  endReasons: noteForm('endReasons'),
  delayAnswer: correction.DelayForm,
  consult: consultation.ConsultForm,
  recordOpinion: consultation.OpinionForm,
  override: consultation.OverrideForm,
  askExtension: extension.AskExtensionForm,
  approveExtension: extension.ApproveExtensionForm,
  refuseExtension: extension.RefuseExtensionForm,
  noticeFee: fee.FeeForm,
  declarePaid: 'none',
  confirmPaid: fee.ConfirmPaidForm,
  closeUnpaid: noteForm('closeUnpaid'),
  split: parts.SplitForm,
  merge: parts.MergeForm,
  saveDraft: 'page',
  submitDraft: 'page',
  takeBackDraft: 'page',
  approveDraft: 'page',
  returnDraft: 'page',
  issueLetter: letters.IssueForm,
  discardLetter: letters.DiscardForm,
  recallLetter: letters.RecallForm,
  sendLetter: letters.SendForm,
  serveLetter: letters.ServeForm,
  letterReturned: letters.ReturnedForm,
  withdraw: ending.WithdrawForm,
  closeOtherwise: CloseOtherwiseForm,
  proposePublication: reasonForm('proposePublication'),
  settleProposal: ending.SettleForm,
  archive: plainForm('archive'),
  recordOverturning: ending.OverturningForm,
  urge: ending.UrgeForm,
  answerUrging: ending.AnswerUrgingForm,
}

export const actStages: Readonly<Record<keyof typeof stageWords, readonly RequestActId[]>> = {
  receipt: ['confirm', 'noteAttempt', 'assign', 'claim', 'sendBack', 'askSection', 'answerSection', 'recordSearch'],
  procedure: [
    'askCorrection',
    'correct',
    'askReasons',
    'giveReasons',
    'endReasons',
    'delayAnswer',
    'consult',
    'recordOpinion',
    'override',
    'askExtension',
    'approveExtension',
    'refuseExtension',
    'noticeFee',
    'declarePaid',
    'confirmPaid',
  ],
  answer: ['saveDraft', 'submitDraft', 'takeBackDraft', 'approveDraft', 'returnDraft'],
  letters: ['issueLetter', 'discardLetter', 'recallLetter', 'sendLetter', 'serveLetter', 'letterReturned'],
  ending: [
    'closeUncorrected',
    'closeUnpaid',
    'split',
    'merge',
    'withdraw',
    'closeOtherwise',
    'archive',
    'recordOverturning',
  ],
  supervision: ['proposePublication', 'settleProposal', 'urge', 'answerUrging'],
}
