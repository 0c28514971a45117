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
