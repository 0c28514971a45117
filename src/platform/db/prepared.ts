/**
 * Statements that come again and again are prepared once on each connection, so that the server reads and plans them
 * once. It keeps their plans up to date by itself, and chooses anew for each value where that is the better plan.
 */

/** How often a statement comes before it is worth its room on every connection. */
const worthIt = 3
/** So many stay prepared: those that vary with their input are too many to keep. */
const mostPrepared = 100
const mostCounted = 2000

/** Names for statements by their text; undefined for one that is sent as it is. */
export function statementNames(): (text: string) => string | undefined {
  const names = new Map<string, string>()
  const counts = new Map<string, number>()
  return text => {
    const name = names.get(text)
    if (name !== undefined || names.size >= mostPrepared) return name
    const count = (counts.get(text) ?? 0) + 1
    if (count < worthIt) {
      if (counts.size >= mostCounted) counts.clear()
      counts.set(text, count)
      return undefined
    }
    counts.delete(text)
    names.set(text, `gongkai_${names.size + 1}`)
    return names.get(text)
  }
}
