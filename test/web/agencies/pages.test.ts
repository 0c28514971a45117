import { describe, expect, it } from 'vitest'
import { catalogueColumns } from '../../../src/law/catalogue.ts'
import { requiredRules } from '../../../src/law/rules.ts'
import { textAt } from '../support.ts'
import { agencySite, fullPaths, metaOf, pagePaths, reportIds, tagsIn, textOf } from './support.ts'

const { app } = agencySite()
const every = [...fullPaths.map(path => `/a/swj${path}`), ...pagePaths.map(path => `/a/kbz${path}`), '/']

describe.each(every)('the page %s', path => {
  it('is one document with one chief heading, in its language and mode', async () => {
    const answer = await app.request(path)
    expect(answer.status).toBe(200)
    const tags = tagsIn(await answer.text())
    expect(tags.filter(tag => tag.name === 'h1')).toHaveLength(1)
    expect(tags.find(tag => tag.name === 'html')?.attributes).toEqual({ lang: 'zh-CN', class: 'portal mode-usual' })
    expect(tags.filter(tag => tag.name === 'main')).toHaveLength(1)
  })

  it('needs no script, no inline style and nothing from elsewhere', async () => {
    const answer = await app.request(path)
    const tags = tagsIn(await answer.text())
    expect(tags.filter(tag => ['script', 'style', 'iframe', 'object', 'img', 'base'].includes(tag.name))).toEqual([])
    const attributes = tags.flatMap(tag => Object.entries(tag.attributes))
    expect(attributes.filter(([name]) => name === 'style' || name.startsWith('on'))).toEqual([])
    const loaded = tags.filter(tag => tag.name === 'link' && tag.attributes.rel === 'stylesheet')
    expect(loaded.map(tag => tag.attributes.href?.startsWith('/assets/'))).toEqual([true])
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'; script-src 'self'")
  })

  it('has no anchor twice, and no label without its field', async () => {
    const tags = tagsIn(await textAt(app, path))
    const ids = tags.flatMap(tag => tag.attributes.id ?? [])
    expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([])
    const wanted = tags.flatMap(tag => tag.attributes.for ?? tag.attributes['aria-labelledby'] ?? [])
    expect(wanted.filter(id => !ids.includes(id))).toEqual([])
  })

  it('is there in English too', async () => {
    const html = await textAt(app, `${path}${path.includes('?') ? '&' : '?'}lang=en`)
    expect(html).toMatch(/<html lang="en"/)
  })
})

describe('every link within the site', () => {
  it('leads to something', async () => {
    const pages = await Promise.all(every.map(path => textAt(app, path)))
    const links = new Set(pages.flatMap(html => tagsIn(html).flatMap(tag => tag.attributes.href ?? [])))
    const own = [...links].filter(href => href.startsWith('/') && !href.startsWith('/assets/'))
    expect(own.length).toBeGreaterThan(60)
    const dead: string[] = []
    for (const href of own) {
      const { status } = await app.request(href)
      if (![200, 301, 303].includes(status)) dead.push(`${status} ${href}`)
    }
    expect(dead).toEqual([])
  })
})

describe('the head', () => {
  it('carries the tags of site, column and article', async () => {
    const guide = metaOf(await textAt(app, '/a/swj/guide'))
    expect(guide).toMatchObject({
      SiteName: '示例市水务局',
      SiteDomain: 'localhost',
      SiteIDCode: '0000000016',
      ColumnName: '政府信息公开指南',
      ColumnType: '政府信息公开',
      ArticleTitle: '示例市水务局政府信息公开指南',
      PubDate: '2026-03-02 09:30',
      ContentSource: '示例市水务局',
    })
    expect(guide.ColumnKeywords).toContain('政府信息公开指南')
    expect(guide.ColumnDescription).not.toBe('')
  })

  it('given no site code and no article, leaves their tags out', async () => {
    const meta = metaOf(await textAt(app, '/a/kbz/rules'))
    expect(Object.keys(meta)).not.toContain('SiteIDCode')
    expect(Object.keys(meta)).not.toContain('ArticleTitle')
    expect(meta.ColumnName).toBe('政府信息公开制度')
  })
})

