/** The database, and what only it can tell: structure, clock, key, calendar, whether work is being done. */
import { yearStandings } from '../../../domain/days/calendars.ts'
import { DAY, HOUR, MINUTE } from '../../../domain/kernel/instant.ts'
import { enteredYears } from '../../../kit/calendars.ts'
import { dayOf, startOf } from '../../../kit/days.ts'
import type { Config } from '../../../platform/config/config.ts'
import { type Database, openDatabase } from '../../../platform/db/connect.ts'
import type { Migration } from '../../../platform/db/migrate.ts'
import { outboxBacklog } from '../../../platform/record/outbox.ts'
import { lastBeat } from '../../heartbeat.ts'
import { keyPlace, presentKeys } from '../../installation/keys.ts'
import { hasBegun, reachServer } from '../../installation/server.ts'
import { structureOf } from '../structure.ts'
import { bad, type Finding, fromError, looked, ok } from './finding.ts'

export interface BaseOptions {
  readonly config: Config
  readonly migrations: readonly Migration[]
  readonly now: () => Date
}

/** Looks at the database and leaves it as it is; an embedded one is started for that where it does not run. */
export async function* baseFindings(options: BaseOptions): AsyncGenerator<Finding> {
  const { config } = options
  if (!hasBegun(config)) {
    yield notBegun()
    return
  }
  try {
    const server = await reachServer(config)
    try {
      const database = await openDatabase(server.owner, server.plain)
      try {
        yield* withDatabase(database, options)
      } finally {
        await database.close()
      }
    } finally {
      await server.leave()
    }
  } catch (error) {
    yield fromError('database', error)
  }
}

async function* withDatabase(database: Database, { config, migrations, now }: BaseOptions): AsyncGenerator<Finding> {
  yield await looked('database', () => version(database))
  const structure = await structureOf(database.owner, migrations)
  yield structureFinding(structure)
  yield await looked('clock', () => clock(database, now))
  if (structure.state !== 'current') return
  yield await looked('key', () => key(database, config))
  yield await looked('calendar', () => calendar(database, now()))
  yield await looked('worker', () => worker(database, now()))
  yield await looked('outbox', () => outbox(database, now()))
}

function notBegun(): Finding {
  return bad(
    'database',
    'warning',
    { zh: '还没有数据库。', en: 'There is no database yet.' },
    { zh: '首次启动（gongkai serve）会建立它。', en: 'The first start (gongkai serve) makes it.' },
  )
}

async function version({ pool }: Database): Promise<Finding> {
  const { rows } = await pool.query<{ server_version: string }>('SHOW server_version')
  const found = rows[0]?.server_version ?? ''
  return ok('database', `数据库可用，PostgreSQL ${found}。`, `The database answers: PostgreSQL ${found}.`)
}

function structureFinding({ state, names }: Awaited<ReturnType<typeof structureOf>>): Finding {
  const list = names.join(', ')
  switch (state) {
    case 'current':
      return ok('migrations', '数据库结构是本版本的。', 'The structure is that of this version.')
    case 'missing':
      return bad(
        'migrations',
        'warning',
        { zh: `数据库结构有待升级：${list}。`, en: `The structure is to be brought up: ${list}.` },
        {
          zh: '请先备份，再运行 gongkai migrate，或直接启动。',
          en: 'Back up, then run gongkai migrate, or just start.',
        },
      )
    case 'foreign':
      return bad(
        'migrations',
        'error',
        {
          zh: `数据库结构不是本版本认识的：${list}。`,
          en: `The structure is none this version knows: ${list}.`,
        },
        { zh: '请安装升级过它的程序版本。', en: 'Install the version that made it.' },
      )
  }
}

/** Seconds beyond which deadlines and one-time codes go wrong. */
const clockLimits = { warning: 5, error: 60 }

async function clock({ pool }: Database, now: () => Date): Promise<Finding> {
  const before = now().getTime()
  const { rows } = await pool.query<{ at: Date }>('SELECT clock_timestamp() AS at')
  const here = (before + now().getTime()) / 2
  return clockFinding(Math.abs((rows[0]?.at.getTime() ?? 0) - here) / 1000)
}

