/** 消息: what is new. */
import { useCall } from '../../../kit/console/api.tsx'
import { AllowedButton } from '../../../kit/console/ask.tsx'
import { useTell } from '../../../kit/console/language.tsx'
import { ListView } from '../../../kit/console/list.tsx'
import { Mark } from '../../../kit/console/mark.tsx'
import { useMe } from '../../../kit/console/me.tsx'
import { SmartLink } from '../../../kit/console/smart-link.tsx'
import { PageHead } from '../../../kit/console/states.tsx'
import { words } from '../../../kit/console/words.ts'
import { shanghaiMinute } from '../../../ui/day.ts'
import { listNotifications, type NotificationItem, readNotifications } from '../contract.ts'
import { newsWords } from './words.ts'

export function Notifications() {
  const t = useTell()
  const call = useCall()
  const { agencyId } = useMe()
  return (
    <div className="c-page">
      <PageHead title={t(newsWords.title)}>
        <AllowedButton
          contract={readNotifications}
          label={t(newsWords.readAll)}
          inputOf={() => ({ params: { agencyId }, body: {} })}
          refresh={[listNotifications]}
          news={newsWords.allRead}
        />
      </PageHead>
      <ListView<NotificationItem>
        id={[listNotifications.id, agencyId, 'list']}
        caption={t(newsWords.title)}
        empty={t(newsWords.empty)}
        load={({ set, ...query }) => call(listNotifications, { params: { agencyId }, query: { ...set, ...query } })}
        rowKey={({ id }) => id}
        columns={columns(t, agencyId)}
      />
    </div>
  )
}

function columns(t: ReturnType<typeof useTell>, agencyId: string) {
  const at = (item: NotificationItem) => shanghaiMinute(item.at)
  return [
    {
      key: 'what',
      head: t(newsWords.what),
      names: true,
      text: ({ title }: NotificationItem) => t(title),
      cell: ({ title, body, link }: NotificationItem) => (
        <>
          {link === null ? t(title) : <SmartLink to={link}>{t(title)}</SmartLink>}
          {body && <p className="note">{t(body)}</p>}
        </>
      ),
    },
    { key: 'at', head: t(newsWords.at), text: at, cell: at },
    {
      key: 'state',
      head: t(newsWords.state),
      cell: ({ readAt }: NotificationItem) =>
        readAt === null ? (
          <Mark look="warning" icon="bell">
            {t(newsWords.unread)}
          </Mark>
        ) : (
          <Mark look="info" icon="ok">
            {t(newsWords.read)}
          </Mark>
        ),
    },
    {
      key: 'acts',
      head: t(words.actions),
      cell: ({ id, readAt, title }: NotificationItem) =>
        readAt === null && (
          <AllowedButton
            contract={readNotifications}
            small
            label={t(newsWords.readOne)}
            name={`${t(newsWords.readOne)} ${t(title)}`}
            inputOf={() => ({ params: { agencyId }, body: { ids: [id] } })}
            refresh={[listNotifications]}
          />
        ),
    },
  ]
}
