/** Ending in good order: one part after the other, none of them able to keep the others from ending. */
import type { Log } from '../platform/log/log.ts'

export interface Part {
  readonly name: string
  readonly stop: () => Promise<void>
}

/** How long one part may take; systemd and docker wait longer for the whole. */
const patienceMs = 20_000

/**
 * Stops the parts in their order: first what takes in work, last what it stands on. A part that fails or takes longer
 * than `within` ms is logged and left.
 */
export async function stopAll(parts: readonly Part[], log: Log, within = patienceMs): Promise<void> {
  log.info('stopping', { count: parts.length })
  for (const { name, stop } of parts) {
    try {
      if (!(await inTime(stop(), within))) log.warn('stop_late', { task: name, ms: within })
    } catch (error) {
      log.error('stop_failed', error, { task: name })
    }
  }
  log.info('stopped')
}

async function inTime(stopping: Promise<void>, within: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<boolean>(resolve => {
    timer = setTimeout(() => resolve(false), within)
  })
  // What comes of it later is nobody's business any more.
  const ended = stopping.then(() => true)
  ended.catch(() => undefined)
  try {
    return await Promise.race([ended, late])
  } finally {
    clearTimeout(timer)
  }
}
