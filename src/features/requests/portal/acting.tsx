/** What an applicant sends with a request that is open: read as typed, refused at its place, done once however often it is sent. */
import type { Said } from '../../../domain/kernel/lang.ts'
import { done, type Refusal, type Result, refuse } from '../../../domain/kernel/result.ts'
import { reachIds } from '../../../domain/request/intake/contact.ts'
import type { CitizenAct, Uploaded } from '../citizen.ts'
import { longestText } from '../contract/citizen.ts'
import { notRead } from './applying.tsx'
import { type SentForm, sentForm } from './bodies.ts'
import { followedBy, shownCase } from './following.tsx'
import { keyIn, leadTo, originOf, type Visit } from './site.ts'
import { caseWords, papersWords, troubleWords } from './words.ts'

export async function caseAct(visit: Visit): Promise<Response | null> {
  const { site, host, c, paths } = visit
  const who = await followedBy(visit)
  if (!who) return leadTo(visit, paths.track)
  const sent = await sentForm(visit)
  if (typeof sent === 'string') return notRead(visit, sent)
  const act = c.req.param('act') ?? ''
  if (!isAct(act)) return null
  const read = readers[act](sent)
  const origin = originOf(visit, keyIn(sent.fields) ?? '')
  const acted = read.ok ? await site.desk.act(host.agency.id, who, read.value, origin) : read
  if (acted.ok) return leadTo(visit, `${paths.case}?done`)
  return shownCase(visit, who, { act, typed: sent.fields, trouble: onPage(acted.refusal, sent) })
}

type ActId = CitizenAct['act']

function isAct(name: string): name is ActId {
  return Object.hasOwn(readers, name)
}

const readers: Readonly<Record<ActId, (sent: SentForm) => Result<CitizenAct>>> = {
  correct: sent =>
    written(sent, 'correct', 'text', text => ({ act: 'correct', text, papers: papersIn(sent, 'applicant_other') })),
  giveReasons: sent => written(sent, 'giveReasons', 'text', text => ({ act: 'giveReasons', text })),
  declarePaid: sent =>
    written(sent, 'declarePaid', 'note', note => ({ act: 'declarePaid', note, papers: papersIn(sent, 'payment') })),
  proposePublication: sent =>
    written(sent, 'proposePublication', 'proposal', reason => ({ act: 'proposePublication', reason })),
  withdraw: sent =>
    sent.fields.get('sure') === 'yes'
      ? written(sent, 'withdraw', 'why', reason => ({ act: 'withdraw', reason }))
      : refuse('unsure', troubleWords.unsure, 'sure'),
  changeContact,
}

/** Nothing is cut: what is too long is told with its length, and stays in its form. */
function written(
  { fields }: SentForm,
  act: keyof typeof longestText,
  field: string,
  made: (text: string) => CitizenAct,
): Result<CitizenAct> {
  const text = (fields.get(field) ?? '')
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n\t]/gu, ' ')
    .trim()
  const { least, most } = longestText[act]
  if (text.length < least) return refuse('missing', troubleWords.missing, field)
  return text.length > most ? refuse('too_long', troubleWords.tooLong(most, text.length), field) : done(made(text))
}

function changeContact({ fields }: SentForm): Result<CitizenAct> {
  const change: { [id: string]: string | null } = {}
  for (const id of reachIds) {
    const typed = (fields.get(id) ?? '').trim()
    const removed = fields.get(`remove-${id}`) === 'yes'
    if (typed !== '' && removed) return refuse('contradiction', caseWords.contactBoth, id)
    if (typed !== '' || removed) change[id] = removed ? null : typed
  }
  return done({ act: 'changeContact', ...change })
}

function papersIn({ files }: SentForm, kind: Uploaded['kind']): readonly Uploaded[] {
  return files.map(({ name, bytes }) => ({ kind, name, bytes }))
}

/** A paper that is refused is told by its name, at the field it was chosen in. */
function onPage(refusal: Refusal, { files }: SentForm): Refusal {
  const file = files[Number(/^papers\.(\d+)\./.exec(refusal.at ?? '')?.[1] ?? -1)]
  if (!file) return refusal
  const says: Said = papersWords.refused(file.name, refusal.says)
  return { ...refusal, says, at: 'file' }
}
