/** Setting up one-time codes: scan, confirm, keep the recovery codes. */
import { Button, QRCode } from 'antd'
import { useState } from 'react'
import { useAct } from '../../../kit/console/api.tsx'
import { TextField } from '../../../kit/console/fields.tsx'
import { ActForm } from '../../../kit/console/form.tsx'
import { useTell } from '../../../kit/console/language.tsx'
import { PageHead, Trouble } from '../../../kit/console/states.tsx'
import { words } from '../../../kit/console/words.ts'
import { beginTotp, confirmTotp } from '../contract.ts'
import { signInWords } from './sign-in-words.ts'

export function SetUpTotp({ done }: { readonly done: () => void }) {
  const t = useTell()
  const begin = useAct(beginTotp)
  const [codes, setCodes] = useState<readonly string[] | null>(null)
  if (codes) return <RecoveryCodes codes={codes} done={done} />
  if (begin.data) return <Scan {...begin.data} confirmed={setCodes} />
  return (
    <>
      <PageHead title={t(signInWords.setUpTitle)} lead={t(signInWords.setUpLead)} />
      {begin.error && <Trouble error={begin.error} />}
      <Button type="primary" loading={begin.isPending} onClick={() => begin.mutate({})}>
        {t(signInWords.setUpBegin)}
      </Button>
    </>
  )
}

interface ScanProps {
  readonly secret: string
  readonly uri: string
  readonly confirmed: (codes: readonly string[]) => void
}

const qrSize = 200

function Scan({ secret, uri, confirmed }: ScanProps) {
  const t = useTell()
  return (
    <>
      <PageHead title={t(signInWords.setUpTitle)} lead={t(signInWords.scan)} />
      <div className="c-qr">
        <QRCode value={uri} type="svg" size={qrSize} bordered={false} errorLevel="M" aria-label={t(signInWords.qr)} />
      </div>
      <p>
        {t(signInWords.secret)} <code className="c-secret">{secret.match(/.{1,4}/g)?.join(' ')}</code>
      </p>
      <ActForm
        contract={confirmTotp}
        initial={{ code: '' }}
        inputOf={body => ({ body })}
        submit={signInWords.confirm}
        done={({ recoveryCodes }) => confirmed(recoveryCodes)}
      >
        <TextField name="code" label={t(signInWords.sixDigits)} autoComplete="one-time-code" required />
      </ActForm>
    </>
  )
}

function RecoveryCodes({ codes, done }: { readonly codes: readonly string[]; readonly done: () => void }) {
  const t = useTell()
  return (
    <>
      <PageHead title={t(signInWords.recoveryTitle)} lead={t(signInWords.recoveryLead)} />
      <ul className="c-codes">
        {codes.map(code => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <div className="c-form-acts">
        <Button type="primary" onClick={done}>
          {t(signInWords.recoveryKept)}
        </Button>
        <Button onClick={() => window.print()}>{t(words.print)}</Button>
      </div>
    </>
  )
}
