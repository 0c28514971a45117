/** An answer as lines of text, so that two revisions can be held against each other. */
import type { Said } from '../../../../domain/kernel/lang.ts'
import { decisionInfo } from '../../../../domain/request/decision-info.ts'
import { exemptions } from '../../../../law/exemptions.ts'
import { facts } from '../../../../law/facts.ts'
import type { RequestView } from '../../contract/index.ts'
import { draftWords } from '../words/draft-words.ts'

type Draft = NonNullable<RequestView['case']['draft']>

export function textOf(draft: Draft, papers: RequestView['papers'], t: (said: Said) => string): string {
  const stated = Object.entries(draft.facts).map(([fact, text]) => `${t(facts[fact as keyof typeof facts])}：${text}`)
  const { earlier } = draft
  const repeats =
    earlier === null || earlier.from === 'words'
      ? []
      : [`${t(facts.earlier_answer)}：${t(draftWords.earlierGiven(earlier.number, earlier.on))}`]
  const withheld = draft.withheld.map(
    ({ part, exemption, reason }) => `${t(draftWords.withheld)}：${part}（${t(exemptions[exemption].label)}）${reason}`,
  )
  const attached = draft.attachments.map(
    id => `${t(draftWords.attachments)}：${papers.find(paper => paper.id === id)?.name ?? id}`,
  )
  const { label } = decisionInfo(draft.decision)
  return [
    `${t(draftWords.decision)}：${t(label)}`,
    ...repeats,
    ...stated,
    ...withheld,
    ...Object.values(draft.edits),
    ...attached,
  ].join('\n')
}
