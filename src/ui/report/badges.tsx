/** Small marks of a report's state: always an icon and words. */
import type { Lang } from '../../domain/kernel/lang.ts'
import { Icon } from '../icon.tsx'
import { teller } from '../messages.ts'
import type { Counts } from './judged.ts'
import { reportWords } from './words.ts'

export function Badges({ counts, lang }: { readonly counts: Counts; readonly lang: Lang }) {
  const t = teller(lang)
  const shown = [
    { name: 'error', n: counts.error, said: reportWords.nErrors(counts.error) },
    { name: 'warning', n: counts.warning, said: reportWords.nWarnings(counts.warning) },
    { name: 'info', n: counts.info, said: reportWords.nInfos(counts.info) },
  ] as const
  const some = shown.filter(badge => badge.n > 0)
  return (
    <span className="badges">
      {counts.error + counts.warning === 0 && (
        <span className="badge badge-ok">
          <Icon name="ok" /> {t(reportWords.clean)}
        </span>
      )}
      {some.map(badge => (
        <span className={`badge badge-${badge.name}`} key={badge.name}>
          <Icon name={badge.name} /> {t(badge.said)}
        </span>
      ))}
    </span>
  )
}
