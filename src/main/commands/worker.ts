/** `gongkai worker`: the background jobs alone. */
import { runWorker } from '../../platform/record/jobs.ts'
import { type ExitCode, exitCodes } from '../exit.ts'
import { openInstallation } from '../installation.ts'
import { interrupted } from '../interrupted.ts'
import { operationResults } from '../operation-words.ts'
import { type SettingOptions, settingsGiven } from '../setting-options.ts'
import { stopAll } from '../stop.ts'
import { schedules, tasksOf } from '../tasks.ts'
import type { Terminal } from '../terminal.ts'

export type WorkerOptions = SettingOptions

/** Works until the process is interrupted; then ends the jobs under way first. */
export async function worker(given: WorkerOptions, { say, print, warn }: Terminal): Promise<ExitCode> {
  const now = () => new Date()
  let onLost: (trouble: unknown) => void = () => undefined
  const lost = new Promise<never>((_, reject) => {
    onLost = reject
  })
  lost.catch(() => undefined)
  const installation = await openInstallation(settingsGiven(given), {
    now,
    onLogTrouble: error => warn(String(error)),
    onLost,
  })
  const { database, log, close } = installation
  try {
    const working = await runWorker(database, { tasks: tasksOf(installation, now), schedules, log })
    try {
      await print(say(operationResults.working))
      await Promise.race([interrupted(), lost])
    } finally {
      await stopAll([{ name: 'worker', stop: working.stop }], log)
    }
  } finally {
    await close()
  }
  await print(say(operationResults.stopped))
  return exitCodes.fine
}
