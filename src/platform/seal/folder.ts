/** Seals as pictures in a folder, one an organ under its full name: `示例县教育局.png`. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Trouble } from '../trouble.ts'
import type { SealImage } from './sealer.ts'

const mostBytes = 2 * 2 ** 20
const signature = '89504e470d0a1a0a'
/** No name of a file leads out of the folder. */
const plainName = /^[^./\\\p{Cc}][^/\\\p{Cc}]*$/u

/** Null where there is no picture for that organ. Throws a Trouble where there is one that cannot be used. */
export function sealsIn(folder: string): (agency: string) => Promise<SealImage | null> {
  return async agency => {
    const png = plainName.test(agency) ? await contentOf(join(folder, `${agency}.png`)) : null
    if (png === null) return null
    if (!isSquarePng(png)) throw unusable(agency)
    return { png, says: `${agency}印章` }
  }
}

async function contentOf(path: string): Promise<Buffer | null> {
  try {
    return await readFile(path)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}

/** Width and height stand behind the signature and the head of the first chunk. */
function isSquarePng(png: Buffer): boolean {
  if (png.length < 64 || png.length > mostBytes || png.subarray(0, 8).toString('hex') !== signature) return false
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)]
  return width === height && width >= 100 && width <= 4000 && png.includes('IEND', png.length - 12, 'latin1')
}

function unusable(agency: string): Trouble {
  const file = `seals/${agency}.png`
  return new Trouble({
    code: 'seal_image',
    says: {
      zh: `印章图片 ${file} 不能使用，文书没有签发。`,
      en: `The picture of the seal, ${file}, cannot be used; the letter was not issued.`,
    },
    mend: {
      zh: '请换成边长 100 至 4000 像素、2 MB 以内的正方形 PNG，再次签发；或者移走图片，打印后加盖实物印章。',
      en: 'Put a square PNG of 100 to 4000 pixels and at most 2 MB in its place and issue again; or take it away and stamp by hand.',
    },
    at: file,
  })
}
