/** `gongkai serve`: the whole installation, until it is told to end. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { roles } from '../../domain/people/roles.ts'
import { requestStates } from '../../domain/request/states.ts'
import { firstAdministratorLink } from '../../features/accounts/actions/first-start.ts'
import type { Config } from '../../platform/config/config.ts'
import { runWorker } from '../../platform/record/jobs.ts'
import { type ExitCode, exitCodes, Stop } from '../exit.ts'
import { type Installation, openInstallation } from '../installation.ts'
import { interrupted } from '../interrupted.ts'
import { results, trouble } from '../messages.ts'
import { type ReadingOptions, withIntake } from '../reading.ts'
import { packageVersion, publicFolder } from '../root.ts'
import type { RunningServer, ServerOptions } from '../server.ts'
import { type SettingOptions, settingsGiven } from '../setting-options.ts'
import { stopAll } from '../stop.ts'
import { dayAtOnce, schedules, tasksOf } from '../tasks.ts'
import type { Terminal } from '../terminal.ts'

export type ServeOptions = ReadingOptions & SettingOptions & { readonly demo?: boolean }

type ServerModule = typeof import('../server.ts')

/** Serves until the process is interrupted. */
export function serve(given: ServeOptions, terminal: Terminal): Promise<ExitCode> {
  return withIntake(given, async engine => {
    const config = withDemoSeal(settingsGiven(given), given.demo ?? false)
    // The largest part of the program, read while the database starts.
    const server = import('../server.ts')
    server.catch(() => undefined)
    const installation = await openInstallation(config, {
      now: () => new Date(),
      onLogTrouble: error => terminal.warn(String(error)),
    })
    try {
      const { port, host } = config
      const fileBytes = given.maxFileMb * 2 ** 20
      const served = { engine, installation, port, host, fileBytes, assets: publicFolder, version: packageVersion }
      const options = { ...served, filling: given.demo ?? false }
      const running = await started(await server, options)
      const { database, log } = installation
      const { now, publicUrl } = running.services
      const tasks = tasksOf({ ...installation, publicUrl }, now)
      const worker = await runWorker(database, { tasks, schedules, log })
      await welcome(running, installation, given.demo ?? false, terminal)
      await interrupted()
      await stopAll(
        [
          { name: 'server', stop: running.close },
          { name: 'worker', stop: worker.stop },
        ],
        log,
      )
      return exitCodes.fine
    } finally {
      await installation.close()
    }
  })
}

/** The demo shows where a seal stands, unless another is chosen. */
function withDemoSeal(config: Config, demo: boolean): Config {
  return demo && config.seal === null ? { ...config, seal: { kind: 'demo' } } : config
}

/** Where it runs, and how the first people come in. */
async function welcome(running: RunningServer, { config }: Installation, demo: boolean, { say, print }: Terminal) {
  const begun = demo ? await (await import('../demo/seed.ts')).seedDemo(running.services) : null
  running.filled()
  if (begun) await running.services.database.transaction('installation', dayAtOnce)
  if (begun) {
    const file = join(config.data, 'demo-links.txt')
    const links = begun.links.map(({ agency, person, link }) => {
      const held = person.roles.map(role => say(roles[role].label)).join('、')
      return `${agency}\t${person.name}\t${held}\t${link}`
    })
    const followed = begun.followed.map(({ agency, number, code, state, page }) =>
      [agency, number, code, say(requestStates[state].label), page].join('\t'),
    )
    const { name, link } = begun.applicant
    const applicant = [say(results.demoApplicant), name, link].join('\t')
    const lines = [...links, '', applicant, '', say(results.demoFollowed), ...followed]
    writeFileSync(file, `${lines.join('\n')}\n`, { mode: 0o600 })
    await print(say(results.demoBegun(file)))
    for (const line of lines) await print(line)
  } else {
    const first = await firstAdministratorLink(running.services)
    if (first) await print(say(results.firstLink(first.link)))
  }
  await print(say(results.listening(running.url)))
}

async function started({ startServer }: ServerModule, options: ServerOptions): Promise<RunningServer> {
  const { port, host } = options
  try {
    return await startServer(options)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : ''
    if (code === 'EADDRINUSE') throw new Stop(trouble.portTaken(port))
    if (code === 'EACCES') throw new Stop(trouble.portDenied(port))
    if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') throw new Stop(trouble.hostUnknown(host))
    throw error
  }
}
