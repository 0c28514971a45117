/** A status: an icon, a word and a colour, never the colour alone. */
import { Icon } from '../../ui/icon.tsx'
import type { IconName } from '../../ui/icon-paths.ts'

export type Look = 'error' | 'warning' | 'info' | 'ok'

interface Props {
  readonly look: Look
  readonly icon?: IconName
  readonly children: string
}

export function Mark({ look, icon = look, children }: Props) {
  return (
    <span className={`badge badge-${look}`}>
      <Icon name={icon} /> {children}
    </span>
  )
}
