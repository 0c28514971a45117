/** Names a download for every browser (RFC 6266, RFC 5987). */

/** The Content-Disposition of a download: a plain name for old programs, the real one in UTF-8. */
export function attachment(name: string): string {
  const clean = fileName(name)
  const plain = clean.replace(/[^\x20-\x7e]+/g, '_').replace(/["\\%]/g, '_')
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded(clean)}`
}

/** A name fit for any file system: no separators, no control or direction marks, not too long. */
function fileName(name: string): string {
  const safe = name.replace(/[\p{Cc}\p{Cf}\p{Cs}/\\:*?"<>|]+/gu, '_').replace(/^[.\s]+/, '_')
  const dot = safe.lastIndexOf('.')
  const [stem, ending] = dot > 0 ? [safe.slice(0, dot), safe.slice(dot)] : [safe, '']
  return [...stem].slice(0, 80).join('') + ending
}

function encoded(text: string): string {
  return encodeURIComponent(text).replace(/['()*!]/g, c => `%${c.charCodeAt(0).toString(16).toUpperCase()}`)
}
