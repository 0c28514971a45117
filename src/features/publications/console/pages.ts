/** The pages of this section, in one piece for the browser. */

export { NewPublication } from './new.tsx'
export { PublicationList } from './publication-list.tsx'
export { PublicationPage } from './publication-page.tsx'
