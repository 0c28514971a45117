/** 接口密钥: keys for other programs. */
import { Input } from 'antd'
import { useState } from 'react'
import { useCall } from '../../../kit/console/api.tsx'
import { ActButton } from '../../../kit/console/ask.tsx'
import { Field, TextField } from '../../../kit/console/fields.tsx'
import { ActForm } from '../../../kit/console/form.tsx'
import { useTell } from '../../../kit/console/language.tsx'
import { ListView } from '../../../kit/console/list.tsx'
import { Mark } from '../../../kit/console/mark.tsx'
import { useMay, useMe } from '../../../kit/console/me.tsx'
import { OneTime } from '../../../kit/console/one-time.tsx'
import { PageHead } from '../../../kit/console/states.tsx'
import { words } from '../../../kit/console/words.ts'
import { shanghaiDay, shanghaiMinute } from '../../../ui/day.ts'
import { type ApiKey, addKey, listKeys, revokeKey } from '../people-contract.ts'
import { keyWords, meWords } from './words.ts'

export function Keys() {
  const t = useTell()
  const call = useCall()
  const may = useMay()
  const { agencyId } = useMe()
  return (
    <div className="c-page">
      <PageHead title={t(keyWords.title)} lead={t(keyWords.lead)} />
      <ListView<ApiKey>
        id={[listKeys.id, agencyId]}
        caption={t(keyWords.title)}
        empty={t(keyWords.empty)}
        load={() => call(listKeys, { params: { agencyId } })}
        rowKey={({ id }) => id}
        columns={[...columns(t), { key: 'acts', head: t(words.actions), cell: key => <Revoke item={key} /> }]}
      />
      {may(addKey) && <NewKey />}
    </div>
  )
}

function columns(t: ReturnType<typeof useTell>) {
  const used = ({ lastUsedAt }: ApiKey) => (lastUsedAt === null ? t(meWords.never) : shanghaiMinute(lastUsedAt))
  const scopes = (key: ApiKey) => key.scopes.join('、')
  const expires = ({ expiresAt }: ApiKey) => shanghaiDay(expiresAt)
  return [
    {
      key: 'name',
      head: t(keyWords.name),
      names: true,
      text: ({ name }: ApiKey) => name,
      cell: ({ name }: ApiKey) => name,
    },
    { key: 'scopes', head: t(keyWords.scopes), text: scopes, cell: scopes },
    { key: 'expires', head: t(keyWords.expires), text: expires, cell: expires },
    { key: 'used', head: t(keyWords.used), text: used, cell: used },
    { key: 'state', head: t(keyWords.state), cell: (key: ApiKey) => <State item={key} /> },
  ]
}

function State({ item }: { readonly item: ApiKey }) {
  const t = useTell()
  if (item.revokedAt !== null) {
    return (
      <Mark look="info" icon="cancelled">
        {t(keyWords.revoked)}
      </Mark>
    )
  }
  return new Date(item.expiresAt) < new Date() ? (
    <Mark look="warning">{t(keyWords.expired)}</Mark>
  ) : (
    <Mark look="ok">{t(keyWords.valid)}</Mark>
  )
}

function Revoke({ item }: { readonly item: ApiKey }) {
  const t = useTell()
  const { agencyId } = useMe()
  if (item.revokedAt !== null) return null
  return (
    <ActButton
      contract={revokeKey}
      small
      danger
      label={t(keyWords.revoke)}
      name={`${t(keyWords.revoke)} ${item.name}`}
      ask={{ title: keyWords.revokeTitle, text: keyWords.revokeText }}
      inputOf={() => ({ params: { agencyId, keyId: item.id } })}
      refresh={[listKeys]}
      news={keyWords.revokeDone}
    />
  )
}

const usualDays = '365'

function NewKey() {
  const t = useTell()
  const { agencyId } = useMe()
  const [round, setRound] = useState(0)
  const [secret, setSecret] = useState<string | null>(null)
  return (
    <section aria-labelledby="new-key">
      {secret !== null && <OneTime title={t(keyWords.secretTitle)} lead={t(keyWords.secretLead)} value={secret} />}
      <h2 id="new-key">{t(keyWords.new)}</h2>
      <ActForm
        key={round}
        contract={addKey}
        draft="key-new"
        initial={{ name: '', scopes: '', days: usualDays }}
        inputOf={({ name, scopes, days }) => ({
          params: { agencyId },
          body: { name, scopes: scopes.split(/\s+/).filter(Boolean), days: Number(days) },
        })}
        submit={keyWords.new}
        refresh={[listKeys]}
        done={answer => {
          setSecret(answer.secret)
          setRound(round + 1)
        }}
        fieldOf={path => path.slice(0, 1)}
      >
        <TextField name="name" label={t(keyWords.name)} help={t(keyWords.nameHelp)} most={60} required />
        <Field name="scopes" label={t(keyWords.scopes)} help={t(keyWords.scopesHelp)} required>
          <Input.TextArea rows={3} />
        </Field>
        <TextField name="days" label={t(keyWords.days)} help={t(keyWords.daysHelp)} kind="number" required />
      </ActForm>
    </section>
  )
}
