/** Where an extension has got to (条例33): consent alone moves no day, the applicant must have been told in time. */
import type { CaseLetter, Extension, RequestCase } from './case.ts'

/** to_tell: approved, and its letter has not left. told: its letter left within the period, so it counts. */
export type ExtensionStanding = 'asked' | 'refused' | 'to_tell' | 'told' | 'lapsed'

/** Null where none was asked for. */
export function extensionStanding(of: Pick<RequestCase, 'extension' | 'events'>): ExtensionStanding | null {
  const { extension, events } = of
  if (extension === null) return null
  if (extension.lapsed) return 'lapsed'
  if (extension.outcome === null) return 'asked'
  if (!extension.outcome.approved) return 'refused'
  return events.some(e => e.kind === 'extended') ? 'told' : 'to_tell'
}

/** The extension whose letter is still to leave; null where none is. */
export function extensionToTell(of: RequestCase): Extension | null {
  return extensionStanding(of) === 'to_tell' ? of.extension : null
}

/** Whether the letter tells of the extension that stands approved, and not of one before it. */
export function tellsOfExtension({ id }: Pick<CaseLetter, 'id'>, { extension }: RequestCase): boolean {
  return extension?.outcome?.approved === true && extension.outcome.letterId === id
}
