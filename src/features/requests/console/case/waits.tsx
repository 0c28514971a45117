/** What waits now, for whom, and until when. */
import { useTell } from '../../../../kit/console/language.tsx'
import { Icon } from '../../../../ui/icon.tsx'
import { caseWords } from '../words/case-words.ts'
import { useCase } from './case-context.ts'

export function Waits() {
  const t = useTell()
  const { waits } = useCase().view
  if (waits.length === 0) return null
  return (
    <section className="r-waits" aria-label={t(caseWords.waits)}>
      <ul>
        {waits.map(({ what, who, by }) => (
          <li key={what.zh}>
            <Icon name="waiting" /> <strong>{t(what)}</strong> {who.join('、')} {by && t(caseWords.by(by))}
          </li>
        ))}
      </ul>
    </section>
  )
}
