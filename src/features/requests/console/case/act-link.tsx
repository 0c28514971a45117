/** A button for one act on the case; it is there only where the act may be done now. */
import { Button } from 'antd'
import type { RequestActId } from '../../../../domain/request/acts.ts'
import { actRule } from '../../../../domain/request/acts.ts'
import { useTell } from '../../../../kit/console/language.tsx'
import { useCase } from './case-context.ts'

interface Props {
  readonly act: RequestActId
  readonly target?: string
  /** What screen readers say, where the label alone does not tell which. */
  readonly of?: string
  /** Beside buttons of the usual size. */
  readonly usual?: boolean
}

export function ActLink({ act, target, of, usual = false }: Props) {
  const t = useTell()
  const { view, open } = useCase()
  if (!view.acts.includes(act)) return null
  const label = t(actRule(act).label)
  return (
    <Button
      size={usual ? 'middle' : 'small'}
      onClick={() => open(act, target)}
      {...(of ? { 'aria-label': `${label} ${of}` } : {})}
    >
      {label}
    </Button>
  )
}