describe('the frame', () => {
  it('has the five entries, one search field and one button to apply', async () => {
    const html = await textAt(app, '/a/swj/rules/review')
    for (const path of ['guide', 'rules', 'catalogue', 'reports', 'apply'])
      expect(html).toContain(`href="/a/swj/${path}"`)
    expect(html.match(/type="search"/g)).toHaveLength(1)
    expect(html.match(/class="button button-primary"/g)).toHaveLength(1)
    expect(html).toMatch(/<a href="\/a\/swj\/rules" aria-current="true">/)
  })

  it('prints at the foot what a government site must', async () => {
    const text = textOf(await textAt(app, '/a/swj/'))
    for (const word of ['主办单位', '0000-1234567', '网站标识码', '0000000016', '示ICP备', '示公网安备', '网站地图'])
      expect(text).toContain(word)
    expect(text).toContain('我为政府网站找错')
  })

  it('leads to the address for mistakes where one is set, else to the page contact', async () => {
    expect(await textAt(app, '/a/kbz/')).toContain('href="https://mend.example.gov.cn/?site=0"')
    expect(await textAt(app, '/a/swj/')).toContain('href="/a/swj/contact#mend"')
  })

  it('given something else than an address of the web for mistakes, then it is not linked', async () => {
    const site = agencySite(full => {
      full.agency = { ...full.agency, notices: { ...full.agency.notices, mend: 'javascript:alert(1)' } }
    })
    const html = await textAt(site.app, '/a/swj/')
    expect(html).not.toContain('javascript:')
    expect(html).toContain('href="/a/swj/contact#mend"')
  })

  it('says where one is', async () => {
    const html = await textAt(app, '/a/swj/rules/review')
    const crumbs = /<nav class="portal-crumbs".*?<\/nav>/.exec(html)?.[0] ?? ''
    expect(textOf(crumbs)).toBe('首页政府信息公开制度政府信息公开审查制度')
  })
})

describe('given an agency that has published nothing', () => {
  it.each([
    ['/a/kbz/', ['尚未发布指南', '尚未发布制度', '尚未在这里发布年度报告']],
    ['/a/kbz/guide', ['应当公布本机关的政府信息公开指南', '联系我们']],
    ['/a/kbz/rules', Object.values(requiredRules).map(({ title }) => title.zh)],
    ['/a/kbz/catalogue', Object.values(catalogueColumns).map(({ label }) => label.zh)],
    ['/a/kbz/catalogue/budget', ['本栏目尚无内容', '《政府信息公开条例》第二十条第（七）项']],
    ['/a/kbz/reports', ['1月31日', '3月31日']],
  ])('%s says what belongs there', async (path, words) => {
    const text = textOf(await textAt(app, path))
    for (const word of words) expect(text).toContain(word)
  })
})

