/** What was lived is kept in its tables, sealed as everything is, in a few statements. */
import type { Calendar } from '../../../domain/calendar.ts'
import { columnsOf } from '../../../features/requests/store/derived.ts'
import { keepApplicant, maskedParty, paperPlace, sealParty } from '../../../features/requests/sealed.ts'
import { request, requestPaper, requestParty } from '../../../kit/schema/requests.ts'
import type { Services } from '../../../kit/services.ts'
import { hashCode, newCode } from '../../../platform/crypto/codes.ts'
import type { AgencyKeys } from '../../../platform/crypto/seal.ts'
