/** A queue of files that are checked a few at a time. Knows nothing of the screen or the network. */

export type FileState = 'queued' | 'uploading' | 'reading' | 'ready' | 'failed' | 'cancelled'

/** A task ends by itself; `failed` means that it may be tried again. */
export type TaskEnd = 'ready' | 'failed'

export interface Task {
  readonly id: number
  /** Does the work; rejects only when told to stop. */
  readonly run: (signal: AbortSignal) => Promise<TaskEnd>
  readonly changed: (state: FileState) => void
}

export interface Queue {
  readonly add: (task: Task) => void
  /** Stops one task, or all that are not done. */
  readonly cancel: (id?: number) => void
  /** Puts a task that failed or was cancelled at the end again. */
  readonly retry: (id: number) => void
  readonly counts: () => { readonly all: number; readonly done: number; readonly busy: boolean }
}

interface Held {
  readonly task: Task
  state: FileState
  stop: AbortController | null
}

/** A queue that works on `width` tasks at a time and says `idle` whenever nothing is left to do. */
export function makeQueue(width: number, idle: () => void): Queue {
  const held = new Map<number, Held>()
  const set = (one: Held, state: FileState) => {
    one.state = state
    one.task.changed(state)
  }
  const list = () => [...held.values()]
  const step = () => {
    const running = list().filter(one => one.stop).length
    const next = list().filter(one => one.state === 'queued' && !one.stop)
    for (const one of next.slice(0, Math.max(0, width - running))) void start(one)
    if (running === 0 && next.length === 0) idle()
  }
  const start = async (one: Held) => {
    const stop = new AbortController()
    one.stop = stop
    set(one, 'uploading')
    const end = await one.task.run(stop.signal).catch((error: unknown) => {
      if (stop.signal.aborted) return 'cancelled' as const
      throw error
    })
    one.stop = null
    set(one, end)
    step()
  }
  const cancelOne = (one: Held) => {
    if (one.stop) one.stop.abort()
    else if (one.state === 'queued') set(one, 'cancelled')
  }

  return {
    add: task => {
      const one: Held = { task, state: 'queued', stop: null }
      held.set(task.id, one)
      set(one, 'queued')
      step()
    },
    cancel: id => {
      for (const one of list()) if (id === undefined || one.task.id === id) cancelOne(one)
      step()
    },
    retry: id => {
      const one = held.get(id)
      if (!one || (one.state !== 'failed' && one.state !== 'cancelled')) return
      set(one, 'queued')
      step()
    },
    counts: () => {
      const waiting = list().filter(one => one.stop || one.state === 'queued').length
      return { all: held.size, done: held.size - waiting, busy: waiting > 0 }
    },
  }
}
