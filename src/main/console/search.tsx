/** Searching everything of the agency, from any page. */

import { Input, type InputRef } from 'antd'
import { useRef, useState } from 'react'
import { search } from '../../features/desk/contract.ts'
import { useRead } from '../../kit/console/api.tsx'
import { useTell } from '../../kit/console/language.tsx'
import { useMe } from '../../kit/console/me.tsx'
import { useShortcut } from '../../kit/console/shortcuts.tsx'
import { SmartLink } from '../../kit/console/smart-link.tsx'
import { useLater } from '../../kit/console/use-later.ts'
import { Icon } from '../../ui/icon.tsx'
import { Isolated } from '../../ui/isolated.tsx'
import { frameWords } from './words.ts'

const pause = 250
const shown = 12

export function SearchEverything() {
  const t = useTell()
  const field = useRef<InputRef>(null)
  const box = useRef<HTMLElement>(null)
  const [typed, setTyped] = useState('')
  const [open, setOpen] = useState(false)
  const asked = useLater(typed.trim(), pause)
  useShortcut('/', t(frameWords.search), () => field.current?.focus())
  const close = () => setOpen(false)
  const leave = (event: React.FocusEvent) => !box.current?.contains(event.relatedTarget) && close()
  return (
    <search
      className="c-search"
      ref={box}
      onBlur={leave}
      onKeyDown={event => {
        if (event.key === 'Escape') close()
      }}
    >
      <Input
        ref={field}
        type="search"
        aria-label={t(frameWords.search)}
        placeholder={t(frameWords.searchHint)}
        prefix={<Icon name="search" />}
        maxLength={100}
        value={typed}
        onFocus={() => setOpen(true)}
        onChange={event => {
          setTyped(event.target.value)
          setOpen(true)
        }}
      />
      {open && asked !== '' && (
        <Found
          asked={asked}
          close={() => {
            close()
            setTyped('')
          }}
        />
      )}
    </search>
  )
}

interface FoundProps {
  readonly asked: string
  readonly close: () => void
}

function Found({ asked, close }: FoundProps) {
  const t = useTell()
  const { agencyId } = useMe()
  const found = useRead(search, { params: { agencyId }, query: { q: asked, limit: shown } })
  const items = found.data?.items ?? []
  const says = found.error
    ? t(found.error.problem.says)
    : found.data === undefined
      ? t(frameWords.searching)
      : items.length > 0
        ? t(frameWords.found(items.length))
        : t(frameWords.foundNothing)
  return (
    <div className="c-found">
      <p role="status">{says}</p>
      <ul>
        {items.map(({ kind, kindLabel, title, detail, link }) => (
          <li key={`${kind} ${link} ${title}`}>
            <SmartLink to={link} onClick={close}>
              <Isolated className="c-found-title">{title}</Isolated>
              <span className="c-found-detail">
                {t(kindLabel)} {detail}
              </span>
            </SmartLink>
          </li>
        ))}
      </ul>
    </div>
  )
}
