/** The demo's seal: a red ring with the name in it, marked 演示 all over. It signs nothing and proves nothing. */

import { ringPng } from './ring-png.ts'
import type { Sealer } from './sealer.ts'

const SIZE = 420
const MIDDLE = SIZE / 2
const RED = '#d8000f'
/** The name runs over the top of the ring, at most this far around. */
const WIDEST_ARC = 250
const NAME_RADIUS = 152

export const demoSealer: Sealer = {
  signs: false,
  sealImage: async agency => ({
    svg: demoSealSvg(agency),
    png: ringPng(SIZE),
    says: `演示用印章（无效）：${agency}`,
  }),
  sign: async () => null,
  verify: async () => false,
}

function demoSealSvg(agency: string): string {
  // Below the middle, where no name or date runs through them.
  const marks = [mark('演示用 无效', 40, MIDDLE + 126), mark('DEMO', 30, MIDDLE + 164)]
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${SIZE} ${SIZE}" width="${SIZE}" height="${SIZE}">`,
    `<circle cx="${MIDDLE}" cy="${MIDDLE}" r="${MIDDLE - 10}" fill="none" stroke="${RED}" stroke-width="11"/>`,
    ...around(agency),
    ...marks,
    '</svg>',
  ].join('')
}

/** One character after the other on an arc, feet to the middle. */
function around(name: string): string[] {
  const characters = Array.from(name)
  const step = Math.min(26, WIDEST_ARC / Math.max(1, characters.length))
  const size = Math.min(50, step * 2.5)
  return characters.map((character, i) => {
    const angle = (i - (characters.length - 1) / 2) * step
    const turn = `rotate(${angle.toFixed(2)} ${MIDDLE} ${MIDDLE})`
    return text(character, size, MIDDLE - NAME_RADIUS + size / 3, ` transform="${turn}"`)
  })
}

const mark = (words: string, size: number, y: number) => text(words, size, y, '')

function text(words: string, size: number, y: number, more: string): string {
  const safe = words.replace(/[<>&"]/g, char => `&#${char.codePointAt(0)};`)
  const font = 'font-family="\'Noto Serif SC\',\'SimSun\',serif" font-weight="bold"'
  return `<text x="${MIDDLE}" y="${y}" text-anchor="middle" ${font} font-size="${size}" fill="${RED}"${more}>${safe}</text>`
}
