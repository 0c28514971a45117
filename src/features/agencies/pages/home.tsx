/** The column's first page: its four statutory parts with what is newest in them, and how to ask for more. */
import type { ReactNode } from 'react'
import { type CatalogueColumn, catalogueColumns } from '../../../law/catalogue.ts'
import { deadlines } from '../../../law/deadlines.ts'
import { teller } from '../../../ui/messages.ts'
import { frameWords } from '../../../ui/portal/words.ts'
import { headOf } from '../portal/frame.ts'
import type { Page, Portal } from '../portal/portal.ts'
import { reportListTitle } from '../portal/titles.ts'
import { type ColumnId, columns, shared } from '../portal/words.ts'
import type { DocumentHead, PortalData, ReportHead } from '../portal-data.ts'
import { DatedList, dated, Facts } from './parts.tsx'

const words = {
  noGuide: {
    zh: '本机关尚未发布指南。指南应当写明信息的分类、获取方式和工作机构的联系方式。',
    en: 'No guide has been published yet. It tells how information is arranged and obtained, and how to reach the office.',
  },
  noRules: {
    zh: '本机关尚未发布制度。点进去可以看到一般应当有哪些制度。',
    en: 'No rules have been published yet. See inside which ones are usually needed.',
  },
  noReports: {
    zh: '本机关尚未在这里发布年度报告。部门的报告每年1月31日前公布。',
    en: 'No annual report has been published here yet. Departments publish theirs by 31 January.',
  },
  applyLead: {
    zh: `公民、法人和其他组织都可以申请，不需要说明用途，一般不收费；收到申请后 ${deadlines.answer.length} 个工作日内答复。`,
    en: `Anyone may ask, as a rule free of charge, without giving a purpose; the answer comes within ${deadlines.answer.length} working days.`,
  },
  how: { zh: '怎样申请', en: 'How to apply' },
  office: { zh: '工作机构', en: 'Office' },
  telephone: { zh: '联系电话', en: 'Telephone' },
  address: { zh: '办公地址', en: 'Address' },
  hours: { zh: '办公时间', en: 'Hours' },
  more: { zh: '其他页面', en: 'Other pages' },
}

const shownMost = 5

export async function home(portal: Portal, data: PortalData): Promise<Page> {
  const { agency, lang } = portal
  const [documents, reports] = await Promise.all([data.documents(agency.id), data.reports(agency.id)])
  return {
    head: {
      ...headOf(portal, { title: agency.name, description: `${agency.name}${teller(lang)(frameWords.column)}` }),
      crumbs: [],
      wide: true,
    },
    body: <Home portal={portal} documents={documents} reports={reports} />,
  }
}

interface Props {
  readonly portal: Portal
  readonly documents: readonly DocumentHead[]
  readonly reports: readonly ReportHead[]
}

function Home({ portal, documents, reports }: Props) {
  const t = teller(portal.lang)
  const of = (kind: DocumentHead['kind']) => documents.filter(d => d.kind === kind)
  const guides = of('guide')
  const rules = of('rule')
  const pages = of('page')
  return (
    <>
      <div className="page-head">
        <h1>{t(frameWords.column)}</h1>
      </div>
      <ApplyPanel portal={portal} />
      <div className="home-parts">
        <Part portal={portal} id="guide">
          {guides.length > 0 ? <DatedList items={dated(portal, guides)} /> : <p>{t(words.noGuide)}</p>}
        </Part>
        <Part portal={portal} id="rules">
          {rules.length > 0 ? (
            <DatedList items={dated(portal, rules.slice(0, shownMost))} />
          ) : (
            <p>{t(words.noRules)}</p>
          )}
          {rules.length > shownMost && <More href={portal.paths.rules} text={t(shared.all(rules.length))} />}
        </Part>
        <Part portal={portal} id="catalogue">
          <ul className="inline-list">
            {Object.entries<CatalogueColumn>(catalogueColumns).map(([id, { label }]) => (
              <li key={id}>
                <a href={portal.paths.column(id)}>{t(label)}</a>
              </li>
            ))}
          </ul>
        </Part>
        <Part portal={portal} id="reports">
          <Reports portal={portal} reports={reports} none={t(words.noReports)} />
        </Part>
      </div>
      {pages.length > 0 && (
        <section className="part" aria-labelledby="more-title">
          <h2 id="more-title">{t(words.more)}</h2>
          <DatedList items={dated(portal, pages)} />
        </section>
      )}
    </>
  )
}

function Reports({ portal, reports, none }: Omit<Props, 'documents'> & { readonly none: string }) {
  if (reports.length === 0) return <p>{none}</p>
  const items = reports.slice(0, shownMost).map(r => ({
    href: portal.paths.report(r.id),
    title: reportListTitle(r),
    publishedAt: r.publishedAt,
  }))
  const more = reports.length > shownMost
  return (
    <>
      <DatedList items={items} />
      {more && <More href={portal.paths.reports} text={teller(portal.lang)(shared.all(reports.length))} />}
    </>
  )
}

interface PartProps {
  readonly portal: Portal
  readonly id: ColumnId
  readonly children: ReactNode
}

function Part({ portal, id, children }: PartProps) {
  return (
    <section className="home-part" aria-labelledby={`part-${id}`}>
      <h2 id={`part-${id}`}>
        <a href={portal.paths[id]}>{teller(portal.lang)(columns[id].name)}</a>
      </h2>
      {children}
    </section>
  )
}

function More({ href, text }: { readonly href: string; readonly text: string }) {
  return (
    <p className="more">
      <a href={href}>{text}</a>
    </p>
  )
}

function ApplyPanel({ portal: { agency, paths, lang } }: { readonly portal: Portal }) {
  const t = teller(lang)
  const { name, telephone, address, hours } = agency.office
  return (
    <section className="apply-panel" aria-labelledby="apply-title">
      <div>
        <h2 id="apply-title">{t(columns.apply.name)}</h2>
        <p>{t(words.applyLead)}</p>
        <p className="apply-acts">
          <a href={paths.apply}>{t(words.how)}</a>
          <a href={paths.contact}>{t(shared.contact)}</a>
        </p>
      </div>
      <Facts
        facts={[
          { label: t(words.office), value: name },
          { label: t(words.telephone), value: telephone },
          { label: t(words.address), value: address },
          { label: t(words.hours), value: hours },
        ]}
      />
    </section>
  )
}
