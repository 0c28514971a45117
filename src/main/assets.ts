/** The built files the browser loads, read once and named by their content so that they can be kept for good. */
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'

export interface Asset {
  readonly body: Uint8Array<ArrayBuffer>
  readonly type: string
  /** Changes when the content does. */
  readonly version: string
}

const types: Readonly<Record<string, string>> = {
  'client.js': 'text/javascript; charset=utf-8',
  'style.css': 'text/css; charset=utf-8',
}

/** Reads the built files from a folder. Rejects where one is missing: the build is not whole. */
export async function loadAssets(folder: URL): Promise<Map<string, Asset>> {
  const names = Object.keys(types)
  const assets = await Promise.all(names.map(async name => asset(name, await readFile(new URL(name, folder)))))
  return new Map(names.map((name, i) => [name, assets[i]] as const).flatMap(([name, a]) => (a ? [[name, a]] : [])))
}

/** One built file, ready to be served. */
export function asset(name: string, content: Uint8Array): Asset {
  const version = createHash('sha256').update(content).digest('hex').slice(0, 12)
  return { body: new Uint8Array(content), type: types[name] ?? 'application/octet-stream', version }
}
