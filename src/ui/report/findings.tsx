/** The list of findings: each a sentence with its cells, places and basis, leading to the cells and back. */
import type { Lang } from '../../domain/kernel/lang.ts'
import { explainInWords } from '../../domain/report/explain/words.ts'
import type { Edition } from '../../law/editions/index.ts'
import { cellWords } from '../cell-words.ts'
import { Icon } from '../icon.tsx'
import { severityWords, type Teller, teller } from '../messages.ts'
import { placeWords } from '../place.ts'
import { Badges } from './badges.tsx'
import { cellAnchor, findingAnchor, type Judged, type NumberedFinding } from './judged.ts'
import { reportWords } from './words.ts'

interface Props {
  readonly judged: Judged
  readonly edition: Edition
  /** Without its own heading and counts: the page has them already. */
  readonly plain?: boolean
  readonly lang: Lang
}

export function Findings({ judged, edition, plain = false, lang }: Props) {
  const t = teller(lang)
  const { findings, counts, report } = judged
  const explanation = explainInWords(report, lang)
  return (
    <section className="findings" aria-label={t(reportWords.findings)} id="findings" tabIndex={-1}>
      {!plain && (
        <>
          <h2>{t(reportWords.findings)}</h2>
          <p className="findings-counts">
            <Badges counts={counts} lang={lang} />
          </p>
        </>
      )}
      {counts.error + counts.warning === 0 && <p>{t(reportWords.cleanText)}</p>}
      {explanation.length > 0 && (
        <div className="explanation">
          <h3>{t(reportWords.explanation)}</h3>
          {explanation.map(text => (
            <p key={text}>{text}</p>
          ))}
        </div>
      )}
      {findings.length > 0 && (
        <ol className="finding-list" data-findings="">
          {findings.map(finding => (
            <FindingItem key={finding.n} finding={finding} judged={judged} edition={edition} lang={lang} />
          ))}
        </ol>
      )}
      {findings.length > 1 && <p className="note scripted keys-hint">{t(reportWords.findingsHint)}</p>}
    </section>
  )
}

function FindingItem({ finding, judged, edition, lang }: Props & { readonly finding: NumberedFinding }) {
  const t = teller(lang)
  const { n, severity, says, basis, cells, explains = [] } = finding
  // The smallest set may lie in other sums of the same table; those cells are named where they stand.
  const here = explains.filter(id => cells.includes(id))
  const suspects = here.length > 0 ? here : explains
  const first = [...suspects, ...cells].find(id => judged.report.cells[id]?.at)
  return (
    <li className={`finding finding-${severity}`} id={findingAnchor(n)} tabIndex={-1} data-severity={severity}>
      <p className="finding-head">
        <Icon name={severity} /> {t(severityWords[severity])} {n}
        {first !== undefined && <Source judged={judged} id={first} t={t} />}
      </p>
      <p className="finding-says">{says}</p>
      {suspects.length > 0 && (
        <details className="finding-cells" open={suspects.length <= openMost}>
          <summary>
            {t(explains.length === 1 ? reportWords.suspects : reportWords.suspectsMany(suspects.length))}
          </summary>
          <Cells ids={suspects} judged={judged} edition={edition} lang={lang} />
        </details>
      )}
      {cells.length > 0 && (
        <details className="finding-cells" open={cells.length <= openMost && suspects.length === 0}>
          <summary>{t(reportWords.seeCells(cells.length))}</summary>
          <Cells ids={cells} judged={judged} edition={edition} lang={lang} />
        </details>
      )}
      {basis && <p className="finding-basis">{t(reportWords.basis(basis))}</p>}
    </li>
  )
}

/** Longer lists of cells are folded up. */
const openMost = 2

interface CellsProps extends Props {
  readonly ids: readonly string[]
}

function Cells({ ids, judged, edition, lang }: CellsProps) {
  const t = teller(lang)
  return (
    <ul className="cell-links">
      {ids.map(id => (
        <li key={id}>
          <a href={`#${cellAnchor(id)}`}>{cellWords(edition, id, lang)}</a>
          <Source judged={judged} id={id} t={t} />
        </li>
      ))}
    </ul>
  )
}

function Source({ judged, id, t }: { readonly judged: Judged; readonly id: string; readonly t: Teller }) {
  const at = judged.report.cells[id]?.at
  return at ? <span className="place">{` ${t(placeWords(at))}`}</span> : null
}
