/** The way through the form: each page is kept before it is looked at, so that nothing typed is lost. */

import type { Said } from '../../../domain/kernel/lang.ts'
import type { Refusal } from '../../../domain/kernel/result.ts'
import { fieldsOf, type IntakePart, intakeParts } from '../../../domain/request/intake/fields.ts'
import { readApplication, troublesIn } from '../../../domain/request/intake/read.ts'
import { teller } from '../../../ui/messages.ts'
import { type SentForm, sentForm } from './bodies.ts'
import { CheckPage } from './check.tsx'
import {
  begunOf,
  type Fields,
  fieldsFrom,
  onPage,
  paperLimits,
  papersOf,
  typedOf,
  uploadKinds,
  withoutPaper,
  withPaper,
  withTyped,
} from './draft.ts'
import { PapersPage } from './papers.tsx'
import { isStep, type Step } from './paths.ts'
import { forgetSending, sendingKey, sendingOf, sentPage, shownReceipt } from './sent.tsx'
import { leadTo, originOf, show, type Visit } from './site.ts'
import { ClosedPage, StartPage } from './start.tsx'
import { FieldsPage, FoundPage } from './step.tsx'
import { papersWords, start, stepping, stepTitles, troubleWords } from './words.ts'

const cookieName = 'gongkai_application'
const keptSeconds = 30 * 24 * 3600

function isPart(step: Step): step is IntakePart {
  return (intakeParts as readonly string[]).includes(step)
}

/** This browser no longer finds the form it began; the form itself stays for its time. */
export function forgetApplication(visit: Visit): void {
  visit.site.cookies.remove(visit.c, cookieName)
  forgetSending(visit)
}

export async function startPage(visit: Visit): Promise<Response> {
  const { host, site, c, paths } = visit
  const t = teller(host.lang)
  if (!host.agency.channels.includes('online'))
    return show(visit, { title: t(start.title), body: <ClosedPage visit={visit} /> })
  const [agencyId, name] = (site.cookies.read(c, cookieName) ?? '').split(' ')
  const there = agencyId === host.agency.id && name ? await site.desk.draft(host.agency.id, name) : null
  const begun = there && name ? paths.step(name, 'wanted') : null
  const signedIn = (await visit.citizen()) !== null
  return show(visit, { title: t(start.title), body: <StartPage visit={visit} begun={begun} signedIn={signedIn} /> })
}

export async function begin(visit: Visit): Promise<Response> {
  const { host, site, c, paths } = visit
  if (!host.agency.channels.includes('online')) return leadTo(visit, paths.start)
  const sent = await sentForm(visit)
  if (typeof sent === 'string') return notRead(visit, sent)
  const citizen = await visit.citizen()
  const filled = citizen ? await site.accounts.filledIn(citizen) : {}
  const fields = fieldsFrom(sent.fields, filled)
  const made = await site.desk.keepDraft(host.agency.id, null, fields, originOf(visit, ''))
  if (!made.ok) return refusedPage(visit, made.refusal)
  site.cookies.write(c, cookieName, `${host.agency.id} ${made.value}`, keptSeconds)
  return leadTo(visit, paths.step(made.value, 'wanted'))
}

interface Form {
  readonly name: string
  readonly step: Step
  readonly fields: Fields
}

/** The form named in the address. */
async function formOf({ c, site, host }: Visit, step: Step): Promise<Form | null> {
  const name = c.req.param('draft') ?? ''
  const fields = await site.desk.draft(host.agency.id, name)
  return fields && { name, step, fields }
}

/** Where there is no such form any more: the receipt of what it became, or the page that says it is gone. */
async function formless(visit: Visit, typed: URLSearchParams | null): Promise<Response> {
  return (await sentPage(visit, visit.c.req.param('draft') ?? '', typed)) ?? gone(visit)
}

export async function stepPage(visit: Visit): Promise<Response | null> {
  const step = visit.c.req.param('step') ?? ''
  if (!isStep(step)) return null
  const form = await formOf(visit, step)
  return form ? shownStep(visit, form, []) : formless(visit, null)
}

