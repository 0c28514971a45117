/** The clock before and after an act, asked of the server while the form is filled in. */
import type { RequestActId } from '../../../../domain/request/acts.ts'
import { useRead } from '../../../../kit/console/api.tsx'
import { useTell } from '../../../../kit/console/language.tsx'
import { useMay } from '../../../../kit/console/me.tsx'
import { useLater } from '../../../../kit/console/use-later.ts'
import { Icon } from '../../../../ui/icon.tsx'
import { actInputs, previewAct, type RequestView } from '../../contract/index.ts'
import { ClockMark } from '../marks.tsx'
import { useAgency } from '../use-agency.ts'
import { actWords } from '../words/act-words.ts'

interface Props {
  readonly view: RequestView
  readonly act: RequestActId
  readonly told: object
}

const pause = 400

export function ClockPreview({ view, act, told }: Props) {
  const t = useTell()
  const may = useMay()
  const { own } = useAgency()
  const { agencyId, id } = view.case
  const asked = useLater(JSON.stringify(told), pause)
  const body: Record<string, unknown> = JSON.parse(asked)
  const whole = actInputs[act].safeParse(body).success
  const query = useRead(
    previewAct,
    { params: { agencyId, requestId: id, act }, body },
    { enabled: whole && own && may(previewAct) },
  )
  const { before, after, notes, refusal } = query.data ?? { before: view.clock, after: null, notes: [], refusal: null }
  if (!whole) return null
  return (
    <div className="r-preview" aria-live="polite">
      {refusal && (
        <p className="r-refusal">
          <Icon name="warning" /> {t(refusal.says)}
        </p>
      )}
      {notes.map(note => (
        <p key={note.zh}>{t(note)}</p>
      ))}
      {after && sameClock(before, after) && <p>{t(actWords.sameClock)}</p>}
      {after && !sameClock(before, after) && (
        <dl>
          <Moment label={t(actWords.before)} clock={before} />
          <Moment label={t(actWords.after)} clock={after} />
        </dl>
      )}
    </div>
  )
}

type Clock = RequestView['clock']

function sameClock(a: Clock, b: Clock): boolean {
  return a.state === b.state && a.due === b.due
}

function Moment({ label, clock }: { readonly label: string; readonly clock: Clock }) {
  const t = useTell()
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        <span className="c-whole">{clock.due ?? t(actWords.noDue)}</span> <ClockMark clock={clock} />
      </dd>
    </div>
  )
}
