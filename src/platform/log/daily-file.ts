/** One file a day, kept as long as the law asks (网络安全法：网络日志不少于六个月) and removed after. */
import { closeSync, mkdirSync, openSync, readdirSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { Trouble } from '../trouble.ts'

/** Six months are at most 184 days; the law says "not less", and half a year of days is 183. */
export const leastLogDays = 183

export interface DailyFile {
  /** Writes one line at once: a process that is killed has lost none. */
  readonly write: (line: string) => void
  readonly close: () => void
}

export interface DailyFileOptions {
  readonly folder: string
  /** How many days are kept, today not counted. */
  readonly days: number
  /** Milliseconds; tells when a day is over in Asia/Shanghai. */
  readonly now: () => number
  /** Hears of the first line that could not be written, and again only after one could. */
  readonly onTrouble: (error: unknown) => void
}

const dayMs = 24 * 3600 * 1000
const aheadMs = 8 * 3600 * 1000
const fileShape = /^gongkai-(\d{4}-\d{2}-\d{2})\.log$/

/**
 * Opens the log of today, readable by its owner only. Throws `log_days` (Trouble) where less than the law asks would
 * be kept, and the errors of the file system where the folder cannot be written.
 */
export function dailyFile({ folder, days, now, onTrouble }: DailyFileOptions): DailyFile {
  if (!(days >= leastLogDays)) throw tooFewDays(days)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  let day = dayOf(now())
  let file = openDay(folder, day)
  removeOld(folder, now(), days)
  let failing = false
  const turn = (today: string) => {
    const next = openDay(folder, today)
    closeSync(file)
    file = next
    day = today
    removeOld(folder, now(), days)
  }
  return {
    write: line => {
      try {
        const today = dayOf(now())
        if (today !== day) turn(today)
        writeSync(file, line)
        failing = false
      } catch (error) {
        if (!failing) onTrouble(error)
        failing = true
      }
    },
    close: () => closeSync(file),
  }
}

/** The day in Asia/Shanghai, 2026-11-21. */
function dayOf(ms: number): string {
  return new Date(ms + aheadMs).toISOString().slice(0, 10)
}

function openDay(folder: string, day: string): number {
  return openSync(join(folder, `gongkai-${day}.log`), 'a', 0o600)
}

function removeOld(folder: string, now: number, days: number): void {
  const oldest = dayOf(now - days * dayMs)
  for (const name of readdirSync(folder)) {
    const day = fileShape.exec(name)?.[1]
    if (day !== undefined && day < oldest) rmSync(join(folder, name), { force: true })
  }
}

function tooFewDays(days: number): Trouble {
  return new Trouble({
    code: 'log_days',
    says: {
      zh: `日志只保存 ${days} 天，少于网络安全法要求的六个月（${leastLogDays} 天）。`,
      en: `Logs would be kept for ${days} days, less than the six months (${leastLogDays} days) the Cybersecurity Law asks.`,
    },
    mend: { zh: `请设为 ${leastLogDays} 或以上。`, en: `Set it to ${leastLogDays} or more.` },
    at: 'GONGKAI_LOG_DAYS',
  })
}
