/** The head of a case, always in sight: what it is, how its time stands, the next act. */

import { Button } from 'antd'
import { useEffect, useState } from 'react'
import { actRule, type RequestActId } from '../../../../domain/request/acts.ts'
import { requestKinds } from '../../../../domain/request/states.ts'
import { useTell } from '../../../../kit/console/language.tsx'
import { useShortcut } from '../../../../kit/console/shortcuts.tsx'
import { Icon } from '../../../../ui/icon.tsx'
import { Isolated } from '../../../../ui/isolated.tsx'
import type { RequestView } from '../../contract/index.ts'
import { actForms } from '../acts/index.ts'
import { ClockMark, StateMark } from '../marks.tsx'
import { OfAgency } from '../of-agency.tsx'
import { useAgency } from '../use-agency.ts'
import { caseWords } from '../words/case-words.ts'
import { ActsMenu } from './acts-menu.tsx'
import { useCase } from './case-context.ts'
import { ClockDays } from './clock-days.tsx'

/** The first thing waited for that this person may do; else nothing stands out. */
function nextAct({ waits, acts }: RequestView): RequestActId | null {
  const fits = (act: RequestActId | null) => act !== null && acts.includes(act) && actForms[act] !== 'none'
  return waits.find(({ act }) => fits(act))?.act ?? null
}

export function CaseHead() {
  const t = useTell()
  const { view, open } = useCase()
  const { own } = useAgency()
  const { number, wanted, state, kind, closing } = view.case
  const [days, setDays] = useState(false)
  const [menu, setMenu] = useState(false)
  const next = nextAct(view)
  useEffect(() => {
    document.title = `${number} ${wanted.title}`
  }, [number, wanted.title])
  useShortcut('n', t(caseWords.nextAct), () => next && open(next))
  useShortcut('a', t(caseWords.menuTitle), () => setMenu(true))
  return (
    <header className="r-head">
      {!own && <OfAgency name={view.agencyName} />}
      <h1 id="case-title" tabIndex={-1}>
        <Isolated>{wanted.title}</Isolated>
      </h1>
      <div className="r-head-row">
        <div className="r-head-facts">
          <span className="c-whole">{number}</span>
          {kind !== 'request' && <span>{t(requestKinds[kind])}</span>}
          <StateMark state={state} />
          <button type="button" className="r-clock" onClick={() => setDays(true)}>
            <Icon name="waiting" />
            <span className="visually-hidden">{t(caseWords.dayByDay)}</span>
            {view.clock.due && (
              <span className="c-whole">
                {t(caseWords.due)} {view.clock.due}
              </span>
            )}
            <ClockMark clock={view.clock} onTime={closing?.onTime ?? null} />
          </button>
        </div>
        <div className="r-head-acts">
          {next && (
            <Button type="primary" onClick={() => open(next)}>
              {t(actRule(next).label)}
            </Button>
          )}
          <Button onClick={() => setMenu(true)} aria-haspopup="dialog">
            {t(caseWords.otherActs)}
          </Button>
        </div>
      </div>
      {menu && <ActsMenu close={() => setMenu(false)} />}
      {days && <ClockDays of={view.case} close={() => setDays(false)} />}
    </header>
  )
}
