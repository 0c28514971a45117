/** The form of an act, at the side of the case it is done to. */
import { Drawer } from 'antd'
import { actRule, type RequestActId } from '../../../../domain/request/acts.ts'
import { useTell } from '../../../../kit/console/language.tsx'
import { words } from '../../../../kit/console/words.ts'
import type { RequestView } from '../../contract/index.ts'
import { actForms } from '../acts/index.ts'

export interface OpenAct {
  readonly act: RequestActId
  readonly target: string | null
}

interface Props {
  readonly view: RequestView
  readonly opened: OpenAct | null
  readonly close: () => void
}

const width = 560

/** When it closes and what opened it is gone with the act, the title of the case has the focus. */
function focusAfter(open: boolean) {
  if (!open && document.activeElement === document.body) document.getElementById('case-title')?.focus()
}

export function ActDrawer({ view, opened, close }: Props) {
  const t = useTell()
  const Form = opened ? actForms[opened.act] : null
  return (
    <Drawer
      open={opened !== null}
      size={width}
      title={opened && t(actRule(opened.act).label)}
      onClose={close}
      destroyOnHidden
      afterOpenChange={focusAfter}
      closable={{ 'aria-label': t(words.close) }}
      rootClassName="r-drawer"
    >
      {opened && Form && typeof Form !== 'string' && (
        <Form key={opened.act} act={opened.act} target={opened.target} view={view} close={close} />
      )}
    </Drawer>
  )
}
