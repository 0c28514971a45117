/** The pages of this section, in one piece for the browser. */
export { RequestList } from './list/request-list.tsx'
export { Registration } from './register/registration.tsx'
export { CasePage } from './case/case-page.tsx'
export { DraftPage } from './decide/draft-page.tsx'
export { MaterialPage } from './material/material-page.tsx'
