/** The pages of this section, in one piece for the browser. */

export { CasePage } from './case/case-page.tsx'
export { DraftPage } from './decide/draft-page.tsx'
export { RequestList } from './list/request-list.tsx'
export { MaterialPage } from './material/material-page.tsx'
export { Registration } from './register/registration.tsx'
export { RequestStatistics } from './statistics.tsx'
export { SupervisedTables } from './supervised-tables.tsx'
export { RequestSupervision } from './supervision.tsx'
