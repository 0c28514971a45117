/** The letters of a case: what each is at, what can be done to it. */

import { Button } from 'antd'
import { useState } from 'react'
import { isMereRecord } from '../../../../domain/request/performing/letter-book.ts'
import { type LetterState, letterStates, serviceWays } from '../../../../domain/request/vocabulary.ts'
import { FileLink } from '../../../../kit/console/file.tsx'
import { useTell } from '../../../../kit/console/language.tsx'
import { type Look, Mark } from '../../../../kit/console/mark.tsx'
import { useMay } from '../../../../kit/console/me.tsx'
import { shanghaiMinute } from '../../../../ui/day.ts'
import type { IconName } from '../../../../ui/icon-paths.ts'
import { Isolated } from '../../../../ui/isolated.tsx'
import { getLetter, letterForm, printedForms, type RequestView } from '../../contract/index.ts'
import { fitsLetter, letterActIds } from '../acts/letters.tsx'
import { letterName } from '../letter-name.ts'
import { useAgency } from '../use-agency.ts'
import { caseWords } from '../words/case-words.ts'
import { ActLink } from './act-link.tsx'
import { useCase } from './case-context.ts'
import { LetterSheet } from './letter-sheet.tsx'
import { Section } from './section.tsx'

type Letter = RequestView['case']['letters'][number]

const looks: Readonly<Record<LetterState, { readonly look: Look; readonly icon: IconName }>> = {
  drafted: { look: 'info', icon: 'pen' },
  issued: { look: 'info', icon: 'reading' },
  dispatched: { look: 'info', icon: 'next' },
  served: { look: 'ok', icon: 'ok' },
  returned: { look: 'warning', icon: 'warning' },
  recalled: { look: 'info', icon: 'cancelled' },
  discarded: { look: 'info', icon: 'discard' },
}

function LetterMark({ state }: { readonly state: LetterState }) {
  const t = useTell()
  return <Mark {...looks[state]}>{t(letterStates[state])}</Mark>
}

export function LettersPart() {
  const t = useTell()
  const { own } = useAgency()
  const { letters, agencyId, id, draft } = useCase().view.case
  const [shown, setShown] = useState<Letter | null>(null)
  return (
    <Section title={t(caseWords.letters)}>
      {letters.length === 0 && <p className="note">{t(caseWords.noLetters)}</p>}
      <ul className="r-letters">
        {letters.map(letter => (
          <One key={letter.id} letter={letter} show={() => setShown(letter)} />
        ))}
      </ul>
      <div className="c-row-acts r-forms">
        {(own ? printedForms.filter(code => isOfCase(code, draft?.decision)) : []).map(code => (
          <FileLink
            key={code}
            contract={letterForm}
            params={{ agencyId, requestId: id, code }}
            small
            label={t(letterName(code))}
            name={t(caseWords.printOf(t(letterName(code))))}
          />
        ))}
      </div>
      {shown && <LetterSheet letter={shown} close={() => setShown(null)} />}
    </Section>
  )
}

/** A proof of service is of one letter and stands beside it; a transfer is written only where something is forwarded. */
function isOfCase(code: (typeof printedForms)[number], decision: string | undefined): boolean {
  return code === 'D16' ? decision === 'record_forwarded' : code !== 'D14'
}

const leaving: readonly LetterState[] = ['issued', 'dispatched', 'served', 'returned']

/** That it left though the case has no word of it, and what to do. */
function NotEntered({ letter: { id, state } }: { readonly letter: Letter }) {
  const t = useTell()
  const sendings = useCase().view.notEntered.filter(({ letterId }) => letterId === id)
  const mend = state === 'issued' || state === 'returned' ? caseWords.enterSending : caseWords.compareSending
  return sendings.map(({ way, at }) => (
    <p key={way} className="r-not-entered">
      <Mark look="warning" icon="warning">
        {t(caseWords.leftNotEntered)}
      </Mark>{' '}
      {t(caseWords.leftBy(shanghaiMinute(at), t(serviceWays[way])))}
      {t(mend)}
    </p>
  ))
}

function One({ letter, show }: { readonly letter: Letter; readonly show: () => void }) {
  const t = useTell()
  const may = useMay()
  const { own } = useAgency()
  const { view } = useCase()
  const { id, state, number, sent, served, recalled, givenUp, to } = letter
  const name = t(letterName(letter.letter))
  const proof = t(letterName('D14'))
  const { agencyId, id: requestId } = view.case
  const party = to === 'applicant' ? null : view.parties.find(({ partyId }) => partyId === to.partyId)
  const acts = letterActIds.filter(act => fitsLetter(act, letter))
  return (
    <li>
      <div>
        <strong>{name}</strong> <span className="c-whole">{number ?? t(caseWords.noNumber)}</span>{' '}
        {isMereRecord(letter) ? (
          <Mark look="info" icon="reading">
            {t(caseWords.recordOnly)}
          </Mark>
        ) : (
          <LetterMark state={state} />
        )}
        <p className="note">
          {t(caseWords.letterTo)} {party ? <Isolated>{party.name}</Isolated> : t(caseWords.applicantShort)}
          {sent && `；${t(caseWords.sentBy(sent.on, t(serviceWays[sent.way])))} ${sent.trackingNumber ?? ''}`}
          {served && `；${t(caseWords.servedOn(served.on))} ${served.evidence}`}
          {givenUp && `；${t(caseWords.givenUp(givenUp.on))}${givenUp.reason ?? t(caseWords.fellAway)}`}
        </p>
        {recalled && number && <p className="note">{t(caseWords.numberVoid(recalled.on, recalled.reason))}</p>}
        <NotEntered letter={letter} />
      </div>
      <div className="c-row-acts">
        {own && may(getLetter) && (
          <Button size="small" onClick={show} aria-label={t(caseWords.showLetterOf(name))}>
            {t(caseWords.showLetter)}
          </Button>
        )}
        {own && leaving.includes(state) && letter.issued && (
          <FileLink
            contract={letterForm}
            params={{ agencyId, requestId, code: 'D14' }}
            query={{ about: id }}
            small
            label={proof}
            name={t(caseWords.printOf(`${proof} ${name}`))}
          />
        )}
        {acts.map(act => (
          <ActLink key={act} act={act} target={id} of={name} />
        ))}
      </div>
    </li>
  )
}
