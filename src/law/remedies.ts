/** What a letter must tell about remedies, by kind of decision and by date (D§5.4). */
import type { ArticleId } from './articles.ts'
import type { DeadlineId } from './deadlines.ts'
import type { ElementId } from './letters/elements.ts'
import type { Words } from './words.ts'

/**
 * review_first: reconsideration before any lawsuit. review_first_for_withheld: so for the withheld part, a choice
 * for the rest. choice: either. none: a procedural letter, not open to challenge by itself.
 */
export type RemedyKind = 'review_first' | 'review_first_for_withheld' | 'choice' | 'none'

/** Which body reconsiders, seen from the organ that decided. */
export type ReviewOrgan = 'same_level_government' | 'superior_department' | 'next_higher_government' | 'itself'

export interface RemedyClause {
  readonly kinds: readonly RemedyKind[]
  /** First and last day of decisions it applies to; open where absent. */
  readonly validFrom?: string
  readonly validUntil?: string
  readonly reconsideration: DeadlineId | null
  readonly lawsuit: DeadlineId | null
  readonly says: Words
  /** As printed in a letter: one paragraph each, with the slots of `letters/part.ts`. */
  readonly letter: readonly Words[]
  readonly articles: readonly ArticleId[]
  readonly unverified?: true
}

/** The 2023 law is in force from this day; decisions before it follow the old clause. */
export const reconsiderationLawSince = '2024-01-01'
const LAST_DAY_OF_OLD_LAW = '2023-12-31'

export const remedyClauses: readonly RemedyClause[] = [
  {
    kinds: ['review_first', 'review_first_for_withheld', 'choice'],
    validUntil: LAST_DAY_OF_OLD_LAW,
    reconsideration: 'reconsideration_application',
    lawsuit: 'lawsuit_direct',
    says: {
      zh: '可以申请行政复议，也可以直接起诉；对部门可以选择上一级主管部门或者本级人民政府',
      en: 'Reconsideration or lawsuit; against a department either the superior department or the government',
    },
    letter: [
      {
        zh: '如对{this}不服，可以自收到之日起{term.reconsideration_application}内向{review_organ}申请行政复议，也可以自收到之日起{term.lawsuit_direct}内直接向{court}提起行政诉讼。',
        en: 'Whoever is not satisfied may apply to {review_organ} for reconsideration within {term.reconsideration_application} of receiving this, or sue at {court} within {term.lawsuit_direct}.',
      },
    ],
    articles: ['复议法90', '行诉法46'],
  },
  {
    kinds: ['review_first'],
    validFrom: reconsiderationLawSince,
    reconsideration: 'reconsideration_application',
    lawsuit: 'lawsuit_after_reconsideration',
    says: {
      zh: '应当先申请行政复议，对复议决定不服再起诉',
      en: 'Reconsideration first; lawsuit against its decision',
    },
    letter: [
      {
        zh: '如对{this}不服，根据{@复议法23(4)}的规定，应当先自收到之日起{term.reconsideration_application}内向{review_organ}申请行政复议；对行政复议决定不服的，可以自收到行政复议决定书之日起{term.lawsuit_after_reconsideration}内向{court}提起行政诉讼。',
        en: 'Under {@复议法23(4)}, whoever is not satisfied must first apply to {review_organ} for reconsideration within {term.reconsideration_application} of receiving this; against its decision one may sue at {court} within {term.lawsuit_after_reconsideration} of receiving that.',
      },
    ],
    articles: ['复议法20', '复议法23(4)', '复议法23¶2', '行诉法45'],
  },
  {
    kinds: ['review_first_for_withheld'],
    validFrom: reconsiderationLawSince,
    reconsideration: 'reconsideration_application',
    lawsuit: 'lawsuit_after_reconsideration',
    says: {
      zh: '对不予公开的部分应当先申请行政复议，对复议决定不服再起诉',
      en: 'For the withheld part reconsideration first; lawsuit against its decision',
    },
    letter: [
      {
        zh: '如对{this}中不予公开的部分不服，根据{@复议法23(4)}的规定，应当先自收到之日起{term.reconsideration_application}内向{review_organ}申请行政复议；对行政复议决定不服的，可以自收到行政复议决定书之日起{term.lawsuit_after_reconsideration}内向{court}提起行政诉讼。',
        en: 'Under {@复议法23(4)}, whoever is not satisfied with the part withheld must first apply to {review_organ} for reconsideration within {term.reconsideration_application} of receiving this; against its decision one may sue at {court} within {term.lawsuit_after_reconsideration} of receiving that.',
      },
      {
        zh: '如对{this}的其余部分不服，可以自收到之日起{term.reconsideration_application}内向{review_organ}申请行政复议，或者自收到之日起{term.lawsuit_direct}内向{court}提起行政诉讼。',
        en: 'Whoever is not satisfied with the rest may apply to {review_organ} for reconsideration within {term.reconsideration_application} of receiving this, or sue at {court} within {term.lawsuit_direct}.',
      },
    ],
    articles: ['复议法20', '复议法23(4)', '复议法23¶2', '行诉法45'],
    unverified: true,
  },
  {
    kinds: ['choice'],
    validFrom: reconsiderationLawSince,
    reconsideration: 'reconsideration_application',
    lawsuit: 'lawsuit_direct',
    says: { zh: '可以申请行政复议，也可以直接起诉', en: 'Reconsideration or lawsuit' },
    letter: [
      {
        zh: '如对{this}不服，可以自收到之日起{term.reconsideration_application}内向{review_organ}申请行政复议，或者自收到之日起{term.lawsuit_direct}内向{court}提起行政诉讼。',
        en: 'Whoever is not satisfied may apply to {review_organ} for reconsideration within {term.reconsideration_application} of receiving this, or sue at {court} within {term.lawsuit_direct}.',
      },
    ],
    articles: ['复议法20', '行诉法46', '解释1'],
  },
  {
    kinds: ['none'],
    reconsideration: null,
    lawsuit: null,
    says: { zh: '程序性告知，不写救济途径', en: 'Procedural letter without remedies' },
    letter: [],
    articles: ['条例33'],
    unverified: true,
  },
]

