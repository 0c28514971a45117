/** Templates looked at, handed out, taken in, put into force and taken back. */
import { createHash } from 'node:crypto'
import type { Refusal } from '../../../domain/kernel/result.ts'
import type { Resource } from '../../../domain/people/policy.ts'
import { infectedBy } from '../../../kit/closed-files.ts'
import type { AnswerOf, FileAnswer } from '../../../kit/contract.ts'
import { checkTemplate, letterTemplate, templateText } from '../../../kit/letters.ts'
import { notify } from '../../../kit/notify.ts'
import { notFound, refused, refusedInput } from '../../../kit/problem.ts'
import { type Done, signedIn, type Task } from '../../../kit/routes.ts'
import { type LetterId, letterIds, letters } from '../../../law/letters.ts'
import type { Tx } from '../../../platform/db/connect.ts'
import { servingHeaders, truthfulName } from '../../../platform/storage/upload-kinds.ts'
import { oneAtATime } from '../store/requests.ts'
import type * as contracts from './contract.ts'
import {
  addTemplateRow,
  putInForce,
  type TemplateLine,
  type TemplateRow,
  templateInForce,
  templateOf,
  templatesOf,
} from './store.ts'
import { templatesLink, templateWaits } from './waiting.ts'

const templateWord = { zh: '模板', en: 'template' }
const subjectOf = (letter: LetterId) => `letter_template:${letter}`

export async function list({ tx, params }: Task<typeof contracts.listTemplates>) {
  const { agencyId } = params
  const all = await templatesOf(tx, agencyId)
  const items: contracts.LetterTemplates[] = []
  for (const letter of letterIds) {
    const own = all.filter(line => line.letter === letter)
    items.push(await shown(tx, agencyId, letter, own))
  }
  return { items }
}

export async function standardFile({ params }: Task<typeof contracts.standardTemplate>): Promise<FileAnswer> {
  const { letter } = params
  return asFile(`${letters[letter].title.zh}（标准模板）.docx`, await letterTemplate(letter))
}

export async function ownFile({ tx, params }: Task<typeof contracts.templateFile>): Promise<FileAnswer> {
  const row = await versionOf(tx, params)
  return asFile(row.name, row.content)
}

export async function compare({
  tx,
  params,
}: Task<typeof contracts.compareTemplate>): Promise<AnswerOf<typeof contracts.compareTemplate>> {
  const row = await versionOf(tx, params)
  return { standard: templateText(await letterTemplate(params.letter)), own: templateText(row.content) }
}

/** Nothing is kept of what the law’s part is missing from, or what has no business in a template. */
export async function add(task: Task<typeof contracts.addTemplate>): Promise<Done<contracts.LetterTemplates>> {
  const { tx, now, params, body, services } = task
  const { agencyId, letter } = params
  const content = Buffer.from(body.file, 'base64')
  const [first, ...more] = checkTemplate(content, letter).map(
    ({ code, says }): Refusal => ({ code: `template_${code}`, says, at: 'file' }),
  )
  if (first) throw refusedInput('body', [first, ...more])
  const infected = await infectedBy(services, content)
  if (infected) throw refusedInput('body', [infected])
  await oneAtATime(tx, `template ${agencyId} ${letter}`)
  const version = ((await templatesOf(tx, agencyId, letter))[0]?.version ?? 0) + 1
  const sha256 = createHash('sha256').update(content).digest('hex')
  const kept = {
    name: truthfulName('docx', body.name),
    sha256,
    content,
    savedAt: now,
    inForceAt: null,
    inForceBy: null,
  }
  await addTemplateRow(tx, { agencyId, letter, version, authorId: signedIn(task).actor.accountId, ...kept })
  await notify(tx, services, {
    agencyId,
    to: { roles: ['office_head'], except: [signedIn(task).actor.accountId] },
    kind: 'work.template',
    title: templateWaits(letter, version),
    link: templatesLink,
    at: now,
    key: `template ${letter} ${version}`,
  })
  const record = [{ subject: subjectOf(letter), data: { version, sha256, size: content.length } }]
  return { answer: await shownAnew(task), record }
}

/** Whose edit would be put into force. What is not there is told after the caller has been judged. */
export async function editedBy({ tx, params }: Task<typeof contracts.approveTemplate>): Promise<Resource> {
  const { agencyId, letter, version } = params
  const row = await templateOf(tx, agencyId, letter, version)
  return { agencyId, authorId: row?.authorId ?? null }
}

export async function approve(task: Task<typeof contracts.approveTemplate>): Promise<Done<contracts.LetterTemplates>> {
  const { tx, now, params } = task
  const { agencyId, letter, version } = params
  await oneAtATime(tx, `template ${agencyId} ${letter}`)
  const row = await versionOf(tx, params)
  const [found] = checkTemplate(row.content, letter)
  if (found) throw refused({ code: `template_${found.code}`, says: found.says })
  const before = await templateInForce(tx, agencyId, letter)
  if (before?.version === version) return { answer: await shownAnew(task), record: [] }
  await putInForce(tx, { agencyId, letter }, { version, by: signedIn(task).actor.accountId, at: now })
  const data = { before: before?.version ?? null, version, sha256: row.sha256 }
  return { answer: await shownAnew(task), record: [{ subject: subjectOf(letter), data }] }
}

export async function reset(task: Task<typeof contracts.resetTemplate>): Promise<Done<contracts.LetterTemplates>> {
  const { tx, params } = task
  const { agencyId, letter } = params
  await oneAtATime(tx, `template ${agencyId} ${letter}`)
  const before = await templateInForce(tx, agencyId, letter)
  if (before === null) return { answer: await shownAnew(task), record: [] }
  await putInForce(tx, { agencyId, letter }, null)
  return { answer: await shownAnew(task), record: [{ subject: subjectOf(letter), data: { before: before.version } }] }
}

interface OfLetter {
  readonly tx: Tx
  readonly params: { readonly agencyId: string; readonly letter: LetterId }
}

async function shownAnew({ tx, params: { agencyId, letter } }: OfLetter): Promise<contracts.LetterTemplates> {
  return shown(tx, agencyId, letter, await templatesOf(tx, agencyId, letter))
}

async function shown(
  tx: Tx,
  agencyId: string,
  letter: LetterId,
  own: readonly TemplateLine[],
): Promise<contracts.LetterTemplates> {
  const inForce = own.some(({ inForceAt }) => inForceAt !== null) ? await templateInForce(tx, agencyId, letter) : null
  return {
    letter,
    title: letters[letter].title,
    versions: own.map(({ letter: _, inForceBy: __, savedAt, inForceAt, author, ...line }) => ({
      ...line,
      author: author ?? '',
      savedAt: savedAt.toISOString(),
      inForceAt: inForceAt?.toISOString() ?? null,
    })),
    findings: inForce === null ? [] : checkTemplate(inForce.content, letter).map(({ says }) => says),
  }
}

/** Throws `not_found`. */
async function versionOf(
  tx: Tx,
  { agencyId, letter, version }: Task<typeof contracts.templateFile>['params'],
): Promise<TemplateRow> {
  const row = await templateOf(tx, agencyId, letter, version)
  if (!row) throw notFound(templateWord)
  return row
}

function asFile(name: string, bytes: Uint8Array): FileAnswer {
  return { name, type: servingHeaders('docx', name, false)['Content-Type'] ?? 'application/octet-stream', bytes }
}
