/** Small parts that several pages share. */
import type { ReactNode } from 'react'
import type { Lang } from '../../../domain/kernel/lang.ts'
import { shanghaiDay } from '../../../ui/day.ts'
import { teller } from '../../../ui/messages.ts'
import type { Portal } from '../portal/portal.ts'
import { shared } from '../portal/words.ts'
import type { DocumentHead } from '../portal-data.ts'

interface TitleProps {
  readonly title: string
  readonly lead?: string
  readonly children?: ReactNode
}

export function PageTitle({ title, lead, children }: TitleProps) {
  return (
    <div className="page-head">
      <h1>{title}</h1>
      {lead && <p className="lead">{lead}</p>}
      {children}
    </div>
  )
}

/** What belongs on a page that has nothing yet. */
export function Empty({ children }: { readonly children: ReactNode }) {
  return <div className="nothing empty">{children}</div>
}

export function Day({ at }: { readonly at: string }) {
  const day = shanghaiDay(at)
  return (
    <time className="day" dateTime={day}>
      {day}
    </time>
  )
}

interface ListProps {
  readonly items: readonly { readonly href: string; readonly title: string; readonly publishedAt: string }[]
}

/** Titles with their days, as every list of the portal shows them. */
export function DatedList({ items }: ListProps) {
  return (
    <ul className="dated">
      {items.map(({ href, title, publishedAt }) => (
        <li key={href}>
          <a href={href} lang="zh-CN">
            {title}
          </a>
          <Day at={publishedAt} />
        </li>
      ))}
    </ul>
  )
}

/** What `DatedList` shows of documents. */
export function dated({ paths }: Portal, documents: readonly DocumentHead[]) {
  return documents.map(d => ({ href: paths.document(d), title: d.title, publishedAt: d.publishedAt }))
}

interface FactsProps {
  readonly facts: readonly { readonly label: string; readonly value: ReactNode }[]
}

/** Names and what they are; those without a value are left out. */
export function Facts({ facts }: FactsProps) {
  return (
    <dl className="facts">
      {facts.map(
        ({ label, value }) =>
          value && (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ),
      )}
    </dl>
  )
}

interface StampProps {
  readonly document: DocumentHead
  readonly source: string
  readonly lang: Lang
}

/** Version, day and source of a document. */
export function Stamp({ document, source, lang }: StampProps) {
  const t = teller(lang)
  return (
    <p className="stamp">
      <span>{t(shared.published(shanghaiDay(document.publishedAt)))}</span>
      <span>{t(shared.version(document.version))}</span>
      <span>{t(shared.source(source))}</span>
    </p>
  )
}
