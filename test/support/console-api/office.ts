/** The made-up templates of letters, files past their time, codes, and the calendar of due dates. */
import { getFeed, makeFeed, revokeFeed } from '../../../src/features/requests/contract/feed.ts'
import { listRetention, newCode } from '../../../src/features/requests/contract/keeping.ts'
import * as templates from '../../../src/features/requests/templates/contract.ts'
import { Problem } from '../../../src/kit/problem.ts'
import { type LetterId, letterIds, letters } from '../../../src/law/letters.ts'
import { now } from './accounts.ts'
import { answers, type Handler, idOf, pageFrom } from './fake.ts'

export interface OfficeThings {
  readonly templates: templates.LetterTemplates[]
  readonly feed: { madeAt: string | null; made: number }
}

const version = (n: number, authorId: string, inForceAt: string | null) => ({
  version: n,
  name: `本局样式${n}.docx`,
  size: 24_000,
  sha256: String(n).repeat(64).slice(0, 64),
  authorId,
  author: '吴芳',
  savedAt: now,
  inForceAt,
})

export function madeUpOffice(): OfficeThings {
  return {
    feed: { madeAt: null, made: 0 },
    templates: letterIds.map(letter => ({
      letter,
      title: letters[letter].title,
      versions: letter === 'L06' ? [version(2, idOf(77), null), version(1, idOf(77), now)] : [],
      findings: [],
    })),
  }
}

const findings = [
  { zh: '法定内容被删除或者改动，应当原样保留：“如对本答复书不服”。', en: 'A part of the law was removed.' },
  { zh: '模板缺少必须填写的项目“{文号}”，请从原模板中复制回来。', en: 'The template lacks "{文号}".' },
]

export function officeHandlers(state: OfficeThings): Handler[] {
  const change = (
    letter: LetterId,
    versions: (before: templates.LetterTemplates['versions']) => templates.LetterTemplates['versions'],
  ) => {
    const at = state.templates.findIndex(row => row.letter === letter)
    const row = state.templates[at] as templates.LetterTemplates
    const after = { ...row, versions: versions(row.versions) }
    state.templates.splice(at, 1, after)
    return after
  }
  return [
    answers(templates.listTemplates, () => ({ items: state.templates })),
    answers(templates.compareTemplate, () => ({ standard: '答复书\n{文号}', own: '示例县专用笺\n答复书\n{文号}' })),
    answers(templates.addTemplate, ({ params, body: { name } }) => {
      if (name.startsWith('坏')) {
        const errors = findings.map(says => ({ at: 'body.file', says }))
        const [first] = findings
        throw new Problem({ status: 422, code: 'template_locked_changed', says: first ?? { zh: '', en: '' }, errors })
      }
      return change(params.letter, before => [version(before.length + 1, idOf(77), null), ...before])
    }),
    answers(templates.approveTemplate, ({ params }) =>
      change(params.letter, all =>
        all.map(one => ({ ...one, inForceAt: one.version === params.version ? now : null })),
      ),
    ),
    answers(templates.resetTemplate, ({ params }) =>
      change(params.letter, all => all.map(one => ({ ...one, inForceAt: null }))),
    ),
    answers(listRetention, ({ query }) => ({ ...pageFrom(oldFiles, query), years: 10 })),
    answers(getFeed, () => ({ madeAt: state.feed.madeAt })),
    answers(makeFeed, () => {
      state.feed.madeAt = now
      state.feed.made += 1
      return { url: `https://xxgk.example.gov.cn/api/v1/agencies/018f/calendar-feed/secret-${state.feed.made}.ics` }
    }),
    answers(revokeFeed, () => {
      state.feed.madeAt = null
      return null
    }),
    answers(newCode, () => ({ number: '〔2026〕12号', queryCode: '7Q2M-0XKD-9AAA-1BCD' })),
  ]
}

const oldFiles = Array.from({ length: 3 }, (_, n) => ({
  id: idOf(800 + n),
  number: `〔2014〕${n + 1}号`,
  title: `道路养护合同（第 ${n + 1} 标段）`,
  kind: 'request' as const,
  closedOn: '2014-06-03',
  archivedOn: '2014-12-31',
  keptUntil: '2024-12-31',
}))
