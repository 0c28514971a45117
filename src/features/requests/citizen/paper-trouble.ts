/** Files that cannot be taken, told while somebody can still choose another. */
import { type Refusal, refuse } from '../../../domain/kernel/result.ts'
import { infectedBy, kindOfFile } from '../../../kit/closed-files.ts'
import { Problem } from '../../../kit/problem.ts'
import type { Services } from '../../../kit/services.ts'

/** What a paper would be refused for when it is filed, at `file`; null where nothing stands against it. */
export async function paperTrouble(services: Pick<Services, 'scanner'>, bytes: Uint8Array): Promise<Refusal | null> {
  const told = await kindOfFile(bytes, 'file').then(() => null, refusalOf)
  return told === null ? infectedBy(services, bytes) : told.refusal
}

/** What ends the work with a sentence, such as a paper that cannot be taken, is an answer like any other. */
export function refusalOf(error: unknown): ReturnType<typeof refuse> {
  if (!(error instanceof Problem) || error.body.status >= 500) throw error
  const { code, says, at } = error.body
  return refuse(code, says, at?.replace(/^body\./, ''))
}
