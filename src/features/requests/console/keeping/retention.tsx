/** 到期卷宗: archived files whose time is over, to be handed to the archives; a file of the list besides. */

import { requestKinds } from '../../../../domain/request/states.ts'
import { useCall } from '../../../../kit/console/api.tsx'
import { useTell } from '../../../../kit/console/language.tsx'
import { ListView } from '../../../../kit/console/list.tsx'
import { useMe } from '../../../../kit/console/me.tsx'
import { SmartLink } from '../../../../kit/console/smart-link.tsx'
import { PageHead } from '../../../../kit/console/states.tsx'
import { words } from '../../../../kit/console/words.ts'
import { listRetention, type OverdueFile } from '../../contract/keeping.ts'
import { retentionWords } from './words.ts'

export function Retention() {
  const t = useTell()
  const call = useCall()
  const { agencyId } = useMe()
  return (
    <div className="c-page">
      <PageHead title={t(retentionWords.title)} lead={t(retentionWords.lead)} />
      <ListView<OverdueFile>
        id={[listRetention.id, agencyId]}
        caption={t(retentionWords.title)}
        empty={t(retentionWords.empty)}
        file={t(retentionWords.title)}
        load={({ after, limit }) =>
          call(listRetention, { params: { agencyId }, query: { limit, ...(after !== undefined && { after }) } })
        }
        rowKey={({ id }) => id}
        columns={columns(t)}
      />
    </div>
  )
}

function columns(t: ReturnType<typeof useTell>) {
  const plain = (key: 'closedOn' | 'keptUntil') => ({
    key,
    head: t(retentionWords[key]),
    text: (row: OverdueFile) => row[key],
    cell: (row: OverdueFile) => row[key],
  })
  const archivedOn = (row: OverdueFile) => row.archivedOn ?? t(words.none)
  const kind = (row: OverdueFile) => t(requestKinds[row.kind])
  return [
    {
      key: 'number',
      head: t(retentionWords.number),
      names: true,
      text: ({ number }: OverdueFile) => number,
      cell: ({ number, id }: OverdueFile) => <SmartLink to={`/console/requests/${id}`}>{number}</SmartLink>,
    },
    {
      key: 'title',
      head: t(retentionWords.request),
      text: ({ title }: OverdueFile) => title,
      cell: ({ title }: OverdueFile) => title,
    },
    { key: 'kind', head: t(retentionWords.kind), text: kind, cell: kind },
    plain('closedOn'),
    { key: 'archivedOn', head: t(retentionWords.archivedOn), text: archivedOn, cell: archivedOn },
    plain('keptUntil'),
  ]
}
