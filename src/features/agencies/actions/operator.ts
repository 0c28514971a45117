/** What the one who runs the program does to agencies from the command line. */
import type { AnswerOf } from '../../../kit/contract.ts'
import { recordOperator } from '../../../kit/operator.ts'
import type { Services } from '../../../kit/services.ts'
import type * as contracts from '../contract.ts'
import { importSheet } from './import.ts'

type Answer = AnswerOf<typeof contracts.importAgencies>

/** `gongkai import agencies`: into any place of the tree. Throws a Problem where the bytes are no such list. */
export async function importAgencyFile(services: Services, bytes: Uint8Array, dryRun: boolean): Promise<Answer> {
  return services.database.transaction('installation', async tx => {
    const now = services.now()
    const { answer, record } = await importSheet({ tx, now, services }, bytes, { dryRun, own: null })
    const kind = 'agencies.import'
    await recordOperator(
      tx,
      services,
      now,
      record.map(entry => ({ kind, ...entry })),
    )
    return answer
  })
}
