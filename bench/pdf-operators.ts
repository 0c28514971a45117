/** What pdfjs alone does before anything can be read from a page. */
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

export async function loadOperators(bytes: Uint8Array): Promise<number> {
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0, useSystemFonts: false, isEvalSupported: false })
  const document = await task.promise
  let operators = 0
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number)
    operators += (await page.getOperatorList()).fnArray.length
    page.cleanup()
  }
  await task.destroy()
  return operators
}
