/** The quiet header: whose site it is, one search field, one button to apply, and how the page is shown. */
import { Icon } from '../icon.tsx'
import { inLanguage } from '../language.ts'
import { Seal } from '../mark.tsx'
import { languages, teller } from '../messages.ts'
import type { PortalFrame } from './frame.ts'
import { inMode, modes, modeWords } from './modes.ts'
import { frameWords } from './words.ts'

export function Header({ frame, sought }: { readonly frame: PortalFrame; readonly sought: string }) {
  const t = teller(frame.lang)
  return (
    <header className="portal-header">
      <Tools frame={frame} />
      <div className="portal-header-inner">
        <a className="portal-brand" href={frame.home}>
          <Seal />
          <span className="portal-names">
            <span className="portal-name">{frame.name}</span>
            {frame.name !== t(frameWords.column) && <span className="portal-column">{t(frameWords.column)}</span>}
          </span>
        </a>
        <div className="portal-acts">
          {frame.search && (
            <search>
              <form method="get" action={frame.search} className="search">
                <label htmlFor="search" className="visually-hidden">
                  {t(frameWords.search)}
                </label>
                <input
                  id="search"
                  type="search"
                  name="q"
                  defaultValue={sought}
                  placeholder={t(frameWords.search)}
                  maxLength={100}
                  required
                />
                <button type="submit" className="button">
                  <Icon name="search" /> {t(frameWords.searchButton)}
                </button>
              </form>
            </search>
          )}
          {frame.apply && (
            <a className="button button-primary" href={frame.apply.href}>
              {frame.apply.label}
            </a>
          )}
          {frame.mine && (
            <a className="portal-mine" href={frame.mine.href}>
              {frame.mine.label}
            </a>
          )}
        </div>
      </div>
    </header>
  )
}

function Tools({ frame }: { readonly frame: PortalFrame }) {
  const t = teller(frame.lang)
  return (
    <nav className="portal-tools" aria-label={t(frameWords.tools)}>
      <ul aria-label={t(frameWords.mode)}>
        {modes.map(mode => (
          <li key={mode}>
            <a href={inMode(frame.here, mode)} rel="nofollow" aria-current={mode === frame.mode ? 'true' : undefined}>
              {t(modeWords[mode])}
            </a>
          </li>
        ))}
      </ul>
      <ul aria-label={t(frameWords.language)}>
        {languages.map(({ lang, name, tag }) => (
          <li key={lang}>
            <a
              href={inLanguage(frame.here, lang)}
              lang={tag}
              hrefLang={tag}
              aria-current={lang === frame.lang ? 'true' : undefined}
            >
              {name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
