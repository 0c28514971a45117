/** 设置: the settings of the agency, each with its explanation and its usual value. */
import type { ReactNode } from 'react'
import { settingSubjects } from '../../../domain/agency/setting-subjects.ts'
import { useRead } from '../../../kit/console/api.tsx'
import { TextField, TickField } from '../../../kit/console/fields.tsx'
import { ActForm } from '../../../kit/console/form.tsx'
import { useTell } from '../../../kit/console/language.tsx'
import { useMay, useMe } from '../../../kit/console/me.tsx'
import { InOrderField } from '../../../kit/console/more-fields.tsx'
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
    <section className="c-form" aria-labelledby="settings-others">
      <p className="note" id="settings-others">
        {t(settingWords.others)}
      </p>
      <Sheet items={items} />
    </section>
  )
}

function useValueWords() {
  const t = useTell()
  return ({ kind, choices }: Setting, value: Setting['value']) => {
    if (typeof value === 'boolean') return t(value ? words.yes : words.no)
    if (kind !== 'list') return String(value)
    return (
      listOf(value)
        .map(word => named(choices, word, t))
        .join(t(settingWords.and)) || t(words.none)
    )
  }
}

/** What a list holds. */
function listOf(value: Setting['value']): string[] {
  return String(value)
    .split(',')
    .filter(word => word !== '')
}

function named(choices: Setting['choices'], word: string, t: ReturnType<typeof useTell>): string {
  const choice = choices.find(({ value }) => value === word)
  return choice ? t(choice.label) : word
}

/** Under what they are about. */
function BySubject({ items, each }: { readonly items: readonly Setting[]; readonly each: (of: Part) => ReactNode }) {
  const t = useTell()
  return Object.entries(settingSubjects).map(([subject, label]) => {
    const own = items.filter(({ key }) => key.startsWith(`${subject}.`))
    return (
      own.length > 0 && (
        <section key={subject} aria-labelledby={`settings-${subject}`}>
          <h2 id={`settings-${subject}`}>{t(label)}</h2>
          {each(own)}
        </section>
      )
    )
  })
}
type Part = readonly Setting[]

function Sheet({ items }: { readonly items: readonly Setting[] }) {
  const t = useTell()
  const say = useValueWords()
  const each = (of: Part) => (
    <dl className="c-sheet">
      {of.map(item => (
        <div key={item.key}>
          <dt>{t(item.label)}</dt>
          <dd>{say(item, item.value) || t(words.none)}</dd>
        </div>
      ))}
    </dl>
  )
  return <BySubject items={items} each={each} />
}

type Typed = { readonly values: Readonly<Record<string, string | boolean | readonly string[]>> }

function Change({ items }: { readonly items: readonly Setting[] }) {
  const t = useTell()
  const toast = useToast()
  const { agencyId } = useMe()
  const typed = Object.fromEntries(items.map(item => [item.key, typedOf(item)]))
  return (
    <ActForm
      contract={setSettings}
      draft="settings"
      initial={{ values: typed } as Typed}
      inputOf={({ values }) => ({ params: { agencyId }, body: { values: changed(items, values) } })}
      fieldOf={placeOf}
      refresh={[getSettings]}
      done={() => toast(t(words.saved))}
    >
      <BySubject items={items} each={of => of.map(item => <OneSetting key={item.key} item={item} />)} />
    </ActForm>
  )
}

function typedOf({ kind, value }: Setting): Typed['values'][string] {
  if (kind === 'list') return listOf(value)
  return typeof value === 'boolean' ? value : String(value)
}

/** A setting's name has dots of its own. */
function placeOf([values = '', ...key]: readonly PropertyKey[]): readonly PropertyKey[] {
  return key.length === 0 ? [values] : [values, key.map(String).join('.')]
}

/** Only what was changed, numbers as numbers. */
function changed(items: readonly Setting[], values: Typed['values']): Record<string, Setting['value']> {
  return Object.fromEntries(
    items.flatMap(({ key, kind, value }) => {
      const typed = values[key] ?? ''
      const given = typeof typed === 'object' ? typed.join(',') : kind === 'number' ? Number(typed) : typed
      return given === value ? [] : [[key, given]]
    }),
  )
}

function OneSetting({ item }: { readonly item: Setting }) {
  const t = useTell()
  const say = useValueWords()
  const { key, kind, label, choices, usual, least, most } = item
  const ends = kind === 'number' && (least !== null || most !== null) ? t(settingWords.ends(least, most)) : ''
  const usually = usual === '' || kind === 'list' ? '' : t(settingWords.usual(say(item, usual)))
  const help = [t(item.help), ends, usually].filter(part => part !== '').join(' ')
  const name = ['values', key]
  if (kind === 'boolean') return <TickField name={name} label={t(label)} help={help} />
  if (kind === 'list') {
    const options = choices.map(({ value, label: choice }) => ({ value, label: t(choice) }))
    return <InOrderField name={name} label={t(label)} help={help} choices={options} />
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