export async function stepSent(visit: Visit): Promise<Response | null> {
  const step = visit.c.req.param('step') ?? ''
  if (!isStep(step)) return null
  const form = await formOf(visit, step)
  const sent = await sentForm(visit)
  if (typeof sent === 'string') return notRead(visit, sent)
  if (form === null) return step === 'check' ? sentAgain(visit, sent) : formless(visit, sent.fields)
  if (isPart(step)) return partSent(visit, { ...form, step }, sent)
  return step === 'papers' ? paperSent(visit, form, sent) : send(visit, form, sent)
}

async function partSent(visit: Visit, form: Form & { readonly step: IntakePart }, sent: SentForm): Promise<Response> {
  const applying = begunOf(form.fields)
  const fields = withTyped(form.fields, fieldsOf(form.step, applying), sent.fields)
  const kept = await keep(visit, form.name, fields, sent.fields)
  if (kept) return kept
  const troubles = troublesIn(form.step, typedOf(fields), applying)
  if (troubles.length > 0) return shownStep(visit, { ...form, fields }, troubles)
  const next: Readonly<Record<IntakePart, string>> = {
    wanted: visit.paths.found(form.name),
    applicant: visit.paths.step(form.name, 'delivery'),
    delivery: visit.paths.step(form.name, 'papers'),
  }
  return leadTo(visit, next[form.step])
}

/** Null where it was kept; where it was sent meanwhile, the receipt with what was typed. */
async function keep(visit: Visit, name: string, fields: Fields, typed: URLSearchParams): Promise<Response | null> {
  const kept = await visit.site.desk.keepDraft(visit.host.agency.id, name, fields, originOf(visit, name))
  if (kept.ok) return null
  return kept.refusal.code === 'already_sent' ? formless(visit, typed) : refusedPage(visit, kept.refusal)
}

export async function foundPage(visit: Visit): Promise<Response> {
  const { c, site, host, paths } = visit
  const name = c.req.param('draft') ?? ''
  const fields = await site.desk.draft(host.agency.id, name)
  if (!fields) return formless(visit, null)
  const { title = '', features = '' } = typedOf(fields)
  const looked = await site.desk.published(host.agency.id, `${title} ${features}`.slice(0, 300), originOf(visit, name))
  // To look is a help: who may not look just now goes on all the same.
  const found = looked.ok ? looked.value : []
  if (found.length === 0) return leadTo(visit, paths.step(name, 'applicant'))
  const t = teller(host.lang)
  return show(visit, { title: t(stepping.found), body: <FoundPage visit={visit} name={name} found={found} /> })
}

async function paperSent(visit: Visit, { name, fields }: Form, { fields: typed, files }: SentForm): Promise<Response> {
  const removed = typed.get('remove')
  if (removed !== null)
    return (
      (await keep(visit, name, withoutPaper(fields, removed), typed)) ?? leadTo(visit, visit.paths.step(name, 'papers'))
    )
  const [file] = files
  const mb = paperLimits.bytes / 2 ** 20
  const given = typed.get('kind') ?? ''
  const kind = Object.hasOwn(uploadKinds, given) ? (given as keyof typeof uploadKinds) : 'applicant_other'
  const tell = (trouble: Said) => shownPapers(visit, { name, step: 'papers', fields }, trouble, kind)
  if (!file) return tell(papersWords.empty)
  if (file.bytes.length > paperLimits.bytes) return tell(papersWords.tooBig(mb))
  if (papersOf(fields).length >= paperLimits.most) return tell(papersWords.tooMany(paperLimits.most))
  const trouble = await visit.site.desk.paperTrouble(file.bytes)
  if (trouble) return tell(papersWords.refused(file.name, trouble.says))
  return (
    (await keep(visit, name, withPaper(fields, { kind, name: file.name, bytes: file.bytes }), typed)) ??
    leadTo(visit, visit.paths.step(name, 'papers'))
  )
}

