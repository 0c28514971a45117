/** Where one is signed in. */
import { useRead } from '../../../kit/console/api.tsx'
import { AllowedButton } from '../../../kit/console/ask.tsx'
import { useTell } from '../../../kit/console/language.tsx'
import { Loaded } from '../../../kit/console/states.tsx'
import { DataTable } from '../../../kit/console/table.tsx'
import { words } from '../../../kit/console/words.ts'
import { shanghaiMinute } from '../../../ui/day.ts'
import { listSessions, revokeSession, type SessionItem } from '../contract.ts'
import { meWords } from './words.ts'

export function Sessions() {
  const t = useTell()
  const query = useRead(listSessions, {})
  return (
    <section aria-labelledby="my-sessions">
      <h2 id="my-sessions">{t(meWords.sessions)}</h2>
      <p className="note">{t(meWords.sessionsLead)}</p>
      <Loaded query={query}>
        {({ items }) => (
          <DataTable<SessionItem>
            caption={t(meWords.sessions)}
            rows={items}
            rowKey={({ id }) => id}
            columns={[
              { key: 'agent', head: t(meWords.agent), names: true, cell: ({ agent }) => agent },
              {
                key: 'address',
                head: t(meWords.address),
                cell: ({ address }) => <span className="c-whole">{address}</span>,
              },
              { key: 'since', head: t(meWords.since), cell: ({ createdAt }) => shanghaiMinute(createdAt) },
              { key: 'seen', head: t(meWords.seen), cell: ({ lastSeenAt }) => shanghaiMinute(lastSeenAt) },
              { key: 'acts', head: t(words.actions), cell: item => <End item={item} /> },
            ]}
          />
        )}
      </Loaded>
    </section>
  )
}

function End({ item }: { readonly item: SessionItem }) {
  const t = useTell()
  if (item.here) return t(meWords.here)
  return (
    <AllowedButton
      contract={revokeSession}
      small
      label={t(meWords.end)}
      name={`${t(meWords.end)} ${item.agent}`}
      inputOf={() => ({ params: { sessionId: item.id } })}
      refresh={[listSessions]}
      news={meWords.ended}
    />
  )
}
