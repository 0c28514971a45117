/** Says what is wrong with a piece of XML, strictly: no repair, no guess. Null where nothing is. */
export function faultInXml(xml: string): string | null {
  const open: string[] = []
  const rest = xml.replace(/<\?.*?\?>|<!--.*?-->/gs, '')
  const piece = /<(\/?)([A-Za-z_][\w:.-]*)((?:\s+[\w:.-]+="[^"<]*")*)\s*(\/?)>|([^<]+)/gy
  let at = 0
  while (at < rest.length) {
    piece.lastIndex = at
    const match = piece.exec(rest)
    if (!match) return `not a tag: ${rest.slice(at, at + 60)}`
    const [whole, closing, name = '', attributes = '', empty, text = ''] = match
    const loose = /&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-fA-F]+);)/.exec(attributes + text)
    if (loose) return `a loose & in ${whole}`
    if (/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u.test(whole)) return 'a character XML forbids'
    if (closing && open.pop() !== name) return `${name} closed out of turn`
    if (name && !closing && !empty) open.push(name)
    at = piece.lastIndex
  }
  return open.length > 0 ? `${open.at(-1)} is never closed` : null
}
