/** Carries out an act of the one who runs the program, over an installation that is there. */
import { Problem, type ProblemBody } from '../../kit/problem.ts'
import type { Services } from '../../kit/services.ts'
import { withMend } from '../../platform/trouble.ts'
import { Stop } from '../exit.ts'
import { mustHaveBegun } from '../installation/server.ts'
import { openInstallation } from '../installation.ts'
import { addressAt, servicesOf } from '../services.ts'
import { type SettingOptions, settingsGiven } from '../setting-options.ts'
import type { Terminal } from '../terminal.ts'

/** Beside a running server or alone. What is refused ends the command with its sentences. */
export async function withServices<T>(
  given: SettingOptions,
  { warn }: Terminal,
  work: (services: Services) => Promise<T>,
): Promise<T> {
  const config = settingsGiven(given)
  mustHaveBegun(config)
  const installation = await openInstallation(config, {
    now: () => new Date(),
    onLogTrouble: error => warn(String(error)),
  })
  try {
    return await work(servicesOf(installation, config.publicUrl ?? addressAt(config.host, config.port)))
  } catch (error) {
    throw error instanceof Problem ? stopOf(error.body) : error
  } finally {
    await installation.close()
  }
}

function stopOf({ says, mend, errors = [] }: ProblemBody): Stop {
  const all = (lang: 'zh' | 'en') => {
    const [first = { says }, ...rest] = errors
    return [withMend(first.says, mend)[lang], ...rest.map(error => error.says[lang])].join('\n')
  }
  return new Stop({ zh: all('zh'), en: all('en') })
}
