/** Going through a list by keys: j and k, or the arrows once a row has the focus; Enter follows its link. */
import { type RefObject, useEffect, useRef } from 'react'
import { useTell } from '../../../../kit/console/language.tsx'
import { useShortcut } from '../../../../kit/console/shortcuts.tsx'
import { listWords } from '../words/list-words.ts'

const links = (place: HTMLElement | null) => [
  ...(place?.querySelectorAll<HTMLElement>('tbody th a, .r-queue li a') ?? []),
]

function step(place: HTMLElement | null, by: number): boolean {
  const rows = links(place)
  const here = rows.indexOf(document.activeElement as HTMLElement)
  const marked = rows.findIndex(row => row.hasAttribute('aria-current'))
  const from = here >= 0 ? here : marked >= 0 ? marked : by > 0 ? -1 : rows.length
  const next = rows[from + by]
  next?.focus()
  return next !== undefined
}

/** Keys over the rows below `place`. */
export function useRowKeys(): RefObject<HTMLDivElement | null> {
  const t = useTell()
  const place = useRef<HTMLDivElement>(null)
  useShortcut('j', t(listWords.nextRow), () => step(place.current, 1))
  useShortcut('k', t(listWords.previousRow), () => step(place.current, -1))
  useShortcut('f', t(listWords.toSearch), () =>
    place.current?.querySelector<HTMLElement>('input[type=search]')?.focus(),
  )
  useEffect(() => {
    const here = place.current
    const listener = (event: KeyboardEvent) => {
      const by = { ArrowDown: 1, ArrowUp: -1 }[event.key]
      const onRow = links(here).some(row => row === document.activeElement)
      if (by !== undefined && onRow && step(here, by)) event.preventDefault()
    }
    here?.addEventListener('keydown', listener)
    return () => here?.removeEventListener('keydown', listener)
  }, [])
  return place
}
