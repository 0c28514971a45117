/** The frame around every page for those signed in: top bar, navigation by work, the page. */
import { Outlet, useNavigate, useRouterState } from '@tanstack/react-router'
import { Drawer } from 'antd'
import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { listSections } from '../../features/agencies/contract.ts'
import { dropDraft, getDraft, saveDraft } from '../../features/desk/contract.ts'
import { getPublication } from '../../features/publications/contract.ts'
import { getRequest } from '../../features/requests/contract/index.ts'
import { useCall, useRead } from '../../kit/console/api.tsx'
import { DraftProvider, type DraftStore } from '../../kit/console/draft.tsx'
import { useTell } from '../../kit/console/language.tsx'
import { LookupProvider } from '../../kit/console/lookups.tsx'
import { useMay, useMe } from '../../kit/console/me.tsx'
import { useShortcut } from '../../kit/console/shortcuts.tsx'
import { Empty } from '../../kit/console/states.tsx'
import { shell } from '../../ui/messages.ts'
import { KeysPanel } from './keys-panel.tsx'
import { Navigation } from './navigation.tsx'
import { areasFor, type Place } from './places.ts'
import { SessionGate } from './session.tsx'
import { TopBar } from './top-bar.tsx'
import { frameWords } from './words.ts'

export function Frame() {
  return (
    <SessionGate>
      <Drafts>
        <Lookups>
          <Framed />
        </Lookups>
      </Drafts>
    </SessionGate>
  )
}

function Drafts({ children }: { readonly children: ReactNode }) {
  const call = useCall()
  const { agencyId } = useMe()
  const store = useMemo<DraftStore>(
    () => ({
      load: key => call(getDraft, { params: { agencyId, key } }),
      save: (key, data) => call(saveDraft, { params: { agencyId, key }, body: { data } }),
      drop: key => call(dropDraft, { params: { agencyId, key } }),
    }),
    [call, agencyId],
  )
  return <DraftProvider store={store}>{children}</DraftProvider>
}

function Lookups({ children }: { readonly children: ReactNode }) {
  const { agencyId } = useMe()
  const may = useMay()
  const sections = useRead(listSections, { params: { agencyId } }, { enabled: agencyId !== '' && may(listSections) })
  const open = (sections.data?.items ?? []).filter(({ status }) => status === 'open')
  const neighbours = {
    request: may(getRequest) ? (id: string) => `/requests/${id}` : null,
    publication: may(getPublication) ? (id: string) => `/publications/${id}` : null,
  }
  return (
    <LookupProvider sections={open.map(({ id, name }) => ({ value: id, label: name }))} neighbours={neighbours}>
      {children}
    </LookupProvider>
  )
}

function Framed() {
  const t = useTell()
  const { may, agencyId } = useMe()
  const areas = areasFor(may)
  const [menu, setMenu] = useState(false)
  const [keys, setKeys] = useState(false)
  const main = useFocusOnNewPage(useCallback(() => setMenu(false), []))
  useShortcut('?', t(frameWords.keysHelp), () => setKeys(true))
  return (
    <div className="c-frame">
      <a className="skip" href="#main">
        {t(shell.skip)}
      </a>
      <TopBar openMenu={() => setMenu(true)} openKeys={() => setKeys(true)} />
      <div className="c-body">
        <div className="c-side">
          <Navigation areas={areas} />
        </div>
        <main id="main" className="c-main" ref={main} tabIndex={-1}>
          {agencyId === '' ? <Empty says={t(frameWords.noAgency)} /> : <Outlet />}
        </main>
      </div>
      <Drawer
        open={menu}
        onClose={() => setMenu(false)}
        placement="left"
        title={t(frameWords.menu)}
        size={288}
        destroyOnHidden
      >
        <Navigation areas={areas} />
      </Drawer>
      <KeysPanel open={keys} close={() => setKeys(false)} />
      {areas
        .flatMap(({ places }) => places)
        .map(place => place.key && <GoKey key={place.path} place={place} second={place.key} />)}
    </div>
  )
}

function GoKey({ place, second }: { readonly place: Place; readonly second: string }) {
  const t = useTell()
  const navigate = useNavigate()
  useShortcut(`g ${second}`, t(frameWords.goTo(t(place.label))), () => void navigate({ to: place.path }))
  return null
}

/** A new page begins at its top, for the eye and for the screen reader alike. */
function useFocusOnNewPage(moved: () => void) {
  const main = useRef<HTMLElement>(null)
  const path = useRouterState({ select: ({ resolvedLocation }) => resolvedLocation?.pathname })
  const before = useRef(path)
  useEffect(() => {
    if (before.current !== undefined && before.current !== path) {
      moved()
      main.current?.focus({ preventScroll: true })
      window.scrollTo(0, 0)
    }
    before.current = path
  }, [path, moved])
  return main
}
