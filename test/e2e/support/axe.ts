/** Looks at a page with axe: WCAG 2.2, levels A and AA. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

interface AxeResult {
  readonly violations: readonly { readonly id: string; readonly nodes: readonly { readonly html: string }[] }[]
}

/** Every violation as `rule: element`; empty where the page is clean. */
export async function violations(page: Page): Promise<string[]> {
  await page.evaluate(source)
  const run = `axe.run(document, { runOnly: ${JSON.stringify(tags)} })`
  const result = await page.evaluate<AxeResult>(run)
  return result.violations.flatMap(v => v.nodes.map(node => `${v.id}: ${node.html}`))
}
