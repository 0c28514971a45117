/** A letter as it reads: the law's parts visibly locked, the others as fields where they may be edited. */
import { Input } from 'antd'
import { useTell } from '../../../kit/console/language.tsx'
import type { AnswerOf } from '../../../kit/contract.ts'
import { type LetterId, letterElements, letters } from '../../../law/letters.ts'
import { Icon } from '../../../ui/icon.tsx'
import type { getLetter } from '../contract/index.ts'
import { caseWords } from './words/case-words.ts'

export type LetterView = AnswerOf<typeof getLetter>
type Block = LetterView['blocks'][number]

interface Props {
  readonly letter: LetterView
  /** What is typed over blocks, by their id. */
  readonly edits?: Readonly<Record<string, string>>
  /** None: it is only read. */
  readonly edit?: (id: string, text: string) => void
}

export function LetterPaper({ letter, edits = {}, edit }: Props) {
  const t = useTell()
  return (
    <article className="r-letter" lang="zh-CN" aria-label={letter.title}>
      {letter.troubles.length > 0 && (
        <div className="c-note r-letter-troubles">
          <div>
            <strong>{t(caseWords.troubles)}</strong>
            <ul>
              {letter.troubles.map(trouble => (
                <li key={trouble.zh}>{t(trouble)}</li>
              ))}
            </ul>
          </div>
        </div>
      )}
      <h3 className="r-letter-title">{letter.title}</h3>
      <p className="r-letter-number">{letter.number ?? t(caseWords.noNumber)}</p>
      <p>{letter.addressee}：</p>
      {letter.blocks
        .filter(({ id }) => !edit || id !== 'explanation')
        .map(block => (
          <Part key={block.id} block={block} text={edits[block.id] ?? block.text} edit={edit} />
        ))}
      {edit && takesExplanation(letter.letter) && <Explanation letter={letter} edits={edits} edit={edit} />}
      {letter.remedy.map(line => (
        <Locked key={line}>{line}</Locked>
      ))}
      <p className="r-letter-sign">
        {letter.signer}
        <br />
        {letter.date}
      </p>
    </article>
  )
}

/** Letters with a place for the agency's own words, printed only where there are some. */
function takesExplanation(kind: string): boolean {
  return isLetter(kind) && letters[kind].parts.some(({ id }) => id === 'explanation')
}

function isLetter(kind: string): kind is LetterId {
  return Object.hasOwn(letters, kind)
}

/** Its own field whether it is printed yet or not: what is typed does not jump into the letter while it is typed. */
function Explanation({ letter, edits = {}, edit }: Props) {
  const t = useTell()
  const printed = letter.blocks.find(({ id }) => id === 'explanation')?.text ?? ''
  return (
    <Input.TextArea
      rows={2}
      maxLength={5000}
      aria-label={t(letterElements.explanation)}
      placeholder={t(caseWords.explanation)}
      value={edits['explanation'] ?? printed}
      onChange={event => edit?.('explanation', event.target.value)}
    />
  )
}

function Part({ block, text, edit }: { readonly block: Block; readonly text: string; readonly edit: Props['edit'] }) {
  const t = useTell()
  if (block.rows) return <Rows rows={block.rows} />
  if (block.locked || !edit) return block.locked && edit ? <Locked>{text}</Locked> : <p className="r-block">{text}</p>
  return (
    <Input.TextArea
      rows={3}
      maxLength={5000}
      aria-label={`${t(caseWords.editable)} ${block.id}`}
      value={text}
      onChange={event => edit(block.id, event.target.value)}
    />
  )
}

function Locked({ children }: { readonly children: string }) {
  const t = useTell()
  return (
    <p className="r-block r-locked" title={t(caseWords.locked)}>
      <Icon name="lock" />
      <span className="visually-hidden">{t(caseWords.locked)}</span> {children}
    </p>
  )
}

function Rows({ rows }: { readonly rows: readonly (readonly string[])[] }) {
  return (
    <table className="r-block">
      <tbody>
        {rows.map(row => (
          <tr key={row.join(' ')}>
            {row.map(cell => (
              <td key={cell}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
