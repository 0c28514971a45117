/** The top bar: whose agency, search, what is new, help, language, me. */
import { Link } from '@tanstack/react-router'
import { Button, Dropdown, type MenuProps, Select } from 'antd'
import { signOut, switchAgency } from '../../features/accounts/contract.ts'
import { listNotifications } from '../../features/desk/contract.ts'
import { useAct, useRead } from '../../kit/console/api.tsx'
import { useTell } from '../../kit/console/language.tsx'
import { useMe } from '../../kit/console/me.tsx'
import { Icon } from '../../ui/icon.tsx'
import { useSize } from './look.tsx'
import { SearchEverything } from './search.tsx'
import { useSession } from './session-context.ts'
import { frameWords } from './words.ts'

interface Props {
  readonly openMenu: () => void
  readonly openKeys: () => void
}

export function TopBar({ openMenu, openKeys }: Props) {
  const t = useTell()
  return (
    <header className="c-top">
      <Button className="c-menu" type="text" onClick={openMenu} aria-label={t(frameWords.menu)}>
        <Icon name="menu" />
      </Button>
      <AgencyName />
      <SearchEverything />
      <div className="c-top-acts">
        <Bell />
        <Link to="/help" className="c-top-link c-top-help">
          <Icon name="help" /> <span className="c-wide">{t(frameWords.help)}</span>
        </Link>
        <Me openKeys={openKeys} />
      </div>
    </header>
  )
}

const home = '/console/'

function AgencyName() {
  const t = useTell()
  const { agency, agencies } = useSession()
  const change = useAct(switchAgency, { done: () => location.assign(home) })
  if (agencies.length < 2) {
    return (
      <Link to="/" className="c-agency">
        {agency?.shortName ?? t(frameWords.product)}
      </Link>
    )
  }
  return (
    <Select
      className="c-agency-select"
      aria-label={t(frameWords.agency)}
      value={agency?.id ?? null}
      loading={change.isPending}
      options={agencies.map(({ id, name }) => ({ value: id, label: name }))}
      popupMatchSelectWidth={false}
      onChange={agencyId => change.mutate({ body: { agencyId } })}
    />
  )
}

const minute = 60_000

function Bell() {
  const t = useTell()
  const { agencyId } = useMe()
  const news = useRead(
    listNotifications,
    { params: { agencyId }, query: { limit: 1 } },
    { every: minute, enabled: agencyId !== '' },
  )
  const unread = news.data?.unread ?? 0
  const says =
    unread > 0 ? `${t(frameWords.notifications)}: ${t(frameWords.unread(unread))}` : t(frameWords.notifications)
  return (
    <Link to="/notifications" className="c-top-link" aria-label={says}>
      <Icon name="bell" /> <span className="c-wide">{t(frameWords.notifications)}</span>
      {unread > 0 && <span className="c-count">{unread}</span>}
    </Link>
  )
}

function Me({ openKeys }: Pick<Props, 'openKeys'>) {
  const t = useTell()
  const { account } = useSession()
  const { large, turn } = useSize()
  const out = useAct(signOut, { done: () => location.assign(home) })
  const items: MenuProps['items'] = [
    { key: 'me', label: <Link to="/me">{t(frameWords.mySecurity)}</Link> },
    { key: 'large', label: t(large ? frameWords.usual : frameWords.large), onClick: turn },
    { key: 'keys', label: t(frameWords.keysTitle), onClick: openKeys },
    { key: 'language', label: t(frameWords.otherLanguage), onClick: otherLanguage },
    { type: 'divider' },
    { key: 'out', label: t(frameWords.signOut), onClick: () => out.mutate({}) },
  ]
  return (
    <Dropdown menu={{ items }} trigger={['click']}>
      <Button type="text" className="c-me" aria-haspopup="menu" aria-label={`${t(frameWords.me)} ${account.name}`}>
        <Icon name="person" /> <span className="c-wide">{account.name}</span> <Icon name="down" />
      </Button>
    </Dropdown>
  )
}

/** The server keeps the language and answers with the page in it. */
function otherLanguage(): void {
  const address = new URL(location.href)
  address.searchParams.set('lang', document.documentElement.lang.startsWith('en') ? 'zh' : 'en')
  location.assign(address)
}
