/** Timing in turn, and the table that is printed. */

export interface Row {
  readonly name: string
  /** Milliseconds. */
  readonly ours: number
  readonly baseline: string
  readonly base: number
  /** Highest ratio aimed at. */
  readonly aim?: number
  /** Highest time aimed at, in milliseconds. */
  readonly aimMs?: number
  /** What else was seen, e.g. memory. */
  readonly note?: string
}

/** Medians of two acts run in turn, after a warm-up of both. */
export async function interleaved(runs: number, ours: () => unknown, base: () => unknown): Promise<[number, number]> {
  for (let i = 0; i < Math.ceil(runs / 3); i++) {
    await ours()
    await base()
  }
  const times: [number[], number[]] = [[], []]
  for (let i = 0; i < runs; i++) {
    times[0].push(await timed(ours))
    times[1].push(await timed(base))
  }
  return [median(times[0]), median(times[1])]
}

async function timed(act: () => unknown): Promise<number> {
  const started = performance.now()
  await act()
  return performance.now() - started
}

export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN
}

export function printTable(rows: readonly Row[]): void {
  const cells = rows.map(r => [
    r.name,
    `${r.ours.toFixed(2)} ms`,
    r.baseline,
    `${r.base.toFixed(2)} ms`,
    `${(r.ours / r.base).toFixed(2)}x`,
    r.aim !== undefined ? `<= ${r.aim}x` : `<= ${r.aimMs} ms`,
    met(r) ? 'met' : 'missed',
    r.note ?? '',
  ])
  const all = [['what', 'time', 'baseline', 'its time', 'ratio', 'aim', '', 'also'], ...cells]
  const widths = all[0]?.map((_, i) => Math.max(...all.map(line => line[i]?.length ?? 0))) ?? []
  for (const line of all)
    console.log(
      line
        .map((cell, i) => cell.padEnd(widths[i] ?? 0))
        .join('  ')
        .trimEnd(),
    )
}

function met(row: Row): boolean {
  return row.aim !== undefined ? row.ours / row.base <= row.aim : row.ours <= (row.aimMs ?? Number.POSITIVE_INFINITY)
}
