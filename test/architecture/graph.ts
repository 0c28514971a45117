/** Who imports whom. Types count: knowing a shape is knowing. */
import { posix } from 'node:path'
import { only, type Source } from './source.ts'

export interface Arrow {
  readonly from: string
  /** A path from the root for the tree's own files, else the name as written: `node:fs`, `react`. */
  readonly to: string
  /** Gone after compiling. */
  readonly type: boolean
}

const imports =
  /\b(?:import|export)\s+(type\s+)?[\w\s{},*$]*?\bfrom\s*(['"])([^'"\n]+)\2|\bimport\s*\(?\s*(['"])([^'"\n]+)\4|@import\s+(['"])([^'"\n]+)\6/g

/** Every arrow of the sources, in order. */
export function arrowsOf(sources: readonly Source[]): Arrow[] {
  return sources.flatMap(({ path, text }) => {
    const code = only(text, 'code')
    return [...only(text, 'code', 'string').matchAll(imports)]
      .filter(found => code[found.index] !== ' ')
      .map(found => ({
        from: path,
        to: resolved(path, found[3] ?? found[5] ?? found[7] ?? ''),
        type: found[1] !== undefined,
      }))
  })
}

function resolved(from: string, name: string): string {
  return name.startsWith('.') ? posix.normalize(posix.join(posix.dirname(from), name)) : name
}

/** Every ring of files that import one another, as the paths in it from the first back to it. */
export function cyclesOf(arrows: readonly Arrow[]): string[][] {
  const next = new Map<string, string[]>()
  for (const { from, to } of arrows) next.set(from, [...(next.get(from) ?? []), to])
  const cycles: string[][] = []
  const done = new Set<string>()
  const path: string[] = []
  const visit = (file: string) => {
    const at = path.indexOf(file)
    if (at >= 0) cycles.push([...path.slice(at), file])
    if (at >= 0 || done.has(file)) return
    path.push(file)
    for (const to of next.get(file) ?? []) visit(to)
    path.pop()
    done.add(file)
  }
  for (const file of next.keys()) visit(file)
  return cycles
}

/** Everything a file pulls in when it is loaded: its own imports and theirs, types left out. */
export function reachOf(file: string, arrows: readonly Arrow[]): Set<string> {
  const reached = new Set<string>()
  const visit = (from: string) => {
    for (const arrow of arrows) {
      if (arrow.from !== from || arrow.type || reached.has(arrow.to)) continue
      reached.add(arrow.to)
      visit(arrow.to)
    }
  }
  visit(file)
  return reached
}
