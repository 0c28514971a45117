/** One list of every decision, each with its article, what it must state and the letter that carries it. */
import { Form, Radio } from 'antd'
import { useId } from 'react'
import { cite } from '../../../../domain/citation.ts'
import type { DecisionInfo } from '../../../../domain/request/decision-info.ts'
import type { RequestKind } from '../../../../domain/request/states.ts'
import { useLang, useTell } from '../../../../kit/console/language.tsx'
import { facts } from '../../../../law/facts.ts'
import { letterName } from '../letter-name.ts'
import { draftWords } from '../words/draft-words.ts'
import { articlesOf, isUnverified, leafGroups } from './leaves.ts'

export function DecisionChoice({ kind }: { readonly kind: RequestKind }) {
  const t = useTell()
  return (
    <section aria-labelledby="decision">
      <h2 id="decision">{t(draftWords.decision)}</h2>
      <Form.Item name="decision">
        <Choices kind={kind} />
      </Form.Item>
    </section>
  )
}

interface ChoicesProps {
  readonly kind: RequestKind
  readonly id?: string
  readonly value?: string
  readonly onChange?: (value: string) => void
}

function Choices({ kind, id, value, onChange }: ChoicesProps) {
  const t = useTell()
  const name = useId()
  return (
    <div className="r-choices" id={id} tabIndex={-1}>
      {leafGroups(kind).map(({ id, label, leaves }) => (
        <fieldset key={id}>
          <legend>{t(label ?? draftWords.beside)}</legend>
          {leaves.map(leaf => (
            <Radio
              key={leaf.id}
              name={name}
              value={leaf.id}
              checked={value === leaf.id}
              disabled={leaf.unanswered}
              onChange={() => onChange?.(leaf.id)}
            >
              <Leaf leaf={leaf} />
            </Radio>
          ))}
        </fieldset>
      ))}
    </div>
  )
}

function Leaf({ leaf }: { readonly leaf: DecisionInfo }) {
  const t = useTell()
  const lang = useLang()
  const { id, label, letter, requires, unanswered } = leaf
  const articles = articlesOf(id).map(article => cite(article, lang))
  return (
    <>
      {t(label)}
      <span className="r-sub">
        {unanswered ? t(draftWords.unanswered) : requires.map(fact => t(facts[fact])).join('；')}
      </span>
      <span className="r-sub">
        {articles.join(lang === 'zh' ? '、' : '; ')}
        {letter && !unanswered && ` · ${t(letterName(letter))}`}
        {isUnverified(id) && ` · ${t(draftWords.unverified)}`}
      </span>
    </>
  )
}
