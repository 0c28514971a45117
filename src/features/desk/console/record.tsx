/** 审计记录: everything done, and the proof that nothing was changed after. */
import { Button, Modal } from 'antd'
import { useState } from 'react'
import { useAct, useCall } from '../../../kit/console/api.tsx'
import { useTell } from '../../../kit/console/language.tsx'
import { ListView } from '../../../kit/console/list.tsx'
import { useMay, useMe } from '../../../kit/console/me.tsx'
import { PageHead, Trouble } from '../../../kit/console/states.tsx'
import { words } from '../../../kit/console/words.ts'
import { endOf, startOf } from '../../../kit/days.ts'
import { shanghaiMinute } from '../../../ui/day.ts'
import { Icon } from '../../../ui/icon.tsx'
import { type EventItem, listEvents, verifyEvents } from '../contract.ts'
import { recordWords } from './words.ts'

export function RecordViewer() {
  const t = useTell()
  const call = useCall()
  const may = useMay()
  const { agencyId } = useMe()
  const [shown, setShown] = useState<EventItem | null>(null)
  return (
    <div className="c-page">
      <PageHead title={t(recordWords.title)} lead={t(recordWords.lead)} />
      {may(verifyEvents) && <Verify />}
      <ListView<EventItem>
        id={[listEvents.id, agencyId]}
        caption={t(recordWords.title)}
        file={t(recordWords.title)}
        empty={t(recordWords.empty)}
        filters={[
          { kind: 'search', name: 'actor', label: t(recordWords.actor) },
          { kind: 'search', name: 'kind', label: t(recordWords.kind) },
          { kind: 'search', name: 'subject', label: t(recordWords.subject) },
          { kind: 'day', name: 'from', label: t(recordWords.from) },
          { kind: 'day', name: 'until', label: t(recordWords.until) },
        ]}
        load={({ set: { from, until, ...set }, ...rest }) =>
          call(listEvents, {
            params: { agencyId },
            query: {
              ...set,
              ...rest,
              ...(from ? { from: startOf(from) } : {}),
              ...(until ? { until: endOf(until) } : {}),
            },
          })
        }
        rowKey={({ id }) => id}
        columns={[
          ...columns(t),
          { key: 'acts', head: t(words.actions), cell: item => <Open item={item} open={setShown} /> },
        ]}
      />
      {shown && <Details item={shown} close={() => setShown(null)} />}
    </div>
  )
}

function columns(t: ReturnType<typeof useTell>) {
  const seq = (item: EventItem) => String(item.seq)
  const at = (item: EventItem) => shanghaiMinute(item.at)
  const actor = (item: EventItem) => t(item.actor.name)
  const kind = ({ kindLabel }: EventItem) => t(kindLabel)
  const subject = (item: EventItem) => t(item.subjectLabel)
  return [
    { key: 'seq', head: t(recordWords.seq), names: true, text: seq, cell: seq },
    { key: 'at', head: t(recordWords.at), text: at, cell: at },
    { key: 'actor', head: t(recordWords.actor), text: actor, cell: actor },
    { key: 'kind', head: t(recordWords.kind), text: kind, cell: kind },
    { key: 'subject', head: t(recordWords.subject), text: subject, cell: subject },
  ]
}

function Open({ item, open }: { readonly item: EventItem; readonly open: (item: EventItem) => void }) {
  const t = useTell()
  return (
    <Button size="small" onClick={() => open(item)} aria-label={t(recordWords.detailsOf(item.seq))}>
      {t(recordWords.details)}
    </Button>
  )
}

function Details({ item, close }: { readonly item: EventItem; readonly close: () => void }) {
  const t = useTell()
  return (
    <Modal
      open
      title={t(recordWords.detailsOf(item.seq))}
      footer={null}
      onCancel={close}
      closable={{ 'aria-label': t(words.close) }}
    >
      <dl className="c-sheet">
        {[
          [t(recordWords.at), shanghaiMinute(item.at)],
          [t(recordWords.actor), t(item.actor.name)],
          [t(recordWords.kind), `${t(item.kindLabel)} (${item.kind})`],
          [t(recordWords.subject), `${t(item.subjectLabel)} (${item.subject})`],
          [t(recordWords.hash), item.hash],
        ].map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <pre className="c-data">{JSON.stringify(item.data, null, 2)}</pre>
    </Modal>
  )
}

function Verify() {
  const t = useTell()
  const { agencyId } = useMe()
  const verify = useAct(verifyEvents)
  const { data } = verify
  return (
    <div className="c-row">
      <Button loading={verify.isPending} onClick={() => verify.mutate({ params: { agencyId } })}>
        {t(verify.isPending ? recordWords.verifying : recordWords.verify)}
      </Button>
      {data?.intact && (
        <p role="status" className="c-ok">
          <Icon name="ok" /> {t(recordWords.intact(data.count))}
        </p>
      )}
      {data?.broken && (
        <div className="c-trouble" role="alert">
          <p className="c-trouble-says">
            <Icon name="error" /> {t(recordWords.broken(data.broken.seq))}
            {t(data.broken.says)}
          </p>
          <p>{t(recordWords.brokenMend)}</p>
        </div>
      )}
      {verify.error && <Trouble error={verify.error} />}
    </div>
  )
}
