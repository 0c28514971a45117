/** Adding a person; the one-time link to open the account is shown once. */
import { useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { orNull, TextField } from '../../../kit/console/fields.tsx'
import { ActForm } from '../../../kit/console/form.tsx'
import { useTell } from '../../../kit/console/language.tsx'
import { useMay, useMe } from '../../../kit/console/me.tsx'
import { OneTime } from '../../../kit/console/one-time.tsx'
import { NotAllowed, PageHead } from '../../../kit/console/states.tsx'
import { words } from '../../../kit/console/words.ts'
import { type AddedPerson, addPerson, listPeople } from '../people-contract.ts'
import { PersonFields } from './person-fields.tsx'
import { GrantField } from './roles-field.tsx'
import { peopleWords } from './words.ts'

const blank = { login: '', name: '', email: '', phone: '', sectionId: null as string | null, roles: [] as string[] }

export function NewPerson() {
  const t = useTell()
  const may = useMay()
  const navigate = useNavigate()
  const { agencyId } = useMe()
  const [added, setAdded] = useState<AddedPerson | null>(null)
  if (!may(addPerson)) return <NotAllowed />
  const toList = () => void navigate({ to: '/people' })
  if (added) {
    return (
      <div className="c-page">
        <PageHead title={t(peopleWords.added(added.person.name))} />
        <OneTime title={t(peopleWords.linkTitle)} lead={t(peopleWords.linkLead)} value={added.link} />
        <div className="c-form-acts">
          <Button type="primary" onClick={toList}>
            {t(peopleWords.toList)}
          </Button>
          <Button onClick={() => setAdded(null)}>{t(peopleWords.addAnother)}</Button>
        </div>
      </div>
    )
  }
  return (
    <div className="c-page">
      <PageHead title={t(peopleWords.add)} />
      <ActForm
        contract={addPerson}
        draft="person-new"
        initial={blank}
        inputOf={typed => ({
          params: { agencyId },
          body: {
            ...typed,
            email: orNull(typed.email),
            phone: orNull(typed.phone),
            sectionId: typed.sectionId ?? null,
          },
        })}
        submit={peopleWords.add}
        refresh={[listPeople]}
        done={setAdded}
        beside={<Button onClick={toList}>{t(words.cancel)}</Button>}
      >
        <TextField name="login" label={t(peopleWords.login)} help={t(peopleWords.loginHelp)} most={64} required />
        <PersonFields phone={null} />
        <GrantField held={[]} />
      </ActForm>
    </div>
  )
}
