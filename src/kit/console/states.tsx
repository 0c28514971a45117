/** What a view shows while it waits, when something went wrong, and when there is nothing yet. */
import type { UseQueryResult } from '@tanstack/react-query'
import { Button } from 'antd'
import { type ReactNode, useEffect } from 'react'
import { Icon } from '../../ui/icon.tsx'
import { Isolated } from '../../ui/isolated.tsx'
import type { ApiProblem } from '../client.ts'
import { useTell } from './language.tsx'
import { words } from './words.ts'

export function Loading() {
  const t = useTell()
  return (
    <p className="c-loading" role="status">
      <Icon name="waiting" /> {t(words.loading)}
    </p>
  )
}

interface TroubleProps {
  readonly error: ApiProblem
  readonly retry?: (() => void) | undefined
}

/** A problem in words: what happened, what to do, and the button to try again. */
export function Trouble({ error, retry }: TroubleProps) {
  const t = useTell()
  const { says, mend } = error.problem
  return (
    <div className="c-trouble" role="alert">
      <p className="c-trouble-says">
        <Icon name="error" /> {t(says)}
      </p>
      {mend && <p>{t(mend)}</p>}
      {retry && <Button onClick={retry}>{t(words.retry)}</Button>}
    </div>
  )
}

interface LoadedProps<T> {
  readonly query: UseQueryResult<T, ApiProblem>
  readonly children: (data: T) => ReactNode
}

/** The data once they are there; with an older answer at hand, a failed look is told above it. */
export function Loaded<T>({ query, children }: LoadedProps<T>) {
  const retry = () => void query.refetch()
  if (query.data === undefined) {
    return query.error ? <Trouble error={query.error} retry={retry} /> : <Loading />
  }
  return (
    <>
      {query.error && <Trouble error={query.error} retry={retry} />}
      {children(query.data)}
    </>
  )
}

/** An empty page: what belongs there, and the first step. */
export function Empty({ says, children }: { readonly says: string; readonly children?: ReactNode }) {
  return (
    <div className="c-empty">
      <p>{says}</p>
      {children}
    </div>
  )
}

export function NotAllowed() {
  const t = useTell()
  return (
    <div className="c-empty">
      <h1>{t(words.notAllowedTitle)}</h1>
      <p>{t(words.notAllowed)}</p>
    </div>
  )
}

interface HeadProps {
  readonly title: string
  readonly lead?: ReactNode
  readonly children?: ReactNode
}

/** The head of a page: its title (also of the window), a sentence, and what can be done at the right. */
export function PageHead({ title, lead, children }: HeadProps) {
  useEffect(() => {
    document.title = title
  }, [title])
  return (
    <div className="c-head">
      <div>
        <h1>
          <Isolated>{title}</Isolated>
        </h1>
        {lead && <p className="c-lead">{lead}</p>}
      </div>
      {children && <div className="c-head-acts">{children}</div>}
    </div>
  )
}
