/** A word or sentence of the law's own data, as the law speaks it and in English beside it. */
export interface Words {
  readonly zh: string
  readonly en: string
}