/** No answer in time: either road, since the interpretation is in force. No text read by us sets its last day. */
export const silenceRemedies = {
  validFrom: '2025-06-01',
  reconsideration: {
    zh: '逾期未答复的，可以申请行政复议',
    en: 'As no answer came in time, you may apply for reconsideration',
  },
  lawsuit: { zh: '逾期未答复的，也可以提起行政诉讼', en: 'As no answer came in time, you may also sue' },
  article: '解释2¶2',
} as const satisfies {
  readonly validFrom: string
  readonly reconsideration: Words
  readonly lawsuit: Words
  readonly article: ArticleId
}

/** What each is called where its name is not known. */
export const reviewOrganWords = {
  same_level_government: { zh: '本级人民政府', en: 'the government of the same level' },
  superior_department: { zh: '上一级主管部门', en: 'the superior department' },
  next_higher_government: { zh: '上一级人民政府', en: 'the next higher government' },
  itself: { zh: '作出决定的机关', en: 'the organ that decided' },
} as const satisfies Readonly<Record<ReviewOrgan, Words>>

/** The court where the agency has not named it (行诉法18). */
export const courtWords = {
  zh: '有管辖权的人民法院',
  en: 'the court that has jurisdiction',
} as const satisfies Words

/** Who reconsiders, from 2024 on. */
export const reviewOrgans = {
  department: { organ: 'same_level_government', article: '复议法24(1)' },
  local_government: { organ: 'next_higher_government', article: '复议法24(2)' },
  provincial_government: { organ: 'itself', article: '复议法24¶2' },
  ministry: { organ: 'itself', article: '复议法25(1)' },
  vertical: { organ: 'superior_department', article: '复议法27' },
  authorised_organisation: { organ: 'same_level_government', article: '复议法24(4)' },
  local_office: { organ: 'same_level_government', article: '复议法24¶4' },
} as const satisfies Readonly<Record<string, { readonly organ: ReviewOrgan; readonly article: ArticleId }>>

/**
 * Who could reconsider until the end of 2023, any of those named (2017 version, Art. 12-15): kept for letters of that
 * time, whose text was not among those read by us.
 */
export const reviewOrgansUntil2023 = {
  department: ['same_level_government', 'superior_department'],
  local_government: ['next_higher_government'],
  provincial_government: ['itself'],
  ministry: ['itself'],
  vertical: ['superior_department'],
  authorised_organisation: ['same_level_government', 'superior_department'],
  local_office: ['same_level_government', 'superior_department'],
} as const satisfies Readonly<Record<keyof typeof reviewOrgans, readonly ReviewOrgan[]>>

/**
 * Where to find the two bodies: printed after the clause where the agency has set it. No law read by us asks for it. The
 * first since there is one body, whose address it is.
 */
export const remedyAddresses = [
  {
    element: 'review_address',
    validFrom: reconsiderationLawSince,
    letter: { zh: '{review_organ}地址、电话：{review_address}', en: 'Address of {review_organ}: {review_address}' },
  },
  {
    element: 'court_address',
    validFrom: '',
    letter: { zh: '{court}地址、电话：{court_address}', en: 'Address of {court}: {court_address}' },
  },
] as const satisfies readonly { readonly element: ElementId; readonly validFrom: string; readonly letter: Words }[]

/** A letter served online must carry the address where reconsideration can be applied for. */
export const onlineService = {
  says: { zh: '载明提交行政复议申请的互联网渠道', en: 'Give the online way to apply for reconsideration' },
  letter: {
    zh: '提交行政复议申请的互联网渠道：{online_review}',
    en: 'Online address for applying for reconsideration: {online_review}',
  },
  article: '复议法22¶2',
} as const satisfies { readonly says: Words; readonly letter: Words; readonly article: ArticleId }
