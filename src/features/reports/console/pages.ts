/** The pages of this section, in one piece for the browser. */
export { KeptReport } from './kept-report.tsx'
export { KeptReports } from './kept-reports.tsx'
