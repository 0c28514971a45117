/** All editions of the annual report form, oldest first. A new one is one file and one line here. */
import { edition2019 } from './edition-2019.ts'
import { edition2021 } from './edition-2021.ts'
import type { Edition } from './form.ts'

export const editions: readonly Edition[] = [edition2019, edition2021]

export type { Edition, Section, TableId } from './form.ts'
