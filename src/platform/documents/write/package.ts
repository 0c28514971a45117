/** Office files are zips; this packs them anew so that the same page always gives the same bytes. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'

/** The earliest time a zip can name. */
const zipEpoch = new Date(1980, 0, 1)
const propertiesFile = 'docProps/core.xml'

/** The same files with fixed zip times; the times in the properties become `made`, or go where it is not given. */
export function repack(bytes: Uint8Array, made: Date | undefined): Uint8Array {
  const files = Object.entries(unzipSync(bytes)).sort(([a], [b]) => order(a) - order(b) || (a < b ? -1 : 1))
  const fixed = files.map(([name, data]) => [name, name === propertiesFile ? withTime(data, made) : data] as const)
  return zipSync(Object.fromEntries(fixed), { mtime: zipEpoch, level: 6 })
}

/** Readers that look at the first entry only find the list of contents there. */
function order(name: string): number {
  return name === '[Content_Types].xml' ? 0 : 1
}

function withTime(data: Uint8Array, made: Date | undefined): Uint8Array {
  const xml = strFromU8(data)
  const time = (name: string) => new RegExp(`(<dcterms:${name}[^>]*>)[^<]*(</dcterms:${name}>)`)
  const set = (text: string, name: string) =>
    text.replace(time(name), (_, open: string, close: string) =>
      made ? `${open}${made.toISOString().slice(0, 19)}Z${close}` : '',
    )
  return strToU8(['created', 'modified'].reduce(set, xml))
}
