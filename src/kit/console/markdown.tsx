/** Markdown as it will look: HTML in it stays text, pictures become their description, headings begin at the second. */
import { micromark } from 'micromark'
import { gfmTable, gfmTableHtml } from 'micromark-extension-gfm-table'
import { useEffect, useRef } from 'react'

export function Markdown({ text }: { readonly text: string }) {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    place.current?.replaceChildren(...nodesOf(text))
  }, [text])
  return <div className="prose-page" ref={place} lang="zh-CN" />
}

/** The nodes of a text. The renderer lets through neither HTML nor addresses that run (`javascript:`). */
function nodesOf(text: string): Node[] {
  const html = micromark(text, { extensions: [gfmTable()], htmlExtensions: [gfmTableHtml()] })
  const { body } = new DOMParser().parseFromString(html, 'text/html')
  for (const picture of body.querySelectorAll('img')) picture.replaceWith(picture.alt)
  for (const heading of body.querySelectorAll('h1')) {
    const second = document.createElement('h2')
    second.append(...heading.childNodes)
    heading.replaceWith(second)
  }
  return [...body.childNodes]
}
