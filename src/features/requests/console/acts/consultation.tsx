/** Consulting third parties and other organs, their opinions, and the public interest (条例32, 34). */
import { consultationParties } from '../../../../domain/clock/history.ts'
import { opinions } from '../../../../domain/request/vocabulary.ts'
import { ChoiceField, orNull, TextField } from '../../../../kit/console/fields.tsx'
import { useTell } from '../../../../kit/console/language.tsx'
import { choicesOf, LongField, OneOfField } from '../../../../kit/console/more-fields.tsx'
import { today } from '../../../../kit/console/today.ts'
import { partyKinds } from '../../contract/acts.ts'
import type { RequestView } from '../../contract/index.ts'
import { actWords } from '../words/act-words.ts'
import { type ActProps, CaseActForm, type Told } from './act-form.tsx'

type Who = { readonly [K in keyof Told<'consult'>['who']]: string }
interface Consulted extends Omit<Told<'consult'>, 'who'> {
  readonly who: Who
}

export function ConsultForm(props: ActProps) {
  const t = useTell()
  return (
    <CaseActForm<'consult', Consulted>
      {...props}
      act="consult"
      initial={{
        party: 'third_party',
        who: { name: '', kind: '', address: '', phone: '', email: '' },
        about: '',
        why: '',
      }}
      toldOf={({ who, ...rest }) => ({
        ...rest,
        who: {
          name: who.name,
          // Not chosen, it is refused at its field.
          kind: who.kind as Told<'consult'>['who']['kind'],
          address: orNull(who.address),
          phone: orNull(who.phone),
          email: orNull(who.email),
        },
      })}
    >
      <OneOfField
        name="party"
        label={t(actWords.party)}
        help={t(actWords.partiesHelp)}
        choices={consultationParties.map(value => ({ value, label: t(actWords.parties[value]) }))}
      />
      <TextField name={['who', 'name']} label={t(actWords.who)} most={100} required />
      <OneOfField
        name={['who', 'kind']}
        label={t(actWords.partyKind)}
        help={t(actWords.partyKindHelp)}
        choices={partyKinds.map(value => ({ value, label: t(actWords.partyKinds[value]) }))}
      />
      <TextField name={['who', 'address']} label={t(actWords.address)} most={200} />
      <TextField name={['who', 'phone']} label={t(actWords.phone)} kind="tel" most={60} />
      <TextField name={['who', 'email']} label={t(actWords.email)} kind="email" most={200} />
      <LongField name="about" label={t(actWords.about)} most={2000} required />
      <LongField name="why" label={t(actWords.why)} most={2000} required />
    </CaseActForm>
  )
}

type Consultation = RequestView['case']['consultations'][number]

/** Consultations as choices, told by who is asked. */
function consultationsOf(view: RequestView, fits: (one: Consultation) => boolean) {
  const nameOf = (partyId: string) => view.parties.find(party => party.partyId === partyId)?.name ?? ''
  return view.case.consultations
    .filter(fits)
    .map(({ id, partyId, about }) => ({ value: id, label: `${nameOf(partyId)} ${about}`.trim() }))
}

export function OpinionForm(props: ActProps) {
  const t = useTell()
  const choices = consultationsOf(props.view, ({ answer }) => answer === null)
  return (
    <CaseActForm<'recordOpinion', Told<'recordOpinion'>>
      {...props}
      act="recordOpinion"
      initial={{ consultationId: props.target ?? choices[0]?.value ?? '', on: today(), opinion: 'agree', text: '' }}
      toldOf={typed => typed}
    >
      <ChoiceField name="consultationId" label={t(actWords.whichConsultation)} choices={choices} required />
      <TextField name="on" label={t(actWords.on)} kind="date" required />
      <OneOfField name="opinion" label={t(actWords.opinion)} choices={choicesOf(opinions, t)} />
      <LongField name="text" label={t(actWords.opinionText)} most={2000} />
    </CaseActForm>
  )
}

export function OverrideForm(props: ActProps) {
  const t = useTell()
  const choices = consultationsOf(props.view, ({ override }) => override === null)
  return (
    <CaseActForm<'override', Told<'override'>>
      {...props}
      act="override"
      initial={{ consultationId: props.target ?? choices[0]?.value ?? '', reasons: '' }}
      toldOf={typed => typed}
    >
      <ChoiceField name="consultationId" label={t(actWords.whichConsultation)} choices={choices} required />
      <LongField
        name="reasons"
        label={t(actWords.overrideReasons)}
        help={t(actWords.overrideHelp)}
        most={2000}
        rows={5}
        required
      />
    </CaseActForm>
  )
}
