/** 帮助: how this console works, in a few sentences; the roles and what each does. */
import { roleIds, roles } from '../../../domain/people/roles.ts'
import { useTell } from '../../../kit/console/language.tsx'
import { PageHead } from '../../../kit/console/states.tsx'
import { helpParts, helpWords } from './help-words.ts'

export function Help() {
  const t = useTell()
  return (
    <div className="c-page c-help">
      <PageHead title={t(helpWords.title)} lead={t(helpWords.lead)} />
      {helpParts.map(({ head, lines }) => (
        <section key={head.en}>
          <h2>{t(head)}</h2>
          <ul>
            {lines.map(line => (
              <li key={line.en}>{t(line)}</li>
            ))}
          </ul>
        </section>
      ))}
      <section>
        <h2>{t(helpWords.roles)}</h2>
        <dl className="c-sheet">
          {roleIds.map(role => (
            <div key={role}>
              <dt>{t(roles[role].label)}</dt>
              <dd>{t(roles[role].does)}</dd>
            </div>
          ))}
        </dl>
        <p className="note">{t(helpWords.apart)}</p>
      </section>
    </div>
  )
}
