/** Everything this slice seals in columns, in one list: a new data key brings all of it under itself. */
import { resealerOf } from '../../kit/reseal.ts'
import { applicationDraft, request, requestLetter, requestPaper, requestParty } from '../../kit/schema/requests.ts'
import { applicantPlace, draftPlace, letterPlace, paperPlace, partyPlace } from './sealed.ts'

export const resealRequests = resealerOf([
  { table: request, row: request.id, value: request.applicant, name: 'applicant', placeOf: applicantPlace },
  { table: requestParty, row: requestParty.id, value: requestParty.party, name: 'party', placeOf: partyPlace },
  { table: requestLetter, row: requestLetter.id, value: requestLetter.content, name: 'content', placeOf: letterPlace },
  { table: requestPaper, row: requestPaper.id, value: requestPaper.key, name: 'key', placeOf: paperPlace },
  {
    table: applicationDraft,
    row: applicationDraft.nameHash,
    value: applicationDraft.fields,
    name: 'fields',
    placeOf: draftPlace,
  },
])
