/** Short news after an act, with a way back where there is one. Said to screen readers; stays while pointed at. */
import { Button } from 'antd'
import { createContext, type ReactNode, use, useCallback, useEffect, useState } from 'react'
import { Icon } from '../../ui/icon.tsx'
import { useTell } from './language.tsx'
import { words } from './words.ts'

interface News {
  readonly text: string
  readonly undo?: (() => void) | undefined
}

type Tell = (text: string, undo?: () => void) => void

const Toasts = createContext<Tell>(() => {})
const shownFor = 9_000

export function ToastProvider({ children }: { readonly children: ReactNode }) {
  const [news, setNews] = useState<News | null>(null)
  const [held, setHeld] = useState(false)
  const tell = useCallback<Tell>((text, undo) => setNews({ text, undo }), [])
  useEffect(() => {
    if (!news || held) return
    const timer = setTimeout(() => setNews(null), shownFor)
    return () => clearTimeout(timer)
  }, [news, held])
  const hold = { onMouseEnter: () => setHeld(true), onMouseLeave: () => setHeld(false) }
  return (
    <Toasts value={tell}>
      {children}
      <div className="c-toasts" role="status" {...hold} onFocus={() => setHeld(true)} onBlur={() => setHeld(false)}>
        {news && <Toast news={news} close={() => setNews(null)} />}
      </div>
    </Toasts>
  )
}

function Toast({ news, close }: { readonly news: News; readonly close: () => void }) {
  const t = useTell()
  return (
    <div className="c-toast">
      <span>
        <Icon name="ok" /> {news.text}
      </span>
      {news.undo && (
        <Button
          size="small"
          onClick={() => {
            close()
            news.undo?.()
          }}
        >
          {t(words.undo)}
        </Button>
      )}
      <Button size="small" type="text" onClick={close}>
        {t(words.close)}
      </Button>
    </div>
  )
}

/** Tells that something is done; `undo` is offered for a few seconds. */
export function useToast(): Tell {
  return use(Toasts)
}
