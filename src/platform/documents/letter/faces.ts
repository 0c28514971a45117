/** The faces official documents are set in, and what stands in where they are not installed. */
import { strToU8 } from 'fflate'

const face = (eastAsia: string) => ({
  ascii: 'Times New Roman',
  hAnsi: 'Times New Roman',
  cs: 'Times New Roman',
  eastAsia,
})

export const faces = {
  body: face('仿宋_GB2312'),
  title: face('方正小标宋简体'),
  table: face('宋体'),
  head: face('黑体'),
} as const

/** Word takes the other name of a face it does not find; what even that is not, its family tells. */
const standIns = [
  ['仿宋_GB2312', '仿宋', 'modern'],
  ['方正小标宋简体', '华文中宋', 'roman'],
  ['宋体', 'SimSun', 'roman'],
  ['黑体', 'SimHei', 'swiss'],
] as const

export const fontTableFile = 'word/fontTable.xml'

export function fontTable(): Uint8Array {
  const fonts = standIns.map(
    ([name, other, family]) =>
      `<w:font w:name="${name}"><w:altName w:val="${other}"/><w:charset w:val="86"/><w:family w:val="${family}"/><w:pitch w:val="variable"/></w:font>`,
  )
  return strToU8(
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${fonts.join('')}</w:fonts>`,
  )
}
