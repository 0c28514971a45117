/** The closed vocabularies of a request: each word once, with its label. */
import type { Said } from '../kernel/lang.ts'
import type { RoleId } from '../people/roles.ts'

type Labels = Readonly<Record<string, Said>>

/** How the applicant wishes to have it (条例29(三), 40). */
export const deliveryForms = {
  paper: { zh: '纸质文本', en: 'On paper' },
  email: { zh: '电子邮件', en: 'By e-mail' },
  disc: { zh: '光盘', en: 'On a disc' },
  online: { zh: '网上查看下载', en: 'Online' },
} as const satisfies Labels
export type DeliveryForm = keyof typeof deliveryForms

export const deliveryRoutes = {
  post: { zh: '邮寄', en: 'By post' },
  hand: { zh: '当面领取', en: 'Collected in person' },
  email: { zh: '电子邮件', en: 'By e-mail' },
  online: { zh: '本平台', en: 'On this platform' },
  fax: { zh: '传真', en: 'By fax' },
  on_site: { zh: '现场查阅、抄录', en: 'Read and copied on the spot' },
} as const satisfies Labels
export type DeliveryRoute = keyof typeof deliveryRoutes

export const confirmMethods = {
  phone: { zh: '电话', en: 'Telephone' },
  sms: { zh: '短信', en: 'SMS' },
  e_receipt: { zh: '电子回执', en: 'Electronic receipt' },
  reply: { zh: '申请人回复', en: 'Applicant’s reply' },
  in_person: { zh: '当面', en: 'In person' },
} as const satisfies Labels
export type ConfirmMethod = keyof typeof confirmMethods

/** Why correction is asked for (条例30; 西乡县制度4). */
export const correctionGrounds = {
  unclear: { zh: '申请内容不明确', en: 'What is asked for is unclear' },
  identity: { zh: '身份证明缺失或者不符', en: 'Proof of identity missing or not fitting' },
  contact: { zh: '联系方式不清，无法送达', en: 'No way to reach the applicant' },
  delivery: { zh: '未写明获取方式、途径', en: 'Form or way of delivery missing' },
  authority: { zh: '代理手续不全', en: 'Authority of the agent incomplete' },
} as const satisfies Labels
export type CorrectionGround = keyof typeof correctionGrounds

export const opinions = {
  agree: { zh: '同意公开', en: 'Agrees' },
  object_reasoned: { zh: '不同意，理由合理', en: 'Objects with good reason' },
  object_unreasoned: { zh: '不同意，未说明理由或者理由不合理', en: 'Objects without good reason' },
} as const satisfies Labels
export type Opinion = keyof typeof opinions

/** 保密审查 (D§7.4). */
export const secrecyOutcomes = {
  open: { zh: '可以公开', en: 'May be disclosed' },
  open_in_part: { zh: '区分处理后公开', en: 'May be disclosed in part' },
  withhold: { zh: '不宜公开', en: 'Not to be disclosed' },
  refer: { zh: '报有关主管部门或者保密行政管理部门确定', en: 'To be referred to the competent department' },
} as const satisfies Labels
export type SecrecyOutcome = keyof typeof secrecyOutcomes

/** A step of the review chain; `role` takes it. */
export const reviewStages = {
  legality: { label: { zh: '合法性审核', en: 'Legality review' }, role: 'reviewer' },
  secrecy: { label: { zh: '保密审查', en: 'Secrecy review' }, role: 'secrecy_reviewer' },
  office: { label: { zh: '工作机构审核', en: 'Review by the office' }, role: 'office_head' },
  signature: { label: { zh: '分管领导签发', en: 'Signature of the leader' }, role: 'leader' },
} as const satisfies Readonly<Record<string, { readonly label: Said; readonly role: RoleId }>>
export type ReviewStage = keyof typeof reviewStages

/** drafted: to be approved. issued: numbered and sealed; may be recalled until it leaves. */
export const letterStates = {
  drafted: { zh: '待签发', en: 'To be issued' },
  issued: { zh: '已签发', en: 'Issued' },
  dispatched: { zh: '已发出', en: 'Sent' },
  served: { zh: '已送达', en: 'Served' },
  returned: { zh: '被退回', en: 'Returned' },
  recalled: { zh: '已撤回', en: 'Recalled' },
  discarded: { zh: '已作废', en: 'Discarded' },
} as const satisfies Labels
export type LetterState = keyof typeof letterStates

/** Why an extension that was approved never counted (条例33 asks for consent and for notice to the applicant). */
export const lapses = {
  late: { zh: '告知书没有在答复期限届满之前发出', en: 'its letter did not leave before the period ended' },
  restarted: {
    zh: '告知书发出之前，期限因补正或者收费而重新计算',
    en: 'before its letter left the period came to start anew, by a correction or a fee',
  },
  delayed: {
    zh: '告知书发出之前，已经告知延迟答复的期限',
    en: 'before its letter left a later day under art. 35 was told',
  },
  discarded: { zh: '告知书未发出即作废', en: 'its letter was discarded before it left' },
  ended: { zh: '告知书发出之前已经办结', en: 'the request ended before its letter left' },
} as const satisfies Labels
export type Lapse = keyof typeof lapses

/** How a letter goes out (函2016-235): the postal enterprise, never a private courier. */
export const serviceWays = {
  post: { zh: '邮寄（邮政企业）', en: 'Post (the postal enterprise)' },
  hand: { zh: '当面或者委托送达', en: 'By hand' },
  online: { zh: '本平台', en: 'On this platform' },
  email: { zh: '电子邮件', en: 'E-mail' },
} as const satisfies Labels
export type ServiceWay = keyof typeof serviceWays
