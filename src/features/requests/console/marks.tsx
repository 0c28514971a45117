/** What a case is at, and how its time stands: an icon and a word each; red only for what is late. */
import { isOpen, type RequestState, requestStates } from '../../../domain/request/states.ts'
import { remainingWords } from '../../../kit/console/dates.ts'
import { useTell } from '../../../kit/console/language.tsx'
import { type Look, Mark } from '../../../kit/console/mark.tsx'
import type { IconName } from '../../../ui/icon-paths.ts'
import type { RequestView } from '../contract/index.ts'
import { clockWords } from './words/list-words.ts'

const stateIcons: Readonly<Record<RequestState, IconName>> = {
  arrived: 'bell',
  registered: 'reading',
  in_progress: 'pen',
  correction_pending: 'waiting',
  reasons_pending: 'waiting',
  fee_pending: 'waiting',
  in_review: 'person',
  signed: 'next',
  answered: 'ok',
  closed: 'cancelled',
  archived: 'folder',
}

export function StateMark({ state }: { readonly state: RequestState }) {
  const t = useTell()
  return (
    <Mark look={isOpen(state) || state === 'closed' ? 'info' : 'ok'} icon={stateIcons[state]}>
      {t(requestStates[state].label)}
    </Mark>
  )
}

export type ClockShown = Omit<RequestView['clock'], 'days'>

const looks: Readonly<Record<ClockShown['urgency'], { readonly look: Look; readonly icon: IconName }>> = {
  overdue: { look: 'error', icon: 'late' },
  today: { look: 'warning', icon: 'warning' },
  soon: { look: 'warning', icon: 'warning' },
  later: { look: 'info', icon: 'waiting' },
  none: { look: 'info', icon: 'waiting' },
}

interface Props {
  readonly clock: ClockShown
  /** Of a case that has ended: whether in time. */
  readonly onTime?: boolean | null
}

/** The working days left, or why none are counted. */
export function ClockMark({ clock, onTime = null }: Props) {
  const t = useTell()
  const { state, remaining, urgency, provisional } = clock
  if (state === 'closed') return <EndMark onTime={onTime} />
  if (remaining === null) {
    const word = state === 'running' || state === 'consulting' ? clockWords.arrived : clockWords[state]
    return <Mark {...looks.none}>{t(word)}</Mark>
  }
  return (
    <span className="badges">
      <Mark {...looks[urgency]}>{t(remainingWords(remaining))}</Mark>
      {state === 'consulting' && (
        <Mark look="info" icon="waiting">
          {t(clockWords.consulting)}
        </Mark>
      )}
      {provisional && <Mark look="info">{t(clockWords.provisional)}</Mark>}
    </span>
  )
}

function EndMark({ onTime }: { readonly onTime: boolean | null }) {
  const t = useTell()
  if (onTime === false) {
    return (
      <Mark look="error" icon="late">
        {t(clockWords.answeredLate)}
      </Mark>
    )
  }
  return <Mark look="ok">{t(onTime ? clockWords.answeredInTime : clockWords.closed)}</Mark>
}

/** The same in one line of text, for files and screen readers. */
export function clockText(clock: ClockShown, onTime: boolean | null, t: ReturnType<typeof useTell>): string {
  const { state, remaining } = clock
  if (state === 'closed') return t(onTime === false ? clockWords.answeredLate : clockWords.closed)
  if (remaining !== null) return t(remainingWords(remaining))
  return t(state === 'running' || state === 'consulting' ? clockWords.arrived : clockWords[state])
}
