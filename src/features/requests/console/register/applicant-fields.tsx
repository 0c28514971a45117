/** Who applies (条例29(一)): of six kinds, with an agent's identity beside the applicant's own. */
import { Form } from 'antd'
import { personalIdentity } from '../../../../domain/request/intake/fields.ts'
import { ChoiceField, TextField, TickField } from '../../../../kit/console/fields.tsx'
import { useTell } from '../../../../kit/console/language.tsx'
import { choicesOf, OneOfField } from '../../../../kit/console/more-fields.tsx'
import { applicantKinds } from '../../../../law/applicants.ts'
import { registerWords } from '../words/register-words.ts'
import type { Typed } from './typed.ts'

const at = (name: string) => ['applicant', name]

export function ApplicantFields() {
  const t = useTell()
  const kind: Typed['applicant']['kind'] = Form.useWatch(at('kind')) ?? 'natural_person'
  const { organisation, identity } = applicantKinds[kind]
  return (
    <section aria-labelledby="who-applies">
      <h2 id="who-applies">{t(registerWords.applicant)}</h2>
      <OneOfField
        name={at('kind')}
        label={t(registerWords.applicantKind)}
        choices={Object.entries(applicantKinds).map(([value, { label }]) => ({ value, label: t(label) }))}
      />
      <div className="c-fields">
        <TextField
          name={at('name')}
          label={t(organisation ? registerWords.organisation : registerWords.name)}
          most={100}
          required
        />
        {!organisation && <IdentityType name={at('identityType')} />}
        <TextField
          name={at('identityNumber')}
          label={t(organisation ? identity : registerWords.identityNumber)}
          most={40}
          required
        />
        {organisation && <TextField name={at('representative')} label={t(registerWords.representative)} most={60} />}
        {organisation && <TextField name={at('contact')} label={t(registerWords.contact)} most={60} />}
        <TextField name={at('phone')} label={t(registerWords.phone)} kind="tel" most={60} required />
        <TextField name={at('address')} label={t(registerWords.address)} most={200} required />
        <TextField
          name={at('postcode')}
          label={t(registerWords.postcode)}
          help={t(registerWords.postcodeHelp)}
          most={6}
        />
        <TextField name={at('email')} label={t(registerWords.email)} kind="email" most={200} />
        <TextField name={at('fax')} label={t(registerWords.fax)} kind="tel" most={60} />
        {!organisation && <TextField name={at('employer')} label={t(registerWords.employer)} most={100} />}
      </div>
      <TickField name="hasAgent" label={t(registerWords.hasAgent)} />
      {Form.useWatch('hasAgent') === true && <AgentFields />}
    </section>
  )
}

function AgentFields() {
  const t = useTell()
  return (
    <fieldset className="c-leader">
      <legend>{t(registerWords.agent)}</legend>
      <p className="note">{t(registerWords.agentHelp)}</p>
      <div className="c-fields">
        <TextField name={['agent', 'name']} label={t(registerWords.agentName)} most={60} required />
        <IdentityType name={['agent', 'identityType']} />
        <TextField name={['agent', 'identityNumber']} label={t(registerWords.identityNumber)} most={40} required />
        <TextField name={['agent', 'phone']} label={t(registerWords.agentPhone)} kind="tel" most={60} required />
      </div>
    </fieldset>
  )
}

function IdentityType({ name }: { readonly name: readonly string[] }) {
  const t = useTell()
  const choices = choicesOf(personalIdentity, t)
  return <ChoiceField name={name} label={t(registerWords.identityType)} choices={choices} required />
}
