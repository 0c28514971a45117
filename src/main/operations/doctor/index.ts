/** Looks at everything an installation stands on, and says of each how it is and what to do. */

import { readConfig } from '../../../platform/config/config.ts'
import type { Words } from '../../../platform/config/given.ts'
import type { Migration } from '../../../platform/db/migrate.ts'
import { baseFindings } from './base.ts'
import { bad, type Finding, ok } from './finding.ts'
import { machineFindings } from './machine.ts'
import { outsideFindings } from './outside.ts'

export interface Examination {
  readonly env: Words
  /** What the command line gives in place of variables. */
  readonly options: Words
  readonly migrations: readonly Migration[]
  readonly now: () => Date
}

/** One finding after the other, as they are made. Without a configuration nothing else can be looked at. */
export async function* examine({ env, options, migrations, now }: Examination): AsyncGenerator<Finding> {
  const read = readConfig(env, options)
  if (!read.ok) {
    for (const { says, mend } of read.troubles) yield bad('config', 'error', says, mend)
    return
  }
  yield ok('config', '配置正确。', 'The configuration is right.')
  yield* machineFindings(read.config)
  yield* baseFindings({ config: read.config, migrations, now })
  yield* outsideFindings(read.config, now())
}
