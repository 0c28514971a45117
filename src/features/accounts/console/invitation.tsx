/** What a one-time link opens: the first administrator, a new account, a new password, the demonstration. */
import { Link } from '@tanstack/react-router'
import { useRead } from '../../../kit/console/api.tsx'
import { orNull, TextField } from '../../../kit/console/fields.tsx'
import { ActForm } from '../../../kit/console/form.tsx'
import { useTell } from '../../../kit/console/language.tsx'
import { Loading, PageHead, Trouble } from '../../../kit/console/states.tsx'
import { acceptInvitation, getInvitation, type InvitationAnswer } from '../contract.ts'
import { homePath } from '../paths.ts'
import { DoorPage } from './door.tsx'
import { RepeatField } from './repeat-field.tsx'
import { signInWords } from './sign-in-words.ts'

export function Invitation() {
  const t = useTell()
  const token = location.hash.slice(1)
  const query = useRead(getInvitation, { params: { token } })
  return (
    <DoorPage>
      {query.data && <Accept token={token} invitation={query.data} />}
      {query.error && (
        <>
          <PageHead title={t(signInWords.title)} />
          <Trouble error={query.error} retry={() => void query.refetch()} />
          <p>
            <Link to="/">{t(signInWords.toSignIn)}</Link>
          </p>
        </>
      )}
      {!query.data && !query.error && <Loading />}
    </DoorPage>
  )
}

interface Typed {
  readonly login: string
  readonly name: string
  readonly agencyName: string
  readonly regionCode: string
  readonly password: string
  readonly again: string
}

const blank: Typed = { login: '', name: '', agencyName: '', regionCode: '', password: '', again: '' }

function Accept({ token, invitation }: { readonly token: string; readonly invitation: InvitationAnswer }) {
  const t = useTell()
  const { purpose, login, name } = invitation
  const first = purpose === 'first_administrator'
  const bodyOf = (typed: Typed) => ({
    ...(purpose === 'demo' ? {} : { password: typed.password }),
    ...(first
      ? {
          login: typed.login,
          name: typed.name,
          agencyName: typed.agencyName,
          ...(orNull(typed.regionCode) === null ? {} : { regionCode: typed.regionCode }),
        }
      : {}),
  })
  return (
    <>
      <PageHead title={t(signInWords.linkTitle[purpose])} lead={t(signInWords.linkLead[purpose])} />
      {name !== null && login !== null && <p>{t(signInWords.for(name, login))}</p>}
      <ActForm
        contract={acceptInvitation}
        initial={blank}
        inputOf={typed => ({ params: { token }, body: bodyOf(typed) })}
        submit={purpose === 'demo' ? signInWords.enterDemo : signInWords.linkTitle[purpose]}
        done={() => location.assign(homePath)}
      >
        {first && <FirstAdministrator />}
        {purpose !== 'demo' && <Passwords />}
      </ActForm>
    </>
  )
}

function FirstAdministrator() {
  const t = useTell()
  return (
    <>
      <TextField name="agencyName" label={t(signInWords.agencyName)} help={t(signInWords.agencyHelp)} required />
      <TextField
        name="regionCode"
        label={t(signInWords.regionCode)}
        help={t(signInWords.regionHelp)}
        most={12}
        required
      />
      <TextField name="name" label={t(signInWords.yourName)} autoComplete="name" required />
      <TextField
        name="login"
        label={t(signInWords.login)}
        help={t(signInWords.loginHelp)}
        autoComplete="username"
        required
      />
    </>
  )
}

function Passwords() {
  const t = useTell()
  return (
    <>
      <TextField
        name="password"
        label={t(signInWords.nextPassword)}
        help={t(signInWords.passwordHelp)}
        kind="password"
        autoComplete="new-password"
        required
      />
      <RepeatField of="password" />
    </>
  )
}
