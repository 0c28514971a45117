/** The layout of official documents (GB/T 9704-2012), in points unless named otherwise. */

const mm = (length: number) => (length * 72) / 25.4

/** A4 with the text area of 156 by 225 mm. */
export const sheet = {
  width: mm(210),
  height: mm(297),
  top: mm(37),
  left: mm(28),
  right: mm(26),
  bottom: mm(35),
} as const
export const textWidth = mm(156)
const textHeight = mm(225)

const LINES = 22
const CHARACTERS = 28
/** 三号, made to fit 28 to the line. */
export const bodySize = textWidth / CHARACTERS
export const linePitch = textHeight / LINES
/** 二号 for the title, 四号 for page numbers and the contact, 小四 in tables. */
export const titleSize = 22
export const smallSize = 14
export const tableSize = 12
/** From the edge of the text area to the page number. */
export const footerGap = mm(7)
/** The name of the organ at the head: its upper edge below that of the text area, and how large it may be. */
export const redHead = { top: mm(35), largest: 48, smallest: 28, lineGap: mm(4) } as const
export const sealSize = mm(42)
/** Name and date stand a little below the middle of the seal (GB/T 9704-2012 7.3.5.1). */
export const sealLift = linePitch / 4

/** Width in ems: Han characters are square, others about half. */
export function ems(text: string): number {
  let width = 0
  for (const char of text) width += (char.codePointAt(0) ?? 0) >= 0x2e80 || '“”‘’—…〔〕'.includes(char) ? 1 : 0.5
  return width
}

/** The name of the organ as large as fits on one line. */
export function redHeadSize(text: string): number {
  return Math.max(redHead.smallest, Math.min(redHead.largest, Math.floor(textWidth / Math.max(1, ems(text)))))
}

/**
 * Where name and date stand, as distances from the right edge of the text area: the date four characters in, the name
 * centred over it (GB/T 9704-2012 7.3.5.1); a name too long for that moves both to the left.
 */
export function signaturePlace(name: string, date: string): { name: number; date: number; middle: number } {
  const [wide, narrow] = [ems(name) * bodySize, ems(date) * bodySize]
  const dateRight = Math.max(4 * bodySize, (wide - narrow) / 2)
  const middle = dateRight + narrow / 2
  return { name: middle - wide / 2, date: dateRight, middle }
}
