/** The entry at a place known to be there; its absence is a fault of the program, never of an input. */
export function entry<T>(list: readonly T[], place: number): T {
  const found = list[place]
  if (found === undefined) throw new Error(`nothing at place ${place}`)
  return found
}
