/** Runs many things side by side and hands the results over in the order of their sources. */

/**
 * Yields `run(source)` for every source, in order, with at most `ahead` under way or waiting to be taken: so a
 * folder of thousands is read no faster than its results are used. An error of `sources` or `run` ends it.
 */
export async function* inOrder<Source, Result>(
  sources: AsyncIterable<Source> | Iterable<Source>,
  run: (source: Source) => Promise<Result>,
  ahead: number,
): AsyncGenerator<Result> {
  const underWay: Promise<Result>[] = []
  for await (const source of sources) {
    const result = run(source)
    // Awaited later, in its turn; until then a rejection must not count as unhandled.
    result.catch(() => {})
    underWay.push(result)
    const first = underWay.length >= ahead ? underWay.shift() : undefined
    if (first) yield await first
  }
  for (const result of underWay) yield await result
}
