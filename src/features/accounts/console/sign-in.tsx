/** Signing in: password, then the second factor; or a passkey; or the organisation's own account. */
import { Button } from 'antd'
import { useState } from 'react'
import { useAct, useCall } from '../../../kit/console/api.tsx'
import { TextField } from '../../../kit/console/fields.tsx'
import { ActForm } from '../../../kit/console/form.tsx'
import { useTell } from '../../../kit/console/language.tsx'
import { PageHead, Trouble } from '../../../kit/console/states.tsx'
import { beginPasskeySignIn, passkeySignIn, secondFactor, signIn } from '../contract.ts'
import { type OidcTrouble, oidcTroubles } from '../oidc-words.ts'
import { oidcPath } from '../paths.ts'
import { useOidc } from './oidc.ts'
import { signInWords } from './sign-in-words.ts'
import { getPasskey, passkeysWork } from './webauthn.ts'

interface Props {
  /** The password was right, the second factor is still to come. */
  readonly second: boolean
  readonly done: (step: string) => void
}

export function SignIn({ second, done }: Props) {
  return second ? <SecondFactor done={done} /> : <FirstFactor done={done} />
}

type DoneProps = Pick<Props, 'done'>

function FirstFactor({ done }: DoneProps) {
  const t = useTell()
  return (
    <>
      <PageHead title={t(signInWords.title)} />
      <OidcFailed />
      <ActForm
        contract={signIn}
        initial={{ login: '', password: '' }}
        inputOf={body => ({ body })}
        submit={signInWords.enter}
        done={({ step }) => done(step)}
      >
        <TextField name="login" label={t(signInWords.login)} autoComplete="username" required />
        <TextField
          name="password"
          label={t(signInWords.password)}
          kind="password"
          autoComplete="current-password"
          required
        />
      </ActForm>
      <OtherWays done={done} />
      <p className="note">{t(signInWords.forgot)}</p>
    </>
  )
}

/** Why a sign-in at the identity provider came to nothing: the address says it. */
function OidcFailed() {
  const t = useTell()
  const code = new URLSearchParams(location.search).get('trouble') ?? ''
  const known = Object.hasOwn(oidcTroubles, code) ? oidcTroubles[code as OidcTrouble] : null
  if (!known) return null
  return (
    <p className="c-trouble" role="alert">
      {t(known)}
    </p>
  )
}

function SecondFactor({ done }: DoneProps) {
  const t = useTell()
  return (
    <>
      <PageHead title={t(signInWords.secondTitle)} lead={t(signInWords.secondLead)} />
      <ActForm
        contract={secondFactor}
        initial={{ code: '' }}
        inputOf={body => ({ body })}
        submit={signInWords.confirm}
        done={({ step }) => done(step)}
      >
        <TextField
          name="code"
          label={t(signInWords.code)}
          help={t(signInWords.codeHelp)}
          autoComplete="one-time-code"
          required
        />
      </ActForm>
    </>
  )
}

function OtherWays({ done }: DoneProps) {
  const t = useTell()
  const call = useCall()
  const oidc = useOidc()
  const [failed, setFailed] = useState(false)
  const act = useAct(passkeySignIn, { done: ({ step }) => done(step) })
  const withPasskey = async () => {
    setFailed(false)
    const response = await call(beginPasskeySignIn, {}).then(getPasskey)
    if (response) act.mutate({ body: { response } })
    else setFailed(true)
  }
  if (!oidc && !passkeysWork()) return null
  return (
    <div className="c-other-ways">
      <p>{t(signInWords.or)}</p>
      {passkeysWork() && (
        <Button block loading={act.isPending} onClick={() => withPasskey().catch(() => setFailed(true))}>
          {t(signInWords.passkey)}
        </Button>
      )}
      {oidc && (
        <Button block href={oidcPath}>
          {t(signInWords.oidc)}
        </Button>
      )}
      {failed && <p role="alert">{t(signInWords.noPasskey)}</p>}
      {act.error && <Trouble error={act.error} />}
    </div>
  )
}
