/** Things that are known by their place in a list alone: the same may stand there twice, and keeps its place. */
export function numbered<T extends object>(items: readonly T[]): readonly (T & { readonly nth: number })[] {
  return items.map((item, nth) => ({ ...item, nth }))
}
