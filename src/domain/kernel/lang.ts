/** Languages of the interface. zh is what the law speaks; en stands beside it. */
export type Lang = 'zh' | 'en'

/** One sentence or word in every language of the interface. */
export interface Said {
  readonly zh: string
  readonly en: string
}
