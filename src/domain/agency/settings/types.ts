/** What a setting is. */
import type { Said } from '../../kernel/lang.ts'

export interface Words {
  readonly label: Said
  readonly help: Said
}

/** Whose it is to set: `access` is the security administrator's, all others the system administrator's (等保 8.1.4.2). */
interface Kept {
  readonly access?: true
}

/** Limits hold ends included; a number is whole. `form` tells how a text is written, an empty one always may be. */
export type Setting = Words &
  Kept &
  (
    | { readonly kind: 'number'; readonly usual: number; readonly least: number; readonly most: number }
    | Text
    | { readonly kind: 'boolean'; readonly usual: boolean }
  )

/** `needed` may not be empty. `words` makes it a list: some of these with commas between, in the order that holds. */
export interface Text {
  readonly kind: 'text'
  readonly usual: string
  readonly most: number
  readonly form?: Form
  readonly needed?: true
  readonly words?: Readonly<Record<string, { readonly label: Said }>>
}

interface Form {
  readonly pattern: RegExp
  readonly example: string
}
