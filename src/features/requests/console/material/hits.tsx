/** What the scan found, each to be covered or left; hidden content, which no copy keeps. */
import { Button, Checkbox } from 'antd'
import { useTell } from '../../../../kit/console/language.tsx'
import type { AnswerOf } from '../../../../kit/contract.ts'
import type { scanPaper } from '../../contract/index.ts'
import { numbered } from '../numbered.ts'
import { materialWords } from '../words/material-words.ts'

export type Scan = AnswerOf<typeof scanPaper>
export type Hit = Scan['hits'][number]

interface Props {
  readonly scan: Scan
  readonly covered: (hit: Hit) => boolean
  readonly cover: (hit: Hit, on: boolean) => void
  readonly show: (hit: Hit) => void
}

export function Hits({ scan, covered, cover, show }: Props) {
  const t = useTell()
  return (
    <section aria-labelledby="hits">
      <h2 id="hits">{t(materialWords.hits)}</h2>
      {scan.unread.length > 0 && <Unread unread={scan.unread} />}
      {scan.hits.length === 0 && (
        <p className="note">{t(scan.unread.length > 0 ? materialWords.noHitsInText : materialWords.noHits)}</p>
      )}
      <ul className="r-hits">
        {numbered(scan.hits).map(hit => (
          <li key={hit.nth}>
            <Checkbox
              checked={covered(hit)}
              onChange={event => cover(hit, event.target.checked)}
              aria-label={t(materialWords.coverOf(t(hit.label), hit.sample, t(hit.place)))}
            >
              <strong>{t(hit.label)}</strong> {hit.sample}
            </Checkbox>
            <span className="r-sub">{t(hit.place)}</span>
            {hit.box && (
              <Button
                size="small"
                onClick={() => show(hit)}
                aria-label={t(materialWords.toPlaceOf(t(hit.label), hit.sample))}
              >
                {t(materialWords.toPlace)}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {scan.hidden.length > 0 && (
        <>
          <h2>{t(materialWords.hidden)}</h2>
          <ul className="r-hits">
            {scan.hidden.map(({ kind, label, place, detail }) => (
              <li key={`${kind} ${place.zh} ${detail}`}>
                <strong>{t(label)}</strong> {t(place)} {detail}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

function Unread({ unread }: { readonly unread: Scan['unread'] }) {
  const t = useTell()
  return (
    <div className="c-note">
      <p>
        <strong>{t(materialWords.unread)}</strong>
      </p>
      <ul>
        {unread.map(({ label, place }) => (
          <li key={`${place.zh} ${label.zh}`}>
            {t(place)} {t(label)}
          </li>
        ))}
      </ul>
    </div>
  )
}
