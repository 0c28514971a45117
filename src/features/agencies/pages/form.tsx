/** The blank request form, to be printed and filled in by hand (条例29, D§5.5). It asks for no purpose. */
import type { ReactNode } from 'react'
import type { Said } from '../../../domain/kernel/lang.ts'
import { type ApplicantKind, applicantKinds } from '../../../law/applicants.ts'
import { type Teller, teller } from '../../../ui/messages.ts'
import { columnLink, headOf } from '../portal/frame.ts'
import type { Page, Portal } from '../portal/portal.ts'
import { shared } from '../portal/words.ts'
import { form } from './form-words.ts'

export async function blankForm(portal: Portal): Promise<Page> {
  const t = teller(portal.lang)
  return {
    head: headOf(portal, {
      title: t(form.title),
      column: 'apply',
      above: [columnLink(portal, 'apply')],
    }),
    body: <BlankForm portal={portal} />,
  }
}

const kinds = Object.values<ApplicantKind>(applicantKinds).filter(({ organisation }) => organisation)

function BlankForm({ portal }: { readonly portal: Portal }) {
  const { lang, agency } = portal
  const t = teller(lang)
  const { office } = agency
  return (
    <article className="blank-form">
      <h1>{t(form.title)}</h1>
      <p className="note print-hint">{t(shared.print)}</p>
      <p>{t(form.to(agency.name))}</p>
      <table className="form-table">
        <caption>{t(form.caption)}</caption>
        <Group head={form.citizen} fields={form.citizenFields} t={t} />
        <Group head={form.organisation} fields={form.organisationFields} t={t}>
          <Choice label={t(form.kind)} options={kinds.map(({ label }) => t(label))} />
        </Group>
        <Group head={form.agent} fields={form.agentFields} t={t} />
        <Group head={form.wanted} fields={form.wantedFields} t={t} tall={form.wantedFields[2]} />
        <tbody>
          <Head text={t(form.getting)} />
          <Choice label={t(form.medium)} options={form.media.map(t)} />
          <Choice label={t(form.way)} options={form.ways.map(t)} />
          <Choice label={t(form.other)} options={[t(form.anyForm)]} />
          <Choice label={t(form.help)} options={[t(form.needsHelp)]} />
        </tbody>
        <tbody>
          <Head text={t(form.signing)} />
          <Blank label={t(form.enclosed)} />
          <Blank label={t(form.signature)} />
          <Blank label={t(form.day)} />
        </tbody>
      </table>
      <p className="form-note">{t(form.note)}</p>
      <p className="form-note">
        {t(form.sendTo)}
        {`${office.postcode} ${office.post ?? office.address} ${office.name}`}
        {lang === 'zh' ? '；' : '; '}
        {t(form.telephone)}
        {office.telephone}
      </p>
    </article>
  )
}

interface GroupProps {
  readonly head: Said
  readonly fields: readonly Said[]
  readonly t: Teller
  /** The field that needs room to write. */
  readonly tall?: Said | undefined
  readonly children?: ReactNode
}

function Group({ head, fields, t, tall, children }: GroupProps) {
  return (
    <tbody>
      <Head text={t(head)} />
      {fields.map(field => (
        <Blank key={field.zh} label={t(field)} tall={field === tall} />
      ))}
      {children}
    </tbody>
  )
}

function Head({ text }: { readonly text: string }) {
  return (
    <tr>
      <th colSpan={2} scope="rowgroup" className="form-head">
        {text}
      </th>
    </tr>
  )
}

function Blank({ label, tall = false }: { readonly label: string; readonly tall?: boolean }) {
  return (
    <tr className={tall ? 'tall' : undefined}>
      <th scope="row">{label}</th>
      <td />
    </tr>
  )
}

function Choice({ label, options }: { readonly label: string; readonly options: readonly string[] }) {
  return (
    <tr>
      <th scope="row">{label}</th>
      <td>
        {options.map(option => (
          <span className="form-choice" key={option}>
            <span aria-hidden="true">□ </span>
            {option}
          </span>
        ))}
      </td>
    </tr>
  )
}
