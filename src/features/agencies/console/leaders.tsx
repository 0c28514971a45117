/** 领导小组: the leading group, set as a whole. */
import { Button, Form } from 'antd'
import { useRead } from '../../../kit/console/api.tsx'
import { orNull, TextField } from '../../../kit/console/fields.tsx'
import { ActForm } from '../../../kit/console/form.tsx'
import { useTell } from '../../../kit/console/language.tsx'
import { useMay, useMe } from '../../../kit/console/me.tsx'
import { Loaded, PageHead } from '../../../kit/console/states.tsx'
import { DataTable } from '../../../kit/console/table.tsx'
import { useToast } from '../../../kit/console/toast.tsx'
import { words } from '../../../kit/console/words.ts'
import { getLeaders, type Leader, setLeaders } from '../contract.ts'
import { leaderWords } from './words.ts'

export function Leaders() {
  const t = useTell()
  const may = useMay()
  const { agencyId } = useMe()
  const query = useRead(getLeaders, { params: { agencyId } })
  return (
    <div className="c-page">
      <PageHead title={t(leaderWords.title)} lead={t(leaderWords.lead)} />
      <Loaded query={query}>
        {({ items }) => (may(setLeaders) ? <Change items={items} /> : <Table items={items} />)}
      </Loaded>
    </div>
  )
}

function Table({ items }: { readonly items: readonly Leader[] }) {
  const t = useTell()
  const days = ({ fromDate, untilDate }: Leader) => `${fromDate ?? ''} – ${untilDate ?? ''}`
  return (
    <DataTable<Leader>
      caption={t(leaderWords.title)}
      rows={items}
      rowKey={({ name, duty }) => `${name} ${duty}`}
      columns={[
        { key: 'name', head: t(leaderWords.name), names: true, cell: ({ name }) => name },
        { key: 'post', head: t(leaderWords.post), cell: ({ post }) => post },
        { key: 'duty', head: t(leaderWords.duty), cell: ({ duty }) => duty },
        { key: 'days', head: t(leaderWords.from), cell: days },
      ]}
    />
  )
}

const blank = { name: '', post: '', duty: '', fromDate: '', untilDate: '' }
type Typed = typeof blank

const typedOf = ({ fromDate, untilDate, ...rest }: Leader): Typed => ({
  ...rest,
  fromDate: fromDate ?? '',
  untilDate: untilDate ?? '',
})
const leaderOf = ({ fromDate, untilDate, ...rest }: Typed): Leader => ({
  ...rest,
  fromDate: orNull(fromDate),
  untilDate: orNull(untilDate),
})

function Change({ items }: { readonly items: readonly Leader[] }) {
  const t = useTell()
  const toast = useToast()
  const { agencyId } = useMe()
  return (
    <ActForm
      contract={setLeaders}
      draft="leaders"
      initial={{ items: items.map(typedOf) }}
      inputOf={typed => ({ params: { agencyId }, body: { items: typed.items.map(leaderOf) } })}
      refresh={[getLeaders]}
      done={() => toast(t(words.saved))}
    >
      <Form.List name="items">
        {(rows, { add, remove }) => (
          <>
            {rows.map(({ key, name }) => (
              <OneLeader key={key} n={name} remove={() => remove(name)} />
            ))}
            <Button onClick={() => add(blank)}>{t(leaderWords.add)}</Button>
          </>
        )}
      </Form.List>
    </ActForm>
  )
}

function OneLeader({ n, remove }: { readonly n: number; readonly remove: () => void }) {
  const t = useTell()
  const nth = t(leaderWords.nth(n + 1))
  return (
    <fieldset className="c-leader">
      <legend>{nth}</legend>
      <div className="c-fields">
        <TextField name={[n, 'name']} label={t(leaderWords.name)} most={60} required />
        <TextField name={[n, 'post']} label={t(leaderWords.post)} most={60} required />
        <TextField name={[n, 'duty']} label={t(leaderWords.duty)} most={100} required />
        <TextField name={[n, 'fromDate']} label={t(leaderWords.from)} kind="date" />
        <TextField name={[n, 'untilDate']} label={t(leaderWords.until)} kind="date" />
      </div>
      <Button size="small" onClick={remove} aria-label={`${t(leaderWords.remove)} ${nth}`}>
        {t(leaderWords.remove)}
      </Button>
    </fieldset>
  )
}
