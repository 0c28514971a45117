/** The fields of an agency. */
import { useRead } from '../../../kit/console/api.tsx'
import { ChoiceField, TextField, TickField } from '../../../kit/console/fields.tsx'
import { useTell } from '../../../kit/console/language.tsx'
import { useMay } from '../../../kit/console/me.tsx'
import { agencyKinds, listAgencies } from '../contract.ts'
import { agencyWords } from './words.ts'

const most = 200

/** `self`: the agency itself, which is not above itself. */
export function AgencyFields({ self }: { readonly self: string | null }) {
  const t = useTell()
  return (
    <>
      <h2>{t(agencyWords.basics)}</h2>
      <div className="c-fields">
        <TextField name="name" label={t(agencyWords.name)} help={t(agencyWords.nameHelp)} required />
        <TextField name="shortName" label={t(agencyWords.shortName)} required />
        <ChoiceField
          name="kind"
          label={t(agencyWords.kind)}
          choices={agencyKinds.map(kind => ({ value: kind, label: t(agencyWords.kinds[kind]) }))}
          required
        />
        <TextField name="regionCode" label={t(agencyWords.regionCode)} help={t(agencyWords.regionHelp)} required />
        <Superior self={self} />
        <TextField name="creditCode" label={t(agencyWords.creditCode)} help={t(agencyWords.creditHelp)} most={18} />
        <TextField name="siteCode" label={t(agencyWords.siteCode)} help={t(agencyWords.siteHelp)} most={10} />
        <TextField name="slug" label={t(agencyWords.slug)} help={t(agencyWords.slugHelp)} most={40} required />
        <TextField name="host" label={t(agencyWords.host)} help={t(agencyWords.hostHelp)} />
        <TickField name="vertical" label={t(agencyWords.vertical)} help={t(agencyWords.verticalHelp)} />
      </div>
      <h2>{t(agencyWords.office)}</h2>
      <div className="c-fields">
        <TextField name={['office', 'name']} label={t(agencyWords.officeName)} />
        <TextField name={['office', 'address']} label={t(agencyWords.address)} />
        <TextField name={['office', 'postcode']} label={t(agencyWords.postcode)} />
        <TextField name={['office', 'hours']} label={t(agencyWords.hours)} help={t(agencyWords.hoursHelp)} />
        <TextField name={['office', 'telephone']} label={t(agencyWords.telephone)} kind="tel" />
        <TextField name={['office', 'fax']} label={t(agencyWords.fax)} kind="tel" />
        <TextField name={['office', 'email']} label={t(agencyWords.email)} kind="email" />
        <TextField name={['office', 'post']} label={t(agencyWords.post)} help={t(agencyWords.postHelp)} />
      </div>
    </>
  )
}

function Superior({ self }: { readonly self: string | null }) {
  const t = useTell()
  const may = useMay()
  const query = useRead(listAgencies, { query: { limit: most } }, { enabled: may(listAgencies) })
  const others = (query.data?.items ?? []).filter(({ id, status }) => id !== self && status === 'open')
  return (
    <ChoiceField
      name="superiorId"
      label={t(agencyWords.superior)}
      choices={others.map(({ id, name }) => ({ value: id, label: name }))}
      clear
    />
  )
}
