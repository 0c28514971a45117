/** The pages of this section, in one piece for the browser. */
export { AgencyData, AgencyNew, AgencyOther } from './agency-data.tsx'
export { AgencyImport } from './agency-import.tsx'
export { AgencyList } from './agency-list.tsx'
export { DocumentEditor } from './document-editor.tsx'
export { Documents } from './documents.tsx'
export { Leaders } from './leaders.tsx'
export { Sections } from './sections.tsx'
export { Settings } from './settings.tsx'
