/** Who is signed in; the door for whoever is not. The page asked for stays in the address, what is typed stays typed. */
import { useNavigate } from '@tanstack/react-router'
import { Modal } from 'antd'
import { type ReactNode, useEffect, useRef } from 'react'
import { ChangePassword } from '../../features/accounts/console/change-password.tsx'
import { DoorPage } from '../../features/accounts/console/door.tsx'
import { SetUpTotp } from '../../features/accounts/console/set-up-totp.tsx'
import { SignIn } from '../../features/accounts/console/sign-in.tsx'
import { signInWords } from '../../features/accounts/console/sign-in-words.ts'
import { getMe, type MeAnswer } from '../../features/accounts/contract.ts'
import { useRead, useRefresh } from '../../kit/console/api.tsx'
import { useTell } from '../../kit/console/language.tsx'
import { MeProvider } from '../../kit/console/me.tsx'
import { Loading, Trouble } from '../../kit/console/states.tsx'
import { whenSignedOut } from './call.ts'
import { SessionProvider } from './session-context.ts'

type Known = NonNullable<MeAnswer['me']>

/** Shows the console to whoever is signed in and has nothing left to do for it, else the door. */
export function SessionGate({ children }: { readonly children: ReactNode }) {
  const { answer, query } = useAnswer()
  const refresh = useRefresh()
  const seen = useRef<Known | null>(null)
  seen.current = answer?.me ?? seen.current
  const again = () => refresh(getMe)
  useEffect(() => whenSignedOut(() => refresh(getMe)))
  if (seen.current) {
    // Whoever was in stays in: the door stands over the page, and what is typed is still there behind it.
    return (
      <Inside me={seen.current}>
        {children}
        <DoorAbove answer={answer} done={again} />
      </Inside>
    )
  }
  if (answer) {
    return (
      <DoorPage>
        <Door answer={answer} done={again} />
      </DoorPage>
    )
  }
  return query.error ? <Trouble error={query.error} retry={() => void query.refetch()} /> : <Loading />
}

const nobody: MeAnswer = { step: 'done', me: null }

/** Who is signed in. A session that no longer holds is nobody's. */
function useAnswer() {
  const query = useRead(getMe, {})
  return { query, answer: query.error?.problem.status === 401 ? nobody : query.data }
}

/** The page of signing in by itself: where the identity provider sends back to. */
export function SignInPage() {
  const navigate = useNavigate()
  const { answer } = useAnswer()
  const refresh = useRefresh()
  const known = Boolean(answer?.me)
  useEffect(() => {
    if (known) void navigate({ to: '/' })
  }, [known, navigate])
  return <DoorPage>{answer ? <Door answer={answer} done={() => refresh(getMe)} /> : <Loading />}</DoorPage>
}

interface DoorProps {
  readonly answer: MeAnswer
  readonly done: () => void
}

/** What is to be done next to get in. */
function Door({ answer: { step }, done }: DoorProps) {
  if (step === 'set_up_second_factor') return <SetUpTotp done={done} />
  if (step === 'change_password') return <ChangePassword forced done={done} />
  return <SignIn second={step === 'second_factor'} done={done} />
}

function DoorAbove({ answer, done }: { readonly answer: MeAnswer | undefined; readonly done: () => void }) {
  const t = useTell()
  const out = answer !== undefined && answer.me === null
  return (
    <Modal open={out} footer={null} closable={false} title={t(signInWords.again)} destroyOnHidden>
      <p>{t(signInWords.againText)}</p>
      {answer && <Door answer={answer} done={done} />}
    </Modal>
  )
}

function Inside({ me, children }: { readonly me: Known; readonly children: ReactNode }) {
  const { account, agency, roles, may } = me
  const worker = {
    accountId: account.id,
    name: account.name,
    agencyId: agency?.id ?? '',
    agencyName: agency?.name ?? '',
    roles,
    may,
  }
  return (
    <SessionProvider value={me}>
      <MeProvider me={worker}>{children}</MeProvider>
    </SessionProvider>
  )
}
