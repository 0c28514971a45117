/** Templates that wait to be put into force by somebody who did not edit them: for the work list, and for notices. */
import type { Said } from '../../../domain/kernel/lang.ts'
import { may } from '../../../domain/people/may.ts'
import type { WorkProvider } from '../../../kit/providers.ts'
import { type LetterId, letters } from '../../../law/letters.ts'
import { templatePolicies } from './policies.ts'
import { templatesOf } from './store.ts'

export const templatesLink = '/console/letters'

export function templateWaits(letter: LetterId, version: number): Said {
  const { zh, en } = letters[letter].title
  return {
    zh: `《${zh}》模板第 ${version} 版等待启用`,
    en: `Version ${version} of the template of "${en}" waits to be put into force`,
  }
}

/** Of each letter the latest version, where nobody has put it into force yet. */
export const templateWork: WorkProvider = async (tx, actor) => {
  const { agencyId } = actor
  if (!may(templatePolicies, actor, 'requests.templates', { agencyId }).ok) return []
  const seen = new Set<string>()
  return (await templatesOf(tx, agencyId)).flatMap(({ letter, version, authorId, savedAt, inForceBy }) => {
    const isLatest = !seen.has(letter)
    seen.add(letter)
    if (!isLatest || inForceBy !== null) return []
    if (!may(templatePolicies, actor, 'requests.approveTemplate', { agencyId, authorId }).ok) return []
    const id = letter as LetterId
    return [
      {
        key: `templates:${letter}:${version}`,
        kind: 'template',
        kindLabel: { zh: '文书模板', en: 'Letter template' },
        title: letters[id].title.zh,
        asks: templateWaits(id, version),
        link: templatesLink,
        due: null,
        since: savedAt,
      },
    ]
  })
}
