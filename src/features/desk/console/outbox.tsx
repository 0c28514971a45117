/** 发送记录: mail and SMS that went out, and those that wait or were refused. */
import { useCall } from '../../../kit/console/api.tsx'
import { useTell } from '../../../kit/console/language.tsx'
import { ListView } from '../../../kit/console/list.tsx'
import { type Look, Mark } from '../../../kit/console/mark.tsx'
import { useMe } from '../../../kit/console/me.tsx'
import { PageHead } from '../../../kit/console/states.tsx'
import { shanghaiMinute } from '../../../ui/day.ts'
import type { IconName } from '../../../ui/icon-paths.ts'
import { listOutbox, type OutboxItem, outboxStates } from '../contract.ts'
import { outboxWords } from './words.ts'

export function Outbox() {
  const t = useTell()
  const call = useCall()
  const { agencyId } = useMe()
  return (
    <div className="c-page">
      <PageHead title={t(outboxWords.title)} lead={t(outboxWords.lead)} />
      <ListView<OutboxItem>
        id={[listOutbox.id, agencyId]}
        caption={t(outboxWords.title)}
        file={t(outboxWords.title)}
        empty={t(outboxWords.empty)}
        filters={[
          {
            kind: 'choice',
            name: 'state',
            label: t(outboxWords.state),
            choices: outboxStates.map(state => ({ value: state, label: t(outboxWords.states[state]) })),
          },
        ]}
        load={({ set, ...rest }) => {
          const state = outboxStates.find(known => known === set.state)
          return call(listOutbox, { params: { agencyId }, query: { ...rest, ...(state ? { state } : {}) } })
        }}
        rowKey={({ id }) => id}
        columns={columns(t)}
      />
    </div>
  )
}

const looks: Readonly<Record<OutboxItem['state'], { readonly look: Look; readonly icon: IconName }>> = {
  waiting: { look: 'info', icon: 'waiting' },
  sent: { look: 'ok', icon: 'ok' },
  handed: { look: 'warning', icon: 'waiting' },
  refused: { look: 'error', icon: 'failed' },
}

function columns(t: ReturnType<typeof useTell>) {
  const kind = ({ kind: way }: OutboxItem) =>
    way === 'mail' ? t(outboxWords.mail) : way === 'sms' ? t(outboxWords.sms) : way
  const state = (item: OutboxItem) => t(outboxWords.states[item.state])
  const dueAt = (item: OutboxItem) => shanghaiMinute(item.dueAt)
  const doneAt = (item: OutboxItem) => (item.doneAt === null ? '' : shanghaiMinute(item.doneAt))
  const attempts = (item: OutboxItem) => String(item.attempts)
  const plain = (name: 'subject' | 'to' | 'lastError') => (item: OutboxItem) => item[name] ?? ''
  const column = (key: string, head: string, text: (item: OutboxItem) => string) => ({ key, head, text, cell: text })
  return [
    { ...column('kind', t(outboxWords.kind), kind), names: true },
    column('subject', t(outboxWords.subject), plain('subject')),
    column('to', t(outboxWords.to), plain('to')),
    {
      ...column('state', t(outboxWords.state), state),
      cell: (item: OutboxItem) => <Mark {...looks[item.state]}>{state(item)}</Mark>,
    },
    column('dueAt', t(outboxWords.dueAt), dueAt),
    column('doneAt', t(outboxWords.doneAt), doneAt),
    column('attempts', t(outboxWords.attempts), attempts),
    column('error', t(outboxWords.error), plain('lastError')),
  ]
}
