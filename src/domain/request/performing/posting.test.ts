import { describe, expect, it } from 'vitest'
import { inProgress } from '../../../../test/support/request-story.ts'

describe('given a signed answer that is posted (送达函)', () => {
  const signed = () => inProgress('2026-04-13').on('2026-05-13').submitted('granted').signed()

  it.each(['顺丰SF1234567890', 'sf 1234567890', '中通快递 75312345678901', 'JDVA01234567890', 'ＹＴ1234567890123'])(
    'then %s is refused: only the postal enterprise posts it (送达函2)',
    trackingNumber => {
      const story = signed()
      const send = { letterId: story.letter('L02'), way: 'post', on: story.today, trackingNumber } as const
      const refusal = story.refusal('handler', 'sendLetter', send)
      expect(refusal).toMatchObject({ code: 'private_carrier', at: 'trackingNumber' })
      expect(refusal.says.zh).toContain('送达函第二条')
    },
  )

  it.each(['EMS 9876543210123', 'XA12345678963', 'SF123456789CN', '1234567890123'])(
    'then %s may be of the postal enterprise and is taken',
    trackingNumber => {
      const story = signed()
      const send = { letterId: story.letter('L02'), way: 'post', on: story.today, trackingNumber } as const
      expect(story.act('handler', 'sendLetter', send).stateOf('L02')).toBe('dispatched')
    },
  )
})
