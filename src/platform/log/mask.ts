/** Takes out of texts what looks like a person: numbers of identity, telephone and bank card, and mail addresses. */

/** In this order: what is longer or more telling first. */
const shapes: readonly (readonly [shape: RegExp, instead: string])[] = [
  [/[\w.+-]+(?:@|%40)[\w-]+(?:\.[\w-]+)+/gi, '[mail]'],
  [/(?<!\d)\d{6}[- ]?\d{8}[- ]?\d{3}[\dx](?!\d)/gi, '[id]'],
  [/(?<!\d)(?:(?:\+|00)?86[- ]?)?1[3-9]\d[- ]?\d{4}[- ]?\d{4}(?!\d)/g, '[phone]'],
  [/(?<!\d)0\d{2,3}[- ]\d{7,8}(?!\d)/g, '[phone]'],
  [/(?<!\d)\d{4}(?:[- ]\d{4}){3}(?:[- ]\d{1,3})?(?!\d)/g, '[card]'],
  // Cards, old identity numbers, and whatever hides in a longer number.
  [/\d{11,}x?/gi, '[number]'],
]

const wideDigits = /[\uFF10-\uFF19]/g
const wideZero = 0xff10

/** The text with digits made plain, what shows nothing taken out, and everything that looks like a person replaced. */
export function masked(text: string): string {
  const plain = text
    .replace(/\p{Cf}/gu, '')
    .replace(wideDigits, digit => String(digit.charCodeAt(0) - wideZero))
    .replace(/\uFF20/g, '@')
  return shapes.reduce((rest, [shape, instead]) => rest.replace(shape, instead), plain)
}

/**
 * The words of an error without the values in it: what stands in quotes or after an equals sign, and every run of Han
 * characters. Errors of databases and parsers quote what people typed.
 */
export function withoutValues(message: string): string {
  const bare = message
    .replace(/(["'`])(?:(?!\1).)*\1/gs, '$1…$1')
    .replace(/[“‘「（(][^”’」）)]*[”’」）)]/g, '(…)')
    .replace(/=\s*\S+/g, '=…')
    .replace(/[\p{Script=Han}·]+/gu, '…')
  return masked(bare)
}
