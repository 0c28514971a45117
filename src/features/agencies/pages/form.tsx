/** The blank request form, to be printed and filled in by hand (条例29, D§5.5). It asks for no purpose. */
import type { Said } from '../../../domain/kernel/lang.ts'
import { type ApplicantSort, type IntakeField, intakeFields } from '../../../domain/request/intake/fields.ts'
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

/** The fields of the form online, each with its star where the law needs it (条例29): one list for both. */
const all = Object.values<IntakeField>(intakeFields)
const partOf = (only: ApplicantSort) =>
  all.filter(field => field.part === 'applicant' && !field.ofAgent && (field.only ?? only) === only)
const parts = {
  citizen: partOf('citizen'),
  organisation: partOf('organisation'),
  agent: all.filter(({ ofAgent }) => ofAgent),
  wanted: all.filter(({ part }) => part === 'wanted'),
  delivery: all.filter(({ part }) => part === 'delivery'),
}

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
        <Group head={form.citizen} fields={parts.citizen} t={t} />
        <Group head={form.organisation} fields={parts.organisation} t={t} />
        <Group head={form.agent} fields={parts.agent} t={t} />
        <Group head={form.wanted} fields={parts.wanted} t={t} />
        <Group head={form.getting} fields={parts.delivery} t={t} />
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
  readonly fields: readonly IntakeField[]
  readonly t: Teller
}

function Group({ head, fields, t }: GroupProps) {
  return (
    <tbody>
      <Head text={t(head)} />
      {fields.map(field => (
        <Field key={field.label.zh} field={field} t={t} />
      ))}
    </tbody>
  )
}

/** A line to write on, room to write in, or boxes to tick. */
function Field({ field: { label, kind, needed, choices }, t }: { readonly field: IntakeField; readonly t: Teller }) {
  const name = `${t(label)}${needed === 'never' ? '' : ' *'}`
  if (choices) return <Choice label={name} options={Object.values(choices).map(choice => t(choice))} />
  if (kind === 'tick') return <Choice label="" options={[name]} />
  return <Blank label={name} tall={kind === 'text'} />
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
      {label !== '' && <th scope="row">{label}</th>}
      <td {...(label === '' ? { colSpan: 2 } : {})}>
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