/** What it means that the two clocks are so many seconds apart. */
export function clockFinding(apart: number): Finding {
  const seconds = apart.toFixed(1)
  const says = {
    zh: `本机与数据库的时钟相差 ${seconds} 秒。`,
    en: `The clocks of this machine and of the database are ${seconds} s apart.`,
  }
  if (apart < clockLimits.warning) return { check: 'clock', state: 'ok', says }
  const mend = { zh: '请让两台机器都与时间服务器同步（NTP）。', en: 'Set both by a time server (NTP).' }
  return bad('clock', apart < clockLimits.error ? 'warning' : 'error', says, mend)
}

async function key(database: Database, config: Config): Promise<Finding> {
  if ((await presentKeys(config, database)) === null) {
    return ok('key', '还没有主密钥，首次启动时生成。', 'There is no master key yet; the first start makes it.')
  }
  const place = keyPlace(config)
  return ok('key', `主密钥（${place}）可用。`, `The master key (${place}) opens what was sealed.`)
}

async function calendar(database: Database, now: Date): Promise<Finding> {
  const year = Number(dayOf(now).slice(0, 4))
  const entered = await database.transaction('installation', enteredYears)
  const [present, next] = yearStandings(year, year + 1, entered)
  const mend = {
    zh: '请在控制台“节假日历”里按国务院办公厅的通知录入；此前按周一至周五计算。',
    en: 'Enter the notice of the State Council in the console (holiday calendar); until then Monday to Friday count.',
  }
  if (present?.state !== 'published') {
    const says = {
      zh: `没有 ${year} 年的放假安排，期限会算错。`,
      en: `The holidays of ${year} are not known: deadlines will be wrong.`,
    }
    return bad('calendar', 'error', says, mend)
  }
  // The notice for the next year comes in November.
  const isLate = now.getTime() > Date.parse(startOf(`${year}-12-01`))
  if (next?.state !== 'published' && isLate) {
    const says = { zh: `还没有 ${year + 1} 年的放假安排。`, en: `The holidays of ${year + 1} are not known yet.` }
    return bad('calendar', 'warning', says, mend)
  }
  return ok('calendar', `${year} 年的放假安排已载入。`, `The holidays of ${year} are known.`)
}

async function worker(database: Database, now: Date): Promise<Finding> {
  const beat = await database.transaction('installation', lastBeat)
  const age = beat === null ? null : now.getTime() - beat.getTime()
  if (age !== null && age < 5 * MINUTE) return ok('worker', '后台任务在运行。', 'The background jobs are being done.')
  const since =
    beat === null
      ? { zh: '从未运行过', en: 'were never done' }
      : { zh: `自 ${beat.toISOString()} 起没有运行`, en: `have not been done since ${beat.toISOString()}` }
  return bad(
    'worker',
    'warning',
    { zh: `后台任务${since.zh}。`, en: `The background jobs ${since.en}.` },
    {
      zh: '请启动 gongkai serve 或 gongkai worker；错过的会补上。',
      en: 'Start gongkai serve or gongkai worker; what was missed is made up for.',
    },
  )
}

async function outbox(database: Database, now: Date): Promise<Finding> {
  const { count, oldest, stopped } = await database.transaction('installation', tx => outboxBacklog(tx, now))
  const age = oldest === null ? 0 : now.getTime() - oldest.getTime()
  const mend = {
    zh: '请检查邮件和短信的配置，并在控制台查看每件的原因。',
    en: 'Check mail and SMS, and look in the console for the reason of each.',
  }
  if (age < HOUR && stopped === 0) return ok('outbox', '没有滞留的待发件。', 'Nothing waits to be sent.')
  const says = {
    zh: `有 ${count} 件待发，最早的已等 ${Math.floor(age / HOUR)} 小时；${stopped} 件被拒收。`,
    en: `${count} wait to be sent, the oldest for ${Math.floor(age / HOUR)} h; ${stopped} were refused.`,
  }
  return bad('outbox', age < DAY ? 'warning' : 'error', says, mend)
}
