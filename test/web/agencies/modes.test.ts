import { describe, expect, it } from 'vitest'
import { agencySite, tagsIn, textOf } from './support.ts'

const { app } = agencySite()
const htmlClass = async (headers: Record<string, string>) =>
  tagsIn(await (await app.request('/a/swj/guide', { headers })).text()).find(t => t.name === 'html')?.attributes.class

describe('the mode', () => {
  it.each(['usual', 'elder', 'accessible'])('%s is remembered when a link asks for it', async mode => {
    const answer = await app.request(`/a/swj/search?q=1&mode=${mode}`)
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/a/swj/search?q=1'])
    expect(answer.headers.get('set-cookie')).toMatch(
      new RegExp(`^mode=${mode}; Max-Age=\\d+; Path=/; HttpOnly; SameSite=Lax$`),
    )
    expect(await htmlClass({ cookie: `mode=${mode}` })).toBe(`portal mode-${mode}`)
  })

  it.each(['', 'x', 'elder"><script>'])('%j is no mode', async mode => {
    const answer = await app.request(`/a/swj/?mode=${encodeURIComponent(mode)}`)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('set-cookie')).toBeNull()
    expect(await htmlClass({ cookie: `mode=${mode.replace(/\W/g, '')}` })).toBe('portal mode-usual')
  })

  it('is offered on every page as plain links that keep its query', async () => {
    const html = await (await app.request('/a/swj/search?q=1')).text()
    for (const mode of ['usual', 'elder', 'accessible'])
      expect(html).toContain(`href="/a/swj/search?q=1&amp;mode=${mode}"`)
  })

  it('holds on the list of agencies too', async () => {
    expect((await app.request('/?mode=elder')).headers.get('location')).toBe('/')
    expect(await (await app.request('/', { headers: { cookie: 'mode=elder' } })).text()).toContain('mode-elder')
  })
})

describe('the language', () => {
  it('is asked for by the address, then remembered', async () => {
    const asked = await app.request('/a/swj/apply?lang=en')
    expect(asked.headers.get('set-cookie')).toContain('lang=en')
    expect(textOf(await asked.text())).toContain('Request information')
    const later = await app.request('/a/swj/apply', { headers: { cookie: 'lang=en' } })
    expect(await later.text()).toMatch(/<html lang="en"/)
  })

  it('given English, then what the agency wrote is marked as Chinese', async () => {
    const html = await (await app.request('/a/swj/guide?lang=en')).text()
    expect(html).toContain('<div class="rendered" lang="zh-CN">')
  })
})
