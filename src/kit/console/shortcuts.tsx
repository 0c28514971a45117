/** Keys that save ways of the mouse. They can be switched off, for those who speak to their machine (WCAG 2.1.4). */
import { createContext, type ReactNode, use, useCallback, useEffect, useMemo, useRef, useState } from 'react'

export interface Shortcut {
  /** `/`, `?`, or two keys after each other: `g w`. */
  readonly keys: string
  readonly says: string
  readonly run: () => void
}

interface Board {
  readonly list: () => readonly Shortcut[]
  readonly add: (shortcut: Shortcut) => () => void
  readonly on: boolean
  readonly turn: (on: boolean) => void
}

const Shortcuts = createContext<Board | null>(null)
const store = 'gongkai.shortcuts'
const patience = 1_200

export function ShortcutProvider({ children }: { readonly children: ReactNode }) {
  const known = useRef(new Set<Shortcut>())
  const [on, setOn] = useState(() => localStorage.getItem(store) !== 'off')
  const add = useCallback((shortcut: Shortcut) => {
    known.current.add(shortcut)
    return () => void known.current.delete(shortcut)
  }, [])
  useEffect(() => {
    if (!on) return
    const listener = keyListener(() => [...known.current])
    document.addEventListener('keydown', listener)
    return () => document.removeEventListener('keydown', listener)
  }, [on])
  const board = useMemo(() => {
    const turn = (wanted: boolean) => {
      localStorage.setItem(store, wanted ? 'on' : 'off')
      setOn(wanted)
    }
    return { list: () => [...known.current], add, on, turn }
  }, [add, on])
  return <Shortcuts value={board}>{children}</Shortcuts>
}

function keyListener(list: () => readonly Shortcut[]) {
  let before = { key: '', at: 0 }
  return (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || isTyping(event.target)) return
    const both = event.timeStamp - before.at < patience ? `${before.key} ${event.key}` : ''
    before = { key: event.key, at: event.timeStamp }
    const found = list().find(({ keys }) => keys === both) ?? list().find(({ keys }) => keys === event.key)
    if (!found) return
    event.preventDefault()
    found.run()
  }
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable], dialog') !== null
}

/** A shortcut for as long as the view is there. */
export function useShortcut(keys: string, says: string, run: () => void): void {
  const board = use(Shortcuts)
  const latest = useRef(run)
  latest.current = run
  useEffect(() => board?.add({ keys, says, run: () => latest.current() }), [board, keys, says])
}

/** Throws where no provider stands above. */
export function useShortcuts(): Board {
  const board = use(Shortcuts)
  if (!board) throw new Error('no ShortcutProvider above')
  return board
}
