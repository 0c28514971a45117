/** A draft as those read it who may not write it, and as it stays once it was discarded. */
import { useTell } from '../../../kit/console/language.tsx'
import { Markdown } from '../../../kit/console/markdown.tsx'
import { publicationCategories, publicationOrigins } from '../../../law/publications.ts'
import type { PublicationAnswer } from '../contract.ts'
import { publicationWords as w } from './words.ts'

export function ReadPart({ view }: { readonly view: PublicationAnswer }) {
  const t = useTell()
  const { category, origin, originOn, organ, summary, text } = view.publication.content
  const rows = [
    [t(w.category), category && t(publicationCategories[category].label)],
    [t(w.section), view.section],
    [t(w.origin), origin && t(publicationOrigins[origin].label)],
    [t(w.originOn), originOn],
    [t(w.organ), organ],
    [t(w.summary), summary],
  ] as const
  return (
    <section aria-label={t(w.text)}>
      <dl className="c-sheet">
        {rows.map(
          ([name, value]) =>
            value && (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ),
        )}
      </dl>
      {text.trim() !== '' && <Markdown text={text} />}
    </section>
  )
}
