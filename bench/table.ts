/** Timing in turn, and the table that is printed. */

export interface Row {
  readonly name: string
  /** Milliseconds, unless a unit is given. */
  readonly ours: number
  readonly baseline: string
  readonly base: number
  /** Highest ratio aimed at. */
  readonly aim?: number
  /** Highest time aimed at, in milliseconds or the unit given. */
  readonly aimMs?: number
  readonly unit?: string
  /** What else was seen, e.g. memory. */
  readonly note?: string
}

/** Medians of two acts run in turn, after a warm-up of both. */
export async function interleaved(runs: number, ours: () => unknown, base: () => unknown): Promise<[number, number]> {
  const [times, itsTimes] = await timesInTurn(runs, ours, base)
  return [median(times), median(itsTimes)]
}

/** Every time of two acts run in turn, after a warm-up of both. */
export async function timesInTurn(
  runs: number,
  ours: () => unknown,
  base: () => unknown,
): Promise<[readonly number[], readonly number[]]> {
  for (let i = 0; i < Math.ceil(runs / 3); i++) {
    await ours()
    await base()
  }
  const times: [number[], number[]] = [[], []]
  for (let i = 0; i < runs; i++) {
    times[0].push(await timed(ours))
    times[1].push(await timed(base))
  }
  return times
}

async function timed(act: () => unknown): Promise<number> {
  const started = performance.now()
  await act()
  return performance.now() - started
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5)
}

export function quantile(values: readonly number[], of: number): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length * of)] ?? Number.NaN
}

export function printTable(rows: readonly Row[]): void {
  const cells = rows.map(r => [
    r.name,
    `${r.ours.toFixed(2)} ${r.unit ?? 'ms'}`,
    r.baseline,
    `${r.base.toFixed(2)} ${r.unit ?? 'ms'}`,
    `${(r.ours / r.base).toFixed(2)}x`,
    ...aimed(r),
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

/** The aim in words, and whether it is met; empty where there is none. */
function aimed({ ours, base, aim, aimMs, unit = 'ms' }: Row): [string, string] {
  if (aim !== undefined) return [`<= ${aim}x`, ours / base <= aim ? 'met' : 'missed']
  if (aimMs !== undefined) return [`<= ${aimMs} ${unit}`, ours <= aimMs ? 'met' : 'missed']
  return ['', '']
}
