/** The list by standing, with how many there are; what waits for confirmation is told above it. */
import { Link } from '@tanstack/react-router'
import type { Said } from '../../../../domain/kernel/lang.ts'
import { useRead } from '../../../../kit/console/api.tsx'
import { useTell } from '../../../../kit/console/language.tsx'
import { type UrlState, useUrlState } from '../../../../kit/console/url-state.ts'
import type { AnswerOf } from '../../../../kit/contract.ts'
import { Icon } from '../../../../ui/icon.tsx'
import { countRequests } from '../../contract/index.ts'
import { OfAgency } from '../of-agency.tsx'
import { useAgency } from '../use-agency.ts'
import { listWords } from '../words/list-words.ts'
import { queryOf } from './filters.ts'

type Counts = AnswerOf<typeof countRequests>

const tabs: readonly {
  readonly standing: string
  readonly label: Said
  readonly count?: (counts: Counts) => number
}[] = [
  { standing: 'open', label: listWords.standings.open, count: ({ open }) => open },
  { standing: 'soon', label: listWords.standings.soon, count: ({ soon }) => soon },
  { standing: 'overdue', label: listWords.standings.overdue, count: ({ overdue }) => overdue },
  { standing: 'late_closed', label: listWords.standings.late_closed, count: ({ lateClosed }) => lateClosed },
  { standing: 'ended', label: listWords.standings.ended },
  { standing: '', label: listWords.all },
]

/** Standings a figure leads to; they have a tab while the list is narrowed to them. */
const come: typeof tabs = [
  { standing: 'urged', label: listWords.standings.urged },
  { standing: 'answered', label: listWords.standings.answered },
]

const without = (state: UrlState, ...names: readonly string[]): UrlState =>
  Object.fromEntries(Object.entries(state).filter(([name]) => !names.includes(name)))

export function Tabs() {
  const t = useTell()
  const { agencyId, own } = useAgency()
  const [state] = useUrlState()
  const rest = without(state, 'standing', 'after', 'sort')
  const { order: _, ...query } = queryOf(rest)
  const counts = useRead(countRequests, { params: { agencyId }, query }).data
  const here = state.standing ?? ''
  return (
    <>
      {counts && !own && <OfAgency name={counts.agencyName} />}
      {counts && counts.unconfirmed > 0 && state.state !== 'arrived' && (
        <div className="c-note r-unconfirmed">
          <span>
            <Icon name="bell" /> {t(listWords.unconfirmed(counts.unconfirmed))}
          </span>
          <Link to="/requests" search={{ ...(state.of ? { of: state.of } : {}), state: 'arrived' } as never}>
            {t(listWords.seeUnconfirmed)}
          </Link>
        </div>
      )}
      <nav className="tabs r-tabs" aria-label={t(listWords.tabs)}>
        {[...tabs, ...come.filter(({ standing }) => standing === here)].map(({ standing, label, count }) => (
          <Link
            key={standing}
            to="/requests"
            activeOptions={{ exact: true }}
            search={(standing === '' ? rest : { ...rest, standing }) as never}
            {...(here === standing ? { 'aria-current': 'page' as const } : {})}
          >
            {t(label)}
            {count && counts && <span className="r-count">{count(counts)}</span>}
          </Link>
        ))}
      </nav>
    </>
  )
}
