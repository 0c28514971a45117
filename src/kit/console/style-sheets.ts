/**
 * Styles that components make while running, as style sheets adopted by the document. The page's policy forbids style
 * elements (`style-src 'self'`), but not sheets made by script. Stands in for the component library's own module of
 * the same functions (see scripts/build.mjs). All of it lies in one layer, under the console's own styles.
 */
interface Options {
  readonly mark?: string
  readonly priority?: number
  readonly attachTo?: unknown
}

interface Kept {
  readonly sheet: CSSStyleSheet
  /** What the callers write their notes on; never part of the page. */
  readonly token: HTMLStyleElement
  readonly priority: number
}

const kept = new Map<string, Kept>()
const nameOf = (key: string, mark = '') => `${mark} ${key}`

/** Sets the styles known by a key. Those of lower priority come first, so that later ones win. */
export function updateCSS(css: string, key: string, { mark, priority = 0 }: Options = {}): HTMLStyleElement {
  const name = nameOf(key, mark)
  const { sheet, token } = kept.get(name) ?? { sheet: new CSSStyleSheet(), token: document.createElement('style') }
  sheet.replaceSync(`@layer components{${css}}`)
  if (!kept.has(name)) {
    kept.set(name, { sheet, token, priority })
    adopt()
  }
  return token
}

/** Styles without a key of their own. */
export function injectCSS(css: string, options: Options = {}): HTMLStyleElement {
  return updateCSS(css, css, options)
}

export function removeCSS(key: string, { mark }: Options = {}): void {
  if (kept.delete(nameOf(key, mark))) adopt()
}

/** Part of the module stood in for; there is no cache here. */
export function clearContainerCache(): void {}

function adopt(): void {
  document.adoptedStyleSheets = [...kept.values()].sort((a, b) => a.priority - b.priority).map(({ sheet }) => sheet)
}
