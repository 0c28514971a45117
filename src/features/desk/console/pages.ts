/** The pages of this section, in one piece for the browser. */
export { Help } from './help.tsx'
export { Jobs } from './jobs.tsx'
export { Notifications } from './notifications.tsx'
export { Outbox } from './outbox.tsx'
export { RecordViewer } from './record.tsx'
export { WorkList } from './work.tsx'
