/** Says what became of what is typed: saved, restored, or not saved. */
import { Button } from 'antd'
import { shanghaiMinute } from '../../ui/day.ts'
import { Icon } from '../../ui/icon.tsx'
import type { DraftState } from './draft.tsx'
import { useTell } from './language.tsx'
import { useToast } from './toast.tsx'
import { words } from './words.ts'

export function DraftNote({ state, drop }: { readonly state: DraftState; readonly drop: () => Promise<void> }) {
  const t = useTell()
  const toast = useToast()
  if (state.is === 'clean') return null
  const dropped = () =>
    drop().then(
      () => toast(t(words.draftDropped)),
      () => toast(t(words.draftFailed)),
    )
  if (state.is === 'restored') {
    return (
      <div className="c-note" role="status">
        <span>
          <Icon name="info" /> {t(words.draftBack(shanghaiMinute(state.at)))}
        </span>
        <Button size="small" onClick={dropped}>
          {t(words.draftDrop)}
        </Button>
      </div>
    )
  }
  return (
    <p className="c-draft" role="status">
      {state.is === 'saved' && t(words.draftSaved(shanghaiMinute(state.at)))}
      {state.is === 'waiting' && t(words.draftSaving)}
      {state.is === 'failed' && (
        <>
          <Icon name="warning" /> {t(words.draftFailed)}
        </>
      )}
    </p>
  )
}
