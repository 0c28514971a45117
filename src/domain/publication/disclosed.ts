/** A draft of what was disclosed on request, once it was found to be for all (条例44). */
import type { LocalDate } from '../kernel/date.ts'
import { withoutPersonal } from '../personal/known.ts'
import type { RequestCase } from '../request/case.ts'
import type { Publication, PublicationSource } from './publication.ts'

/** What the words of a case may say of people, and must not go on. */
interface Knowledge {
  /** Whatever is known of the applicant and of third parties: names, numbers, addresses. */
  readonly people: readonly string[]
  /** Telephones and addresses of the office, which stay. */
  readonly office: readonly string[]
}

export interface Disclosure {
  /** Of the draft that begins. */
  readonly id: string
  readonly of: RequestCase
  readonly organ: string
  readonly papersLeft: number
  readonly knowledge: Knowledge
}

const longestTitle = 200

/**
 * The subject, where the answer says it is to be found, what was withheld. Nothing of
 * the applicant. The answer itself is
 * addressed to one person and stays with the case; what was disclosed is in the papers that go along.
 */
export function draftOfDisclosed({ id, of, organ, papersLeft, knowledge }: Disclosure): Publication {
  const clean = (text: string) => withoutPersonal(text, knowledge.people, knowledge.office)
  const { agencyId, wanted, place, draft } = of
  return {
    agencyId,
    id,
    version: 1,
    content: {
      title: Array.from(clean(wanted.title)).slice(0, longestTitle).join(''),
      category: null,
      summary: '',
      text: clean(draft?.facts.where_public ?? ''),
      sectionId: place?.sectionId ?? null,
      origin: null,
      originOn: null,
      organ,
    },
    source: sourceOf(of, papersLeft, clean),
    standing: { state: 'draft' },
  }
}

function sourceOf(
  { id, number, draft, closing }: RequestCase,
  papersLeft: number,
  clean: (text: string) => string,
): PublicationSource {
  const answer = closing && { on: closing.on as LocalDate, decision: closing.decision }
  const withheld = (draft?.withheld ?? []).map(({ part, exemption }) => ({ part: clean(part), exemption }))
  return { kind: 'request', requestId: id, number, answer, withheld, papersLeft }
}
