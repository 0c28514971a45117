/** Who applies and who is consulted: masked, whole for a reason that goes into the record. */
import { Button } from 'antd'
import { useState } from 'react'
import { identityKinds } from '../../../../domain/request/intake/fields.ts'
import { ActButton } from '../../../../kit/console/ask.tsx'
import { useTell } from '../../../../kit/console/language.tsx'
import type { AnswerOf } from '../../../../kit/contract.ts'
import { applicantKinds } from '../../../../law/applicants.ts'
import { type Applicant, unmaskRequest } from '../../contract/index.ts'
import { NewCode } from '../keeping/new-code.tsx'
import { useAgency } from '../use-agency.ts'
import { caseWords } from '../words/case-words.ts'
import { registerWords } from '../words/register-words.ts'
import { useCase } from './case-context.ts'
import { Section, Sheet } from './section.tsx'

type Whole = AnswerOf<typeof unmaskRequest>

export function ApplicantPart() {
  const t = useTell()
  const { own } = useAgency()
  const { view } = useCase()
  const { agencyId, id } = view.case
  const [whole, setWhole] = useState<Whole | null>(null)
  const applicant = whole?.applicant ?? view.applicant
  const parties = whole?.parties.length ? whole.parties : view.parties
  const acts = whole ? (
    <Button size="small" onClick={() => setWhole(null)}>
      {t(caseWords.mask)}
    </Button>
  ) : (
    <ActButton
      contract={unmaskRequest}
      small
      label={t(caseWords.unmask)}
      ask={{ title: caseWords.unmaskTitle, text: caseWords.unmaskText, reason: true }}
      inputOf={reason => ({ params: { agencyId, requestId: id }, body: { reason } })}
      done={setWhole}
    />
  )
  const both = (
    <>
      {acts}
      <NewCode requestId={id} number={view.case.number} />
    </>
  )
  return (
    <Section title={t(caseWords.applicant)} acts={own && both}>
      {whole && (
        <p className="note" role="status">
          {t(caseWords.unmasked)}
        </p>
      )}
      <Sheet rows={rowsOf(applicant, t)} />
      {parties.length > 0 && (
        <>
          <h3 className="r-sub-head">{t(caseWords.parties)}</h3>
          {parties.map(({ partyId, name, phone, address }) => (
            <Sheet
              key={partyId}
              rows={[
                [t(registerWords.organisation), name],
                [t(registerWords.phone), phone],
                [t(registerWords.address), address],
              ]}
            />
          ))}
        </>
      )}
    </Section>
  )
}

function rowsOf(of: Applicant, t: ReturnType<typeof useTell>): readonly (readonly [string, string | null])[] {
  const { organisation, label } = applicantKinds[of.kind]
  const { agent } = of
  const document = `${t(identityKinds[of.identityType])} ${of.identityNumber}`
  return [
    [t(registerWords.applicantKind), t(label)],
    [t(organisation ? registerWords.organisation : registerWords.name), of.name],
    [t(registerWords.identityNumber), document],
    [t(registerWords.representative), of.representative],
    [t(registerWords.contact), of.contact],
    [t(registerWords.phone), of.phone],
    [t(registerWords.email), of.email],
    [t(registerWords.fax), of.fax],
    [t(registerWords.address), [of.address, of.postcode].filter(Boolean).join(' ')],
    [t(registerWords.employer), of.employer],
    [t(registerWords.agent), agent && `${agent.name} ${agent.identityNumber} ${agent.phone}`],
  ]
}
