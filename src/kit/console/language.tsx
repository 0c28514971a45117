/** The language of the console: that of the page it came with, set by the server. */
import { createContext, type ReactNode, use } from 'react'
import type { Lang } from '../../domain/kernel/lang.ts'
import { type Teller, teller } from '../../ui/messages.ts'

const Language = createContext<Lang>('zh')

export function LanguageProvider({ lang, children }: { readonly lang: Lang; readonly children: ReactNode }) {
  return <Language value={lang}>{children}</Language>
}

export function useLang(): Lang {
  return use(Language)
}

/** Says a phrase in the language of the page. */
export function useTell(): Teller {
  return teller(use(Language))
}
