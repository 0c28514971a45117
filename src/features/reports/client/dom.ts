/** Builds elements; text always goes in as text. */
import { type IconName, iconPaths } from '../../../ui/icon-paths.ts'

type Attributes = Readonly<Record<string, string>>

export function make<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value)
  element.append(...children)
  return element
}

const svg = 'http://www.w3.org/2000/svg'

/** The same icons as on the server. */
export function icon(name: IconName): SVGSVGElement {
  const root = document.createElementNS(svg, 'svg')
  const path = document.createElementNS(svg, 'path')
  const frame = { class: 'icon', viewBox: '0 0 24 24', width: '16', height: '16', 'aria-hidden': 'true' }
  const pen = {
    d: iconPaths[name],
    fill: 'none',
    stroke: 'currentColor',
    'stroke-width': '2',
    'stroke-linejoin': 'round',
  }
  for (const [key, value] of Object.entries(frame)) root.setAttribute(key, value)
  for (const [key, value] of Object.entries(pen)) path.setAttribute(key, value)
  root.append(path)
  return root
}
