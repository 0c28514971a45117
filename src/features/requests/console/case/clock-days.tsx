/** Why the answer is due when it is: every day, whether it counts, and by which article. */
import { Modal } from 'antd'
import { useRead } from '../../../../kit/console/api.tsx'
import { useTell } from '../../../../kit/console/language.tsx'
import { Loaded } from '../../../../kit/console/states.tsx'
import { DataTable } from '../../../../kit/console/table.tsx'
import { words } from '../../../../kit/console/words.ts'
import { getRequest, type RequestView } from '../../contract/index.ts'
import { caseWords } from '../words/case-words.ts'

type Day = NonNullable<RequestView['clock']['days']>[number]

interface Props {
  readonly of: RequestView['case']
  readonly close: () => void
}

export function ClockDays({ of: { agencyId, id }, close }: Props) {
  const t = useTell()
  const query = useRead(getRequest, { params: { agencyId, requestId: id }, query: { days: 'yes' } })
  return (
    <Modal
      open
      width={880}
      title={t(caseWords.dayByDay)}
      footer={null}
      onCancel={close}
      closable={{ 'aria-label': t(words.close) }}
    >
      <Loaded query={query}>
        {({ clock: { days } }) => (days?.length ? <Days days={days} /> : <p>{t(caseWords.noDays)}</p>)}
      </Loaded>
    </Modal>
  )
}

function Days({ days }: { readonly days: readonly Day[] }) {
  const t = useTell()
  return (
    <DataTable<Day>
      caption={t(caseWords.dayByDay)}
      rows={days}
      rowKey={({ on }) => on}
      columns={[
        { key: 'on', head: t(caseWords.day), names: true, cell: ({ on }) => <span className="c-whole">{on}</span> },
        {
          key: 'counts',
          head: t(caseWords.counts),
          cell: ({ counts, n }) => (
            <span className="c-whole">{counts && n !== null ? t(caseWords.nth(n)) : t(caseWords.notCounted)}</span>
          ),
        },
        { key: 'why', head: t(caseWords.why), cell: ({ why }) => t(why) },
        { key: 'article', head: t(caseWords.article), cell: ({ article }) => t(article) },
      ]}
    />
  )
}
