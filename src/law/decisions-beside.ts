/** How the two kinds of case end that table 三 does not count: correction of one's own records (条例41), enquiries. */
import type { ArticleId } from './articles.ts'
import type { FactId } from './facts.ts'
import type { Words } from './words.ts'

export interface DecisionBeside {
  readonly label: Words
  /** Kind of letter that carries it; null where an answer in words is enough. */
  readonly letter: 'L21' | null
  readonly articles: readonly ArticleId[]
  readonly requires: readonly FactId[]
  /** What is said only where it is known. */
  readonly optional?: readonly FactId[]
  /** What the organ it is forwarded to is asked (D16). */
  readonly asks?: Words
}

export const decisionsBeside = {
  record_correction: {
    record_corrected: {
      label: { zh: '予以更正', en: 'Corrected' },
      letter: 'L21',
      articles: ['条例41'],
      requires: ['evidence_reviewed'],
    },
    record_kept: {
      label: { zh: '不予更正', en: 'Not corrected' },
      letter: 'L21',
      articles: ['条例41'],
      requires: ['evidence_reviewed'],
    },
    record_forwarded: {
      label: { zh: '转送有权更正的机关', en: 'Forwarded to the organ in charge' },
      letter: 'L21',
      articles: ['条例41'],
      requires: ['not_ours_reason'],
      optional: ['organ_name', 'organ_contact'],
      asks: {
        zh: '依法核实、处理该更正申请，并将结果告知申请人',
        en: 'look into the correction and tell the applicant',
      },
    },
  },
  enquiry: {
    enquiry_answered: {
      label: { zh: '已答复咨询', en: 'Enquiry answered' },
      letter: null,
      articles: ['条例30'],
      requires: ['reply'],
    },
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, DecisionBeside>>>>
