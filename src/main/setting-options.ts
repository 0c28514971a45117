/** The configuration of a command: from its options, else from the environment. */
import { type Config, readConfig } from '../platform/config/config.ts'
import { withMend } from '../platform/trouble.ts'
import { Stop } from './exit.ts'

export interface SettingOptions {
  readonly data?: string
  readonly port?: string
  readonly host?: string
}

/** Ends the command with one sentence for everything that is wrong. */
export function settingsGiven({ data, port, host }: SettingOptions): Config {
  const read = readConfig(process.env, { GONGKAI_DATA: data, GONGKAI_PORT: port, GONGKAI_HOST: host })
  if (read.ok) return read.config
  const all = (lang: 'zh' | 'en') => read.troubles.map(({ says, mend }) => withMend(says, mend)[lang]).join('\n')
  throw new Stop({ zh: all('zh'), en: all('en') })
}
