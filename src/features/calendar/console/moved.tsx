/** The deadlines that a change of the calendar moves. */
import { useTell } from '../../../kit/console/language.tsx'
import { DataTable } from '../../../kit/console/table.tsx'
import { words } from '../../../kit/console/words.ts'
import { Icon } from '../../../ui/icon.tsx'
import type { MovedDeadline, PreviewAnswer } from '../contract.ts'
import { calendarWords } from './words.ts'

export function Moved({ moved, warnings, title }: PreviewAnswer & { readonly title: string }) {
  const t = useTell()
  return (
    <section className="c-moved" aria-label={title}>
      <h2>{title}</h2>
      {warnings.map(says => (
        <p key={says.en} className="c-note">
          <span>
            <Icon name="warning" /> {t(says)}
          </span>
        </p>
      ))}
      {moved.length === 0 ? (
        <p role="status">{t(calendarWords.movedNone)}</p>
      ) : (
        <DataTable<MovedDeadline>
          caption={title}
          rows={moved}
          rowKey={({ agencyId, subject }) => `${agencyId} ${subject}`}
          columns={[
            { key: 'what', head: t(calendarWords.what), names: true, cell: ({ label }) => label },
            { key: 'before', head: t(calendarWords.before), cell: ({ before }) => before ?? t(words.none) },
            { key: 'after', head: t(calendarWords.after), cell: ({ after }) => after ?? t(words.none) },
            { key: 'says', head: t(calendarWords.why), cell: ({ says }) => t(says) },
          ]}
        />
      )}
    </section>
  )
}
