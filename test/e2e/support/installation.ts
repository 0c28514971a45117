/** The built program on a data folder of its own, for browsers. */
import { type StartedProgram, startProgram } from '../../support/started-program.ts'

export type RunningInstallation = Pick<StartedProgram, 'url' | 'links' | 'log' | 'close'>

/** Starts the program on a free port and waits until it says where. Rejects where it ends before. */
export function startInstallation(...options: readonly string[]): Promise<RunningInstallation> {
  return startProgram({ options })
}
