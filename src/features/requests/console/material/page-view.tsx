/** One page of a paper as a picture, with its boxes: drawn with the mouse, moved and sized by keys. */
import { type CSSProperties, type KeyboardEvent, type PointerEvent, useRef, useState } from 'react'
import { useRead } from '../../../../kit/console/api.tsx'
import { useTell } from '../../../../kit/console/language.tsx'
import { Loaded } from '../../../../kit/console/states.tsx'
import type { AnswerOf } from '../../../../kit/contract.ts'
import { paperPage } from '../../contract/index.ts'
import { numbered } from '../numbered.ts'
import { materialWords } from '../words/material-words.ts'
import { type Box, boxBetween, isSpeck, moved, placeOf, sized } from './boxes.ts'

interface PaperPlace {
  readonly agencyId: string
  readonly requestId: string
  readonly paperId: string
}

interface Props extends PaperPlace {
  readonly page: number
  readonly boxes: readonly Box[]
  readonly chosen: number | null
  readonly choose: (at: number) => void
  readonly set: (boxes: readonly Box[]) => void
}

type Picture = AnswerOf<typeof paperPage>

const addressOf = ({ type, image }: Picture) => `data:${type};base64,${image}`

/** The picture alone. */
export function PageImage({ page, ...place }: PaperPlace & { readonly page: number }) {
  const t = useTell()
  const query = useRead(paperPage, { params: { ...place, page } })
  return (
    <Loaded query={query}>
      {picture => (
        <div className="r-page">
          <img src={addressOf(picture)} alt={t(materialWords.pageImage(page))} />
        </div>
      )}
    </Loaded>
  )
}

export function PageView({ agencyId, requestId, paperId, ...rest }: Props) {
  const query = useRead(paperPage, { params: { agencyId, requestId, paperId, page: rest.page } })
  return <Loaded query={query}>{picture => <Drawn picture={picture} {...rest} />}</Loaded>
}

type DrawnProps = Omit<Props, keyof PaperPlace> & { readonly picture: Picture }

function Drawn({ picture, page, boxes, chosen, choose, set }: DrawnProps) {
  const t = useTell()
  const place = useRef<HTMLDivElement>(null)
  const [drawing, setDrawing] = useState<Box | null>(null)
  const start = useRef<readonly [number, number] | null>(null)
  const pointOf = ({ clientX, clientY }: PointerEvent): readonly [number, number] => {
    const { left, top, width, height } = place.current?.getBoundingClientRect() ?? new DOMRect(0, 0, 1, 1)
    return [((clientX - left) / width) * picture.width, (1 - (clientY - top) / height) * picture.height]
  }
  const finish = () => {
    if (drawing && !isSpeck(drawing)) {
      set([...boxes, drawing])
      choose(boxes.length)
    }
    start.current = null
    setDrawing(null)
  }
  return (
    <div
      className="r-page"
      ref={place}
      onPointerDown={event => {
        if (event.target instanceof HTMLImageElement) start.current = pointOf(event)
      }}
      onPointerMove={event => start.current && setDrawing(boxBetween(page, start.current, pointOf(event)))}
      onPointerUp={finish}
    >
      <img src={addressOf(picture)} alt={t(materialWords.pageImage(page))} draggable={false} />
      {numbered(boxes).map(({ nth: at, ...box }) =>
        box.page === page ? (
          <OneBox
            key={at}
            box={box}
            nth={at}
            picture={picture}
            chosen={chosen === at}
            choose={() => choose(at)}
            change={next =>
              set(next ? boxes.map((known, i) => (i === at ? next : known)) : boxes.filter((_, i) => i !== at))
            }
          />
        ) : null,
      )}
      {drawing && <span className="r-box r-box-new" style={placeOf(drawing.box, picture)} />}
    </div>
  )
}

interface OneProps {
  readonly box: Box
  readonly nth: number
  readonly picture: Picture
  readonly chosen: boolean
  readonly choose: () => void
  /** Null: it goes. */
  readonly change: (box: Box | null) => void
}

const step = 4
const ways: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-step, 0],
  ArrowRight: [step, 0],
  ArrowUp: [0, step],
  ArrowDown: [0, -step],
}

function OneBox({ box, nth, picture, chosen, choose, change }: OneProps) {
  const t = useTell()
  const onKeyDown = (event: KeyboardEvent) => {
    const way = ways[event.key]
    if (!way && event.key !== 'Delete' && event.key !== 'Backspace') return
    event.preventDefault()
    if (way) change((event.shiftKey ? sized : moved)(box, way[0], way[1], picture))
    else change(null)
  }
  const style: CSSProperties = placeOf(box.box, picture)
  return (
    <button
      type="button"
      className="r-box"
      data-box={nth}
      style={style}
      aria-pressed={chosen}
      aria-label={t(materialWords.box(nth + 1, box.box.map(Math.round).join(' ')))}
      onClick={choose}
      onFocus={choose}
      onKeyDown={onKeyDown}
    />
  )
}
