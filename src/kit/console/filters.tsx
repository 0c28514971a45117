/** The row of a list's search and filters. */
import { Button, Input, Select } from 'antd'
import { useEffect, useId, useRef, useState } from 'react'
import { DayField } from './day-field.tsx'
import { useTell } from './language.tsx'
import type { UrlState } from './url-state.ts'
import { words } from './words.ts'

export interface FilterSpec {
  readonly name: string
  readonly label: string
  readonly kind: 'search' | 'choice' | 'day'
  readonly choices?: readonly { readonly value: string; readonly label: string }[]
  /** What the choice says as long as nothing is chosen. */
  readonly unset?: string
  /** Stands behind "more", which is open as long as one of them is set. */
  readonly more?: boolean
}

interface Props {
  readonly specs: readonly FilterSpec[]
  readonly set: UrlState
  readonly change: (change: UrlState) => void
}

export function Filters({ specs, set, change }: Props) {
  const t = useTell()
  const clear = () => change(Object.fromEntries(specs.map(({ name }) => [name, ''])))
  const one = (spec: FilterSpec) => (
    <One key={spec.name} spec={spec} value={set[spec.name] ?? ''} change={value => change({ [spec.name]: value })} />
  )
  const more = specs.filter(spec => spec.more)
  return (
    <search className="c-filters">
      {specs.filter(spec => !spec.more).map(one)}
      {more.length > 0 && (
        <details className="c-filters-more" open={more.some(({ name }) => set[name])}>
          <summary>{t(words.moreFilters)}</summary>
          <div className="c-filters">{more.map(one)}</div>
        </details>
      )}
      {Object.keys(set).length > 0 && (
        <Button type="text" onClick={clear}>
          {t(words.clear)}
        </Button>
      )}
    </search>
  )
}

interface OneProps {
  readonly spec: FilterSpec
  readonly value: string
  readonly change: (value: string) => void
}

function One({ spec, value, change }: OneProps) {
  const t = useTell()
  const id = useId()
  const { kind, label, choices = [], unset = t(words.all) } = spec
  return (
    <div className={`c-filter c-filter-${kind}`}>
      <label htmlFor={id}>{label}</label>
      {kind === 'search' && <Search id={id} value={value} change={change} />}
      {kind === 'day' && <DayField id={id} value={value} change={change} />}
      {kind === 'choice' && (
        <Select
          id={id}
          value={value}
          onChange={change}
          options={[{ value: '', label: unset }, ...choices]}
          popupMatchSelectWidth={false}
        />
      )}
    </div>
  )
}

const pause = 300

/** Searches a moment after the last key. */
function Search({ id, value, change }: { readonly id: string } & Omit<OneProps, 'spec'>) {
  const [typed, setTyped] = useState(value)
  const telling = useRef(change)
  telling.current = change
  const known = useRef(value)
  useEffect(() => {
    if (known.current === value) return
    known.current = value
    setTyped(value)
  }, [value])
  useEffect(() => {
    if (typed === known.current) return
    const timer = setTimeout(() => {
      known.current = typed
      telling.current(typed)
    }, pause)
    return () => clearTimeout(timer)
  }, [typed])
  return <Input id={id} type="search" value={typed} maxLength={100} onChange={event => setTyped(event.target.value)} />
}
