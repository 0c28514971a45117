/** The navigation by work. */
import { Link } from '@tanstack/react-router'
import { useTell } from '../../kit/console/language.tsx'
import type { Area } from './places.ts'
import { frameWords } from './words.ts'

export function Navigation({ areas }: { readonly areas: readonly Area[] }) {
  const t = useTell()
  return (
    <nav className="c-nav" aria-label={t(frameWords.nav)}>
      {areas.map(({ label, places }) => (
        <div key={label.en}>
          <p className="c-nav-head">{t(label)}</p>
          <ul>
            {places.map(place => (
              <li key={place.path}>
                <Link
                  to={place.path}
                  activeOptions={{ exact: exactly.has(place.path), includeSearch: false }}
                  activeProps={{ 'aria-current': 'page' }}
                >
                  {t(place.label)}
                </Link>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  )
}

/** Addresses under which other entries lie. */
const exactly = new Set(['/', '/agency'])
