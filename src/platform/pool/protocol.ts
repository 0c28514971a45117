/** What parent and child of the pool say to each other. One job at a time in each child, so no numbers are needed. */

export type FromChild<Part, Answer> =
  /** Loaded: from now on time spent is the job's. */
  | { readonly kind: 'ready' }
  | { readonly kind: 'part'; readonly part: Part }
  /** `rss`: bytes the child holds after the job, so that the parent can replace one grown fat. */
  | { readonly kind: 'answer'; readonly answer: Answer; readonly rss: number }
  /** The job threw: a defect of the program, not of its input. The child stays usable. */
  | { readonly kind: 'fault'; readonly detail: string }

export interface ToChild<Job> {
  readonly job: Job
}
