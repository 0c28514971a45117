/** Colours of office files, and whether one shows on another. */

/** Six hexadecimal digits, `auto`, or `unknown`. */
export type Colour = string

export const white = 'FFFFFF'
export const black = '000000'
export const hexadecimal = /^[0-9a-f]{6}$/i
/** Most two colours differ in each part, of 255, where one does not show on the other. */
const nearest = 24

export function isNear(a: Colour, b: Colour): boolean {
  if (!hexadecimal.test(a) || !hexadecimal.test(b)) return false
  const part = (colour: string, at: number) => Number.parseInt(colour.slice(at, at + 2), 16)
  return [0, 2, 4].every(at => Math.abs(part(a, at) - part(b, at)) <= nearest)
}
