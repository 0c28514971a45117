/** The made-up drafts to publish: one of a request, one of the agency's own, one discarded. */
import type { Result } from '../../../src/domain/kernel/result.ts'
import { beginDraft, discardDraft, editDraft, stillNeeded } from '../../../src/domain/publication/draft.ts'
import type { Publication, PublicationContent } from '../../../src/domain/publication/publication.ts'
import * as c from '../../../src/features/publications/contract.ts'
import { agencyId, now } from './accounts.ts'
import { answers, type Handler, idOf, pageFrom, refusal } from './fake.ts'
import { day, me, section, today } from './requests/cases.ts'

export interface Publications {
  readonly publications: c.PublicationView[]
}

const blank: PublicationContent = {
  ...{ title: '', category: null, summary: '', text: '', sectionId: null },
  ...{ origin: null, originOn: null, organ: '示例县人民政府' },
}

function viewOf(publication: Publication, files: c.PublicationFile[] = []): c.PublicationView {
  return {
    publication: publication as c.PublicationView['publication'],
    files,
    needed: [...stillNeeded(publication.content)],
    section: publication.content.sectionId === null ? null : '办公室',
    discardedBy: publication.standing.state === 'discarded' ? '陈明' : null,
    createdAt: now,
    updatedAt: now,
  }
}

const draft = (n: number, content: Partial<PublicationContent>, more: Partial<Publication> = {}): Publication => ({
  ...{ agencyId, id: idOf(n), version: 1, content: { ...blank, ...content } },
  ...{ source: { kind: 'own' }, standing: { state: 'draft' }, ...more },
})

export function madeUpPublications(): Publications {
  const disclosed = draft(
    2001,
    { title: '污水处理厂扩建工程施工合同', sectionId: section },
    {
      source: {
        kind: 'request',
        requestId: idOf(1006),
        number: '〔2026〕6号',
        answer: { on: day('2026-11-20'), decision: 'partial' },
        withheld: [{ part: '合同第 4 页报价清单', exemption: 'E15' }],
        papersLeft: 1,
      },
    },
  )
  const file = {
    id: idOf(2101),
    name: '施工合同（处理后）.pdf',
    type: 'pdf',
    size: 180_000,
    sha256: 'a'.repeat(64),
    at: now,
  }
  const own = draft(2002, {
    ...{ title: '2025年国民经济和社会发展统计公报', category: 'statistics', summary: '全县经济和社会发展的主要数据。' },
    ...{
      text: '# 综合\n\n- 地区生产总值\n- 常住人口',
      sectionId: section,
      origin: 'made',
      originOn: day('2026-11-02'),
    },
  })
  const reason = '内容已由上级机关统一公开'
  const gone = draft(
    2003,
    { title: '2024年度工作要点' },
    { version: 2, standing: { state: 'discarded', on: day('2026-11-10'), by: me, reason } },
  )
  return { publications: [viewOf(disclosed, [file]), viewOf(own), viewOf(gone)] }
}

export function publicationHandlers(state: Publications): Handler[] {
  const one = (id: string) => {
    const found = state.publications.find(({ publication }) => publication.id === id)
    if (!found) throw refusal(404, 'not_found', '没有找到这个主动公开草稿。')
    return found
  }
  const put = (id: string, result: Result<Publication>) => {
    if (!result.ok) throw refusal(422, result.refusal.code, result.refusal.says.zh, `body.${result.refusal.at}`)
    const before = state.publications.find(({ publication }) => publication.id === id)
    const after = viewOf(result.value, before?.files)
    state.publications.splice(before ? state.publications.indexOf(before) : 0, before ? 1 : 0, after)
    return after
  }
  return [
    answers(c.listPublications, ({ query: { q, state: standing, source, ...page } }) =>
      pageFrom(
        state.publications
          .filter(({ publication: { content, standing: s, source: from } }) => {
            const fits = (!standing || s.state === standing) && (!source || from.kind === source)
            return fits && (!q || content.title.includes(q))
          })
          .map(itemOf),
        page,
      ),
    ),
    answers(c.getPublication, ({ params }) => one(params.publicationId)),
    answers(c.createPublication, ({ body }) => {
      const id = idOf(2100 + state.publications.length)
      return put(id, beginDraft({ agencyId, id, content: body, source: { kind: 'own' } }, today))
    }),
    answers(c.editPublication, ({ params, body: { version, ...content } }) => {
      const { publication } = one(params.publicationId)
      if (publication.version !== version) throw refusal(409, 'changed_meanwhile', '您打开之后，草稿已被他人修改。')
      return put(publication.id, editDraft(publication, content, today))
    }),
    answers(c.discardPublication, ({ params, body: { reason } }) => {
      const { publication } = one(params.publicationId)
      return put(publication.id, discardDraft(publication, { on: today, by: me, reason }))
    }),
    answers(c.addPublicationFile, ({ params, body }) => {
      const view = one(params.publicationId)
      const file = { id: idOf(2200 + view.files.length), name: body.name, type: 'txt', size: 4, sha256: 'b'.repeat(64) }
      const added = { ...file, at: now }
      view.files.push(added)
      return added
    }),
    answers(c.removePublicationFile, ({ params }) => {
      const { files } = one(params.publicationId)
      files.splice(
        files.findIndex(({ id }) => id === params.fileId),
        1,
      )
      return null
    }),
    answers(c.publicationFileContent, () => ({ name: '附件.txt', type: 'text/plain', bytes: Buffer.from('附件') })),
  ]
}

function itemOf({ publication, section: named, needed, updatedAt }: c.PublicationView): c.PublicationItem {
  const { id, content, source, standing } = publication
  return {
    ...{ id, title: content.title, category: content.category, section: named, updatedAt },
    ...{ state: standing.state, source: source.kind, needed: needed.length },
    requestNumber: source.kind === 'request' ? source.number : null,
  }
}
