/** While one types what is wanted: what is public already about it, beside the words (条例36(1)). */

const pause = 400
const fewestSigns = 2

interface Found {
  readonly items: readonly { readonly title: string; readonly href: string }[]
}

/** `place` says where to ask (`data-published`) and under which title to show it (`data-title`). */
export function startPublished(place: HTMLElement): void {
  const form = place.closest('form')
  const fields = [...(form?.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('#title, #features') ?? [])]
  let timer = 0
  let asked = ''
  const ask = async () => {
    const words = fields
      .map(({ value }) => value.trim())
      .join(' ')
      .trim()
    if (words === asked) return
    asked = words
    const items = words.length < fewestSigns ? [] : await look(place.dataset.published ?? '', words)
    // Only for what stands there now: an earlier answer may come late.
    if (words === asked) show(place, items)
  }
  for (const field of fields) {
    field.addEventListener('input', () => {
      window.clearTimeout(timer)
      timer = window.setTimeout(ask, pause)
    })
  }
}

/** Nothing where it cannot be asked: the page after this one shows the same. */
async function look(address: string, words: string): Promise<Found['items']> {
  try {
    const answer = await fetch(`${address}?q=${encodeURIComponent(words.slice(0, 300))}`)
    return answer.ok ? ((await answer.json()) as Found).items : []
  } catch {
    return []
  }
}

function show(place: HTMLElement, items: Found['items']): void {
  place.replaceChildren()
  if (items.length === 0) return
  const title = document.createElement('p')
  title.textContent = place.dataset.title ?? ''
  const list = document.createElement('ul')
  for (const { title: name, href } of items) {
    const link = document.createElement('a')
    link.href = href
    link.textContent = name
    link.target = '_blank'
    link.rel = 'noopener'
    const item = document.createElement('li')
    item.append(link)
    list.append(item)
  }
  place.append(title, list)
}
