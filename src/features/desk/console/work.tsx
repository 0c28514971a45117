/** 待办: what waits for me, the most pressing first. */

import { useCall, useRead } from '../../../kit/console/api.tsx'
import { remainingWords } from '../../../kit/console/dates.ts'
import { useTell } from '../../../kit/console/language.tsx'
import { ListView } from '../../../kit/console/list.tsx'
import { type Look, Mark } from '../../../kit/console/mark.tsx'
import { useMe } from '../../../kit/console/me.tsx'
import { SmartLink } from '../../../kit/console/smart-link.tsx'
import { PageHead } from '../../../kit/console/states.tsx'
import { shanghaiMinute } from '../../../ui/day.ts'
import type { IconName } from '../../../ui/icon-paths.ts'
import { Isolated } from '../../../ui/isolated.tsx'
import { getWork, type WorkItem } from '../contract.ts'
import { workWords } from './words.ts'

export function WorkList() {
  const t = useTell()
  const call = useCall()
  const { agencyId } = useMe()
  return (
    <div className="c-page">
      <PageHead title={t(workWords.title)} lead={<Counts />} />
      <ListView<WorkItem>
        id={[getWork.id, agencyId]}
        caption={t(workWords.title)}
        file={t(workWords.title)}
        empty={t(workWords.empty)}
        load={({ set, ...rest }) => call(getWork, { params: { agencyId }, query: { ...set, ...rest } })}
        rowKey={({ key }) => key}
        columns={columns(t)}
      />
    </div>
  )
}

/** How much of each urgency, in words. */
function Counts() {
  const t = useTell()
  const { agencyId } = useMe()
  const { data } = useRead(getWork, { params: { agencyId }, query: { limit: 1 } })
  const counts = data?.counts ?? {}
  const shown = (['overdue', 'today', 'soon', 'later', 'none'] as const).filter(urgency => (counts[urgency] ?? 0) > 0)
  return (
    <span className="badges">
      {shown.map(urgency => (
        <Light key={urgency} urgency={urgency}>{`${t(workWords.urgencies[urgency])} ${counts[urgency]}`}</Light>
      ))}
    </span>
  )
}

const lights: Readonly<Record<WorkItem['urgency'], { readonly look: Look; readonly icon: IconName }>> = {
  overdue: { look: 'error', icon: 'late' },
  today: { look: 'error', icon: 'waiting' },
  soon: { look: 'warning', icon: 'waiting' },
  later: { look: 'ok', icon: 'ok' },
  none: { look: 'info', icon: 'cancelled' },
}

function Light({ urgency, children }: { readonly urgency: WorkItem['urgency']; readonly children: string }) {
  return <Mark {...lights[urgency]}>{children}</Mark>
}

function columns(t: ReturnType<typeof useTell>) {
  const left = ({ remaining, urgency }: WorkItem) =>
    t(remaining === null ? workWords.urgencies[urgency] : remainingWords(remaining))
  const due = (item: WorkItem) => item.due ?? t(workWords.noDue)
  const since = (item: WorkItem) => shanghaiMinute(item.since)
  return [
    {
      key: 'left',
      head: t(workWords.left),
      text: left,
      cell: (item: WorkItem) => <Light urgency={item.urgency}>{left(item)}</Light>,
    },
    {
      key: 'title',
      head: t(workWords.item),
      names: true,
      text: ({ title }: WorkItem) => title,
      cell: ({ link, title }: WorkItem) => (
        <SmartLink to={link}>
          <Isolated>{title}</Isolated>
        </SmartLink>
      ),
    },
    {
      key: 'asks',
      head: t(workWords.asks),
      text: (item: WorkItem) => t(item.asks),
      cell: (item: WorkItem) => t(item.asks),
    },
    {
      key: 'kind',
      head: t(workWords.kind),
      text: (item: WorkItem) => t(item.kindLabel),
      cell: (item: WorkItem) => t(item.kindLabel),
    },
    {
      key: 'due',
      head: t(workWords.due),
      text: due,
      cell: (item: WorkItem) => <span className="c-whole">{due(item)}</span>,
    },
    { key: 'since', head: t(workWords.since), text: since, cell: since },
  ]
}
