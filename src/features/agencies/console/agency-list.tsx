/** 机关名录: the agencies of this installation. */
import { Link, useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { useCall } from '../../../kit/console/api.tsx'
import { useTell } from '../../../kit/console/language.tsx'
import { ListView } from '../../../kit/console/list.tsx'
import { Mark } from '../../../kit/console/mark.tsx'
import { useMay } from '../../../kit/console/me.tsx'
import { PageHead } from '../../../kit/console/states.tsx'
import { type Agency, addAgency, importAgencies, listAgencies } from '../contract.ts'
import { agencyWords } from './words.ts'

export function AgencyList() {
  const t = useTell()
  const call = useCall()
  const may = useMay()
  const navigate = useNavigate()
  const acts = (
    <>
      {may(importAgencies) && (
        <Button onClick={() => void navigate({ to: '/agencies/import' })}>{t(agencyWords.import)}</Button>
      )}
      {may(addAgency) && (
        <Button type="primary" onClick={() => void navigate({ to: '/agencies/new' })}>
          {t(agencyWords.add)}
        </Button>
      )}
    </>
  )
  return (
    <div className="c-page">
      <PageHead title={t(agencyWords.listTitle)} lead={t(agencyWords.listLead)}>
        {acts}
      </PageHead>
      <ListView<Agency>
        id={[listAgencies.id]}
        caption={t(agencyWords.listTitle)}
        file={t(agencyWords.listTitle)}
        empty={t(agencyWords.listEmpty)}
        first={acts}
        filters={[
          { kind: 'search', name: 'q', label: t(agencyWords.search) },
          { kind: 'search', name: 'regionCode', label: t(agencyWords.regionCode) },
        ]}
        load={({ set, ...rest }) => call(listAgencies, { query: { ...set, ...rest } })}
        rowKey={({ id }) => id}
        columns={columns(t)}
      />
    </div>
  )
}

function columns(t: ReturnType<typeof useTell>) {
  const kind = (agency: Agency) => t(agencyWords.kinds[agency.kind])
  const state = ({ status }: Agency) => t(agencyWords[status])
  const region = ({ regionCode }: Agency) => regionCode
  const telephone = ({ office }: Agency) => office.telephone
  return [
    {
      key: 'name',
      head: t(agencyWords.name),
      names: true,
      text: ({ name }: Agency) => name,
      cell: ({ id, name }: Agency) => (
        <Link to="/agencies/$agencyId" params={{ agencyId: id }}>
          {name}
        </Link>
      ),
    },
    { key: 'kind', head: t(agencyWords.kind), text: kind, cell: kind },
    { key: 'region', head: t(agencyWords.regionCode), text: region, cell: region },
    { key: 'telephone', head: t(agencyWords.telephone), text: telephone, cell: telephone },
    {
      key: 'status',
      head: t(agencyWords.status),
      text: state,
      cell: (agency: Agency) =>
        agency.status === 'open' ? (
          <Mark look="ok">{state(agency)}</Mark>
        ) : (
          <Mark look="info" icon="cancelled">
            {state(agency)}
          </Mark>
        ),
    },
  ]
}
