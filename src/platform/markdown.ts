/** Markdown that people typed, as HTML that can do no harm. */
import { micromark } from 'micromark'
import { gfmTable, gfmTableHtml } from 'micromark-extension-gfm-table'
import sanitize from 'sanitize-html'

declare const safe: unique symbol

/** HTML in which nothing can act. */
export type SafeHtml = string & { readonly [safe]: true }

export interface Rendered {
  readonly html: SafeHtml
  /** Its chief headings with their anchors, in order. */
  readonly outline: readonly { readonly id: string; readonly text: string }[]
}

/**
 * The HTML of a Markdown text. HTML in it is shown as text; links lead to http(s), mailto or within the site, all
 * others lose their address; pictures become their description. Headings start at `h2`: the page has its own `h1`.
 */
export function renderMarkdown(text: string): Rendered {
  const outline: { id: string; text: string }[] = []
  const heading = () => ({ tagName: 'h2', attribs: { id: `part-${++heading.count}` } })
  heading.count = 0
  const html = sanitize(micromark(text, { extensions: [gfmTable()], htmlExtensions: [gfmTableHtml()] }), {
    ...allowed,
    transformTags: { ...transforms, h1: heading, h2: heading },
    exclusiveFilter: ({ attribs: { id }, text: words }) => {
      if (id !== undefined) outline.push({ id, text: words.trim() })
      return false
    },
  })
  return { html: html as SafeHtml, outline }
}

const transforms: sanitize.IOptions['transformTags'] = {
  a: (tagName, attribs) => ({
    tagName,
    attribs: /^https?:/i.test(attribs.href ?? '') ? { ...attribs, rel: 'noopener' } : attribs,
  }),
  // A picture would come from elsewhere, or from where none can be put yet.
  img: (_, attribs) => ({ tagName: 'span', attribs: {}, text: attribs.alt ?? '' }),
}

const blocks = ['p', 'blockquote', 'ul', 'ol', 'li', 'pre', 'hr', 'br']
const inline = ['strong', 'em', 'code', 'a', 'span']
const tables = ['table', 'thead', 'tbody', 'tr', 'th', 'td']
const headings = ['h2', 'h3', 'h4', 'h5', 'h6']

const allowed: sanitize.IOptions = {
  allowedTags: [...blocks, ...inline, ...tables, ...headings],
  allowedAttributes: { a: ['href', 'title', 'rel'], ol: ['start'], th: ['align'], td: ['align'], h2: ['id'] },
  allowedSchemes: ['http', 'https', 'mailto'],
  // `//host/path` is an address elsewhere that does not say how.
  allowProtocolRelative: false,
}
