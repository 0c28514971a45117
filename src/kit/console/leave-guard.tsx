/** Asks before a page with unsent content is left. */
import { useBlocker } from '@tanstack/react-router'
import { Button, Modal } from 'antd'
import { useTell } from './language.tsx'
import { words } from './words.ts'

export function LeaveGuard({ active }: { readonly active: () => boolean }) {
  const t = useTell()
  const blocker = useBlocker({ shouldBlockFn: active, enableBeforeUnload: active, withResolver: true })
  const stay = () => blocker.status === 'blocked' && blocker.reset()
  const leave = () => blocker.status === 'blocked' && blocker.proceed()
  return (
    <Modal
      open={blocker.status === 'blocked'}
      title={t(words.leaveTitle)}
      onCancel={stay}
      closable={false}
      footer={[
        <Button key="leave" danger onClick={leave}>
          {t(words.leave)}
        </Button>,
        <Button key="stay" type="primary" onClick={stay}>
          {t(words.stay)}
        </Button>,
      ]}
    >
      <p>{t(words.leaveText)}</p>
    </Modal>
  )
}
