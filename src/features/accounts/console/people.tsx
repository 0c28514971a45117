/** 人员: everyone of the agency. */
import { Link, useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { useCall } from '../../../kit/console/api.tsx'
import { useTell } from '../../../kit/console/language.tsx'
import { ListView } from '../../../kit/console/list.tsx'
import { type Look, Mark } from '../../../kit/console/mark.tsx'
import { useMay, useMe } from '../../../kit/console/me.tsx'
import { PageHead } from '../../../kit/console/states.tsx'
import { shanghaiMinute } from '../../../ui/day.ts'
import type { IconName } from '../../../ui/icon-paths.ts'
import { addPerson, importPeople, listPeople, type Person } from '../people-contract.ts'
import { roleChoices, roleLabel } from './role-words.ts'
import { peopleImportWords, peopleWords } from './words.ts'

export function People() {
  const t = useTell()
  const may = useMay()
  const call = useCall()
  const navigate = useNavigate()
  const { agencyId } = useMe()
  const add = (
    <>
      {may(importPeople) && (
        <Button onClick={() => void navigate({ to: '/people/import' })}>{t(peopleImportWords.open)}</Button>
      )}
      {may(addPerson) && (
        <Button type="primary" onClick={() => void navigate({ to: '/people/new' })}>
          {t(peopleWords.add)}
        </Button>
      )}
    </>
  )
  return (
    <div className="c-page">
      <PageHead title={t(peopleWords.title)} lead={t(peopleWords.lead)}>
        {add}
      </PageHead>
      <ListView<Person>
        id={[listPeople.id, agencyId]}
        caption={t(peopleWords.title)}
        file={t(peopleWords.title)}
        empty={t(peopleWords.empty)}
        first={add}
        filters={[
          { kind: 'search', name: 'q', label: t(peopleWords.search) },
          { kind: 'choice', name: 'role', label: t(peopleWords.role), choices: roleChoices(t) },
        ]}
        load={({ set, ...rest }) => call(listPeople, { params: { agencyId }, query: { ...set, ...rest } })}
        rowKey={({ id }) => id}
        columns={columns(t)}
      />
    </div>
  )
}

function columns(t: ReturnType<typeof useTell>) {
  const rolesOf = ({ roles }: Person) => roles.map(role => t(roleLabel(role))).join('、') || t(peopleWords.rolesNone)
  const seen = ({ lastSeenAt }: Person) => (lastSeenAt === null ? t(peopleWords.never) : shanghaiMinute(lastSeenAt))
  return [
    {
      key: 'name',
      head: t(peopleWords.name),
      names: true,
      text: ({ name }: Person) => name,
      cell: ({ id, name }: Person) => (
        <Link to="/people/$accountId" params={{ accountId: id }}>
          {name}
        </Link>
      ),
    },
    {
      key: 'login',
      head: t(peopleWords.login),
      text: ({ login }: Person) => login,
      cell: ({ login }: Person) => login,
    },
    { key: 'roles', head: t(peopleWords.roles), text: rolesOf, cell: rolesOf },
    {
      key: 'status',
      head: t(peopleWords.status),
      text: ({ status }: Person) => t(peopleWords.statuses[status]),
      cell: ({ status }: Person) => <StatusMark status={status} />,
    },
    { key: 'seen', head: t(peopleWords.lastSeen), text: seen, cell: seen },
  ]
}

const looks: Readonly<Record<Person['status'], { readonly look: Look; readonly icon: IconName }>> = {
  invited: { look: 'info', icon: 'waiting' },
  active: { look: 'ok', icon: 'ok' },
  locked: { look: 'warning', icon: 'warning' },
  deactivated: { look: 'info', icon: 'cancelled' },
}

export function StatusMark({ status }: Pick<Person, 'status'>) {
  const t = useTell()
  return <Mark {...looks[status]}>{t(peopleWords.statuses[status])}</Mark>
}
