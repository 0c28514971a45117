/** Fields for exactly what the decision must state; what the record of the case tells is not typed again. */

import type { DecisionInfo } from '../../../../domain/request/decision-info.ts'
import { isTold } from '../../../../domain/request/draft-checks.ts'
import { useTell } from '../../../../kit/console/language.tsx'
import { LongField } from '../../../../kit/console/more-fields.tsx'
import { facts } from '../../../../law/facts.ts'
import type { RequestView } from '../../contract/index.ts'
import { draftWords } from '../words/draft-words.ts'

const most = 2000

export function FactFields({ info, view }: { readonly info: DecisionInfo; readonly view: RequestView }) {
  const t = useTell()
  const told = info.requires.filter(fact => isTold(fact, view.case))
  const typed = info.requires.filter(fact => !told.includes(fact))
  return (
    <section aria-labelledby="facts">
      <h2 id="facts">{t(draftWords.facts)}</h2>
      {typed.map(fact => (
        <LongField key={fact} name={['facts', fact]} label={t(facts[fact])} most={most} required />
      ))}
      {info.optional.map(fact => (
        <LongField
          key={fact}
          name={['facts', fact]}
          label={t(facts[fact])}
          help={t(draftWords.optionalFact)}
          most={most}
        />
      ))}
      {told.length > 0 && (
        <p className="note">
          {t(draftWords.toldByCase)}
          {told.map(fact => t(facts[fact])).join('；')}
        </p>
      )}
    </section>
  )
}
