/** What waits for those who write: information disclosed on request, to be made ready for all (条例44). */
import { may } from '../../domain/people/may.ts'
import { stillNeeded } from '../../domain/publication/draft.ts'
import type { Publication } from '../../domain/publication/publication.ts'
import { publicationStates } from '../../domain/publication/vocabulary.ts'
import type { SearchProvider, Waiting, WorkProvider } from '../../kit/providers.ts'
import { publicationPolicies } from './policies.ts'
import { draftsOfRequests, type KeptPublication, publicationsBehind } from './store.ts'

const linkTo = ({ id }: Publication) => `/console/publications/${id}`

/** The law says promptly (及时) and sets no day: none is due. */
export const publicationWork: WorkProvider = async (tx, actor) => {
  const { agencyId } = actor
  if (!may(publicationPolicies, actor, 'publications.edit', { agencyId }).ok) return []
  return (await draftsOfRequests(tx, agencyId)).map(waiting)
}

function waiting({ publication, createdAt }: KeptPublication): Waiting {
  const needed = stillNeeded(publication.content)
  const list = (lang: 'zh' | 'en') => needed.map(said => said[lang]).join(lang === 'zh' ? '、' : ', ')
  const missing =
    needed.length === 0 ? { zh: '', en: '' } : { zh: `，还缺${list('zh')}`, en: `; missing: ${list('en')}` }
  return {
    key: `publications:${publication.id}`,
    kind: 'publication_draft',
    kindLabel: { zh: '主动公开', en: 'Publication' },
    title: publication.content.title,
    asks: {
      zh: `来自依申请公开的信息待整理公开${missing.zh}`,
      en: `Disclosed on request, to be made ready for all${missing.en}`,
    },
    link: linkTo(publication),
    due: null,
    since: createdAt,
  }
}

/** By title and by the number of the request it came of. */
export const searchPublications: SearchProvider = async (tx, actor, q, limit) => {
  const { agencyId } = actor
  if (!may(publicationPolicies, actor, 'publications.list', { agencyId }).ok) return []
  const found = await publicationsBehind(tx, agencyId, { q }, { limit: limit - 1 })
  return found.map(({ publication }) => ({
    kind: 'publication',
    kindLabel: { zh: '主动公开信息', en: 'Publication' },
    title: publication.content.title,
    detail: publicationStates[publication.standing.state].zh,
    link: linkTo(publication),
  }))
}
