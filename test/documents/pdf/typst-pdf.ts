import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'

let shared: NodeCompiler | undefined

function compiler(): NodeCompiler {
  const home = dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/noto-serif-sc/package.json'))
  const fonts = join(home, '400Regular')
  shared ??= NodeCompiler.create({ workspace: fonts, fontArgs: [{ fontPaths: [fonts] }] })
  return shared
}

/** Sets a typst source in Noto Serif SC at 10.5 points on A4 and gives the PDF. */
export function typeset(source: string): Uint8Array {
  const typst = compiler()
  const mainFileContent = `#set text(font: "Noto Serif SC", size: 10.5pt, lang: "zh")
#set page(margin: 60pt)
#set par(justify: true)
#show table: set par(justify: false)
${source}`
  const { result, takeError } = bound(typst.compile({ mainFileContent }))
  if (!result) throw new Error(JSON.stringify(takeError()))
  return new Uint8Array(typst.pdf(result))
}

function bound(outcome: ReturnType<NodeCompiler['compile']>) {
  return { result: outcome.result, takeError: () => outcome.takeError() }
}
