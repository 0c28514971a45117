/** One person: data, roles, account. */
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import type { ApiProblem, Call } from '../../../kit/client.ts'
import { useCall } from '../../../kit/console/api.tsx'
import { ActButton } from '../../../kit/console/ask.tsx'
import { orNull, TickField } from '../../../kit/console/fields.tsx'
import { ActForm } from '../../../kit/console/form.tsx'
import { useTell } from '../../../kit/console/language.tsx'
import { useMay, useMe } from '../../../kit/console/me.tsx'
import { OneTime } from '../../../kit/console/one-time.tsx'
import { Empty, Loaded, PageHead } from '../../../kit/console/states.tsx'
import { useToast } from '../../../kit/console/toast.tsx'
import { words } from '../../../kit/console/words.ts'
import { shanghaiMinute } from '../../../ui/day.ts'
import {
  changePerson,
  deactivatePerson,
  listPeople,
  newLink,
  type Person,
  reactivatePerson,
  unmaskPhone,
} from '../people-contract.ts'
import { StatusMark } from './people.tsx'
import { PersonFields } from './person-fields.tsx'
import { GrantField, useGrantable } from './roles-field.tsx'
import { peopleWords } from './words.ts'

export function PersonPage() {
  const t = useTell()
  const call = useCall()
  const { agencyId } = useMe()
  const { accountId }: { readonly accountId?: string } = useParams({ strict: false })
  const query = useQuery<Person | null, ApiProblem>({
    queryKey: [listPeople.id, agencyId, 'one', accountId],
    queryFn: () => find(call, agencyId, accountId ?? ''),
  })
  return (
    <div className="c-page">
      <p className="crumbs">
        <Link to="/people">{t(peopleWords.title)}</Link>
      </p>
      <Loaded query={query}>
        {person => (person ? <Known key={person.id} person={person} /> : <Empty says={t(peopleWords.notFound)} />)}
      </Loaded>
    </div>
  )
}

const step = 200

/** Goes through the agency's people until the one asked for; null where there is none. */
async function find(call: Call, agencyId: string, accountId: string): Promise<Person | null> {
  let after: string | null = null
  do {
    const query: { limit: number; after?: string } = after === null ? { limit: step } : { limit: step, after }
    const page: { items: Person[]; next: string | null } = await call(listPeople, { params: { agencyId }, query })
    const found = page.items.find(({ id }) => id === accountId)
    if (found) return found
    after = page.next
  } while (after !== null)
  return null
}

function Known({ person }: { readonly person: Person }) {
  const t = useTell()
  const may = useMay()
  return (
    <>
      <PageHead
        title={person.name}
        lead={
          <>
            {person.login} <StatusMark status={person.status} />
          </>
        }
      />
      <AccountActs person={person} />
      {may(changePerson) && (
        <section aria-labelledby="person-data">
          <h2 id="person-data">{t(peopleWords.data)}</h2>
          <Change person={person} />
        </section>
      )}
    </>
  )
}

function Change({ person }: { readonly person: Person }) {
  const t = useTell()
  const may = useMay()
  const toast = useToast()
  const { agencyId } = useMe()
  const { id, name, email, phone, sectionId, roles } = person
  const edits = may({ id: 'accounts.edit' })
  const grants = useGrantable().length > 0
  return (
    <ActForm
      contract={changePerson}
      draft={`person-${id}`}
      initial={{ name, email: email ?? '', phone: '', removePhone: false, sectionId, roles }}
      inputOf={typed => ({
        params: { agencyId, accountId: id },
        body: { ...(edits ? particulars(typed) : {}), ...(grants ? { roles: typed.roles } : {}) },
      })}
      refresh={[listPeople]}
      done={() => toast(t(words.saved))}
    >
      {edits && <PersonFields phone={phone} />}
      {edits && phone !== null && <TickField name="removePhone" label={t(peopleWords.phoneRemove)} />}
      <GrantField held={roles} />
    </ActForm>
  )
}

interface Typed {
  readonly name: string
  readonly email: string
  readonly phone: string
  readonly removePhone: boolean
  readonly sectionId: string | null
}

/** A telephone left blank is not changed. */
function particulars({ name, email, phone, removePhone, sectionId }: Typed) {
  const number = removePhone ? { phone: null } : orNull(phone) === null ? {} : { phone }
  return { name, email: orNull(email), sectionId: sectionId ?? null, ...number }
}

function AccountActs({ person }: { readonly person: Person }) {
  const t = useTell()
  const { agencyId } = useMe()
  const params = { agencyId, accountId: person.id }
  const [phone, setPhone] = useState<string | null>(null)
  const [link, setLink] = useState<{ readonly link: string; readonly expiresAt: string } | null>(null)
  const shown = phone ?? person.phone
  return (
    <section aria-label={t(peopleWords.account)} className="c-acts">
      <p>
        {t(peopleWords.phone)} {shown ?? t(words.none)}
      </p>
      <div className="c-form-acts">
        {person.phone !== null && phone === null && (
          <ActButton
            contract={unmaskPhone}
            label={t(peopleWords.unmask)}
            ask={{ title: peopleWords.unmaskTitle, text: peopleWords.unmaskText, reason: true }}
            inputOf={reason => ({ params, body: { reason } })}
            done={answer => setPhone(answer.phone)}
          />
        )}
        {person.status !== 'deactivated' && (
          <ActButton
            contract={newLink}
            label={t(peopleWords.newLink)}
            ask={{ title: peopleWords.newLinkTitle, text: peopleWords.newLinkText }}
            inputOf={() => ({ params })}
            done={setLink}
          />
        )}
        {person.status === 'deactivated' ? (
          <ActButton
            contract={reactivatePerson}
            label={t(peopleWords.reactivate)}
            inputOf={() => ({ params })}
            refresh={[listPeople]}
            news={peopleWords.reactivated}
          />
        ) : (
          <ActButton
            contract={deactivatePerson}
            label={t(peopleWords.deactivate)}
            danger
            ask={{ title: peopleWords.deactivateTitle, text: peopleWords.deactivateText, reason: true }}
            inputOf={reason => ({ params, body: { reason } })}
            refresh={[listPeople]}
            news={peopleWords.deactivated}
          />
        )}
      </div>
      {link && (
        <OneTime
          title={t(peopleWords.linkTitle)}
          lead={t(peopleWords.linkLead)}
          value={link.link}
          note={t(peopleWords.linkUntil(shanghaiMinute(link.expiresAt)))}
        />
      )}
    </section>
  )
}
