/** Searching for a piece of text as typed. */

/** The pattern for ILIKE that finds the text anywhere; its own signs count as letters. */
export function anywhere(typed: string): string {
  return `%${typed.replace(/[\\%_]/g, '\\$&')}%`
}
