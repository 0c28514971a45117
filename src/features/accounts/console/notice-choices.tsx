/** How one wants to hear of what. */
import { type NoticeWay, noticeWays } from '../../../domain/people/notices.ts'
import { useRead } from '../../../kit/console/api.tsx'
import { TickField } from '../../../kit/console/fields.tsx'
import { ActForm } from '../../../kit/console/form.tsx'
import { useTell } from '../../../kit/console/language.tsx'
import { Loaded } from '../../../kit/console/states.tsx'
import { useToast } from '../../../kit/console/toast.tsx'
import { words } from '../../../kit/console/words.ts'
import { getNoticeChoices, type NoticeChoicesAnswer, setNoticeChoices } from '../notice-contract.ts'
import { noticeWords } from './words.ts'

export function NoticeChoices() {
  const t = useTell()
  const query = useRead(getNoticeChoices, {})
  return (
    <section aria-labelledby="my-notices">
      <h2 id="my-notices">{t(noticeWords.title)}</h2>
      <p className="note">{t(noticeWords.lead)}</p>
      <Loaded query={query}>{answer => <Choose answer={answer} />}</Loaded>
    </section>
  )
}

type Ticks = Readonly<Record<string, Readonly<Record<NoticeWay, boolean>>>>

function Choose({ answer: { items, email, phone } }: { readonly answer: NoticeChoicesAnswer }) {
  const t = useTell()
  const toast = useToast()
  const ticked = (ways: readonly NoticeWay[]) => Object.fromEntries(noticeWays.map(way => [way, ways.includes(way)]))
  const initial = Object.fromEntries(items.map(({ group, ways }) => [group, ticked(ways)])) as Ticks
  return (
    <>
      <p>{t(noticeWords.reached(email, phone))}</p>
      <ActForm
        contract={setNoticeChoices}
        initial={{ ticks: initial }}
        inputOf={({ ticks }) => ({ body: { choices: waysOf(ticks) } })}
        refresh={[getNoticeChoices]}
        done={() => toast(t(words.saved))}
      >
        {items.map(({ group, label, always }) => (
          <fieldset key={group} className="c-roles">
            <legend>{t(label)}</legend>
            {noticeWays
              .filter(way => way !== 'place' || !always)
              .map(way => (
                <TickField key={way} name={['ticks', group, way]} label={t(noticeWords.ways[way])} />
              ))}
          </fieldset>
        ))}
      </ActForm>
    </>
  )
}

function waysOf(ticks: Ticks): Record<string, NoticeWay[]> {
  const chosen = (of: Ticks[string]) => noticeWays.filter(way => of[way])
  return Object.fromEntries(Object.entries(ticks).map(([group, of]) => [group, chosen(of)]))
}
