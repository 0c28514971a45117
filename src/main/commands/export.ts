/** `gongkai export`: what an installation has made public, for other programs. */
import { open } from 'node:fs/promises'
import { dirname } from 'node:path'
import { openData } from '../../features/agencies/export.ts'
import { portalStore } from '../../features/agencies/portal-store.ts'
import { administrationResults } from '../administration-words.ts'
import { type ExitCode, exitCodes, Stop } from '../exit.ts'
import { trouble } from '../messages.ts'
import { withServices } from '../operations/with-services.ts'
import type { SettingOptions } from '../setting-options.ts'
import type { Terminal } from '../terminal.ts'
import { printable } from '../text/width.ts'

export type ExportOptions = SettingOptions & { readonly output?: string }

/** One JSON object a line: each agency, and behind it its published reports. */
export function exportOpen(given: ExportOptions, terminal: Terminal): Promise<ExitCode> {
  return withServices(given, terminal, async services => {
    const lines = openData(portalStore(services), services.publicUrl)
    const { output } = given
    if (output === undefined) {
      for await (const line of lines) await terminal.print(JSON.stringify(line))
      return exitCodes.fine
    }
    const counts = { agency: 0, report: 0 }
    const file = await open(output, 'w').catch(() => {
      throw new Stop(trouble.outputFolder(printable(dirname(output))))
    })
    try {
      for await (const line of lines) {
        counts[line.kind] += 1
        await file.write(`${JSON.stringify(line)}\n`)
      }
    } finally {
      await file.close()
    }
    const { say, print } = terminal
    await print(say(administrationResults.exported(printable(output), counts.agency, counts.report)))
    return exitCodes.fine
  })
}
