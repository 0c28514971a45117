/** Changing one's password: of one's own will, or because it must be. */
import { useState } from 'react'
import { TextField } from '../../../kit/console/fields.tsx'
import { ActForm } from '../../../kit/console/form.tsx'
import { useTell } from '../../../kit/console/language.tsx'
import { PageHead } from '../../../kit/console/states.tsx'
import { changePassword } from '../contract.ts'
import { RepeatField } from './repeat-field.tsx'
import { signInWords } from './sign-in-words.ts'

interface Props {
  /** Nothing else can be done before. */
  readonly forced?: boolean
  readonly done: () => void
}

export function ChangePassword({ forced = false, done }: Props) {
  const t = useTell()
  const [round, setRound] = useState(0)
  const changed = () => {
    setRound(round + 1)
    done()
  }
  return (
    <>
      {forced && <PageHead title={t(signInWords.passwordTitle)} lead={t(signInWords.passwordForced)} />}
      <ActForm
        key={round}
        contract={changePassword}
        initial={{ current: '', next: '', again: '' }}
        inputOf={({ current, next }) => ({ body: { current, next } })}
        submit={signInWords.passwordTitle}
        done={changed}
      >
        <TextField
          name="current"
          label={t(signInWords.currentPassword)}
          kind="password"
          autoComplete="current-password"
          required
        />
        <TextField
          name="next"
          label={t(signInWords.nextPassword)}
          help={t(signInWords.passwordHelp)}
          kind="password"
          autoComplete="new-password"
          required
        />
        <RepeatField of="next" />
      </ActForm>
    </>
  )
}
