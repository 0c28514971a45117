/** Who is told of pages: those who may publish what waits, and its author of what came of it. */
import { rolesFor } from '../../domain/people/policy.ts'
import { type Notice, notify } from '../../kit/notify.ts'
import { signedIn, type Task } from '../../kit/routes.ts'
import type * as contracts from './contract.ts'
import { pageLink } from './paths.ts'
import { agencyPolicies } from './policies.ts'

type Written = Task<typeof contracts.addDocument> | Task<typeof contracts.saveDocument>

interface Version {
  readonly documentId: string
  readonly version: number
  readonly title: string
}

/** A version waits for publication (条例12): nobody publishes what they wrote, so its author need not be told. */
export async function tellPublishers(task: Written, { documentId, version, title }: Version): Promise<void> {
  await tell(task, documentId, {
    to: { roles: rolesFor(agencyPolicies, 'agencies.publishDocument'), except: [signedIn(task).actor.accountId] },
    kind: 'work.document',
    title: { zh: `页面“${title}”等待发布`, en: `The page "${title}" waits to be published` },
    body: {
      zh: `第 ${version} 版已保存，请审阅后发布。`,
      en: `Version ${version} was saved; read it and publish it.`,
    },
    key: `${documentId}:${version}`,
  })
}

interface Shown extends Omit<Version, 'version'> {
  readonly authorId: string
  /** Null: taken down. */
  readonly shown: number | null
}

export async function tellAuthor(
  task: Task<typeof contracts.publishDocument>,
  { documentId, title, authorId, shown }: Shown,
): Promise<void> {
  const says =
    shown === null
      ? { zh: `页面“${title}”已撤下`, en: `The page "${title}" was taken down` }
      : { zh: `页面“${title}”第 ${shown} 版已发布`, en: `Version ${shown} of the page "${title}" was published` }
  const to = { accounts: [authorId], except: [signedIn(task).actor.accountId] }
  await tell(task, documentId, { to, kind: 'result.document', title: says })
}

async function tell(
  { tx, now, params, services }: Written | Task<typeof contracts.publishDocument>,
  documentId: string,
  notice: Omit<Notice, 'agencyId' | 'at' | 'link'>,
): Promise<void> {
  await notify(tx, services, { agencyId: params.agencyId, at: now, link: pageLink(documentId), ...notice })
}
