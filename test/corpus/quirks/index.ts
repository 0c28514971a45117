/** All quirks, by what they happen to. */
import { labelQuirks } from './labels.ts'
import type { Quirk } from './quirk.ts'
import { rowQuirks } from './rows.ts'
import { tableQuirks } from './tables.ts'
import { textQuirks } from './texts.ts'
import { valueQuirks } from './values.ts'

export const quirks: readonly Quirk[] = [...textQuirks, ...labelQuirks, ...valueQuirks, ...rowQuirks, ...tableQuirks]
