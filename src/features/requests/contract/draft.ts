/** What the page of the answer needs beside the acts: the letter as typed, earlier revisions, the office's own rules. */
import { z } from 'zod'
import { reviewStages } from '../../../domain/request/vocabulary.ts'
import { contract } from '../../../kit/contract.ts'
import { agencyParams, id } from '../../../kit/shapes.ts'
import { closingGrounds } from '../../../law/closing-grounds.ts'
import { actInputs } from './acts.ts'
import { keyOf, requestCase } from './case.ts'
import { letterView } from './reads.ts'
import { requestParams } from './view.ts'

/** The answer as it would read, from what is typed: nothing is kept. */
export const tryDraft = contract({
  id: 'requests.tryDraft',
  method: 'post',
  path: '/agencies/{agencyId}/requests/{requestId}/draft/letter',
  says: { zh: '按填写内容预览答复文书', en: 'Preview the answer as typed' },
  params: requestParams,
  body: actInputs.saveDraft,
  answer: letterView,
})

/** Every revision that was submitted, oldest first, and the present one; personal data stand in none of them. */
export const listRevisions = contract({
  id: 'requests.revisions',
  method: 'get',
  path: '/agencies/{agencyId}/requests/{requestId}/draft/revisions',
  says: { zh: '答复的各稿', en: 'Revisions of the answer' },
  params: requestParams,
  answer: z.object({ items: z.array(requestCase.shape.draft.unwrap()) }),
})

/** What forms of the office start from: who can handle, the steps of review, usual days, where fees are paid. */
export const getOffice = contract({
  id: 'requests.office',
  method: 'get',
  path: '/agencies/{agencyId}/requests/office',
  says: { zh: '办理人员和办理规则', en: 'Who handles requests, and by which rules' },
  params: agencyParams,
  answer: z.object({
    handlers: z.array(z.object({ id, name: z.string(), sectionId: id.nullable() })),
    chain: z.array(keyOf(reviewStages)),
    closingGrounds: z.array(keyOf(closingGrounds)),
    correctionDays: z.number(),
    payTo: z.string(),
  }),
})
