/** 机关资料: the data of an agency, one's own or another; and a new one. */
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { useRead } from '../../../kit/console/api.tsx'
import { orNull } from '../../../kit/console/fields.tsx'
import { ActForm } from '../../../kit/console/form.tsx'
import { useTell } from '../../../kit/console/language.tsx'
import { useMay, useMe } from '../../../kit/console/me.tsx'
import { Loaded, NotAllowed, PageHead } from '../../../kit/console/states.tsx'
import { useToast } from '../../../kit/console/toast.tsx'
import { words } from '../../../kit/console/words.ts'
import { type Agency, type AgencyDetails, addAgency, changeAgency, getAgency, listAgencies } from '../contract.ts'
import { AgencyClosing, ClosedNote } from './agency-closing.tsx'
import { AgencyFields } from './agency-fields.tsx'
import { AgencySheet } from './agency-sheet.tsx'
import { agencyWords } from './words.ts'

export function AgencyData() {
  const { agencyId } = useMe()
  return <OneAgency agencyId={agencyId} />
}

/** Another agency, from the list. */
export function AgencyOther() {
  const t = useTell()
  const { agencyId }: { readonly agencyId?: string } = useParams({ strict: false })
  return (
    <>
      <p className="crumbs">
        <Link to="/agencies">{t(agencyWords.listTitle)}</Link>
      </p>
      <OneAgency agencyId={agencyId ?? ''} />
    </>
  )
}

function OneAgency({ agencyId }: { readonly agencyId: string }) {
  const t = useTell()
  const may = useMay()
  const query = useRead(getAgency, { params: { agencyId } })
  return (
    <div className="c-page">
      <Loaded query={query}>
        {agency => (
          <>
            <PageHead title={agencyId === agency.id ? agency.name : t(agencyWords.title)} lead={t(agencyWords.lead)}>
              <AgencyClosing agency={agency} />
            </PageHead>
            <ClosedNote agency={agency} />
            {may(changeAgency) ? <Change key={agency.version} agency={agency} /> : <AgencySheet agency={agency} />}
          </>
        )}
      </Loaded>
    </div>
  )
}

function Change({ agency }: { readonly agency: Agency }) {
  const t = useTell()
  const toast = useToast()
  const { id, version, status: _, ...details } = agency
  return (
    <ActForm
      contract={changeAgency}
      draft={`agency-${id}`}
      initial={typedOf(details)}
      inputOf={typed => ({ params: { agencyId: id }, body: { ...detailsOf(typed), version } })}
      refresh={[getAgency, listAgencies]}
      done={() => toast(t(words.saved))}
    >
      <AgencyFields self={id} />
    </ActForm>
  )
}

const blank: AgencyDetails = {
  name: '',
  shortName: '',
  kind: 'department',
  regionCode: '',
  superiorId: null,
  vertical: false,
  creditCode: null,
  siteCode: null,
  slug: '',
  host: null,
  office: { name: '', address: '', postcode: '', hours: '', telephone: '', fax: null, email: null, post: null },
}

export function AgencyNew() {
  const t = useTell()
  const may = useMay()
  const toast = useToast()
  const navigate = useNavigate()
  if (!may(addAgency)) return <NotAllowed />
  return (
    <div className="c-page">
      <PageHead title={t(agencyWords.add)} />
      <ActForm
        contract={addAgency}
        draft="agency-new"
        initial={typedOf(blank)}
        inputOf={typed => ({ body: detailsOf(typed) })}
        submit={agencyWords.add}
        refresh={[listAgencies]}
        done={() => {
          toast(t(agencyWords.added))
          void navigate({ to: '/agencies' })
        }}
      >
        <AgencyFields self={null} />
      </ActForm>
    </div>
  )
}

type Typed = ReturnType<typeof typedOf>

/** As the form has it: what may be left out is a blank text. */
function typedOf({ creditCode, siteCode, host, office, ...rest }: AgencyDetails) {
  const { fax, email, post, ...required } = office
  return {
    ...rest,
    creditCode: creditCode ?? '',
    siteCode: siteCode ?? '',
    host: host ?? '',
    office: { ...required, fax: fax ?? '', email: email ?? '', post: post ?? '' },
  }
}

function detailsOf({ creditCode, siteCode, host, office, superiorId, ...rest }: Typed): AgencyDetails {
  const { fax, email, post, ...required } = office
  return {
    ...rest,
    superiorId: superiorId ?? null,
    creditCode: orNull(creditCode),
    siteCode: orNull(siteCode),
    host: orNull(host),
    office: { ...required, fax: orNull(fax), email: orNull(email), post: orNull(post) },
  }
}
