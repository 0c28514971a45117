/** 依申请公开: every request of the agency, by standing, narrowed and ordered in the address. */
import { useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { useCall } from '../../../../kit/console/api.tsx'
import { useTell } from '../../../../kit/console/language.tsx'
import { ListView } from '../../../../kit/console/list.tsx'
import { useSections } from '../../../../kit/console/lookups.tsx'
import { useMay } from '../../../../kit/console/me.tsx'
import { PageHead } from '../../../../kit/console/states.tsx'
import { useUrlState } from '../../../../kit/console/url-state.ts'
import { listRequests, registerRequest } from '../../contract/index.ts'
import { useAgency } from '../use-agency.ts'
import { listWords } from '../words/list-words.ts'
import { columns, type Listed } from './columns.tsx'
import { beside, filterSpecs, queryOf } from './filters.ts'
import { useRowKeys } from './row-keys.ts'
import { TableCell } from './table-cell.tsx'
import { Tabs } from './tabs.tsx'

export function RequestList() {
  const t = useTell()
  const call = useCall()
  const { agencyId, own } = useAgency()
  const sections = useSections()
  const [state] = useUrlState()
  const place = useRowKeys()
  const hidden = Object.fromEntries(beside.flatMap(name => (state[name] ? [[name, state[name]]] : [])))
  const { after: _, sort: __, ...from } = state
  return (
    <div className="c-page c-page-wide" ref={place}>
      <PageHead title={t(listWords.title)} lead={t(own ? listWords.lead : listWords.supervised)}>
        {own && <Register />}
      </PageHead>
      <Tabs />
      <TableCell state={state} />
      <ListView<Listed>
        id={[listRequests.id, agencyId, hidden]}
        caption={t(listWords.title)}
        file={t(listWords.title)}
        empty={t(listWords.empty)}
        first={<Register />}
        narrowed={Object.keys(hidden).length > 0}
        filters={filterSpecs(t, sections)}
        load={({ set, ...rest }) =>
          call(listRequests, { params: { agencyId }, query: { ...queryOf({ ...set, ...hidden }), ...rest } })
        }
        rowKey={({ id }) => id}
        columns={columns(t, from)}
      />
    </div>
  )
}

function Register() {
  const t = useTell()
  const may = useMay()
  const navigate = useNavigate()
  if (!may(registerRequest)) return null
  return (
    <Button type="primary" onClick={() => void navigate({ to: '/requests/new' })}>
      {t(listWords.register)}
    </Button>
  )
}