describe('the parts', () => {
  it('the guide shows its version and day, and its contents in front', async () => {
    const html = await textAt(app, '/a/swj/guide')
    expect(textOf(html)).toContain('发布日期：2026-03-02第 3 版来源：示例市水务局')
    expect(html).toContain('<a href="#part-1">一、信息的分类和编排</a>')
    expect(html).toContain('<h2 id="part-1">')
  })

  it('the guide leads to its published versions, with their days and the one in force marked', async () => {
    expect(await textAt(app, '/a/swj/guide')).toContain('href="/a/swj/guide/versions"')
    const html = await textAt(app, '/a/swj/guide/versions')
    const text = textOf(html)
    expect(text).toMatch(/第 3 版.*现行.*2026-03-02.*第 1 版.*2024-03-01/)
    expect(text.match(/现行(?!版)/g)).toHaveLength(1)
    for (const n of [3, 1]) expect(html).toContain(`href="/a/swj/guide/versions/${n}"`)
    expect(await textAt(app, '/a/swj/map')).toContain('href="/a/swj/guide/versions"')
  })

  it('an earlier version says so, leads to the one in force, and is kept from search engines', async () => {
    const html = await textAt(app, '/a/swj/guide/versions/1')
    expect(textOf(html)).toContain('旧的联系方式')
    expect(textOf(html)).toContain('不是现行版')
    expect(html).toContain('name="robots"')
    expect(textOf(await textAt(app, '/a/swj/guide/versions/3'))).toContain('这是现行的版本')
    expect(textOf(await textAt(app, '/a/swj/guide/versions/1?lang=en'))).toContain('not the one in force')
  })

  it('a rule shows its tables and safe links', async () => {
    const html = await textAt(app, '/a/swj/rules/review')
    expect(html).toContain('<td>区分后公开</td>')
    expect(html).toContain('<a href="https://www.gov.cn/" rel="noopener">')
  })

  it('a report shows the statutory tables, what the check found, and its files', async () => {
    const html = await textAt(app, `/a/swj/reports/${reportIds[1]}`)
    expect(html).toContain('id="cell-requests.unavailable.not_held.total"')
    expect(html).toContain('id="finding-1"')
    expect(textOf(html)).toContain('2 处错误')
    expect(textOf(html)).toContain('已与 2022 年报告核对年度衔接')
    for (const format of ['docx', 'pdf', 'xlsx', 'csv', 'json'])
      expect(html).toContain(`href="/a/swj/reports/${reportIds[1]}/${format}"`)
  })

  it('a sound report says so', async () => {
    expect(textOf(await textAt(app, `/a/swj/reports/${reportIds[0]}`))).toContain('未发现差错')
  })

  it('the organisation shows sections and who serves today, not who has left', async () => {
    const text = textOf(await textAt(app, '/a/swj/catalogue/organisation'))
    for (const word of ['水资源科', '张某', '李某']) expect(text).toContain(word)
    expect(text).not.toContain('王某')
  })

  it('how to apply names the channels that are open, the periods and the blank form', async () => {
    const text = textOf(await textAt(app, '/a/swj/apply'))
    for (const word of ['当面提交', '传真', 'swj@example.gov.cn', '20 个工作日', '不需要说明用途'])
      expect(text).toContain(word)
    expect(text).toContain('查询已提交的申请')
    expect(text).not.toContain('网上申请')
    const town = textOf(await textAt(app, '/a/kbz/apply'))
    expect(town).toContain('邮寄')
    expect(town).not.toContain('传真')
  })

  it('the blank form asks for what the law needs, for the kind of organisation, and for no purpose', async () => {
    const text = textOf(await textAt(app, '/a/swj/apply/form'))
    for (const word of [
      '证件号码 *',
      '统一社会信用代码 *',
      '社会公益组织',
      '特征描述 *',
      '希望得到的途径 *',
      '代理人证件号码 *',
    ])
      expect(text).toContain(word)
    expect(text).toContain('不需要说明用途')
    expect(text).not.toMatch(/用途 ?\*/)
  })

  it('contact tells everything of the office, and who takes complaints', async () => {
    const text = textOf(await textAt(app, '/a/swj/contact'))
    for (const word of ['示例市清河路8号', '0000-1234568', '000000', '示例市人民政府办公室（电话 0000-7654321）'])
      expect(text).toContain(word)
  })
})

describe('the search', () => {
  it('finds titles before texts, marks the words, and keeps what was typed', async () => {
    const html = await textAt(app, `/a/swj/search?q=${encodeURIComponent('保密审查')}`)
    expect(html).toContain('<mark>保密审查</mark>')
    expect(html).toContain('value="保密审查"')
    expect(textOf(html)).toContain('找到 1 项')
  })

  it('takes several words, in full or half width, in any case', async () => {
    expect(textOf(await textAt(app, '/a/swj/search?q=２０２３ 年度报告'))).toContain('找到 1 项')
    expect(textOf(await textAt(app, '/a/swj/search?q=SWJ@Example'))).toContain('找到 2 项')
  })

  it('given nothing found, shows other ways', async () => {
    const html = await textAt(app, '/a/swj/search?q=没有的词')
    expect(textOf(html)).toContain('没有找到“没有的词”')
    expect(html).toContain('href="/a/swj/map"')
  })

  it.each(['', '   ', '.*', '[', '\\', '(a+)+$', '%00', 'x'.repeat(3000)])('survives %j', async q => {
    expect((await app.request(`/a/swj/search?q=${encodeURIComponent(q)}`)).status).toBe(200)
  })
})
