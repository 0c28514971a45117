/** The pages of the console by their addresses. Each section comes in a file of its own when it is first opened. */
import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  type RouteComponent,
} from '@tanstack/react-router'
import { Fault, NoSuchPage } from './fault.tsx'
import { Frame } from './frame.tsx'
import { SignInPage } from './session.tsx'

type Views = Readonly<Record<string, RouteComponent>>

const root = createRootRoute({ component: Outlet, notFoundComponent: NoSuchPage, errorComponent: Fault })
const inside = createRoute({ getParentRoute: () => root, id: 'inside', component: Frame })

/** A page for those signed in. */
const page = <M extends Views>(path: string, load: () => Promise<M>, name: keyof M & string) =>
  createRoute({ getParentRoute: () => inside, path, component: lazyRouteComponent(load, name) })

const accounts = () => import('../../features/accounts/console/pages.ts')
const agencies = () => import('../../features/agencies/console/pages.ts')
const calendar = () => import('../../features/calendar/console/calendar.tsx')
const desk = () => import('../../features/desk/console/pages.ts')
const office = () => import('../../features/requests/console/office-pages.ts')
const publications = () => import('../../features/publications/console/pages.ts')
const reports = () => import('../../features/reports/console/pages.ts')
const requests = () => import('../../features/requests/console/pages.ts')

const tree = root.addChildren([
  createRoute({
    getParentRoute: () => root,
    path: '/invitation',
    component: lazyRouteComponent(accounts, 'Invitation'),
  }),
  createRoute({ getParentRoute: () => root, path: '/sign-in', component: SignInPage }),
  inside.addChildren([
    page('/', desk, 'WorkList'),
    page('/notifications', desk, 'Notifications'),
    page('/record', desk, 'RecordViewer'),
    page('/outbox', desk, 'Outbox'),
    page('/jobs', desk, 'Jobs'),
    page('/help', desk, 'Help'),
    page('/requests', requests, 'RequestList'),
    page('/requests/new', requests, 'Registration'),
    page('/requests/$requestId', requests, 'CasePage'),
    page('/requests/$requestId/draft', requests, 'DraftPage'),
    page('/requests/$requestId/papers/$paperId', requests, 'MaterialPage'),
    page('/statistics/requests', requests, 'RequestStatistics'),
    page('/supervision/requests', requests, 'RequestSupervision'),
    page('/supervision/requests/tables', requests, 'SupervisedTables'),
    page('/due-calendar', office, 'CalendarFeed'),
    page('/retention', office, 'Retention'),
    page('/letters', office, 'TemplateList'),
    page('/letters/$letter', office, 'TemplatePage'),
    page('/publications', publications, 'PublicationList'),
    page('/publications/new', publications, 'NewPublication'),
    page('/publications/$publicationId', publications, 'PublicationPage'),
    page('/reports', reports, 'KeptReports'),
    page('/reports/$reportId', reports, 'KeptReport'),
    page('/agency', agencies, 'AgencyData'),
    page('/agency/sections', agencies, 'Sections'),
    page('/agency/leaders', agencies, 'Leaders'),
    page('/agency/pages', agencies, 'Documents'),
    page('/agency/pages/$documentId', agencies, 'DocumentEditor'),
    page('/agencies', agencies, 'AgencyList'),
    page('/agencies/import', agencies, 'AgencyImport'),
    page('/agencies/new', agencies, 'AgencyNew'),
    page('/agencies/$agencyId', agencies, 'AgencyOther'),
    page('/settings', agencies, 'Settings'),
    page('/people', accounts, 'People'),
    page('/people/new', accounts, 'NewPerson'),
    page('/people/import', accounts, 'PeopleImport'),
    page('/people/$accountId', accounts, 'PersonPage'),
    page('/delegations', accounts, 'Delegations'),
    page('/keys', accounts, 'Keys'),
    page('/me', accounts, 'MyAccount'),
    page('/calendar', calendar, 'CalendarEditor'),
  ]),
])

/** The router over the browser's address, below `/console`. Words in the address stay words: `?q=2023` is a text. */
export function consoleRouter() {
  return createRouter({
    routeTree: tree,
    basepath: '/console',
    defaultPreload: 'intent',
    parseSearch: text => Object.fromEntries(new URLSearchParams(text)),
    stringifySearch: search => {
      const text = new URLSearchParams(search as Record<string, string>).toString()
      return text === '' ? '' : `?${text}`
    },
  })
}
