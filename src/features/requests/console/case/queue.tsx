/** The list the case was opened from, at its left on wide screens. */

import { Link } from '@tanstack/react-router'
import { useRead } from '../../../../kit/console/api.tsx'
import { useTell } from '../../../../kit/console/language.tsx'
import { useMay } from '../../../../kit/console/me.tsx'
import { useUrlState } from '../../../../kit/console/url-state.ts'
import { Isolated } from '../../../../ui/isolated.tsx'
import { listRequests } from '../../contract/index.ts'
import { queryOf } from '../list/filters.ts'
import { useRowKeys } from '../list/row-keys.ts'
import { ClockMark } from '../marks.tsx'
import { useAgency } from '../use-agency.ts'
import { caseWords } from '../words/case-words.ts'

const shown = 50

export function Queue({ here }: { readonly here: string }) {
  const t = useTell()
  const may = useMay()
  const { agencyId } = useAgency()
  const [state] = useUrlState()
  const place = useRowKeys()
  const list = useRead(
    listRequests,
    { params: { agencyId }, query: { ...queryOf(state), limit: shown } },
    { enabled: may(listRequests) },
  )
  return (
    <div className="r-queue" ref={place}>
      <nav aria-label={t(caseWords.queue)}>
        <Link to="/requests" search={state as never} className="r-back" activeOptions={{ exact: true }}>
          {t(caseWords.back)}
        </Link>
        <ul>
          {list.data?.items.map(({ id, title, number, clock, onTime }) => (
            <li key={id}>
              <Link
                to="/requests/$requestId"
                params={{ requestId: id }}
                search={state as never}
                {...(id === here ? { 'aria-current': 'page' as const } : {})}
              >
                <Isolated className="r-queue-title">{title}</Isolated>
                <span className="r-sub">{number}</span>
                <ClockMark clock={clock} onTime={onTime} />
              </Link>
            </li>
          ))}
        </ul>
      </nav>
    </div>
  )
}
