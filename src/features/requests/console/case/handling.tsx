/** What was done on the way to the answer: help of sections, searches, correction, consultations, extension, fee. */
import type { ReactNode } from 'react'
import { extensionStanding } from '../../../../domain/request/extension-standing.ts'
import { delayToTell } from '../../../../domain/request/untold.ts'
import { correctionGrounds, lapses, opinions } from '../../../../domain/request/vocabulary.ts'
import { useTell } from '../../../../kit/console/language.tsx'
import { Isolated } from '../../../../ui/isolated.tsx'
import { actWords } from '../words/act-words.ts'
import { caseWords } from '../words/case-words.ts'
import { ActLink } from './act-link.tsx'
import { nameOf, useCase } from './case-context.ts'
import { Section } from './section.tsx'

export function HandlingPart() {
  const t = useTell()
  const { cooperations, searches, correction, reasons, consultations, extension, fee } = useCase().view.case
  const nothing =
    cooperations.length + searches.length + consultations.length === 0 && !correction && !reasons && !extension && !fee
  if (nothing) return null
  return (
    <Section title={t(caseWords.handling)}>
      <Cooperations />
      <Searches />
      <CorrectionPart />
      <ReasonsPart />
      <Consultations />
      <ExtensionPart />
      <FeePart />
    </Section>
  )
}

function Part({
  head,
  acts,
  children,
}: {
  readonly head: ReactNode
  readonly acts?: ReactNode
  readonly children: ReactNode
}) {
  return (
    <div className="r-part">
      <h3>{head}</h3>
      <div>
        {children}
        {acts && <div className="c-row-acts">{acts}</div>}
      </div>
    </div>
  )
}

function Cooperations() {
  const t = useTell()
  const { view } = useCase()
  return view.case.cooperations.map(({ id, sectionId, question, by, answer, answeredOn }) => (
    <Part
      key={id}
      head={`${t(caseWords.cooperation)} ${nameOf(view, sectionId)}`}
      acts={answer === null && <ActLink act="answerSection" target={id} of={question} />}
    >
      <p>
        {question} {t(caseWords.answerBy(by))}
      </p>
      <p>{answer === null ? t(caseWords.noAnswer) : `${answeredOn ?? ''} ${answer}`}</p>
    </Part>
  ))
}

function Searches() {
  const t = useTell()
  return useCase().view.case.searches.map(search => (
    <Part key={search.id} head={`${t(caseWords.searches)} ${search.on}`}>
      <p>
        {t(search.found ? caseWords.found : caseWords.notFound)} {search.note}
      </p>
      <p className="note">
        {[...search.systems, search.archives].filter(Boolean).join('、')}；{search.keywords.join('、')}；
        {search.persons}
      </p>
    </Part>
  ))
}

function CorrectionPart() {
  const t = useTell()
  const { correction } = useCase().view.case
  if (!correction) return null
  const { grounds, items, late, noticedOn, by, corrected } = correction
  return (
    <Part head={t(caseWords.correction)}>
      <p>{grounds.map(ground => t(correctionGrounds[ground])).join('、')}</p>
      <ol className="r-numbered">
        {items.map(item => (
          <li key={item}>{item}</li>
        ))}
      </ol>
      <p>
        {noticedOn ? t(caseWords.servedOn(noticedOn)) : t(caseWords.notServed)} {by && t(caseWords.answerBy(by))}
      </p>
      {late && <p>{t(caseWords.lateNotice(late))}</p>}
      {corrected && (
        <p>
          {corrected.on} <Isolated>{corrected.text}</Isolated>
        </p>
      )}
    </Part>
  )
}

