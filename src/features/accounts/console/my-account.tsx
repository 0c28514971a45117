/** 我的账号与安全: password, one-time codes, passkeys, sessions. */
import { Button } from 'antd'
import { useState } from 'react'
import { useRead, useRefresh } from '../../../kit/console/api.tsx'
import { useTell } from '../../../kit/console/language.tsx'
import { Mark } from '../../../kit/console/mark.tsx'
import { useMe } from '../../../kit/console/me.tsx'
import { PageHead } from '../../../kit/console/states.tsx'
import { useToast } from '../../../kit/console/toast.tsx'
import { getMe } from '../contract.ts'
import { oidcPath } from '../paths.ts'
import { ChangePassword } from './change-password.tsx'
import { NoticeChoices } from './notice-choices.tsx'
import { useOidc } from './oidc.ts'
import { Passkeys } from './passkeys.tsx'
import { roleLabel } from './role-words.ts'
import { Sessions } from './sessions.tsx'
import { SetUpTotp } from './set-up-totp.tsx'
import { signInWords } from './sign-in-words.ts'
import { meWords, peopleWords } from './words.ts'

export function MyAccount() {
  const t = useTell()
  const toast = useToast()
  const { name, agencyName, roles } = useMe()
  const held = roles.map(role => t(roleLabel(role))).join('、') || t(peopleWords.rolesNone)
  return (
    <div className="c-page">
      <PageHead title={t(meWords.title)} lead={`${name} · ${agencyName} · ${held}`} />
      <Codes />
      <Passkeys />
      <Sessions />
      <NoticeChoices />
      <section aria-labelledby="my-password">
        <h2 id="my-password">{t(meWords.password)}</h2>
        <ChangePassword done={() => toast(t(signInWords.passwordChanged))} />
      </section>
    </div>
  )
}

function Codes() {
  const t = useTell()
  const toast = useToast()
  const refresh = useRefresh()
  const [open, setOpen] = useState(false)
  const me = useRead(getMe, {})
  const oidc = useOidc()
  const on = me.data?.me?.account.secondFactor ?? false
  const done = () => {
    setOpen(false)
    refresh(getMe)
    toast(t(meWords.codesDone))
  }
  return (
    <section aria-labelledby="my-codes">
      <h2 id="my-codes">{t(meWords.codes)}</h2>
      <p>
        <Mark look={on ? 'ok' : 'warning'}>{t(on ? meWords.codesOn : meWords.codesOff)}</Mark>
      </p>
      {open ? (
        <div className="c-inset">
          <SetUpTotp done={done} />
        </div>
      ) : (
        <Button onClick={() => setOpen(true)}>{t(on ? meWords.codesAgain : signInWords.setUpTitle)}</Button>
      )}
      {oidc && (
        <p>
          <a href={`${oidcPath}?link=1`}>{t(meWords.oidcLink)}</a>
        </p>
      )}
    </section>
  )
}
