/** What is to be covered in a paper: boxes and texts, begun with what the scan found and kept as a draft. */
import { useState } from 'react'
import { type Draft, useDraft } from '../../../../kit/console/draft.tsx'
import { linesOf } from '../../../../kit/console/more-fields.tsx'
import { type Box, sameBox } from './boxes.ts'
import type { Hit, Scan } from './hits.tsx'

interface Covers {
  readonly boxes: readonly Box[]
  /** One a line. */
  readonly texts: string
}

export interface UseCovers extends Covers {
  readonly set: (change: Partial<Covers>) => void
  readonly covered: (hit: Hit) => boolean
  readonly cover: (hit: Hit, on: boolean) => void
  readonly draft: Draft
  readonly drop: () => Promise<void>
}

function begun({ hits }: Scan): Covers {
  return {
    boxes: hits.flatMap(({ box }) => (box ? [box] : [])),
    texts: hits
      .filter(({ box }) => box === null)
      .map(({ text }) => text)
      .join('\n'),
  }
}

export function useCovers(paperId: string, scan: Scan): UseCovers {
  const [covers, setCovers] = useState(() => begun(scan))
  const draft = useDraft(`paper-${paperId}`, kept => setCovers(now => ({ ...now, ...(kept as Partial<Covers>) })))
  const set = (change: Partial<Covers>) => {
    const next = { ...covers, ...change }
    setCovers(next)
    draft.change({ ...next })
  }
  const covered = ({ box, text }: Hit) =>
    box ? covers.boxes.some(known => sameBox(known, box)) : linesOf(covers.texts).includes(text)
  const cover = ({ box, text }: Hit, on: boolean) => {
    if (box) {
      const rest = covers.boxes.filter(known => !sameBox(known, box))
      set({ boxes: on ? [...rest, box] : rest })
    } else {
      const rest = linesOf(covers.texts).filter(line => line !== text)
      set({ texts: (on ? [...rest, text] : rest).join('\n') })
    }
  }
  const drop = async () => {
    await draft.drop()
    setCovers(begun(scan))
  }
  return { ...covers, set, covered, cover, draft, drop }
}