function ReasonsPart() {
  const t = useTell()
  const { view } = useCase()
  const { reasons } = view.case
  if (!reasons) return null
  const { found, explain, by, given, delay } = reasons
  return (
    <Part head={t(caseWords.reasons)}>
      <p>{found}</p>
      <p>{explain}</p>
      <p>{given ? `${given.on} ${given.text}` : by ? t(caseWords.answerBy(by)) : t(caseWords.notServed)}</p>
      {delay && (
        <p>
          {t(caseWords.delaySet(delay.until))} {delay.reason} {delay.long}
        </p>
      )}
      {delayToTell(view.case) && <p className="note">{t(caseWords.extensionToTell)}</p>}
      {delay?.lapsed && <Lapsed {...delay.lapsed} />}
    </Part>
  )
}

function Consultations() {
  const t = useTell()
  const { view } = useCase()
  return view.case.consultations.map(({ id, party, partyId, about, why, deliveredOn, answer, override }) => {
    const who = view.parties.find(known => known.partyId === partyId)?.name ?? ''
    const acts = answer === null && <ActLink act="recordOpinion" target={id} of={who} />
    return (
      <Part
        key={id}
        head={
          <>
            {t(actWords.parties[party])} <Isolated>{who}</Isolated>
          </>
        }
        acts={acts}
      >
        <p>
          <Isolated>{about}</Isolated>。<Isolated>{why}</Isolated>
        </p>
        <p>{deliveredOn ? t(caseWords.servedOn(deliveredOn)) : t(caseWords.notServed)}</p>
        <p>{answer ? `${answer.on} ${t(opinions[answer.opinion])} ${answer.text}` : t(caseWords.noAnswer)}</p>
        {override && (
          <p>
            {override.on} {nameOf(view, override.by)} {override.reasons}
          </p>
        )}
      </Part>
    )
  })
}

function ExtensionPart() {
  const t = useTell()
  const { view } = useCase()
  const { extension } = view.case
  if (!extension) return null
  const { days, reason, askedBy, askedOn, outcome, lapsed } = extension
  const standing = extensionStanding(view.case)
  const acts = outcome === null && (
    <>
      <ActLink act="approveExtension" />
      <ActLink act="refuseExtension" />
    </>
  )
  return (
    <Part head={t(caseWords.extension)} acts={acts}>
      <p>
        {askedOn} {nameOf(view, askedBy)} {t(actWords.asked(days, reason))}
      </p>
      {outcome && (
        <p>
          {outcome.on} {nameOf(view, outcome.by)}{' '}
          {outcome.approved ? t(caseWords.accepted) : `${t(caseWords.refused)} ${outcome.reason}`}
        </p>
      )}
      {standing === 'to_tell' && <p className="note">{t(caseWords.extensionToTell)}</p>}
      {standing === 'told' && <p>{t(caseWords.extensionTold)}</p>}
      {lapsed && <Lapsed {...lapsed} />}
    </Part>
  )
}

/** Why a longer period that was decided never counted. */
function Lapsed({ on, why }: { readonly on: string; readonly why: keyof typeof lapses }) {
  const t = useTell()
  return (
    <p>
      {on} {t(caseWords.extensionLapsed)}
      {t(lapses[why])}
    </p>
  )
}

function FeePart() {
  const t = useTell()
  const { fee } = useCase().view.case
  if (!fee) return null
  const { scheme, quantity, amount, payTo, noticedOn, payBy, declared, paid } = fee
  return (
    <Part head={t(caseWords.fee)} acts={paid === null && <ActLink act="confirmPaid" />}>
      <p>
        {t(actWords.schemes[scheme])} {quantity} {t(actWords.total(amount))}
      </p>
      <p>{payTo}</p>
      <p>
        {noticedOn ? t(caseWords.servedOn(noticedOn)) : t(caseWords.notServed)} {payBy && t(caseWords.answerBy(payBy))}
      </p>
      {declared && (
        <p>
          {declared.on} <Isolated>{declared.note}</Isolated>
        </p>
      )}
      {paid && (
        <p>
          {paid.on} {paid.receipt}
        </p>
      )}
    </Part>
  )
}
