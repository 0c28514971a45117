/** Pages of the office beside its cases, in one piece for the browser. */

export { CalendarFeed } from './feed/calendar-feed.tsx'
export { Retention } from './keeping/retention.tsx'
export { TemplateList } from './templates/template-list.tsx'
export { TemplatePage } from './templates/template-page.tsx'
