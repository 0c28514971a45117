/** 日历订阅: the secret address of one's own due dates, made, shown once, revoked. */
import { useState } from 'react'
import { useRead } from '../../../../kit/console/api.tsx'
import { ActButton } from '../../../../kit/console/ask.tsx'
import { useTell } from '../../../../kit/console/language.tsx'
import { Mark } from '../../../../kit/console/mark.tsx'
import { useMe } from '../../../../kit/console/me.tsx'
import { OneTime } from '../../../../kit/console/one-time.tsx'
import { Loaded, PageHead } from '../../../../kit/console/states.tsx'
import { shanghaiMinute } from '../../../../ui/day.ts'
import { getFeed, makeFeed, revokeFeed } from '../../contract/feed.ts'
import { feedWords } from './words.ts'

export function CalendarFeed() {
  const t = useTell()
  const params = { agencyId: useMe().agencyId }
  const [url, setUrl] = useState<string | null>(null)
  const feed = useRead(getFeed, { params })
  return (
    <div className="c-page">
      <PageHead title={t(feedWords.title)} lead={t(feedWords.lead)} />
      <section aria-labelledby="feed-readers">
        <h2 id="feed-readers">{t(feedWords.whoReads)}</h2>
        <p>{t(feedWords.reads)}</p>
        <p className="note">{t(feedWords.whichSection)}</p>
      </section>
      {url !== null && <OneTime title={t(feedWords.once)} lead={t(feedWords.onceLead)} value={url} />}
      <Loaded query={feed}>
        {({ madeAt }) => (
          <>
            <p>
              {madeAt !== null && <Mark look="ok">{t(feedWords.valid)}</Mark>}{' '}
              {t(madeAt === null ? feedWords.none : feedWords.since(shanghaiMinute(madeAt)))}
            </p>
            <div className="c-form-acts">
              <ActButton
                contract={makeFeed}
                type={madeAt === null ? 'primary' : 'default'}
                label={t(madeAt === null ? feedWords.make : feedWords.another)}
                inputOf={() => ({ params })}
                {...(madeAt !== null && { ask: { title: feedWords.anotherTitle, text: feedWords.anotherText } })}
                refresh={[getFeed]}
                done={answer => setUrl(answer.url)}
              />
              {madeAt !== null && (
                <ActButton
                  contract={revokeFeed}
                  danger
                  label={t(feedWords.revoke)}
                  inputOf={() => ({ params })}
                  ask={{ title: feedWords.revokeTitle, text: feedWords.revokeText }}
                  refresh={[getFeed]}
                  done={() => setUrl(null)}
                  news={feedWords.revoked}
                />
              )}
            </div>
          </>
        )}
      </Loaded>
    </div>
  )
}
