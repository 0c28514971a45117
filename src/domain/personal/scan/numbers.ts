/** Long numbers as people write them: in groups, with blanks or dashes between, and several in a row. */

/** Digits that may belong together, with every digit's place in the text. */
export interface DigitRun {
  /** Digits, and an X where a check character may stand. */
  readonly digits: string
  readonly places: readonly number[]
  /** Numbers of digits after which a gap or the end stands, ascending; 0 before the first. */
  readonly breaks: readonly number[]
}

/** A gap inside a number: up to three blanks, dashes or dots, one line break among them. */
const runs = /[0-9](?:[ \-.·]{0,3}\n?[ \-.·]{0,2}[0-9Xx])*/g

/** All runs of at least `least` digits in folded text. */
export function digitRuns(text: string, least: number): DigitRun[] {
  return [...text.matchAll(runs)].flatMap(found => {
    const run = runOf(found[0], found.index)
    return run.digits.length >= least ? [run] : []
  })
}

function runOf(written: string, start: number): DigitRun {
  let digits = ''
  const places: number[] = []
  const breaks: number[] = [0]
  for (let n = 0; n < written.length; n++) {
    const sign = written.charAt(n)
    if (!/[0-9Xx]/.test(sign)) {
      if (breaks.at(-1) !== digits.length) breaks.push(digits.length)
      continue
    }
    digits += sign.toUpperCase()
    places.push(start + n)
  }
  if (breaks.at(-1) !== digits.length) breaks.push(digits.length)
  return { digits, places, breaks }
}

/** A stretch of a run, as places in the text. */
export interface Window {
  readonly digits: string
  readonly start: number
  readonly end: number
  /** Whether it begins and ends where a group of digits does. */
  readonly bounded: boolean
}

/** The stretch of `length` digits from the digit `from` on; undefined where the run is shorter. */
export function windowAt(run: DigitRun, from: number, length: number): Window | undefined {
  const first = run.places[from]
  const last = run.places[from + length - 1]
  if (first === undefined || last === undefined) return undefined
  return {
    digits: run.digits.slice(from, from + length),
    start: first,
    end: last + 1,
    bounded: run.breaks.includes(from) && run.breaks.includes(from + length),
  }
}

/** Every stretch of one of these lengths that begins and ends where groups of digits do. */
export function boundedWindows(run: DigitRun, lengths: readonly number[]): Window[] {
  return run.breaks.flatMap(from =>
    lengths.flatMap(length => {
      const window = windowAt(run, from, length)
      return window?.bounded ? [window] : []
    }),
  )
}

/** The check over card numbers (Luhn, GB/T 17552): doubling every second digit from the right. */
export function fitsLuhn(digits: string): boolean {
  let sum = 0
  for (let n = 0; n < digits.length; n++) {
    const digit = Number(digits[digits.length - 1 - n])
    const doubled = n % 2 === 1 ? digit * 2 : digit
    sum += doubled > 9 ? doubled - 9 : doubled
  }
  return sum % 10 === 0
}
