/** Where the package lies, whether it runs from its sources or from what was built. */
import { existsSync, readFileSync } from 'node:fs'

const root = packageRoot(new URL('.', import.meta.url))

/** The built worker; in a process of its own it needs plain JavaScript also where the rest runs from source. */
export const workerEntry = new URL('dist/worker.js', root)

/** The same for the papers of requests. */
export const materialsEntry = new URL('dist/materials.js', root)

/** Built scripts and styles for the browser. */
export const publicFolder = new URL('dist/public/', root)

/** The steps of the database's structure. */
export const migrationsFolder = new URL('migrations/', root)

/** The program's own, from its package. */
export const packageVersion = versionIn(new URL('package.json', root))

function versionIn(file: URL): string {
  const { version } = JSON.parse(readFileSync(file, 'utf8')) as { readonly version: string }
  return version
}

function packageRoot(from: URL): URL {
  if (existsSync(new URL('package.json', from))) return from
  const above = new URL('..', from)
  if (above.href === from.href) throw new Error('package.json not found')
  return packageRoot(above)
}
