/** The list of keys, and the switch to do without them. */
import { Checkbox, Modal } from 'antd'
import { useTell } from '../../kit/console/language.tsx'
import { useShortcuts } from '../../kit/console/shortcuts.tsx'
import { words } from '../../kit/console/words.ts'
import { frameWords } from './words.ts'

export function KeysPanel({ open, close }: { readonly open: boolean; readonly close: () => void }) {
  const t = useTell()
  return (
    <Modal
      open={open}
      onCancel={close}
      footer={null}
      title={t(frameWords.keysTitle)}
      destroyOnHidden
      closable={{ 'aria-label': t(words.close) }}
    >
      <Keys />
    </Modal>
  )
}

function Keys() {
  const t = useTell()
  const { list, on, turn } = useShortcuts()
  return (
    <>
      <dl className="c-keys">
        {list().map(({ keys, says }) => (
          <div key={keys}>
            <dt>
              {keys.split(' ').map(key => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{says}</dd>
          </div>
        ))}
      </dl>
      <Checkbox checked={on} onChange={event => turn(event.target.checked)}>
        {t(frameWords.keysOn)}
      </Checkbox>
    </>
  )
}
