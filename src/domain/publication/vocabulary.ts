/** The words of publications: each once, with its label. */
import type { Said } from '../kernel/lang.ts'
import type { PublicationSourceKind, PublicationState } from './publication.ts'

export const publicationStates: Readonly<Record<PublicationState, Said>> = {
  draft: { zh: '草稿', en: 'Draft' },
  discarded: { zh: '已作废', en: 'Discarded' },
}

export const publicationSources: Readonly<Record<PublicationSourceKind, Said>> = {
  own: { zh: '自行整理', en: 'Of our own' },
  request: { zh: '依申请公开转来', en: 'Disclosed on request' },
}
