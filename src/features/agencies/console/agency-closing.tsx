/** Closing an agency, and opening it again. */
import { useAct } from '../../../kit/console/api.tsx'
import { ActButton } from '../../../kit/console/ask.tsx'
import { useTell } from '../../../kit/console/language.tsx'
import { useMe } from '../../../kit/console/me.tsx'
import { useToast } from '../../../kit/console/toast.tsx'
import { words } from '../../../kit/console/words.ts'
import { Icon } from '../../../ui/icon.tsx'
import { type Agency, closeAgency, getAgency, listAgencies, reopenAgency } from '../contract.ts'
import { closingWords } from './words.ts'

const stale = [getAgency, listAgencies]

/** The button that fits the state; none for the agency one works in. */
export function AgencyClosing({ agency: { id, status } }: { readonly agency: Agency }) {
  const t = useTell()
  const toast = useToast()
  const { agencyId } = useMe()
  const input = { params: { agencyId: id } }
  const undo = useAct(reopenAgency, { refresh: stale, done: () => toast(t(words.undone)) })
  if (id === agencyId) return null
  if (status === 'closed') {
    return (
      <ActButton
        contract={reopenAgency}
        label={t(closingWords.reopen)}
        inputOf={() => input}
        refresh={stale}
        news={closingWords.reopened}
      />
    )
  }
  return (
    <ActButton
      contract={closeAgency}
      danger
      label={t(closingWords.close)}
      ask={{ title: closingWords.title, text: closingWords.text, reason: true }}
      inputOf={reason => ({ ...input, body: { reason } })}
      refresh={stale}
      news={closingWords.closed}
      undo={() => undo.mutate(input)}
    />
  )
}

/** Said above the data of a closed one. */
export function ClosedNote({ agency: { status } }: { readonly agency: Agency }) {
  const t = useTell()
  if (status === 'open') return null
  return (
    <p className="c-note">
      <span>
        <Icon name="info" /> {t(closingWords.note)}
      </span>
    </p>
  )
}
