/** Name and date at the place of the seal, the seal over them, and the contact at the foot of the last page. */
import {
  AlignmentType,
  BorderStyle,
  FrameAnchorType,
  FrameWrap,
  HorizontalPositionRelativeFrom,
  ImageRun,
  Paragraph,
  TextRun,
  TextWrappingType,
  VerticalPositionRelativeFrom,
} from 'docx'
import type { LetterSheet } from '../../../paper/letter.ts'
import type { SealImage } from '../../seal/sealer.ts'
import { style, twips } from './docx-styles.ts'
import { bodySize, linePitch, sealLift, sealSize, sheet, signaturePlace, textWidth } from './measure.ts'

/** Office files measure pictures in these: 12700 to the point. */
const emus = (points: number) => Math.round(points * 12_700)
const pixels = (points: number) => Math.round((points * 96) / 72)
/** Lines kept free above the name, so that the seal does not touch the text. */
const LINES_ABOVE = 2

export function signatureBlock(of: NonNullable<LetterSheet['signature']>, seal: SealImage | undefined): Paragraph[] {
  if (of.name.startsWith('{')) return slotBlock(of)
  const place = signaturePlace(of.name, of.date)
  const right = (points: number) => ({ alignment: AlignmentType.RIGHT, indent: { right: twips(points) } })
  return [
    new Paragraph({
      style: style.plain,
      ...right(place.name),
      keepNext: true,
      spacing: { before: twips(LINES_ABOVE * linePitch) },
      children: [new TextRun(of.name), ...(seal ? [sealRun(seal, place.middle)] : [])],
    }),
    new Paragraph({ style: style.plain, ...right(place.date), text: of.date }),
  ]
}

/** In a template nobody knows how long name and date will be: both are centred where a usual date has its middle. */
function slotBlock({ name, date }: NonNullable<LetterSheet['signature']>): Paragraph[] {
  const { middle } = signaturePlace('', '2026年10月20日')
  const lined = { alignment: AlignmentType.CENTER, indent: { left: twips(textWidth - 2 * middle) }, style: style.plain }
  return [
    new Paragraph({ ...lined, keepNext: true, spacing: { before: twips(LINES_ABOVE * linePitch) }, text: name }),
    new Paragraph({ ...lined, text: date }),
  ]
}

function sealRun(seal: SealImage, middle: number): ImageRun {
  const left = sheet.left + textWidth - middle - sealSize / 2
  // From the top of the name's paragraph, with the free lines in it, to the middle between name and date.
  const top = LINES_ABOVE * linePitch + linePitch - sealSize / 2 - sealLift
  const size = { width: pixels(sealSize), height: pixels(sealSize) }
  const png = { type: 'png', data: seal.png } as const
  return new ImageRun({
    ...(seal.svg === undefined ? png : { type: 'svg', data: new TextEncoder().encode(seal.svg), fallback: png }),
    transformation: size,
    altText: { name: 'seal', description: seal.says, title: seal.says },
    floating: {
      horizontalPosition: { relative: HorizontalPositionRelativeFrom.PAGE, offset: emus(left) },
      verticalPosition: { relative: VerticalPositionRelativeFrom.PARAGRAPH, offset: emus(top) },
      wrap: { type: TextWrappingType.NONE },
      allowOverlap: true,
      behindDocument: false,
    },
  })
}

/** 版记, in a frame at the foot of the text area. */
export function contactBlock(contact: readonly string[]): Paragraph {
  const rule = { style: BorderStyle.SINGLE, size: 8, color: '000000', space: 3 }
  return new Paragraph({
    style: style.contact,
    border: { top: rule, bottom: rule },
    indent: { left: twips(bodySize), right: twips(bodySize) },
    frame: {
      type: 'alignment',
      width: twips(textWidth),
      height: 0,
      anchor: { horizontal: FrameAnchorType.MARGIN, vertical: FrameAnchorType.MARGIN },
      alignment: { x: 'left', y: 'bottom' },
      wrap: FrameWrap.AROUND,
    },
    children: contact.map((text, i) => new TextRun({ text, ...(i > 0 ? { break: 1 } : {}) })),
  })
}
