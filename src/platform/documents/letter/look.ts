/** How a letter looks beyond what it says. */
import type { SealImage } from '../../seal/sealer.ts'

export interface LetterLook {
  /** 发文机关标志 over a red line; absent: no red head. */
  readonly redHead?: string
  /** Put over name and date; absent: the place stays free for a stamp of ink. */
  readonly seal?: SealImage
  /** The time the file says it was made at. Left out, the same letter always gives the same bytes. */
  readonly made?: Date
}
