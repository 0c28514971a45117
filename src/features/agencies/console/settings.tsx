/** 设置: the settings of the agency, each with its explanation and its usual value. */
import { useRead } from '../../../kit/console/api.tsx'
import { ChoiceField, TextField, TickField } from '../../../kit/console/fields.tsx'
import { ActForm } from '../../../kit/console/form.tsx'
import { useTell } from '../../../kit/console/language.tsx'
import { useMay, useMe } from '../../../kit/console/me.tsx'
import { Empty, Loaded, PageHead } from '../../../kit/console/states.tsx'
import { useToast } from '../../../kit/console/toast.tsx'
import { words } from '../../../kit/console/words.ts'
import { getSettings, type Setting, setSettings } from '../contract.ts'
import { settingWords } from './words.ts'

export function Settings() {
  const t = useTell()
  const may = useMay()
  const { agencyId } = useMe()
  const query = useRead(getSettings, { params: { agencyId } })
  return (
    <div className="c-page">
      <PageHead title={t(settingWords.title)} lead={t(settingWords.lead)} />
      <Loaded query={query}>
        {({ items }) => {
          if (items.length === 0) return <Empty says={t(settingWords.empty)} />
          if (!may(setSettings)) return <Sheet items={items} />
          const [own, others] = [items.filter(isOwn), items.filter(item => !isOwn(item))]
          return (
            <>
              {own.length > 0 && <Change items={own} />}
              {others.length > 0 && <Others items={others} />}
            </>
          )
        }}
      </Loaded>
    </div>
  )
}

const isOwn = ({ changeable }: Setting) => changeable

/** What another administrator sets. */
function Others({ items }: { readonly items: readonly Setting[] }) {
  const t = useTell()
  return (
    <section aria-labelledby="settings-others">
      <h2 id="settings-others">{t(settingWords.others)}</h2>
      <Sheet items={items} />
    </section>
  )
}

function useValueWords() {
  const t = useTell()
  return ({ choices }: Setting, value: Setting['value']) => {
    if (typeof value === 'boolean') return t(value ? words.yes : words.no)
    const chosen = choices.find(choice => choice.value === value)
    return chosen ? t(chosen.label) : String(value)
  }
}

function Sheet({ items }: { readonly items: readonly Setting[] }) {
  const t = useTell()
  const say = useValueWords()
  return (
    <dl className="c-sheet">
      {items.map(item => (
        <div key={item.key}>
          <dt>{t(item.label)}</dt>
          <dd>{say(item, item.value)}</dd>
        </div>
      ))}
    </dl>
  )
}

type Typed = { readonly values: Readonly<Record<string, string | boolean>> }

function Change({ items }: { readonly items: readonly Setting[] }) {
  const t = useTell()
  const toast = useToast()
  const { agencyId } = useMe()
  const typed = Object.fromEntries(
    items.map(({ key, value }) => [key, typeof value === 'boolean' ? value : String(value)]),
  )
  return (
    <ActForm
      contract={setSettings}
      draft="settings"
      initial={{ values: typed } as Typed}
      inputOf={({ values }) => ({ params: { agencyId }, body: { values: changed(items, values) } })}
      refresh={[getSettings]}
      done={() => toast(t(words.saved))}
    >
      {items.map(item => (
        <OneSetting key={item.key} item={item} />
      ))}
    </ActForm>
  )
}

/** Only what was changed, numbers as numbers. */
function changed(items: readonly Setting[], values: Typed['values']): Record<string, Setting['value']> {
  return Object.fromEntries(
    items.flatMap(({ key, kind, value }) => {
      const given = kind === 'number' ? Number(values[key]) : (values[key] ?? '')
      return given === value ? [] : [[key, given]]
    }),
  )
}

function OneSetting({ item }: { readonly item: Setting }) {
  const t = useTell()
  const say = useValueWords()
  const { key, kind, label, choices, usual, least, most } = item
  const ends = kind === 'number' && (least !== null || most !== null) ? t(settingWords.ends(least, most)) : ''
  const usually = usual === '' ? '' : t(settingWords.usual(say(item, usual)))
  const help = [t(item.help), ends, usually].filter(part => part !== '').join(' ')
  const name = ['values', key]
  if (kind === 'boolean') return <TickField name={name} label={t(label)} help={help} />
  if (kind === 'choice') {
    const options = choices.map(({ value, label: choice }) => ({ value, label: t(choice) }))
    return <ChoiceField name={name} label={t(label)} help={help} choices={options} />
  }
  return (
    <TextField
      name={name}
      label={t(label)}
      help={help}
      kind={kind}
      {...(kind === 'text' && most !== null ? { most } : {})}
    />
  )
}
