/** 年度报告: the reports kept, and reading another. */
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useAct, useCall } from '../../../kit/console/api.tsx'
import { base64Of, FilePicker } from '../../../kit/console/file.tsx'
import { useLang, useTell } from '../../../kit/console/language.tsx'
import { ListView } from '../../../kit/console/list.tsx'
import { Mark } from '../../../kit/console/mark.tsx'
import { useMay, useMe } from '../../../kit/console/me.tsx'
import { PageHead, Trouble } from '../../../kit/console/states.tsx'
import { useToast } from '../../../kit/console/toast.tsx'
import { shanghaiMinute } from '../../../ui/day.ts'
import { Badges } from '../../../ui/report/badges.tsx'
import { keepReport, listReports, type StoredReport } from '../contract.ts'
import { keptWords } from './words.ts'

export function KeptReports() {
  const t = useTell()
  const lang = useLang()
  const call = useCall()
  const may = useMay()
  const { agencyId } = useMe()
  const wholeYear = /^\d{4}$/
  return (
    <div className="c-page">
      <PageHead title={t(keptWords.title)} lead={t(keptWords.lead)} />
      {may(keepReport) && <Keep />}
      <ListView<StoredReport>
        id={[listReports.id, agencyId]}
        caption={t(keptWords.title)}
        file={t(keptWords.title)}
        empty={t(keptWords.empty)}
        filters={[
          { kind: 'search', name: 'q', label: t(keptWords.search) },
          { kind: 'search', name: 'year', label: t(keptWords.year) },
        ]}
        load={({ set: { year, ...set }, ...rest }) =>
          call(listReports, {
            params: { agencyId },
            query: { ...set, ...rest, ...(year && wholeYear.test(year) ? { year } : {}) },
          })
        }
        rowKey={({ id }) => id}
        columns={columns(t, lang)}
      />
    </div>
  )
}

function columns(t: ReturnType<typeof useTell>, lang: ReturnType<typeof useLang>) {
  const year = (report: StoredReport) => t(keptWords.nth(report.year))
  const edition = (report: StoredReport) => t(keptWords.editionOf(report.edition))
  const saved = ({ savedAt }: StoredReport) => shanghaiMinute(savedAt)
  const state = ({ publishedAt }: StoredReport) => t(publishedAt === null ? keptWords.hidden : keptWords.published)
  return [
    {
      key: 'reporter',
      head: t(keptWords.reporter),
      names: true,
      text: ({ reporter }: StoredReport) => reporter,
      cell: ({ id, reporter }: StoredReport) => (
        <Link to="/reports/$reportId" params={{ reportId: id }}>
          {reporter}
        </Link>
      ),
    },
    { key: 'year', head: t(keptWords.year), text: year, cell: year },
    { key: 'edition', head: t(keptWords.edition), text: edition, cell: edition },
    {
      key: 'findings',
      head: t(keptWords.findings),
      text: ({ errors, warnings }: StoredReport) => `${errors} / ${warnings}`,
      cell: ({ errors, warnings }: StoredReport) => (
        <Badges counts={{ error: errors, warning: warnings, info: 0 }} lang={lang} />
      ),
    },
    {
      key: 'state',
      head: t(keptWords.state),
      text: state,
      cell: (report: StoredReport) => <PublishedMark publishedAt={report.publishedAt} />,
    },
    { key: 'saved', head: t(keptWords.saved), text: saved, cell: saved },
  ]
}

export function PublishedMark({ publishedAt }: Pick<StoredReport, 'publishedAt'>) {
  const t = useTell()
  return publishedAt === null ? (
    <Mark look="info" icon="cancelled">
      {t(keptWords.hidden)}
    </Mark>
  ) : (
    <Mark look="ok">{t(keptWords.published)}</Mark>
  )
}

const mostBytes = 50_000_000
const readable = '.docx,.doc,.wps,.pdf,.html,.htm,.xlsx,.txt,.zip'

function Keep() {
  const t = useTell()
  const toast = useToast()
  const navigate = useNavigate()
  const { agencyId } = useMe()
  const [name, setName] = useState<string | null>(null)
  const [tooBig, setTooBig] = useState(false)
  const keep = useAct(keepReport, {
    refresh: [listReports],
    done: ({ id }) => {
      toast(t(keptWords.kept))
      void navigate({ to: '/reports/$reportId', params: { reportId: id } })
    },
  })
  const choose = async (file: File) => {
    setTooBig(file.size > mostBytes)
    setName(file.name)
    if (file.size > mostBytes) return
    keep.mutate({ params: { agencyId }, body: { file: await base64Of(file), name: file.name } })
  }
  const again = keep.variables
  return (
    <>
      <FilePicker label={t(keptWords.keep)} accept={readable} chosen={name} choose={choose} />
      {keep.isPending && <p role="status">{t(keptWords.keeping)}</p>}
      {tooBig && (
        <p className="c-wrong" role="alert">
          {t(keptWords.tooBig)}
        </p>
      )}
      {keep.error && <Trouble error={keep.error} retry={again && (() => keep.mutate(again))} />}
    </>
  )
}
