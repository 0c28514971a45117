import { describe, expect, test } from 'vitest'
import { renderMarkdown } from './markdown.ts'

const html = (text: string) => renderMarkdown(text).html

describe('given Markdown', () => {
  test('then headings, lists, links and tables are html', () => {
    expect(html('- a\n- **b**')).toBe('<ul>\n<li>a</li>\n<li><strong>b</strong></li>\n</ul>')
    expect(html('| a | b |\n|---|:-:|\n| 1 | 2 |')).toContain('<th align="center">b</th>')
    expect(html('[点](/a/jyj/guide "看")')).toBe('<p><a href="/a/jyj/guide" title="看">点</a></p>')
    expect(html('[点](https://example.gov.cn)')).toBe('<p><a href="https://example.gov.cn" rel="noopener">点</a></p>')
    expect(html('<x@example.gov.cn>')).toContain('href="mailto:x@example.gov.cn"')
  })

  test('then the chief headings are listed with their anchors', () => {
    const { html, outline } = renderMarkdown('# 一 & <b>\n\n## 二\n\n### 小\n')
    expect(outline).toEqual([
      { id: 'part-1', text: '一 & <b>' },
      { id: 'part-2', text: '二' },
    ])
    expect(html).toContain('<h2 id="part-1">一 &amp; &lt;b&gt;</h2>')
    expect(html).toContain('<h3>小</h3>')
  })
})

describe('given what could do harm, then nothing of it is left but text', () => {
  test.each([
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '<a href="javascript:alert(1)">x</a>',
    '<iframe src="https://evil.example"></iframe>',
    '<style>*{}</style>',
    '<svg/onload=alert(1)>',
    'a <b onclick="x()">b</b>',
    '# <script>1</script>',
    '| <script>1</script> |\n|---|\n| <i onmouseover=1> |',
  ])('%s', given => {
    const tags = [...html(given).matchAll(/<\/?([a-z0-9]+)([^>]*)>/g)].map(([, name, rest]) => `${name}${rest}`)
    expect(tags.filter(tag => !/^(?:p|h2(?: id="part-1")?|table|thead|tbody|tr|th|td)$/.test(tag))).toEqual([])
  })

  test.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'java&#10;script:alert(1)',
    'data:text/html,<script>1</script>',
    'vbscript:x',
    'file:///etc/passwd',
    'ftp://example.cn/x',
    '//evil.example/x',
    '&#106;avascript:alert(1)',
  ])('a link to %s leads nowhere', address => {
    expect(html(`[x](<${address}>)`)).not.toMatch(/href="[^"]+"/)
  })

  test('a picture is told in words and loads nothing', () => {
    expect(html('![说明](https://evil.example/a.png)')).toBe('<p><span>说明</span></p>')
  })
})
