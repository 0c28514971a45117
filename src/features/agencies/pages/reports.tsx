/** 政府信息公开年报: the list by year, and the reports as open data. */
import { yearlyDays } from '../../../law/deadlines.ts'
import { Icon } from '../../../ui/icon.tsx'
import { teller } from '../../../ui/messages.ts'
import { headOf } from '../portal/frame.ts'
import { checkPath } from '../portal/paths.ts'
import type { Page, Portal } from '../portal/portal.ts'
import { reportListTitle } from '../portal/titles.ts'
import { columns, shared } from '../portal/words.ts'
import type { PortalData, ReportHead } from '../portal-data.ts'
import { Day, Empty, PageTitle } from './parts.tsx'

const { department_report, government_report } = yearlyDays
const words = {
  none: {
    zh: `这里应当公布历年政府信息公开工作年度报告，本机关尚未发布。部门的报告每年${department_report.month}月${department_report.day}日前公布，本级政府的报告每年${government_report.month}月${government_report.day}日前公布。`,
    en: `Here belong the annual reports on disclosure work; none has been published yet. Departments publish by ${department_report.day} January, governments by ${government_report.day} March.`,
  },
  year: { zh: '年度', en: 'Year' },
  report: { zh: '报告', en: 'Report' },
  published: { zh: '发布日期', en: 'Published' },
  download: { zh: '下载', en: 'Download' },
  open: { zh: '开放数据', en: 'Open data' },
  openAbout: {
    zh: '历年报告的全部数据，可供程序读取和再利用：',
    en: 'All data of all reports, for programs and reuse:',
  },
}

export async function reports(portal: Portal, data: PortalData): Promise<Page> {
  const t = teller(portal.lang)
  const shown = await data.reports(portal.agency.id)
  const { name, about } = columns.reports
  return {
    head: headOf(portal, { title: t(name), description: t(about), column: 'reports', wide: true }),
    body: (
      <>
        <PageTitle title={t(name)} lead={t(about)} />
        {shown.length > 0 ? <Years portal={portal} reports={shown} /> : <Empty>{t(words.none)}</Empty>}
        {shown.length > 0 && <OpenData portal={portal} />}
        <p className="part">
          <a href={checkPath}>{t(shared.check)}</a>
          {portal.lang === 'zh' ? '：' : ': '}
          {t(shared.checkAbout)}
        </p>
      </>
    ),
  }
}

function Years({ portal, reports: shown }: { readonly portal: Portal; readonly reports: readonly ReportHead[] }) {
  const t = teller(portal.lang)
  const { paths } = portal
  return (
    <table className="sheet-table stacked years">
      <caption className="visually-hidden">{t(columns.reports.name)}</caption>
      <thead>
        <tr>
          <th scope="col">{t(words.year)}</th>
          <th scope="col">{t(words.report)}</th>
          <th scope="col">{t(words.published)}</th>
          <th scope="col">{t(words.download)}</th>
        </tr>
      </thead>
      <tbody>
        {shown.map(report => (
          <tr key={report.id}>
            <td className="year">{report.year}</td>
            <th scope="row" lang="zh-CN">
              <a href={paths.report(report.id)}>{reportListTitle(report)}</a>
            </th>
            <td>
              <Day at={report.publishedAt} />
            </td>
            <td className="formats">
              <Format href={paths.download(report.id, 'docx')} name="Word" year={report.year} />
              <Format href={paths.download(report.id, 'pdf')} name="PDF" year={report.year} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Format({ href, name, year }: { readonly href: string; readonly name: string; readonly year: number }) {
  return (
    <a href={href}>
      {name}
      <span className="visually-hidden">{` ${year}`}</span>
    </a>
  )
}

function OpenData({ portal: { paths, lang } }: { readonly portal: Portal }) {
  const t = teller(lang)
  return (
    <section className="part" aria-labelledby="open-title">
      <h2 id="open-title">{t(words.open)}</h2>
      <p>{t(words.openAbout)}</p>
      <p className="formats">
        <a href={paths.openJson}>
          <Icon name="download" /> JSON
        </a>
        <a href={paths.openCsv}>
          <Icon name="download" /> CSV
        </a>
      </p>
    </section>
  )
}
