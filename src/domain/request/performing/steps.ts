/** The rules of every act beyond the table: the compiler asks for one of each. */
import type { RequestActId } from '../acts.ts'
import { assigningSteps } from './assigning.ts'
import { closingSteps } from './closing.ts'
import { consultationSteps } from './consultation.ts'
import { correctionSteps } from './correction.ts'
import { draftSteps } from './draft.ts'
import { extensionSteps } from './extension.ts'
import { feeSteps } from './fee.ts'
import { issuingSteps } from './issuing.ts'
import { overturningSteps } from './overturning.ts'
import { publicationSteps } from './publication.ts'
import { reasonsSteps } from './reasons.ts'
import { receiptSteps } from './receipt.ts'
import { reviewSteps } from './review.ts'
import { serviceSteps } from './service.ts'
import { splittingSteps } from './splitting.ts'
import type { Steps } from './step.ts'
import { urgingSteps } from './urging.ts'

export const steps: Steps<RequestActId> = {
  ...receiptSteps,
  ...assigningSteps,
  ...correctionSteps,
  ...reasonsSteps,
  ...consultationSteps,
  ...extensionSteps,
  ...feeSteps,
  ...splittingSteps,
  ...draftSteps,
  ...reviewSteps,
  ...issuingSteps,
  ...serviceSteps,
  ...closingSteps,
  ...publicationSteps,
  ...overturningSteps,
  ...urgingSteps,
}
