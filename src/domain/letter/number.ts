/**
 * 文号: the organ's code, the year in 〔〕 and the number of the series in that year, e.g. 示教公开〔2026〕12号. The pattern
 * is the agency's (D§5.1); numbers have no leading zeros, are never used twice, and gaps are explained.
 */
import { done, type Result, refuse } from '../kernel/result.ts'

const tokens = ['机关代字', 'YYYY', 'N', '类别后缀'] as const
type Token = (typeof tokens)[number]

/** As the setting `numbering.letter` writes them. */
const otherNames: Readonly<Record<string, Token>> = { code: '机关代字', year: 'YYYY', number: 'N', suffix: '类别后缀' }

/** Literal texts and tokens, in order. */
export interface NumberPattern {
  readonly pieces: readonly ({ readonly token: Token } | { readonly text: string })[]
}

export interface LetterNumber {
  /** 机关代字, e.g. 示教公开. */
  readonly code: string
  readonly year: number
  readonly n: number
  /** 类别后缀, e.g. -告知; empty for the series that needs none. */
  readonly suffix: string
}

/** Reads a pattern. Year and number must stand in it once, code and suffix at most once; other tokens are refused. */
export function parseNumberPattern(text: string, at?: string): Result<NumberPattern> {
  const pieces = text
    .split(/(\{[^{}]*\})/)
    .filter(piece => piece !== '')
    .map(piece => (piece.startsWith('{') ? { token: tokenOf(piece.slice(1, -1)) } : { text: piece }))
  const named = pieces.flatMap(piece => ('token' in piece ? [piece.token] : []))
  const strange = named.find(token => !tokens.includes(token))
  if (strange !== undefined) return refuse('bad_pattern', unknownToken(strange), at)
  if (pieces.some(piece => 'text' in piece && /[{}]/.test(piece.text))) return refuse('bad_pattern', loneBrace, at)
  const twice = tokens.find(token => named.filter(name => name === token).length > 1)
  if (twice !== undefined) return refuse('bad_pattern', tokenTwice(twice), at)
  const lacking = (['YYYY', 'N'] as const).find(token => !named.includes(token))
  return lacking === undefined ? done({ pieces }) : refuse('bad_pattern', tokenLacking(lacking), at)
}

function tokenOf(name: string): Token {
  return (Object.hasOwn(otherNames, name) ? otherNames[name] : name) as Token
}

/** The number as printed. */
export function formatNumber({ pieces }: NumberPattern, number: LetterNumber): string {
  const values: Readonly<Record<Token, string>> = {
    机关代字: number.code,
    YYYY: String(number.year).padStart(4, '0'),
    N: String(number.n),
    类别后缀: number.suffix,
  }
  return pieces.map(piece => ('token' in piece ? values[piece.token] : piece.text)).join('')
}

/** Whether numbers of two series never read the same. */
export function tellsSeries({ pieces }: NumberPattern): boolean {
  return pieces.some(piece => 'token' in piece && piece.token === '类别后缀')
}

const shown = (text: string) => text.slice(0, 40)
const unknownToken = (token: string) => ({
  zh: `文号格式中没有“{${shown(token)}}”，只能使用 ${tokens.map(t => `{${t}}`).join('、')}`,
  en: `"{${shown(token)}}" is no part of a number; use ${tokens.map(t => `{${t}}`).join(', ')}`,
})
const loneBrace = {
  zh: '文号格式中的花括号没有成对，请核对',
  en: 'A brace in the pattern has no partner; check it',
}
const tokenTwice = (token: string) => ({
  zh: `文号格式中“{${token}}”只能出现一次`,
  en: `"{${token}}" can stand in the pattern only once`,
})
const tokenLacking = (token: string) => ({
  zh: `文号格式中应当有“{${token}}”，否则文号会重复`,
  en: `The pattern needs "{${token}}", or numbers would repeat`,
})
