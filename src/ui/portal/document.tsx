/** A whole page of a portal as an HTML document: no script, nothing from elsewhere. */
import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { languageTag, shell, teller } from '../messages.ts'
import { Footer } from './footer.tsx'
import type { Link, PageHead, PortalFrame } from './frame.ts'
import { Head } from './head.tsx'
import { Header } from './header.tsx'
import { frameWords } from './words.ts'

interface Props {
  readonly frame: PortalFrame
  readonly head: PageHead
  readonly children: ReactNode
}

/** The document as text. Everything in it that came from outside is escaped by React. */
export function renderPortal(frame: PortalFrame, head: PageHead, children: ReactNode): string {
  return `<!doctype html>${renderToStaticMarkup(
    <Document frame={frame} head={head}>
      {children}
    </Document>,
  )}`
}

function Document({ frame, head, children }: Props) {
  const t = teller(frame.lang)
  return (
    <html lang={languageTag(frame.lang)} className={`portal mode-${frame.mode}`}>
      <Head frame={frame} head={head} />
      <body>
        <a className="skip" href="#main">
          {t(shell.skip)}
        </a>
        <Header frame={frame} sought={head.sought ?? ''} />
        <div className={frame.entries.length > 0 ? 'portal-body' : 'portal-body portal-body-plain'}>
          <Entries frame={frame} current={head.column?.id ?? null} />
          <div className="portal-content">
            <Crumbs crumbs={head.crumbs} here={head.title} label={t(frameWords.crumbs)} />
            <main id="main" className={head.wide ? 'portal-main portal-main-wide' : 'portal-main'} tabIndex={-1}>
              {children}
            </main>
          </div>
        </div>
        <Footer frame={frame} />
      </body>
    </html>
  )
}

/** The five entries of the column: at the left, on phones on top. */
function Entries({ frame, current }: { readonly frame: PortalFrame; readonly current: string | null }) {
  if (frame.entries.length === 0) return null
  const t = teller(frame.lang)
  return (
    <nav className="entries" aria-label={t(frameWords.entries)}>
      <ul>
        {frame.entries.map(({ id, href, label }) => (
          <li key={id}>
            <a href={href} aria-current={id === current ? 'true' : undefined}>
              {label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

interface CrumbsProps {
  readonly crumbs: readonly Link[]
  readonly here: string
  readonly label: string
}

function Crumbs({ crumbs, here, label }: CrumbsProps) {
  if (crumbs.length === 0) return null
  return (
    <nav className="portal-crumbs" aria-label={label}>
      <ol>
        {crumbs.map(({ href, label: name }) => (
          <li key={href}>
            <a href={href}>{name}</a>
          </li>
        ))}
        <li aria-current="page">{here}</li>
      </ol>
    </nav>
  )
}
