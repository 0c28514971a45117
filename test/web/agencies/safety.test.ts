import { describe, expect, it } from 'vitest'
import { defaultGuide } from '../../../src/domain/agency/guide.ts'
import type { TestAgency } from '../../support/portal.ts'
import { textAt } from '../support.ts'
import { agencySite, fullPaths, type Tag, tagsIn, textOf } from './support.ts'

const evil = `"'><script>alert(1)</script><img src=x onerror=alert(1)>]]>\u0000\u000b{{7*7}}`

/** The same text in every field that somebody types. */
function poison(full: TestAgency, text: string): void {
  const office = Object.fromEntries(Object.keys(full.agency.office).map(key => [key, text]))
  full.agency = {
    ...full.agency,
    name: text,
    siteCode: text,
    office: { ...full.agency.office, ...office },
    supervisor: { name: text, telephone: text },
    notices: { icp: text, police: text, mend: text },
  }
  full.region = { ...full.region, name: text }
  full.sections = [text]
  full.leaders = [{ name: text, post: text, duty: text, fromDate: null, untilDate: null }]
  const { body } = defaultGuide({
    agency: text,
    office: full.agency.office,
    channels: ['fax', 'email', 'online', 'other'],
    site: text,
    supervisor: full.agency.supervisor,
    reviewOrgan: text,
  })
  full.documents = full.documents.map(d => ({
    ...d,
    title: text,
    body: d.kind === 'guide' ? body : `${text}\n\n${bad}`,
  }))
  full.reports = full.reports.map(r => {
    const sections = { ...r.report.sections, overview: text, preface: text }
    return { ...r, reporter: text, report: { ...r.report, agency: text, title: text, sections } }
  })
}

const bad = [
  '# <script>1</script>',
  '[x](javascript:alert(1))',
  '![x](https://evil.example/x.png)',
  `[${evil}](${evil})`,
].join('\n\n')

const { app } = agencySite(full => poison(full, evil))
const acting = (tag: Tag) =>
  ['script', 'img', 'iframe', 'object', 'style', 'base', 'embed', 'svg:script'].includes(tag.name) ||
  Object.entries(tag.attributes).some(
    ([name, value]) =>
      name.startsWith('on') || name === 'style' || /^\s*(?:javascript|data:text|vbscript):/i.test(value),
  )

describe('given script in every field an agency types', () => {
  it.each([...fullPaths.map(path => `/a/swj${path}`), '/a/swj/nope', '/'])('%s shows it as text', async path => {
    const html = await textAt(app, path)
    const tags = tagsIn(html)
    expect(tags.filter(acting)).toEqual([])
    expect(tags.length).toBeGreaterThan(20)
    expect(textOf(html)).toContain('alert(1)')
  })

  it.each(['/feed.xml', '/sitemap.xml'])('%s stays well-formed XML', async path => {
    const xml = await textAt(app, `/a/swj${path}`)
    expect(tagsIn(xml, true).filter(acting)).toEqual([])
    expect(xml).not.toMatch(/[^\P{Cc}\t\n\r]/u)
    expect(xml.replace(/&(?:amp|lt|gt|quot);/g, '')).not.toContain('&')
  })

  it('the files stay files, and formulas text', async () => {
    const formula = agencySite(full => poison(full, '=HYPERLINK("http://evil.example")'))
    const csv = await textAt(formula.app, '/a/swj/data/reports.csv')
    expect(csv).not.toMatch(/(?:^|,|")=HYPERLINK/m)
    const json = await app.request('/a/swj/data/reports.json')
    expect(json.headers.get('content-type')).toContain('application/json')
    expect(JSON.parse(await json.text()).agency.name).toBe(evil)
  })

  it('what is typed into the search stays text', async () => {
    const html = await textAt(app, `/a/swj/search?q=${encodeURIComponent('"><script>alert(1)</script>')}`)
    expect(tagsIn(html).filter(acting)).toEqual([])
  })
})

describe('given names of great length', () => {
  it.each(['长'.repeat(5000), 'W'.repeat(5000), '𠮷'.repeat(2000), '\u202e反\u0000字'])(
    'every page is still made',
    async name => {
      const long = agencySite(full => poison(full, name))
      for (const path of fullPaths) expect((await long.app.request(`/a/swj${path}`)).status).toBe(200)
    },
  )

  it('a file to download still has a name that can be saved', async () => {
    const long = agencySite(full => poison(full, '长/"\r\n'.repeat(500)))
    const answer = await long.app.request('/a/swj/data/reports.csv')
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-disposition')?.length).toBeLessThan(2000)
  })
})
