/** The canvas everything is drawn on, with a face for Han text. Loaded at need: most files are never drawn. */
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

type CanvasLibrary = typeof import('@napi-rs/canvas')

export type { Canvas } from '@napi-rs/canvas'

let loading: Promise<CanvasLibrary> | undefined

export function canvasLibrary(): Promise<CanvasLibrary> {
  loading ??= withHanFace()
  return loading
}

/** Files that name a face and do not bring it are drawn in ours, under whatever name they ask for. */
async function withHanFace(): Promise<CanvasLibrary> {
  const canvas = await import('@napi-rs/canvas')
  const home = dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/noto-serif-sc/package.json'))
  const file = join(home, '400Regular', 'NotoSerifSC_400Regular.ttf')
  for (const family of ['serif', 'sans-serif', 'monospace']) canvas.GlobalFonts.registerFromPath(file, family)
  return canvas
}
