/** Markdown written so that nothing in it is read as markup by chance. */

/** A text put in by somebody, on one line that it does not begin, its marks escaped. */
export function plain(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\`*_[\]<>|&]/g, mark => `\\${mark}`)
}

export function list(items: readonly string[]): string {
  return items.map(item => `- ${item}`).join('\n')
}

/** A table; cells are Markdown already. */
export function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}
