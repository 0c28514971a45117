/** The frame of every page: head, quiet header, main, footer. Renders to a whole HTML document. */
import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import type { Lang, Said } from '../domain/kernel/lang.ts'
import { inLanguage } from './language.ts'
import { favicon, Seal } from './mark.tsx'
import { languages, languageTag, shell, teller } from './messages.ts'

export interface Frame {
  readonly lang: Lang
  /** Path and query of this page, so that the language switch stays on it. */
  readonly here: string
  readonly assets: { readonly style: string; readonly script: string }
  /** The parts of the site, for the header. */
  readonly nav: readonly { readonly href: string; readonly label: Said; readonly under: string }[]
}

export interface PageProps {
  readonly frame: Frame
  readonly title: string
  readonly wide?: boolean
  readonly children: ReactNode
}

/** The document as text. Everything in it that came from outside is escaped by React. */
export function renderPage(props: PageProps): string {
  return `<!doctype html>${renderToStaticMarkup(<Document {...props} />)}`
}

function Document({ frame, title, wide, children }: PageProps) {
  const t = teller(frame.lang)
  return (
    <html lang={languageTag(frame.lang)}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <meta name="theme-color" content="#1c3f73" />
        <title>{`${title} · ${t(shell.brand)}`}</title>
        <link rel="stylesheet" href={frame.assets.style} />
        <link rel="icon" href={favicon} />
        <script type="module" src={frame.assets.script} />
      </head>
      <body>
        <a className="skip" href="#main">
          {t(shell.skip)}
        </a>
        <Header frame={frame} />
        <main id="main" className={wide ? 'main main-wide' : 'main'} tabIndex={-1}>
          {children}
        </main>
        <footer className="footer">
          <div className="footer-inner">
            <p>{t(shell.footer)}</p>
            <p>{t(shell.footerPrivacy)}</p>
          </div>
        </footer>
      </body>
    </html>
  )
}

function Header({ frame }: { readonly frame: Frame }) {
  const t = teller(frame.lang)
  return (
    <header className="header">
      <div className="header-inner">
        <a className="brand" href="/">
          <Seal />
          <span className="brand-name" lang="zh-CN">
            公开
          </span>
          <span className="brand-latin" lang="en">
            Gongkai
          </span>
          <span className="brand-sub">{t(shell.brandSub)}</span>
        </a>
        <nav className="nav" aria-label={t(shell.mainNav)}>
          {frame.nav.map(item => (
            <a key={item.href} href={item.href} aria-current={frame.here.startsWith(item.under) ? 'page' : undefined}>
              {t(item.label)}
            </a>
          ))}
        </nav>
        <nav className="languages" aria-label={t(shell.language)}>
          {languages.map(({ lang, name, tag }) => (
            <a
              key={lang}
              href={inLanguage(frame.here, lang)}
              lang={tag}
              hrefLang={tag}
              aria-current={lang === frame.lang ? 'true' : undefined}
            >
              {name}
            </a>
          ))}
        </nav>
      </div>
    </header>
  )
}
