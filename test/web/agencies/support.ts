/** The pages of made-up agencies, and what a test asks of their HTML. */
import { Parser } from 'htmlparser2'
import { emptyAgency, fullAgency, hostedAgency, memoryPortal, type TestAgency } from '../../support/portal.ts'
import { type TestSite, testSite } from '../support.ts'

export const reportIds = [0, 1, 2].map(n => `01900000-0000-7000-8000-00000000010${n}`)

/** Every page an agency has, by its address below the agency's own. */
export const pagePaths = [
  '/',
  '/guide',
  '/guide/versions',
  '/rules',
  '/catalogue',
  '/catalogue/organisation',
  '/catalogue/budget',
  '/reports',
  '/apply',
  '/apply/form',
  '/contact',
  '/search',
  '/search?q=公开',
  '/map',
]

/** Those a full agency has besides. */
export const fullPaths = [
  ...pagePaths,
  '/rules/review',
  '/pages/reading-places',
  '/guide/versions/1',
  '/guide/versions/3',
  ...reportIds.map(id => `/reports/${id}`),
]

export interface AgencySite extends TestSite {
  readonly full: TestAgency
}

/** A water bureau with everything, a town with nothing, an education bureau on a host of its own. */
export function agencySite(change: (full: TestAgency) => void = () => undefined, build = 'b1'): AgencySite {
  const full = fullAgency()
  change(full)
  return { ...testSite({ portal: memoryPortal([full, emptyAgency(), hostedAgency()]), build }), full }
}

export interface Tag {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
}

/** Every element of the page, in order. */
export function tagsIn(html: string, xmlMode = false): readonly Tag[] {
  const tags: Tag[] = []
  const parser = new Parser({ onopentag: (name, attributes) => tags.push({ name, attributes }) }, { xmlMode })
  parser.end(html)
  return tags
}

/** The words on the page, without those of its head. */
export function textOf(html: string): string {
  let text = ''
  const parser = new Parser({
    ontext: piece => {
      text += piece
    },
  })
  parser.end(html.slice(Math.max(0, html.indexOf('<body'))))
  return text
}

export function metaOf(html: string): Readonly<Record<string, string>> {
  const named = tagsIn(html).filter(({ name, attributes }) => name === 'meta' && attributes.name !== undefined)
  return Object.fromEntries(named.map(({ attributes }) => [attributes.name ?? '', attributes.content ?? '']))
}
