/** What is typed saves itself, and is back when the page is opened again. */
import { createContext, type ReactNode, use, useCallback, useEffect, useRef, useState } from 'react'

/** Where drafts lie; the console's entry connects it with the desk. */
export interface DraftStore {
  readonly load: (key: string) => Promise<{ readonly data: unknown; readonly savedAt: string } | null>
  readonly save: (key: string, data: Readonly<Record<string, unknown>>) => Promise<{ readonly savedAt: string }>
  readonly drop: (key: string) => Promise<unknown>
}

const Drafts = createContext<DraftStore | null>(null)

export function DraftProvider({ store, children }: { readonly store: DraftStore; readonly children: ReactNode }) {
  return <Drafts value={store}>{children}</Drafts>
}

/** clean: as it was opened. waiting: typed, not saved yet. failed: tried again at the next change. */
export type DraftState =
  | { readonly is: 'clean' | 'waiting' | 'failed' }
  | { readonly is: 'saved'; readonly at: string }
  | { readonly is: 'restored'; readonly at: string }

const pause = 700

export interface Draft {
  readonly state: DraftState
  readonly change: (data: Readonly<Record<string, unknown>>) => void
  readonly drop: () => Promise<void>
}

/** A draft by its key; null keeps none. `restore` gets what lay there, once. */
export function useDraft(key: string | null, restore: (data: Readonly<Record<string, unknown>>) => void): Draft {
  const store = use(Drafts)
  const [state, setState] = useState<DraftState>({ is: 'clean' })
  const waiting = useRef<Readonly<Record<string, unknown>> | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const restoring = useRef(restore)
  restoring.current = restore

  const flush = useCallback(async () => {
    clearTimeout(timer.current)
    const data = waiting.current
    if (!data || key === null || !store) return
    waiting.current = null
    try {
      const { savedAt } = await store.save(key, data)
      if (waiting.current === null) setState({ is: 'saved', at: savedAt })
    } catch {
      waiting.current ??= data
      setState({ is: 'failed' })
    }
  }, [key, store])

  useLoading(key, store, ({ data, savedAt }) => {
    if (waiting.current !== null) return
    restoring.current(data as Readonly<Record<string, unknown>>)
    setState({ is: 'restored', at: savedAt })
  })
  useEffect(() => () => void flush(), [flush])

  const change = (data: Readonly<Record<string, unknown>>) => {
    waiting.current = data
    setState({ is: 'waiting' })
    clearTimeout(timer.current)
    if (key !== null && store) timer.current = setTimeout(() => void flush(), pause)
  }
  const drop = async () => {
    clearTimeout(timer.current)
    waiting.current = null
    setState({ is: 'clean' })
    if (key !== null && store) await store.drop(key)
  }
  return { state, change, drop }
}

type Found = NonNullable<Awaited<ReturnType<DraftStore['load']>>>

/** Looks once for what lies there. A draft that cannot be had is no reason to stop: the form stays as it is. */
function useLoading(key: string | null, store: DraftStore | null, found: (draft: Found) => void): void {
  const telling = useRef(found)
  telling.current = found
  useEffect(() => {
    if (key === null || !store) return
    let here = true
    store.load(key).then(
      draft => here && draft && telling.current(draft),
      () => undefined,
    )
    return () => {
      here = false
    }
  }, [key, store])
}
