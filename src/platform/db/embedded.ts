/**
 * The PostgreSQL that comes with the packages, over a folder of ours. Whoever needs it joins: connects to the server
 * that runs, be it one that a killed process left behind, or starts it. Whoever leaves last ends it. A server that is
 * lost while in use is started again.
 */
import { setTimeout as pause } from 'node:timers/promises'
import { Client, type ClientConfig } from 'pg'
import { type Binaries, findBinaries } from './embedded/binaries.ts'
import { readyCluster, superuser } from './embedded/cluster.ts'
import { findFooting } from './embedded/footing.ts'
import { makeSocketFolder, type Place, placeAt, socketNumber } from './embedded/place.ts'
import { askToEnd, ended, findPostmaster, type Postmaster, removeRemains } from './embedded/postmaster.ts'
import { announce, leave } from './embedded/presence.ts'
import { type Launch, launch, launchTrouble, type Settings } from './embedded/server.ts'
import { isAway } from './errors.ts'
import { appRole } from './roles.ts'
import { silentServer } from './trouble.ts'

export interface EmbeddedServer {
  /** How to connect as the owner of everything. */
  readonly connection: ClientConfig
  /** How to connect as the plain role, which the application works as. */
  readonly plain: ClientConfig
  /** Whether a server that was running already is used. */
  readonly adopted: boolean
  /** Leaves the server, and stops it where nobody else uses it. Close all other connections first. */
  readonly stop: () => Promise<void>
}

export interface EmbeddedOptions {
  /** Of the server, as in postgresql.conf, where this process starts it. */
  readonly settings?: Settings
  /** Called where the server was lost and could not be brought back. */
  readonly onLost?: (trouble: unknown) => void
}

const database = 'gongkai'
/** How long a running server may say nothing at its socket before it counts as unreachable, in ms. */
const patience = 30_000
/** How long what is left of a killed server may keep a new one from starting, in ms. */
const remainsPatience = 20_000
const lookEvery = 10

interface Joined {
  readonly postmaster: Postmaster
  /** Held as long as we use the server. */
  readonly presence: Client
  readonly adopted: boolean
}

/**
 * Starts the server of a data folder, or joins the one that runs there. The folder is made where it is missing.
 * Throws a Trouble for what a person can mend.
 */
export async function startEmbedded(dataFolder: string, options: EmbeddedOptions = {}): Promise<EmbeddedServer> {
  const binaries = findBinaries()
  const place = await placeAt(dataFolder)
  const begin = () => join(place, binaries, options.settings ?? {})
  let joined = await begin()
  let leaving = false
  let returning = Promise.resolve()

  const watch = () => {
    joined.presence.once('end', () => {
      if (!leaving) returning = comeBack()
    })
  }
  const comeBack = async () => {
    try {
      joined = await begin()
      watch()
    } catch (trouble) {
      leaving = true
      options.onLost?.(trouble)
    }
  }
  watch()
  const address = { host: joined.postmaster.socket, port: socketNumber, database }
  return {
    connection: { ...address, user: superuser },
    plain: { ...address, user: appRole },
    adopted: joined.adopted,
    stop: async () => {
      await returning
      if (leaving) return
      leaving = true
      const last = await leave(joined.presence)
      if (last) askToEnd(joined.postmaster)
      else await joined.presence.end()
      if (last) await ended(place, joined.postmaster)
    },
  }
}

/** Tries until the server answers, or says why it does not. */
async function join(place: Place, binaries: Binaries, settings: Settings): Promise<Joined> {
  const began = Date.now()
  let silentSince = began
  let launched: Launch | undefined
  for (;;) {
    const postmaster = await findPostmaster(place)
    const presence = postmaster && (await tryJoin(postmaster))
    if (postmaster && presence) return { postmaster, presence, adopted: launched?.pid !== postmaster.pid }
    if (launched?.hasEnded()) {
      refuse(launched.words(), place, Date.now() - began)
      launched = undefined
      silentSince = Date.now()
    } else if (!postmaster && !launched) {
      launched = await begin(place, binaries, settings)
    } else if (postmaster && !launched && Date.now() - silentSince > patience) {
      throw silentServer(postmaster.pid, postmaster.socket)
    }
    await pause(lookEvery)
  }
}

async function begin(place: Place, binaries: Binaries, settings: Settings): Promise<Launch> {
  const footing = await findFooting(place.data, binaries.postgres)
  await readyCluster(place, binaries, footing)
  await makeSocketFolder(place, footing)
  await removeRemains(place)
  return launch(place, binaries, footing, settings)
}

/** Throws unless another try may end better: another process was faster, or a killed server's children still end. */
function refuse(said: string, place: Place, after: number): void {
  if (/lock file "[^"]*" already exists/.test(said)) return
  if (/lock file "[^"]*" is empty/.test(said) && after < remainsPatience) return
  if (/pre-existing shared memory block/.test(said) && after < remainsPatience) return
  throw launchTrouble(said, place)
}

/** Connects and says that we are here; undefined where the server does not answer yet, or is going. */
async function tryJoin({ socket }: Postmaster): Promise<Client | undefined> {
  const presence = new Client({ host: socket, port: socketNumber, user: superuser, database: 'postgres' })
  // What goes wrong while it is used shows in the calls; what ends it later, in its end.
  presence.on('error', () => undefined)
  try {
    await presence.connect()
    await announce(presence, database)
    return presence
  } catch (error) {
    await presence.end()
    if (isAway(error)) return undefined
    throw error
  }
}
