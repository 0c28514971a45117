import { Hono } from 'hono'
import { describe, expect, test } from 'vitest'
import { pageCache } from './page-cache.ts'

/** A site of pages whose content and version can be changed. */
function site(mostBytes = 10_000, build = 'b1') {
  const content = { version: 1, fail: false, rendered: 0 }
  const cache = pageCache(build, mostBytes)
  const app = new Hono()
  app.get('/:page', c =>
    cache.serve(c, {
      key: `${c.req.path}?${c.req.query('lang')}`,
      version: `v${content.version}`,
      render: async () => {
        content.rendered += 1
        const html = `<p>${c.req.path} ${c.req.query('lang')} ${content.version}</p>`
        await Promise.resolve()
        if (content.fail) throw new Error('a fault')
        return html
      },
    }),
  )
  app.onError((_, c) => c.text('', 500))
  const get = async (path: string, tag?: string) => {
    const answer = await app.request(path, tag === undefined ? {} : { headers: { 'if-none-match': tag } })
    return { status: answer.status, tag: answer.headers.get('etag') ?? '', html: await answer.text(), answer }
  }
  return { content, get }
}

describe('pages kept by the version of their content', () => {
  test('given the same version, then a page is set once, also for many at once', async () => {
    const { content, get } = site()
    const all = await Promise.all(Array.from({ length: 20 }, () => get('/a?lang=zh')))
    expect(new Set(all.map(({ html }) => html))).toEqual(new Set(['<p>/a zh 1</p>']))
    expect(content.rendered).toBe(1)
  })

  test('given a browser that has it, then 304, without a word, even after the cache is full', async () => {
    const { content, get } = site(0)
    const { tag, answer } = await get('/a')
    expect(answer.headers.get('cache-control')).toBe('no-cache')
    expect(answer.headers.get('content-type')).toContain('text/html')
    for (const header of [tag, `W/${tag}`, `"other", ${tag}`, '*']) {
      expect(await get('/a', header)).toMatchObject({ status: 304, html: '', tag })
    }
    expect(content.rendered).toBe(1)
    expect(await get('/a', '"other"')).toMatchObject({ status: 200 })
  })

  test('given new content, then everybody gets it at once, and the old tag holds no more', async () => {
    const { content, get } = site()
    const { tag } = await get('/a')
    content.version = 2
    expect(await get('/a', tag)).toMatchObject({ status: 200, html: expect.stringContaining(' 2</p>') })
    content.version = 1
    expect(await get('/a', tag)).toMatchObject({ status: 304 })
  })

  test('given another language or another build, then it is another page', async () => {
    const { get } = site()
    const { tag } = await get('/a?lang=zh')
    expect(await get('/a?lang=en', tag)).toMatchObject({ status: 200, html: '<p>/a en 1</p>' })
    expect((await site(1000, 'b2').get('/a?lang=zh')).tag).not.toBe(tag)
  })

  test('given more pages than fit, then those asked for longest ago are set anew', async () => {
    const page = '<p>/a undefined 1</p>'
    const { content, get } = site(2 * page.length)
    for (const path of ['/a', '/b', '/a', '/c', '/a']) await get(path)
    expect(content.rendered).toBe(3)
    await get('/b')
    expect(content.rendered).toBe(4)
  })

  test('given a page that fails, then the failure is not kept', async () => {
    const { content, get } = site()
    content.fail = true
    expect(await get('/a')).toMatchObject({ status: 500, tag: '' })
    content.fail = false
    expect((await get('/a')).status).toBe(200)
  })
})