async function send(visit: Visit, form: Form, typed: SentForm): Promise<Response> {
  const { site, host } = visit
  const begun = begunOf(form.fields)
  const read = readApplication(typedOf(form.fields), begun)
  if (!read.ok) return shownStep(visit, form, read.refusals)
  const papers = papersOf(form.fields)
  const application = { kind: begun.kind, ...read.value, papers: papers.map(({ key, ...paper }) => paper) }
  const citizen = await visit.citizen()
  const sending = sendingOf(visit, typed.fields)
  const origin = { ...originOf(visit, form.name), sending, accountId: citizen?.id ?? null }
  const sent = await site.desk.apply(host.agency.id, application, origin)
  if (!sent.ok && sent.refusal.code === 'already_sent') return sentAgain(visit, typed)
  if (!sent.ok) {
    const all = 'all' in sent ? sent.all : [sent.refusal]
    const placed = all.map(refusal => onPage(refusal, papers))
    return shownStep(visit, form, placed)
  }
  site.cookies.remove(visit.c, cookieName)
  const { sort, agent } = begun
  return shownReceipt(visit, { receipt: sent.value, sort, agent, owned: citizen !== null }, null)
}

/** The same sending once more is shown the same receipt; any other is told that it came too late. */
async function sentAgain(visit: Visit, { fields }: SentForm): Promise<Response> {
  const { c, site, host } = visit
  const sent = await site.desk.sent(host.agency.id, c.req.param('draft') ?? '', sendingOf(visit, fields))
  if (!sent) return gone(visit)
  return shownReceipt(visit, sent, sent.receipt.queryCode === null ? new URLSearchParams() : null)
}

function shownStep(visit: Visit, form: Form, troubles: readonly Refusal[]): Response {
  const t = teller(visit.host.lang)
  const { name, step, fields } = form
  const status = troubles.length > 0 ? 422 : 200
  const title = t(stepTitles[step])
  if (isPart(step)) {
    const body = <FieldsPage visit={visit} name={name} step={step} fields={fields} troubles={troubles} />
    return show(visit, { title, body, status })
  }
  if (step === 'papers') return shownPapers(visit, form, null)
  return show(visit, {
    title,
    body: <CheckPage {...{ visit, name, fields, troubles }} sendingKey={sendingKey(visit)} />,
    status,
  })
}

function shownPapers(visit: Visit, { name, fields }: Form, trouble: Said | null, kind?: string): Response {
  const t = teller(visit.host.lang)
  const body = <PapersPage {...{ visit, name, fields, trouble, ...(kind !== undefined && { kind }) }} />
  return show(visit, { title: t(stepTitles.papers), body, status: trouble ? 422 : 200 })
}

function gone(visit: Visit): Response {
  const { host, paths } = visit
  const t = teller(host.lang)
  const body = <Told title={t(troubleWords.title)} says={t(stepping.gone)} href={paths.start} label={t(start.title)} />
  return show(visit, { title: t(troubleWords.title), body, status: 410 })
}

export function notRead(visit: Visit, why: 'too_large' | 'busy' | 'broken'): Response {
  return refusedPage(visit, { code: why, says: why === 'busy' ? troubleWords.busy : troubleWords.tooBig })
}

export function refusedPage(visit: Visit, { code, says }: Refusal): Response {
  const { host, paths } = visit
  const t = teller(host.lang)
  const statuses: Readonly<Record<string, 413 | 429 | 503>> = { too_large: 413, busy: 503, too_often: 429 }
  const body = <Told title={t(troubleWords.title)} says={t(says)} href={paths.apply} label={t(troubleWords.backTo)} />
  return show(visit, { title: t(troubleWords.title), body, status: statuses[code] ?? 422 })
}

interface ToldProps {
  readonly title: string
  readonly says: string
  readonly href: string
  readonly label: string
}

function Told({ title, says, href, label }: ToldProps) {
  return (
    <>
      <div className="page-head">
        <h1>{title}</h1>
      </div>
      <p role="alert">{says}</p>
      <p>
        <a className="button button-primary" href={href}>
          {label}
        </a>
      </p>
    </>
  )
}
