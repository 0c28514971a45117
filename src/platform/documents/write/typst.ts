/** The typesetter both kinds of PDF are set by, with the fonts that come along. */
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { type Coverage, coverageOf } from './glyphs.ts'

export const fontFamily = 'Noto Serif SC'

/** PDF/A demands a date; where none is given the file says the beginning of computer time, which no one takes for one. */
const noDate = new Date(0)

/** Sets the programme over the model, which it finds as JSON in `sys.inputs.model`. Throws what typst says. */
export function setPdf(programme: string, model: object, pdfStandard: 'a-2a' | 'a-2b'): Uint8Array {
  const typst = compiler()
  const result = typst.compile({ mainFileContent: programme, inputs: { model: JSON.stringify(model) } })
  const document = result.result
  if (!document) {
    const error = result.takeError()
    throw new Error(`typst: ${error ? JSON.stringify(typst.fetchDiagnostics(error)) : 'no document'}`)
  }
  const bytes = typst.pdf(document, { pdfStandard })
  typst.evictCache(4)
  return new Uint8Array(bytes)
}

/** Year to second, as the programmes take it. */
export function madeParts(made: Date = noDate): number[] {
  return [
    made.getUTCFullYear(),
    made.getUTCMonth() + 1,
    made.getUTCDate(),
    made.getUTCHours(),
    made.getUTCMinutes(),
    made.getUTCSeconds(),
  ]
}

let shared: NodeCompiler | undefined

/** Made once: it finds the fonts, which takes longer than setting a report. */
function compiler(): NodeCompiler {
  shared ??= NodeCompiler.create({
    workspace: fontFolder('400Regular'),
    fontArgs: [{ fontPaths: [fontFolder('400Regular'), fontFolder('700Bold')] }],
  })
  return shared
}

function fontFolder(weight: string): string {
  const manifest = createRequire(import.meta.url).resolve('@expo-google-fonts/noto-serif-sc/package.json')
  return join(dirname(manifest), weight)
}

let known: Promise<Coverage> | undefined

/** Which characters the fonts can show. */
export function coverage(): Promise<Coverage> {
  known ??= readFile(join(fontFolder('400Regular'), 'NotoSerifSC_400Regular.ttf')).then(coverageOf)
  return known
}

/** A space beside a Han character would vanish where a line breaks at it: no line breaks there. */
export function withKeptSpaces(text: string): string {
  return text.replace(/(?<=\p{Script=Han}) (?=\S)|(?<=\S) (?=\p{Script=Han})/gu, '\u00a0')
}
