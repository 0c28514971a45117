/** The files of the database: made once, belonging to one major version. */
import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { chown, mkdir, readdir, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { codeOf } from '../../trouble.ts'
import { didNotStart, embeddedMajor, folderTrouble, otherVersion } from '../trouble.ts'
import type { Binaries } from './binaries.ts'
import { type Footing, handOver } from './footing.ts'
import type { Place } from './place.ts'
import { isAlive, programEnvironment, saidTrouble } from './program.ts'

/** The user that owns everything in the embedded server. */
export const superuser = 'gongkai'

/** Makes the cluster where there is none yet, and sees that it is one this program can run. */
export async function readyCluster(place: Place, binaries: Binaries, footing: Footing): Promise<void> {
  try {
    if (!existsSync(place.cluster)) await makeCluster(place, binaries, footing)
    await handOver(place.cluster, footing)
    const found = (await readFile(join(place.cluster, 'PG_VERSION'), 'utf8')).trim()
    if (found !== embeddedMajor) throw otherVersion(place.cluster, found)
  } catch (error) {
    throw folderTrouble(error, place.cluster)
  }
}

/** In a folder of its own first: one half made by a process that died is never taken for a whole one. */
async function makeCluster(place: Place, binaries: Binaries, footing: Footing): Promise<void> {
  await removeHalfMade(place)
  const fresh = `${place.cluster}.new-${process.pid}-${randomBytes(4).toString('hex')}`
  try {
    await mkdir(fresh, { mode: 0o700 })
    if (footing.owner) await chown(fresh, footing.owner.uid, footing.owner.gid)
    await initdb(fresh, binaries, footing)
    await rename(fresh, place.cluster)
  } catch (error) {
    // Another process was faster; its cluster is as good.
    if (codeOf(error) !== 'ENOTEMPTY' && codeOf(error) !== 'EEXIST') throw error
  } finally {
    await rm(fresh, { recursive: true, force: true })
  }
}

async function removeHalfMade({ data }: Place): Promise<void> {
  for (const name of await readdir(data)) {
    const maker = /^postgres\.new-(\d+)-/.exec(name)?.[1]
    if (maker && !isAlive(Number(maker))) await rm(join(data, name), { recursive: true, force: true })
  }
}

/** Text is compared by code point, the same on every system and in every version of its libraries. */
function initdb(folder: string, { initdb }: Binaries, { prefix, run }: Footing): Promise<void> {
  const locale = ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C']
  const args = ['-D', folder, '-U', superuser, '-A', 'trust', '-E', 'UTF8', ...locale, '--no-instructions', '-k']
  const [program = initdb, ...rest] = [...prefix, initdb, ...args]
  return new Promise((resolve, reject) => {
    execFile(program, rest, { ...run, cwd: '/', env: programEnvironment() }, (error, _, said) => {
      if (error)
        reject(saidTrouble(said, folder) ?? didNotStart(folder, said.trim().split('\n')[0] || error.message, error))
      else resolve()
    })
  })
}
