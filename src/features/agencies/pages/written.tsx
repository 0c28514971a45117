/** What an agency wrote, on the page. The one place where HTML made elsewhere is let in. */
import type { SafeHtml } from '../../../platform/markdown.ts'

/** Only `renderMarkdown` makes such HTML: everything that could act was taken out there. */
export function Written({ html }: { readonly html: SafeHtml }) {
  return <div className="rendered" lang="zh-CN" dangerouslySetInnerHTML={{ __html: html }} />
}
