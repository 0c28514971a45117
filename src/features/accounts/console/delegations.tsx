/** 外出委托: who acts for whom while away. */
import { useState } from 'react'
import { isAdministrator } from '../../../domain/people/roles.ts'
import { useCall, useRead } from '../../../kit/console/api.tsx'
import { ActButton } from '../../../kit/console/ask.tsx'
import { ChoiceField, TextField } from '../../../kit/console/fields.tsx'
import { ActForm } from '../../../kit/console/form.tsx'
import { useTell } from '../../../kit/console/language.tsx'
import { ListView } from '../../../kit/console/list.tsx'
import { useMay, useMe } from '../../../kit/console/me.tsx'
import { PageHead } from '../../../kit/console/states.tsx'
import { useToast } from '../../../kit/console/toast.tsx'
import { words } from '../../../kit/console/words.ts'
import { type Delegation, delegate, listDelegations, listPeople, revokeDelegation } from '../people-contract.ts'
import { isRole, roleLabel } from './role-words.ts'
import { RolesField } from './roles-field.tsx'
import { delegationWords, peopleWords } from './words.ts'

export function Delegations() {
  const t = useTell()
  const call = useCall()
  const may = useMay()
  const { agencyId, accountId } = useMe()
  return (
    <div className="c-page">
      <PageHead title={t(delegationWords.title)} lead={t(delegationWords.lead)} />
      <ListView<Delegation>
        id={[listDelegations.id, agencyId]}
        caption={t(delegationWords.title)}
        empty={t(delegationWords.empty)}
        load={() => call(listDelegations, { params: { agencyId } })}
        rowKey={({ id }) => id}
        columns={[
          ...columns(t),
          {
            key: 'acts',
            head: t(words.actions),
            cell: item =>
              item.endedOn === null && item.from.id === accountId ? (
                <Revoke agencyId={agencyId} item={item} />
              ) : (
                item.endedOn !== null && t(delegationWords.ended(item.endedOn))
              ),
          },
        ]}
      />
      {may(delegate) && <NewDelegation />}
    </div>
  )
}

function columns(t: ReturnType<typeof useTell>) {
  const rolesOf = ({ roles }: Delegation) => roles.map(role => t(roleLabel(role))).join('、')
  const days = ({ fromDate, untilDate }: Delegation) => `${fromDate} – ${untilDate}`
  const from = (item: Delegation) => item.from.name
  const to = (item: Delegation) => item.to.name
  return [
    { key: 'from', head: t(delegationWords.from), names: true, text: from, cell: from },
    { key: 'to', head: t(delegationWords.to), text: to, cell: to },
    { key: 'roles', head: t(peopleWords.roles), text: rolesOf, cell: rolesOf },
    { key: 'days', head: t(delegationWords.days), text: days, cell: days },
  ]
}

function Revoke({ agencyId, item }: { readonly agencyId: string; readonly item: Delegation }) {
  const t = useTell()
  return (
    <ActButton
      contract={revokeDelegation}
      small
      label={t(delegationWords.revoke)}
      name={`${t(delegationWords.revoke)} ${item.to.name}`}
      ask={{ title: delegationWords.revokeTitle, text: delegationWords.revokeText }}
      inputOf={() => ({ params: { agencyId, delegationId: item.id } })}
      refresh={[listDelegations]}
      news={delegationWords.revoked}
    />
  )
}

const most = 200

function NewDelegation() {
  const t = useTell()
  const toast = useToast()
  const { agencyId, accountId, roles } = useMe()
  const [round, setRound] = useState(0)
  const own = roles.filter(isRole).filter(role => !isAdministrator(role))
  const people = useRead(listPeople, { params: { agencyId }, query: { limit: most } })
  const others = (people.data?.items ?? []).filter(({ id, status }) => id !== accountId && status === 'active')
  if (own.length === 0) return <p className="note">{t(delegationWords.noRoles)}</p>
  return (
    <section aria-labelledby="new-delegation">
      <h2 id="new-delegation">{t(delegationWords.new)}</h2>
      <ActForm
        key={round}
        contract={delegate}
        draft="delegation-new"
        initial={{ toAccountId: undefined as string | undefined, roles: own as string[], fromDate: '', untilDate: '' }}
        inputOf={typed => ({
          params: { agencyId },
          body: { ...typed, toAccountId: typed.toAccountId ?? '' },
        })}
        submit={delegationWords.submit}
        refresh={[listDelegations]}
        done={() => {
          toast(t(delegationWords.done))
          setRound(round + 1)
        }}
      >
        <ChoiceField
          name="toAccountId"
          label={t(delegationWords.to)}
          choices={others.map(({ id, name }) => ({ value: id, label: name }))}
          required
        />
        <RolesField only={own} />
        <TextField name="fromDate" label={t(delegationWords.fromDate)} kind="date" required />
        <TextField name="untilDate" label={t(delegationWords.untilDate)} kind="date" required />
      </ActForm>
    </section>
  )
}
