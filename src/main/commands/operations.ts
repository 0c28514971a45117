/** The commands that look after an installation, added to the program. */

import { options as words } from '../messages.ts'
import { aboutOperations as about, operationOptions as own } from '../operation-words.ts'
import { type Adding, command } from './adding.ts'
import type { BackupOptions } from './backup.ts'
import type { DoctorOptions } from './doctor.ts'
import type { MigrateOptions } from './migrate.ts'
import type { RestoreOptions } from './restore.ts'
import type { VerifyOptions } from './verify.ts'
import type { WorkerOptions } from './worker.ts'

export function addOperations(adding: Adding): void {
  const { terminal, option, run } = adding
  const data = () => option.plain('--data <dir>', words.data)
  command(adding, 'worker', about.worker)
    .addOption(data())
    .action((given: WorkerOptions) => run(import('./worker.ts').then(c => c.worker(given, terminal))))
  command(adding, 'migrate', about.migrate)
    .addOption(data())
    .addOption(option.format())
    .action((given: MigrateOptions) => run(import('./migrate.ts').then(c => c.migrateCommand(given, terminal))))
  command(adding, 'backup', about.backup)
    .argument('<file>', terminal.say(own.backupFile))
    .addOption(data())
    .addOption(option.format())
    .action((file: string, given: BackupOptions) =>
      run(import('./backup.ts').then(c => c.backup(file, given, terminal))),
    )
  command(adding, 'restore', about.restore)
    .argument('<file>', terminal.say(own.backupFile))
    .addOption(data())
    .addOption(option.format())
    .action((file: string, given: RestoreOptions) =>
      run(import('./restore.ts').then(c => c.restoreCommand(file, given, terminal))),
    )
  command(adding, 'verify', about.verify)
    .addOption(option.plain('--backup <file>', own.verifyBackup))
    .addOption(data())
    .addOption(option.format())
    .action((given: VerifyOptions) => run(import('./verify.ts').then(c => c.verify(given, terminal))))
  command(adding, 'doctor', about.doctor)
    .addOption(data())
    .addOption(option.format())
    .action((given: DoctorOptions) => run(import('./doctor.ts').then(c => c.doctor(given, terminal))))
}
