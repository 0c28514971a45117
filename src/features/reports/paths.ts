/** The addresses of the slice, built in one place. */

export const uploadPath = '/reports/check'
export const samplesPath = '/reports/samples'
export const discardedPath = '/reports/discarded'

export const downloadFormats = ['docx', 'pdf', 'xlsx', 'html', 'txt', 'csv', 'json'] as const
export type DownloadFormat = (typeof downloadFormats)[number]

export function visitPath(visit: string): string {
  return `/reports/visits/${visit}`
}

export function reportPath(visit: string, n: number): string {
  return `${visitPath(visit)}/${n}`
}

export function downloadPath(visit: string, n: number, format: DownloadFormat): string {
  return `${reportPath(visit, n)}/download/${format}`
}

export function findingsCsvPath(visit: string): string {
  return `${visitPath(visit)}/findings.csv`
}

export function discardPath(visit: string): string {
  return `${visitPath(visit)}/discard`
}

export const apiVisitsPath = '/api/reports/visits'

export function apiFilesPath(visit: string): string {
  return `${apiVisitsPath}/${visit}/files`
}
