/** One search over everything. */
import type { AnswerOf } from '../../../kit/contract.ts'
import type { Found, SearchProvider } from '../../../kit/providers.ts'
import { signedIn, type Task } from '../../../kit/routes.ts'
import type * as contracts from '../contract.ts'

/** What is called exactly so first, then what begins so, then the rest; in each the slices in their order. */
export async function search(
  task: Task<typeof contracts.search>,
  providers: readonly SearchProvider[],
): Promise<AnswerOf<typeof contracts.search>> {
  const { tx, query } = task
  const { actor } = signedIn(task)
  const found: Found[] = []
  for (const provide of providers) found.push(...(await provide(tx, actor, query.q, query.limit, task.services)))
  const ranked = found.map((one, n) => ({ one, n, rank: rankOf(one.title, query.q) }))
  ranked.sort((a, b) => a.rank - b.rank || a.n - b.n)
  return { items: ranked.slice(0, query.limit).map(({ one }) => one) }
}

function rankOf(title: string, q: string): number {
  const [name, sought] = [title.toLowerCase(), q.toLowerCase()]
  if (name === sought) return 0
  return name.startsWith(sought) ? 1 : 2
}
