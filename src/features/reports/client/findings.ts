/** Moving among the findings with j and k, and opening what a jump leads into. */

export function startFindings(list: HTMLElement): void {
  const items = [...list.querySelectorAll<HTMLElement>(':scope > li')]
  document.addEventListener('keydown', event => {
    if (event.ctrlKey || event.metaKey || event.altKey || isField(event.target)) return
    if (event.key !== 'j' && event.key !== 'k') return
    const at = items.findIndex(item => item.contains(document.activeElement))
    const to = event.key === 'j' ? at + 1 : at - 1
    const item = items[at < 0 ? 0 : Math.max(0, Math.min(items.length - 1, to))]
    item?.focus()
    item?.scrollIntoView({ block: 'nearest' })
  })
}

function isField(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest('input, textarea, select') !== null
}
