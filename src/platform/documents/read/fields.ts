/** Fields of Word (page numbers, links, references): a code that is not shown, then a result that is. */

/** Fields open at once in any real document; beyond it their ends have been lost. */
const deepest = 32

export class Fields {
  /** Open fields from the outermost: true while their code is read. */
  readonly #open: boolean[] = []

  /** Whether what is read now belongs to a code. */
  get inCode(): boolean {
    return this.#open.includes(true)
  }

  begin(): void {
    if (this.#open.length >= deepest) this.#open.length = 0
    this.#open.push(true)
  }

  /** The code of the innermost field ends and its result begins. */
  separate(): void {
    if (this.#open.length > 0) this.#open[this.#open.length - 1] = false
  }

  end(): void {
    this.#open.pop()
  }

  /** A code stays within its paragraph; one that does not end must not swallow the rest of the document. */
  endParagraph(): void {
    if (this.#open.length > 0) this.#open.fill(false)
  }
}
