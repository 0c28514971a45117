/** `gongkai keys rewrap`: every data key closed by the present master key, so that the former one can go. */
import { rewrapAll } from '../../../kit/keys.ts'
import { recordOperator } from '../../../kit/operator.ts'
import type { Services } from '../../../kit/services.ts'

export interface Rewrapped {
  /** The name of the master key that closes all data keys now. */
  readonly master: string
  /** Data keys that another one, or another suite, had closed. */
  readonly rewrapped: number
}

/** Sealed values stay as they are. Throws a Trouble where a master key is gone that closed one of them. */
export async function rewrapDataKeys(services: Services): Promise<Rewrapped> {
  const master = services.keys.masters.current
  return services.database.transaction('installation', async tx => {
    const rewrapped = await rewrapAll(tx, services.keys)
    if (rewrapped > 0) {
      const event = { subject: 'data_keys', kind: 'accounts.rewrapDataKeys', data: { master, rewrapped } }
      await recordOperator(tx, services, services.now(), [event])
    }
    return { master, rewrapped }
  })
}
