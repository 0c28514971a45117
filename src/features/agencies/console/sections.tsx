/** 科室: the sections of the agency, in their order. */
import { Button, Modal } from 'antd'
import { useState } from 'react'
import { useAct, useRead } from '../../../kit/console/api.tsx'
import { ActButton } from '../../../kit/console/ask.tsx'
import { TextField } from '../../../kit/console/fields.tsx'
import { ActForm } from '../../../kit/console/form.tsx'
import { useTell } from '../../../kit/console/language.tsx'
import { Mark } from '../../../kit/console/mark.tsx'
import { useMay, useMe } from '../../../kit/console/me.tsx'
import { Empty, Loaded, PageHead, Trouble } from '../../../kit/console/states.tsx'
import { DataTable } from '../../../kit/console/table.tsx'
import { useToast } from '../../../kit/console/toast.tsx'
import { words } from '../../../kit/console/words.ts'
import { Icon } from '../../../ui/icon.tsx'
import { addSection, changeSection, listSections, type Section } from '../contract.ts'
import { agencyWords, sectionWords } from './words.ts'

export function Sections() {
  const t = useTell()
  const may = useMay()
  const { agencyId } = useMe()
  const query = useRead(listSections, { params: { agencyId } })
  return (
    <div className="c-page">
      <PageHead title={t(sectionWords.title)} lead={t(sectionWords.lead)} />
      <Loaded query={query}>
        {({ items }) => (items.length === 0 ? <Empty says={t(sectionWords.empty)} /> : <Table items={items} />)}
      </Loaded>
      {may(addSection) && <Add />}
    </div>
  )
}

function Table({ items }: { readonly items: readonly Section[] }) {
  const t = useTell()
  const may = useMay()
  const rows = [...items].sort((a, b) => a.position - b.position)
  const columns = [
    { key: 'name', head: t(sectionWords.name), names: true, cell: ({ name }: Section) => name },
    {
      key: 'status',
      head: t(agencyWords.status),
      cell: ({ status }: Section) => (
        <Mark look={status === 'open' ? 'ok' : 'info'} icon={status === 'open' ? 'ok' : 'cancelled'}>
          {t(status === 'open' ? agencyWords.open : sectionWords.isClosed)}
        </Mark>
      ),
    },
  ]
  const acts = { key: 'acts', head: t(words.actions), cell: (row: Section) => <RowActs section={row} rows={rows} /> }
  return (
    <DataTable<Section>
      caption={t(sectionWords.title)}
      rows={rows}
      rowKey={({ id }) => id}
      columns={may(changeSection) ? [...columns, acts] : columns}
    />
  )
}

interface RowProps {
  readonly section: Section
  readonly rows: readonly Section[]
}

function RowActs({ section, rows }: RowProps) {
  const t = useTell()
  const { agencyId } = useMe()
  const [renaming, setRenaming] = useState(false)
  const at = rows.findIndex(({ id }) => id === section.id)
  const params = { agencyId, sectionId: section.id }
  const change = useAct(changeSection, { refresh: [listSections] })
  const open = section.status === 'open'
  const status = open ? ('closed' as const) : ('open' as const)
  return (
    <div className="c-row-acts">
      <Move section={section} other={rows[at - 1]} up />
      <Move section={section} other={rows[at + 1]} />
      <Button size="small" onClick={() => setRenaming(true)} aria-label={`${t(sectionWords.rename)} ${section.name}`}>
        {t(sectionWords.rename)}
      </Button>
      <ActButton
        key={section.status}
        contract={changeSection}
        small
        label={t(open ? sectionWords.close : sectionWords.reopen)}
        name={`${t(open ? sectionWords.close : sectionWords.reopen)} ${section.name}`}
        inputOf={() => ({ params, body: { status } })}
        refresh={[listSections]}
        news={open ? sectionWords.closed : sectionWords.reopened}
        undo={() => change.mutate({ params, body: { status: section.status } })}
      />
      <Rename section={section} open={renaming} close={() => setRenaming(false)} />
      {change.error && <Trouble error={change.error} />}
    </div>
  )
}

interface MoveProps {
  readonly section: Section
  readonly other: Section | undefined
  readonly up?: boolean
}

/** Changes places with a neighbour. */
function Move({ section, other, up = false }: MoveProps) {
  const t = useTell()
  const { agencyId } = useMe()
  const change = useAct(changeSection, { refresh: [listSections] })
  const place = ({ id }: Section, position: number) =>
    change.mutateAsync({ params: { agencyId, sectionId: id }, body: { position } })
  const swap = async () => {
    if (!other) return
    await place(section, other.position)
    await place(other, section.position)
  }
  const label = t(up ? sectionWords.up : sectionWords.down)
  return (
    <>
      <Button
        size="small"
        disabled={!other}
        loading={change.isPending}
        aria-label={`${label} ${section.name}`}
        title={label}
        // What goes wrong stands beneath, from the state of the act.
        onClick={() => swap().catch(() => undefined)}
        icon={<Icon name={up ? 'up' : 'down'} />}
      />
      {change.error && <Trouble error={change.error} />}
    </>
  )
}

function Rename({
  section,
  open,
  close,
}: Pick<RowProps, 'section'> & { readonly open: boolean; readonly close: () => void }) {
  const t = useTell()
  const { agencyId } = useMe()
  return (
    <Modal
      open={open}
      title={t(sectionWords.renameTitle)}
      footer={null}
      onCancel={close}
      destroyOnHidden
      closable={{ 'aria-label': t(words.close) }}
    >
      <ActForm
        contract={changeSection}
        initial={{ name: section.name }}
        inputOf={({ name }) => ({ params: { agencyId, sectionId: section.id }, body: { name } })}
        refresh={[listSections]}
        done={close}
        beside={<Button onClick={close}>{t(words.cancel)}</Button>}
      >
        <TextField name="name" label={t(sectionWords.name)} most={60} required />
      </ActForm>
    </Modal>
  )
}

function Add() {
  const t = useTell()
  const toast = useToast()
  const { agencyId } = useMe()
  const [round, setRound] = useState(0)
  return (
    <section aria-labelledby="new-section">
      <h2 id="new-section">{t(sectionWords.add)}</h2>
      <ActForm
        key={round}
        contract={addSection}
        draft="section-new"
        initial={{ name: '' }}
        inputOf={({ name }) => ({ params: { agencyId }, body: { name } })}
        submit={sectionWords.add}
        refresh={[listSections]}
        done={() => {
          toast(t(sectionWords.added))
          setRound(round + 1)
        }}
      >
        <TextField name="name" label={t(sectionWords.name)} most={60} required />
      </ActForm>
    </section>
  )
}
