/** What the browser adds to pages that work without it. */
import { startFindings } from '../features/reports/client/findings.ts'
import { startUpload } from '../features/reports/client/upload.ts'
import { startPublished } from '../features/requests/client/published.ts'

document.documentElement.classList.add('js')

const form = document.querySelector<HTMLFormElement>('form[data-upload]')
if (form) startUpload(form)

const findings = document.querySelector<HTMLElement>('[data-findings]')
if (findings) startFindings(findings)

const published = document.querySelector<HTMLElement>('[data-published]')
if (published) startPublished(published)
