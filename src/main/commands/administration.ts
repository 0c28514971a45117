/** The commands by which whoever runs the program acts on an installation, added to the program. */
import type { Command } from 'commander'
import type { Said } from '../../domain/kernel/lang.ts'
import { roleIds } from '../../domain/people/roles.ts'
import { aboutAdministration as about, administrationOptions as own } from '../administration-words.ts'
import { options as words } from '../messages.ts'
import { several } from '../values.ts'
import { type Adding, command } from './adding.ts'
import type { ExportOptions } from './export.ts'
import type { ImportOptions } from './import.ts'
import type { RewrapOptions, RotateOptions } from './keys.ts'
import type { UserAddOptions, UserOptions } from './user.ts'

export function addAdministration(adding: Adding): void {
  addUser(adding)
  addImport(adding)
  addExport(adding)
  addKeys(adding)
}

/** A command below a group, with what all of them have. */
function below(adding: Adding, group: Command, name: string, purpose: Said): Command {
  const { option } = adding
  return command({ ...adding, program: group }, name, purpose)
    .addOption(option.plain('--data <dir>', words.data))
    .addOption(option.format())
}

function addUser(adding: Adding): void {
  const { terminal, option, run } = adding
  const group = command(adding, 'user', about.user)
  const load = () => import('./user.ts')
  const role: Said = { zh: own.role.zh + roleIds.join('、'), en: own.role.en + roleIds.join(', ') }
  below(adding, group, 'add', about.userAdd)
    .argument('<login>', terminal.say(own.login))
    .addOption(option.plain('--name <name>', own.name).makeOptionMandatory())
    .addOption(option.plain('--agency <name>', own.agency).makeOptionMandatory())
    .addOption(option.plain('--role <role>', role).argParser(several))
    .action((login: string, given: UserAddOptions) => run(load().then(c => c.userAdd(login, given, terminal))))
  below(adding, group, 'link', about.userLink)
    .argument('<login>', terminal.say(own.login))
    .action((login: string, given: UserOptions) => run(load().then(c => c.userLink(login, given, terminal))))
  below(adding, group, 'unlock', about.userUnlock)
    .argument('<login>', terminal.say(own.login))
    .action((login: string, given: UserOptions) => run(load().then(c => c.userUnlock(login, given, terminal))))
  below(adding, group, 'list', about.userList).action((given: UserOptions) =>
    run(load().then(c => c.userList(given, terminal))),
  )
}

function addImport(adding: Adding): void {
  const { terminal, option, run } = adding
  const group = command(adding, 'import', about.import)
  for (const kind of ['agencies', 'people'] as const) {
    below(adding, group, kind, kind === 'agencies' ? about.importAgencies : about.importPeople)
      .argument('<file>', terminal.say(own.sheet))
      .addOption(option.plain('--dry-run', own.dryRun))
      .action((file: string, given: ImportOptions) =>
        run(import('./import.ts').then(c => c.importSheet(kind, file, given, terminal))),
      )
  }
}

function addExport(adding: Adding): void {
  const { terminal, option, run } = adding
  command(adding, 'export', about.export)
    .addOption(option.plain('-o, --output <file>', own.output))
    .addOption(option.plain('--data <dir>', words.data))
    .action((given: ExportOptions) => run(import('./export.ts').then(c => c.exportOpen(given, terminal))))
}

function addKeys(adding: Adding): void {
  const { terminal, option, run } = adding
  const group = command(adding, 'keys', about.keys)
  const load = () => import('./keys.ts')
  below(adding, group, 'rotate', about.keysRotate)
    .addOption(option.plain('--agency <name>', own.agency))
    .addOption(option.plain('--all', own.all))
    .action((given: RotateOptions) => run(load().then(c => c.keysRotate(given, terminal))))
  below(adding, group, 'rewrap', about.keysRewrap).action((given: RewrapOptions) =>
    run(load().then(c => c.keysRewrap(given, terminal))),
  )
}
