/** The parts the page of a case is made of: a section with its head and buttons, a sheet of names and values. */

import { type ReactNode, useId } from 'react'
import { Isolated } from '../../../../ui/isolated.tsx'

interface SectionProps {
  readonly title: string
  /** Buttons beside the head. */
  readonly acts?: ReactNode
  readonly children: ReactNode
}

export function Section({ title, acts, children }: SectionProps) {
  const id = useId()
  return (
    <section className="r-section" aria-labelledby={id}>
      <div className="r-section-head">
        <h2 id={id}>{title}</h2>
        {acts}
      </div>
      {children}
    </section>
  )
}

/** Names and values; what has no value is left out. */
export function Sheet({ rows }: { readonly rows: readonly (readonly [string, ReactNode])[] }) {
  const known = rows.filter(([, value]) => value !== null && value !== '' && value !== undefined)
  return (
    <dl className="c-sheet">
      {known.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{typeof value === 'string' ? <Isolated>{value}</Isolated> : value}</dd>
        </div>
      ))}
    </dl>
  )
}
