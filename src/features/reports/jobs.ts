/** What the command line and the server ask of a worker, and what it answers. Plain data: it crosses processes. */
import type { Lang } from '../../domain/kernel/lang.ts'
import type { Finding, Report } from '../../domain/report/report.ts'
import type { Limits } from '../../platform/documents/limits.ts'
import type { WrittenFormat } from '../../platform/documents/write/index.ts'
import type { Trouble } from './trouble.ts'

/** Where a file's bytes are: at hand, or at a path the worker reads itself. */
export type Source = { readonly bytes: Uint8Array } | { readonly path: Uint8Array }

export type Job =
  | { readonly do: 'check'; readonly source: Source; readonly lang: Lang; readonly limits: Limits }
  | { readonly do: 'unpack'; readonly source: Source; readonly limits: Limits }
  | { readonly do: 'check_chain'; readonly report: Report; readonly previous: Report; readonly lang: Lang }
  | { readonly do: 'render'; readonly report: Report; readonly format: WrittenFormat }

/** A file of an archive, handed over as soon as it is unpacked. */
export type Part =
  | { readonly name: string; readonly bytes: Uint8Array }
  | { readonly name: string; readonly trouble: Trouble }

export type Answer =
  | { readonly is: 'report'; readonly report: Report; readonly findings: readonly Finding[] }
  /** The file is a zip of files: ask again to unpack it. */
  | { readonly is: 'archive' }
  | { readonly is: 'unpacked' }
  | { readonly is: 'findings'; readonly findings: readonly Finding[] }
  | { readonly is: 'document'; readonly bytes: Uint8Array }
  | { readonly is: 'trouble'; readonly trouble: Trouble }
