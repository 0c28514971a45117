/** One year of the calendar, being edited. */
import { Button, Input, Radio } from 'antd'
import { useId, useState } from 'react'
import { useAct } from '../../../kit/console/api.tsx'
import { DayField } from '../../../kit/console/day-field.tsx'
import { useDraft } from '../../../kit/console/draft.tsx'
import { DraftNote } from '../../../kit/console/draft-note.tsx'
import { orNull } from '../../../kit/console/fields.tsx'
import { useTell } from '../../../kit/console/language.tsx'
import { LeaveGuard } from '../../../kit/console/leave-guard.tsx'
import { Mark } from '../../../kit/console/mark.tsx'
import { useMay } from '../../../kit/console/me.tsx'
import { Trouble } from '../../../kit/console/states.tsx'
import { useToast } from '../../../kit/console/toast.tsx'
import { type CalendarYear, listYears, previewYear, type SpecialDay, setYear } from '../contract.ts'
import { Moved } from './moved.tsx'
import { calendarWords } from './words.ts'
import { YearGrid } from './year-grid.tsx'

interface Edited {
  readonly state: CalendarYear['state']
  readonly notice: string
  readonly noticeDate: string
  readonly days: readonly SpecialDay[]
}

const editedOf = ({ state, notice, noticeDate, days }: CalendarYear): Edited => ({
  state,
  notice: notice ?? '',
  noticeDate: noticeDate ?? '',
  days,
})

export function YearEditor({ given }: { readonly given: CalendarYear }) {
  const t = useTell()
  const toast = useToast()
  const may = useMay()
  const [edited, setEdited] = useState(() => editedOf(given))
  const [name, setName] = useState('')
  const draft = useDraft(`calendar-${given.year}`, data => setEdited(now => ({ ...now, ...(data as Partial<Edited>) })))
  const change = (part: Partial<Edited>) => {
    const next = { ...edited, ...part }
    setEdited(next)
    draft.change({ ...next })
  }
  const preview = useAct(previewYear)
  const save = useAct(setYear, {
    refresh: [listYears],
    done: () => {
      // A draft that cannot be dropped only comes back once more, with its own button to drop it.
      draft.drop().catch(() => undefined)
      toast(t(calendarWords.saved))
    },
  })
  const input = () => ({
    params: { year: given.year },
    body: {
      region: given.region,
      state: edited.state,
      notice: orNull(edited.notice),
      noticeDate: orNull(edited.noticeDate),
      days: [...edited.days],
      version: given.version,
    },
  })
  const writes = may(setYear)
  const drop = async () => {
    await draft.drop()
    setEdited(editedOf(given))
  }
  const error = save.error ?? preview.error
  return (
    <>
      <DraftNote state={draft.state} drop={drop} />
      <p className="badges">
        <Mark look={given.state === 'published' ? 'ok' : 'warning'}>{t(calendarWords.states[given.state])}</Mark>
        <Mark look="info" icon="pen">
          {t(given.edited ? calendarWords.edited : calendarWords.builtIn)}
        </Mark>
      </p>
      {writes && <Notice edited={edited} change={change} name={name} setName={setName} />}
      {writes && <p className="note">{t(calendarWords.how)}</p>}
      <Count days={edited.days} />
      <YearGrid
        year={given.year}
        days={edited.days}
        name={name}
        change={writes ? days => change({ days }) : undefined}
      />
      {preview.data && <Moved {...preview.data} title={t(calendarWords.movedTitle)} />}
      {save.data && <Moved moved={save.data.moved} warnings={[]} title={t(calendarWords.movedDone)} />}
      {error && <Trouble error={error} />}
      {writes && (
        <div className="c-form-acts">
          <Button type="primary" loading={save.isPending} onClick={() => save.mutate(input())}>
            {t(calendarWords.save)}
          </Button>
          <Button loading={preview.isPending} onClick={() => preview.mutate(input())}>
            {t(calendarWords.preview)}
          </Button>
        </div>
      )}
      <LeaveGuard active={() => ['waiting', 'failed'].includes(draft.state.is)} />
    </>
  )
}

function Count({ days }: { readonly days: readonly SpecialDay[] }) {
  const t = useTell()
  const of = (kind: SpecialDay['kind']) => days.filter(day => day.kind === kind).length
  return <p>{t(calendarWords.count(of('off'), of('work')))}</p>
}

interface NoticeProps {
  readonly edited: Edited
  readonly change: (part: Partial<Edited>) => void
  readonly name: string
  readonly setName: (name: string) => void
}

function Notice({ edited, change, name, setName }: NoticeProps) {
  const t = useTell()
  const id = useId()
  return (
    <div className="c-fields c-notice">
      <fieldset>
        <legend>{t(calendarWords.state)}</legend>
        <Radio.Group
          value={edited.state}
          onChange={event => change({ state: event.target.value })}
          options={(['published', 'not_yet_published'] as const).map(value => ({
            value,
            label: t(calendarWords.states[value]),
          }))}
        />
      </fieldset>
      <div>
        <label htmlFor={`${id}n`}>{t(calendarWords.notice)}</label>
        <Input
          id={`${id}n`}
          value={edited.notice}
          maxLength={100}
          placeholder={t(calendarWords.noticeHelp)}
          onChange={event => change({ notice: event.target.value })}
        />
      </div>
      <div>
        <label htmlFor={`${id}d`}>{t(calendarWords.noticeDate)}</label>
        <DayField id={`${id}d`} value={edited.noticeDate} change={noticeDate => change({ noticeDate })} whatever />
      </div>
      <div>
        <label htmlFor={`${id}h`}>{t(calendarWords.name)}</label>
        <Input
          id={`${id}h`}
          value={name}
          maxLength={40}
          placeholder={t(calendarWords.nameHelp)}
          onChange={event => setName(event.target.value)}
        />
      </div>
    </div>
  )
}
