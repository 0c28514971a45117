/** What a person wrote, in whatever direction it runs: marks in it turn nothing that stands beside it (UAX 9). */
import type { ReactNode } from 'react'

interface Props {
  readonly children: ReactNode
  readonly className?: string
}

export function Isolated({ children, className }: Props) {
  return <bdi className={className}>{children}</bdi>
}
