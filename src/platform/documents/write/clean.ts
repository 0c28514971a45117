/** Makes text fit to be written in any format. */
import type { PageBlock, PageModel } from '../../../paper/page.ts'

/** What no format can carry: control characters but tab and newline, half characters, code points that are none. */
const unwritable = /[\p{Cc}\p{Cs}\u{fffe}\u{ffff}]/gu

/** The text with whatever XML forbids taken out; half a surrogate pair becomes the replacement character. */
function cleanText(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(unwritable, char => {
    if (char === '\n' || char === '\t') return char
    return /\p{Cs}/u.test(char) ? '\ufffd' : ''
  })
}

/** The page with every text cleaned and on one line. */
export function cleanPage(page: PageModel): PageModel {
  return { ...page, title: oneLine(page.title), author: oneLine(page.author), blocks: page.blocks.map(cleanBlock) }
}

function cleanBlock(block: PageBlock): PageBlock {
  if (block.kind !== 'table') return { ...block, text: oneLine(block.text) }
  const rows = block.rows.map(row => row.map(cell => ({ ...cell, text: oneLine(cell.text) })))
  return { ...block, name: oneLine(block.name), rows }
}

export function oneLine(text: string): string {
  return cleanText(text).replace(/[\t\n]+/g, ' ')
}
