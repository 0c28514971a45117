/** 文书模板: every letter of the law, and whether the agency's own template is in force. */
import { Link } from '@tanstack/react-router'
import { useRead } from '../../../../kit/console/api.tsx'
import { useTell } from '../../../../kit/console/language.tsx'
import { Mark } from '../../../../kit/console/mark.tsx'
import { useMe } from '../../../../kit/console/me.tsx'
import { Loaded, PageHead } from '../../../../kit/console/states.tsx'
import { DataTable } from '../../../../kit/console/table.tsx'
import { words } from '../../../../kit/console/words.ts'
import { type LetterTemplates, listTemplates } from '../../templates/contract.ts'
import { templateWords } from './words.ts'

export function TemplateList() {
  const t = useTell()
  const { agencyId } = useMe()
  const query = useRead(listTemplates, { params: { agencyId } })
  return (
    <div className="c-page">
      <PageHead title={t(templateWords.title)} lead={t(templateWords.lead)} />
      <Loaded query={query}>
        {({ items }) => (
          <DataTable<LetterTemplates>
            caption={t(templateWords.title)}
            rows={items}
            rowKey={({ letter }) => letter}
            columns={[
              {
                key: 'letter',
                head: t(templateWords.letter),
                names: true,
                cell: ({ letter, title }) => (
                  <Link to={`/letters/${letter}`}>
                    {letter} {t(title)}
                  </Link>
                ),
              },
              { key: 'use', head: t(templateWords.inUse), cell: row => <InUse row={row} /> },
              { key: 'waiting', head: t(templateWords.waiting), cell: row => waiting(row, t) },
            ]}
          />
        )}
      </Loaded>
    </div>
  )
}

export function InUse({ row }: { readonly row: LetterTemplates }) {
  const t = useTell()
  const own = row.versions.find(({ inForceAt }) => inForceAt !== null)
  if (!own) return t(templateWords.standard)
  return (
    <>
      <Mark look="ok">{t(templateWords.own(own.version))}</Mark>
      {row.findings.length > 0 && <Mark look="warning">{t(templateWords.leftAside)}</Mark>}
    </>
  )
}

/** The latest, where it came after the one in force. */
function waiting({ versions }: LetterTemplates, t: ReturnType<typeof useTell>): string {
  const [latest] = versions
  return latest && latest.inForceAt === null ? t(templateWords.waits(latest.version)) : t(words.none)
}
