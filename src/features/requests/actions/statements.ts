/** What people said in a case, word for word, as a text to be read: for the archive (条例30, 32-35, 45). */
import type { LocalDate } from '../../../domain/kernel/date.ts'
import { opinions } from '../../../domain/request/vocabulary.ts'
import type { OpenCase } from '../letters/facts.ts'

interface Statement {
  readonly on: LocalDate | null
  readonly who: string
  readonly what: string
  readonly text: string
}

/** In the order of the days; empty where nobody said anything. */
export function statementsOf(open: OpenCase): string {
  const all = [...fromApplicant(open), ...fromParties(open), ...fromSections(open), ...urged(open)]
  return all
    .filter(({ text }) => text.trim() !== '')
    .sort((a, b) => (a.on ?? '').localeCompare(b.on ?? ''))
    .map(({ on, who, what, text }) => `${on ?? '日期不详'}　${who}　${what}\n${text}\n`)
    .join('\n')
}

function fromApplicant({ case: of, applicant: { name } }: OpenCase): Statement[] {
  const { correction, reasons, fee, proposal } = of
  const said = (what: string, given: { readonly on: LocalDate; readonly text: string } | null | undefined) =>
    given ? [{ on: given.on, who: `申请人 ${name}`, what, text: given.text }] : []
  const { corrected } = correction ?? {}
  const { declared } = fee ?? {}
  return [
    ...said('补正', corrected),
    ...said('逾期补正的理由', corrected?.late ? { on: corrected.on, text: corrected.late } : null),
    ...said('说明理由', reasons?.given),
    ...said('告知已缴费', declared && { on: declared.on, text: declared.note }),
    ...said('建议主动公开', proposal?.by === 'applicant' ? { on: proposal.on, text: proposal.reason } : null),
  ]
}

function fromParties({ case: of, parties }: OpenCase): Statement[] {
  return of.consultations.flatMap(({ answer, partyId }) =>
    answer
      ? [{ on: answer.on, who: parties.get(partyId)?.name ?? '', what: opinions[answer.opinion].zh, text: answer.text }]
      : [],
  )
}

function fromSections({ case: of, names }: OpenCase): Statement[] {
  return of.cooperations.flatMap(({ sectionId, question, askedOn, answer, answeredOn }) => [
    { on: askedOn, who: `致 ${names[sectionId] ?? ''}`, what: '协办事项', text: question },
    ...(answer ? [{ on: answeredOn, who: names[sectionId] ?? '', what: '协办意见', text: answer }] : []),
  ])
}

function urged({ case: of, names }: OpenCase): Statement[] {
  return of.urgings.flatMap(({ on, by, text, answer }) => [
    { on, who: names[by] ?? '监督机关', what: '督办', text },
    ...(answer ? [{ on: answer.on, who: names[answer.by] ?? '', what: '督办回复', text: answer.text }] : []),
  ])
}
