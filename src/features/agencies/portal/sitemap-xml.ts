/** The map of the site for search engines (sitemaps.org). */
import { shanghaiDay } from '../../../ui/day.ts'
import type { MapEntry } from './site-map.ts'
import { element, xmlStart } from './xml.ts'

const schema = 'http://www.sitemaps.org/schemas/sitemap/0.9'

/** Every page of the tree that is the same for everybody. */
export function sitemapXml(origin: string, entries: readonly MapEntry[]): string {
  const all = entries.flatMap(entry => [entry, ...entry.under]).filter(({ own }) => !own)
  const urls = all.map(({ href, changedAt }) => {
    const changed = changedAt === undefined ? '' : element('lastmod', shanghaiDay(changedAt))
    return `<url>${element('loc', origin + href)}${changed}</url>`
  })
  return `${xmlStart}<urlset xmlns="${schema}">\n${urls.join('\n')}\n</urlset>\n`
}

/** The maps of several agencies. */
export function sitemapIndex(addresses: readonly string[]): string {
  const maps = addresses.map(address => `<sitemap>${element('loc', address)}</sitemap>`)
  return `${xmlStart}<sitemapindex xmlns="${schema}">\n${maps.join('\n')}\n</sitemapindex>\n`
}

/** What search engines may read: everything public, but neither results of a search nor anybody's uploads. */
export function robotsTxt(origin: string): string {
  const closed = ['/api/', '/console', '/reports/visits/', '/search', '/a/*/search', '/*?mode=']
  return ['User-agent: *', ...closed.map(path => `Disallow: ${path}`), `Sitemap: ${origin}/sitemap.xml`, ''].join('\n')
}
