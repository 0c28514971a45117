/** A link the server gave: within the console without loading anew, else as any other. */
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'

interface Props {
  readonly to: string
  readonly onClick?: () => void
  readonly children: ReactNode
}

const root = '/console'

export function SmartLink({ to, onClick, children }: Props) {
  const click = onClick ? { onClick } : {}
  if (to !== root && !to.startsWith(`${root}/`)) {
    return (
      <a href={to} {...click}>
        {children}
      </a>
    )
  }
  const { pathname, searchParams } = new URL(to, location.href)
  return (
    <Link to={pathname.slice(root.length) || '/'} search={Object.fromEntries(searchParams) as never} {...click}>
      {children}
    </Link>
  )
}
