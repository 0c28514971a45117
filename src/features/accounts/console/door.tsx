/** The page around everything that happens before one is signed in. */
import type { ReactNode } from 'react'
import { useLang, useTell } from '../../../kit/console/language.tsx'
import { signInWords } from './sign-in-words.ts'

export function DoorPage({ children }: { readonly children: ReactNode }) {
  const t = useTell()
  const lang = useLang()
  return (
    <main className="c-door">
      <p className="c-door-name">{t(signInWords.product)}</p>
      <div className="c-door-card">{children}</div>
      <p className="c-door-foot">
        <a href={`?lang=${lang === 'en' ? 'zh' : 'en'}`}>{t(signInWords.language)}</a>
      </p>
    </main>
  )
}
