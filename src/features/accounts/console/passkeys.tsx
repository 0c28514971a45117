/** One's passkeys. */
import { Button, Input } from 'antd'
import { useId, useState } from 'react'
import { useAct, useCall, useRead } from '../../../kit/console/api.tsx'
import { AllowedButton } from '../../../kit/console/ask.tsx'
import { useTell } from '../../../kit/console/language.tsx'
import { Loaded, Trouble } from '../../../kit/console/states.tsx'
import { DataTable } from '../../../kit/console/table.tsx'
import { useToast } from '../../../kit/console/toast.tsx'
import { words } from '../../../kit/console/words.ts'
import { shanghaiMinute } from '../../../ui/day.ts'
import { addPasskey, beginPasskey, listPasskeys, type PasskeyItem, removePasskey } from '../contract.ts'
import { makePasskey, passkeysWork } from './webauthn.ts'
import { meWords } from './words.ts'

export function Passkeys() {
  const t = useTell()
  const query = useRead(listPasskeys, {})
  return (
    <section aria-labelledby="my-passkeys">
      <h2 id="my-passkeys">{t(meWords.passkeys)}</h2>
      <p className="note">{t(meWords.passkeysLead)}</p>
      <Loaded query={query}>
        {({ items }) => (items.length === 0 ? <p>{t(meWords.passkeysEmpty)}</p> : <Table items={items} />)}
      </Loaded>
      {passkeysWork() ? <Add /> : <p className="note">{t(meWords.passkeyNot)}</p>}
    </section>
  )
}

function Table({ items }: { readonly items: readonly PasskeyItem[] }) {
  const t = useTell()
  return (
    <DataTable<PasskeyItem>
      caption={t(meWords.passkeys)}
      rows={items}
      rowKey={({ credentialId }) => credentialId}
      columns={[
        { key: 'name', head: t(meWords.passkeys), names: true, cell: ({ name }) => name },
        { key: 'created', head: t(meWords.created), cell: ({ createdAt }) => shanghaiMinute(createdAt) },
        {
          key: 'used',
          head: t(meWords.used),
          cell: ({ lastUsedAt }) => (lastUsedAt === null ? t(meWords.never) : shanghaiMinute(lastUsedAt)),
        },
        {
          key: 'acts',
          head: t(words.actions),
          cell: ({ credentialId, name }) => (
            <AllowedButton
              contract={removePasskey}
              small
              danger
              label={t(meWords.remove)}
              name={`${t(meWords.remove)} ${name}`}
              ask={{ title: meWords.removeTitle, text: meWords.removeText }}
              inputOf={() => ({ params: { credentialId } })}
              refresh={[listPasskeys]}
              news={meWords.removed}
            />
          ),
        },
      ]}
    />
  )
}

const usualName = { zh: '本机', en: 'This machine' }

function Add() {
  const t = useTell()
  const id = useId()
  const call = useCall()
  const toast = useToast()
  const [name, setName] = useState(t(usualName))
  const [cancelled, setCancelled] = useState(false)
  const add = useAct(addPasskey, { refresh: [listPasskeys], done: () => toast(t(meWords.passkeyAdded)) })
  const make = async () => {
    setCancelled(false)
    const response = await call(beginPasskey, {}).then(makePasskey)
    if (response) add.mutate({ body: { name, response } })
    else setCancelled(true)
  }
  return (
    <div className="c-row">
      <label htmlFor={id}>{t(meWords.passkeyName)}</label>
      <Input id={id} value={name} maxLength={60} onChange={event => setName(event.target.value)} />
      <Button loading={add.isPending} onClick={() => make().catch(() => setCancelled(true))}>
        {t(meWords.passkeyAdd)}
      </Button>
      {cancelled && <p role="alert">{t(meWords.passkeyCancelled)}</p>}
      {add.error && <Trouble error={add.error} />}
    </div>
  )
}
