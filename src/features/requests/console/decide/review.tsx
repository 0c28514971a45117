/** An answer as approvers read it: what it says, what changed, who approved, and their own step. */

import { isDecisionLetter } from '../../../../domain/request/decision-info.ts'
import { reviewStages, secrecyOutcomes } from '../../../../domain/request/vocabulary.ts'
import { useRead } from '../../../../kit/console/api.tsx'
import { diffLines } from '../../../../kit/console/diff.ts'
import { useTell } from '../../../../kit/console/language.tsx'
import { useMay } from '../../../../kit/console/me.tsx'
import { Loaded } from '../../../../kit/console/states.tsx'
import { Icon } from '../../../../ui/icon.tsx'
import { Isolated } from '../../../../ui/isolated.tsx'
import { getLetter, getOffice, listRevisions, previewDraft, type RequestView } from '../../contract/index.ts'
import { nameOf } from '../case/case-context.ts'
import { Section } from '../case/section.tsx'
import { LetterPaper } from '../letter-paper.tsx'
import { numbered } from '../numbered.ts'
import { draftWords } from '../words/draft-words.ts'
import { textOf } from './differences.ts'
import { Returned } from './returned.tsx'
import { ReviewActs } from './review-acts.tsx'
import { stepsId } from './steps-id.ts'

interface Props {
  readonly view: RequestView
}

export function Review({ view }: Props) {
  const { draft } = view.case
  const t = useTell()
  if (!draft) return <p>{t(draftWords.none)}</p>
  return (
    <div className="r-decide">
      <div>
        <Returned view={view} />
        <Chain view={view} draft={draft} />
        <Content view={view} draft={draft} />
        <ReviewActs view={view} draft={draft} />
      </div>
      <section className="r-decide-letter" aria-labelledby="letter-preview">
        <h2 id="letter-preview">{t(signedLetter(view) ? draftWords.afterSigning : draftWords.preview)}</h2>
        <Letter view={view} />
      </section>
    </div>
  )
}

type Draft = NonNullable<RequestView['case']['draft']>

function Chain({ view, draft }: Props & { readonly draft: Draft }) {
  const t = useTell()
  const may = useMay()
  const { agencyId, state } = view.case
  const office = useRead(getOffice, { params: { agencyId } }, { enabled: may(getOffice) })
  const chain = office.data?.chain ?? draft.approvals.map(({ stage }) => stage)
  const next = draft.approvals.length
  return (
    <Section title={t(draftWords.chain)}>
      <ol className="r-chain" id={stepsId} tabIndex={-1}>
        <li>
          <Icon name="ok" /> <strong>{t(draftWords.author)}</strong> {nameOf(view, draft.authorId)} {draft.savedOn}
        </li>
        {chain.map((stage, i) => {
          const done = draft.approvals[i]
          return (
            <li key={stage}>
              <Icon name={done ? 'ok' : 'waiting'} /> <strong>{t(reviewStages[stage].label)}</strong>
              {done ? (
                <span>
                  {nameOf(view, done.by)} {done.on} {done.opinion}
                  {done.secrecy && ` ${t(secrecyOutcomes[done.secrecy])}`}
                </span>
              ) : (
                <span>
                  {t(state === 'in_review' && i === next ? draftWords.currentStage : draftWords.waitingStage)}
                </span>
              )}
            </li>
          )
        })}
      </ol>
    </Section>
  )
}

/** What the answer says, with what changed since the revision before. */
function Content({ view, draft }: Props & { readonly draft: Draft }) {
  const t = useTell()
  const may = useMay()
  const { agencyId, id } = view.case
  const query = useRead(listRevisions, { params: { agencyId, requestId: id } }, { enabled: may(listRevisions) })
  const before = query.data?.items.findLast(({ revision }) => revision < draft.revision)
  const now = textOf(draft, view.papers, t)
  return (
    <Section title={t(before ? draftWords.differences : draftWords.content)}>
      <Diff lines={diffLines(before ? textOf(before, view.papers, t) : now, now)} whole={before === undefined} />
    </Section>
  )
}

function Diff({ lines, whole }: { readonly lines: ReturnType<typeof diffLines>; readonly whole: boolean }) {
  const t = useTell()
  const same = !whole && lines.every(({ is }) => is === 'same')
  return (
    <div className="c-diff">
      {same && <p>{t(draftWords.same)}</p>}
      {numbered(lines).map(({ is, text, nth }) => (
        <p key={nth} className={is === 'same' ? '' : `c-diff-${is}`}>
          {is !== 'same' && <span className="c-diff-word">{t(is === 'gone' ? draftWords.gone : draftWords.come)}</span>}
          <Isolated>{text}</Isolated>
        </p>
      ))}
    </div>
  )
}

/** The letter of the answer once it is signed. */
function signedLetter({ case: { state, letters, draft } }: RequestView) {
  const left = ['signed', 'answered', 'archived'].includes(state)
  return left && draft
    ? letters.findLast(({ letter, to }) => isDecisionLetter(letter) && to === 'applicant')
    : undefined
}

function Letter({ view }: Props) {
  const { agencyId, id } = view.case
  const signed = signedLetter(view)
  const params = { agencyId, requestId: id }
  const letter = useRead(
    getLetter,
    { params: { ...params, letterId: signed?.id ?? id } },
    { enabled: signed !== undefined },
  )
  const preview = useRead(previewDraft, { params }, { enabled: signed === undefined })
  return <Loaded query={signed ? letter : preview}>{shown => <LetterPaper letter={shown} />}</Loaded>
}
