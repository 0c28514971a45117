/**
 * Runs jobs in child processes that can be killed without harm to the rest.
 * Processes, not threads: a thread of Node that runs out of memory takes the whole process with it, and one that
 * waits in native code cannot be ended (docs/adr/0002-killable-processes.md).
 */
import { type ChildProcess, fork } from 'node:child_process'
import { residentMegabytes } from './memory.ts'
import type { FromChild } from './protocol.ts'

export interface PoolOptions {
  /** The file each child runs; it calls `answerJobs`. */
  readonly entry: URL
  /** How many children at most; they start when there is work for them. */
  readonly size: number
  /** Wall-clock seconds one job may take. */
  readonly seconds: number
  /** Megabytes one child may hold. Watched by the system's count on Linux, by the heap's own limit everywhere. */
  readonly megabytes: number
  /** Lets the children's own warnings and crash reports through to stderr. */
  readonly verbose?: boolean
}

/** Why a job has no answer. `fault` is a defect of the program; the others are properties of the input. */
export type Loss = 'timeout' | 'too_large' | 'fault'

export type Outcome<Answer> =
  | { readonly ok: true; readonly answer: Answer }
  | { readonly ok: false; readonly lost: Loss; readonly detail: string }

interface Task<Job, Part, Answer> {
  readonly job: Job
  readonly onPart: (part: Part) => void
  readonly settle: (outcome: Outcome<Answer>) => void
}

interface Member<Job, Part, Answer> {
  readonly child: ChildProcess
  task: Task<Job, Part, Answer> | null
  /** Whether it has loaded its code. */
  ready: boolean
  /** Set when we end the child on purpose. */
  killedFor: Loss | null
  stopWatching: () => void
}

const WATCH_EVERY_MS = 50
/** Far more than loading takes, even on a busy machine: a job is not to pay for it. */
const SECONDS_TO_LOAD = 60

export class Pool<Job, Part, Answer> {
  private readonly members = new Set<Member<Job, Part, Answer>>()
  private readonly waiting: Task<Job, Part, Answer>[] = []
  private closed = false

  /** A child that does not come back would outlive a parent that ends. */
  private readonly atExit = () => this.close()

  constructor(private readonly options: PoolOptions) {
    process.once('exit', this.atExit)
  }

  /** Runs one job in a child of its own for the time. Never rejects; jobs start in the order of the calls. */
  run(job: Job, onPart: (part: Part) => void = () => {}): Promise<Outcome<Answer>> {
    if (this.closed) return Promise.resolve({ ok: false, lost: 'fault', detail: 'the pool is closed' })
    return new Promise(settle => {
      this.waiting.push({ job, onPart, settle })
      this.assign()
    })
  }

  /** Ends all children; jobs under way or waiting come back as faults. */
  close(): void {
    this.closed = true
    process.off('exit', this.atExit)
    for (const task of this.waiting.splice(0)) task.settle({ ok: false, lost: 'fault', detail: 'the pool was closed' })
    for (const member of this.members) this.kill(member, 'fault')
  }

  private assign(): void {
    while (this.waiting.length > 0) {
      const member = this.idleMember()
      const task = member && this.waiting.shift()
      if (!task) return
      this.start(member, task)
    }
  }

  private idleMember(): Member<Job, Part, Answer> | null {
    for (const member of this.members) if (!member.task && !member.killedFor) return member
    return this.members.size < this.options.size ? this.spawn() : null
  }

  private spawn(): Member<Job, Part, Answer> {
    const child = fork(this.options.entry, [], {
      serialization: 'advanced',
      execArgv: [`--max-old-space-size=${this.options.megabytes}`],
      stdio: ['ignore', 'ignore', this.options.verbose ? 'inherit' : 'ignore', 'ipc'],
    })
    const member: Member<Job, Part, Answer> = {
      child,
      task: null,
      ready: false,
      killedFor: null,
      stopWatching: () => {},
    }
    this.members.add(member)
    child.on('message', (message: FromChild<Part, Answer>) => this.hear(member, message))
    child.on('exit', (code, signal) => this.buried(member, code, signal))
    child.on('error', error => this.buried(member, null, error.message))
    return member
  }

  private start(member: Member<Job, Part, Answer>, task: Task<Job, Part, Answer>): void {
    member.task = task
    hold(member.child, true)
    member.stopWatching = this.watch(member)
    // A child that died in between is reported by its exit event; the send itself has nothing to add.
    member.child.send({ job: task.job }, () => {})
  }

  private watch(member: Member<Job, Part, Answer>): () => void {
    const seconds = this.options.seconds + (member.ready ? 0 : SECONDS_TO_LOAD)
    const deadline = setTimeout(() => this.kill(member, 'timeout'), seconds * 1000)
    const scale = setInterval(() => {
      const { pid } = member.child
      if (pid !== undefined && residentMegabytes(pid) > this.options.megabytes) this.kill(member, 'too_large')
    }, WATCH_EVERY_MS)
    return () => {
      clearTimeout(deadline)
      clearInterval(scale)
    }
  }

  private hear(member: Member<Job, Part, Answer>, message: FromChild<Part, Answer>): void {
    if (message.kind === 'ready') {
      this.loaded(member)
      return
    }
    const { task } = member
    if (!task || member.killedFor) return
    if (message.kind === 'part') {
      task.onPart(message.part)
      return
    }
    member.stopWatching()
    member.task = null
    hold(member.child, false)
    if (message.kind === 'fault') {
      task.settle({ ok: false, lost: 'fault', detail: message.detail })
    } else {
      // Memory once taken is seldom given back: a child past half its limit might fail the next file unjustly.
      if (message.rss > this.options.megabytes * 2 ** 19) this.kill(member, 'fault')
      task.settle({ ok: true, answer: message.answer })
    }
    this.assign()
  }

  private loaded(member: Member<Job, Part, Answer>): void {
    member.ready = true
    if (!member.task) return
    member.stopWatching()
    member.stopWatching = this.watch(member)
  }

  private kill(member: Member<Job, Part, Answer>, why: Loss): void {
    member.killedFor ??= why
    member.child.kill('SIGKILL')
  }

  private buried(member: Member<Job, Part, Answer>, code: number | null, signal: string | null): void {
    if (!this.members.delete(member)) return
    member.stopWatching()
    const { task } = member
    member.task = null
    if (task) {
      // V8 aborts when its heap is full: the one way a child ends by that signal.
      const lost = member.killedFor ?? (signal === 'SIGABRT' || code === 134 ? 'too_large' : 'fault')
      task.settle({ ok: false, lost, detail: `child ended: ${signal ?? code}` })
    }
    if (!this.closed) this.assign()
  }
}

/** Whether the parent stays alive for this child's sake: only while it works. */
function hold(child: ChildProcess, busy: boolean): void {
  if (busy) {
    child.ref()
    child.channel?.ref()
  } else {
    child.unref()
    child.channel?.unref()
  }
}
