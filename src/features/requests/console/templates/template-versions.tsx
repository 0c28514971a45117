/** The agency's versions of one template: fetched, compared, put into force, taken back. */
import { Button, Modal } from 'antd'
import { useState } from 'react'
import { useAct, useRead } from '../../../../kit/console/api.tsx'
import { ActButton } from '../../../../kit/console/ask.tsx'
import { DiffView } from '../../../../kit/console/diff-view.tsx'
import { useTell } from '../../../../kit/console/language.tsx'
import { Mark } from '../../../../kit/console/mark.tsx'
import { useMe } from '../../../../kit/console/me.tsx'
import { Loaded } from '../../../../kit/console/states.tsx'
import { DataTable } from '../../../../kit/console/table.tsx'
import { words } from '../../../../kit/console/words.ts'
import { addressOf } from '../../../../kit/contract.ts'
import { shanghaiMinute } from '../../../../ui/day.ts'
import {
  approveTemplate,
  compareTemplate,
  type LetterTemplates,
  listTemplates,
  resetTemplate,
  templateFile,
} from '../../templates/contract.ts'
import { templateWords } from './words.ts'

type Version = LetterTemplates['versions'][number]

interface Props {
  readonly row: LetterTemplates
}

export function TemplateVersions({ row }: Props) {
  const t = useTell()
  const [compared, setCompared] = useState<number | null>(null)
  return (
    <>
      <DataTable<Version>
        caption={t(templateWords.versions)}
        rows={row.versions}
        rowKey={({ version }) => String(version)}
        columns={[
          {
            key: 'version',
            head: t(templateWords.version),
            names: true,
            cell: ({ version, name }) => `${t(templateWords.waits(version))} ${name}`,
          },
          { key: 'author', head: t(templateWords.author), cell: ({ author }) => author },
          { key: 'saved', head: t(templateWords.savedAt), cell: ({ savedAt }) => shanghaiMinute(savedAt) },
          { key: 'state', head: t(templateWords.state), cell: version => <State version={version} /> },
          {
            key: 'acts',
            head: t(words.actions),
            cell: version => <Acts row={row} version={version} compare={() => setCompared(version.version)} />,
          },
        ]}
      />
      {compared !== null && <Compared row={row} version={compared} close={() => setCompared(null)} />}
    </>
  )
}

function State({ version: { inForceAt } }: { readonly version: Version }) {
  const t = useTell()
  if (inForceAt === null) return t(templateWords.notInForce)
  return <Mark look="ok">{t(templateWords.inForce(shanghaiMinute(inForceAt)))}</Mark>
}

type ActsProps = Props & { readonly version: Version; readonly compare: () => void }

function Acts({ row, version, compare }: ActsProps) {
  const t = useTell()
  const { agencyId } = useMe()
  const { letter } = row
  const which = t(templateWords.waits(version.version))
  const params = { agencyId, letter, version: version.version }
  return (
    <span className="c-row">
      <a href={addressOf(templateFile, params)} download aria-label={`${t(templateWords.download)} ${which}`}>
        {t(templateWords.download)}
      </a>
      <Button size="small" onClick={compare} aria-label={`${t(templateWords.compare)} ${which}`}>
        {t(templateWords.compare)}
      </Button>
      {version.inForceAt === null ? <Approve row={row} version={version} /> : <Reset row={row} version={version} />}
    </span>
  )
}

type OfVersion = Omit<ActsProps, 'compare'>

function Approve({ row, version }: OfVersion) {
  const t = useTell()
  const { agencyId, accountId } = useMe()
  const back = useBack(row)
  // Nobody puts into force what they edited themselves.
  if (version.authorId === accountId) return null
  return (
    <ActButton
      contract={approveTemplate}
      small
      type="primary"
      label={t(templateWords.approve)}
      name={`${t(templateWords.approve)} ${t(templateWords.waits(version.version))}`}
      ask={{ title: templateWords.approveTitle, text: templateWords.approveText }}
      inputOf={() => ({ params: { agencyId, letter: row.letter, version: version.version } })}
      refresh={[listTemplates]}
      news={templateWords.approved}
      {...(back && { undo: back })}
    />
  )
}

function Reset({ row, version }: OfVersion) {
  const t = useTell()
  const { agencyId } = useMe()
  const back = useBack(row)
  return (
    <ActButton
      contract={resetTemplate}
      small
      label={t(templateWords.reset)}
      name={`${t(templateWords.reset)}，${t(templateWords.waits(version.version))}`}
      ask={{ title: templateWords.resetTitle, text: templateWords.resetText }}
      inputOf={() => ({ params: { agencyId, letter: row.letter } })}
      refresh={[listTemplates]}
      news={templateWords.resetDone}
      {...(back && { undo: back })}
    />
  )
}

/** The way back to what is in force now; none where that is one's own edit. */
function useBack({ letter, versions }: LetterTemplates): (() => void) | null {
  const { agencyId, accountId } = useMe()
  const approve = useAct(approveTemplate, { refresh: [listTemplates] })
  const reset = useAct(resetTemplate, { refresh: [listTemplates] })
  const now = versions.find(({ inForceAt }) => inForceAt !== null)
  if (!now) return () => reset.mutate({ params: { agencyId, letter } })
  if (now.authorId === accountId) return null
  return () => approve.mutate({ params: { agencyId, letter, version: now.version } })
}

interface ComparedProps extends Props {
  readonly version: number
  readonly close: () => void
}

function Compared({ row: { letter }, version, close }: ComparedProps) {
  const t = useTell()
  const { agencyId } = useMe()
  const query = useRead(compareTemplate, { params: { agencyId, letter, version } })
  return (
    <Modal
      open
      width={900}
      title={t(templateWords.compared(version))}
      footer={null}
      onCancel={close}
      closable={{ 'aria-label': t(words.close) }}
    >
      <Loaded query={query}>
        {({ standard, own }) => <DiffView older={standard} newer={own} same={t(templateWords.same)} />}
      </Loaded>
    </Modal>
  )
}
