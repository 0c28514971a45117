/** A form that starts from the office's own rules; null for whoever may not read them. */
import type { ReactNode } from 'react'
import { useRead } from '../../../../kit/console/api.tsx'
import { useMay } from '../../../../kit/console/me.tsx'
import { Loaded } from '../../../../kit/console/states.tsx'
import type { AnswerOf } from '../../../../kit/contract.ts'
import { getOffice } from '../../contract/index.ts'

interface Props {
  readonly agencyId: string
  readonly children: (office: AnswerOf<typeof getOffice> | null) => ReactNode
}

export function WithOffice({ agencyId, children }: Props) {
  const allowed = useMay()(getOffice)
  const query = useRead(getOffice, { params: { agencyId } }, { enabled: allowed })
  return allowed ? <Loaded query={query}>{children}</Loaded> : children(null)
}
