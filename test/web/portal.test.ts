import { describe, expect, it } from 'vitest'
import type { Report } from '../../src/domain/report/report.ts'
import { samples } from '../../src/features/reports/samples.ts'
import { formWith, testSite, textAt, uploaded } from './support.ts'

const [sound, slips, old] = samples.map(sample => sample.report)
if (!sound || !slips || !old) throw new Error('samples')
const file = (report: Report, name = 'a.json') => [name, JSON.stringify(report)] as const

describe('without scripts', () => {
  it('the first page offers a plain upload form and the samples', async () => {
    const page = await textAt(testSite().app, '/reports/check')
    expect(page).toMatch(/<form[^>]* action="\/reports\/check" encType="multipart\/form-data" method="post"/)
    expect(page).toMatch(/<input[^>]* type="file"[^>]* multiple=""[^>]* name="files"/)
    expect(page).toContain('action="/reports/samples"')
  })

  it('the root leads to the page', async () => {
    const answer = await testSite().app.request('/')
    expect([answer.status, answer.headers.get('location')]).toEqual([302, '/reports/check'])
  })

  it('one report leads to its own page, with findings linked to cells and back', async () => {
    const { app } = testSite()
    const place = await uploaded(app, [file(slips)])
    expect(place).toBe('/reports/visits/visit-1/1')
    const page = await textAt(app, place)
    expect(page).toContain('示例市水务局 2023年')
    expect(page).toContain('href="#cell-requests.unavailable.not_held.total"')
    expect(page).toContain('id="cell-requests.unavailable.not_held.total"')
    expect(page).toContain('href="#finding-1"')
    expect(page).toContain('id="finding-1"')
  })

  it('many files lead to the overview: a bad one says why, the others are unharmed', async () => {
    const { app } = testSite()
    const place = await uploaded(app, [
      file(sound, 'good.json'),
      ['bad.jpg', '\u{fffd}JFIF'],
      file(slips, 'slips.json'),
    ])
    expect(place).toBe('/reports/visits/visit-1')
    const page = await textAt(app, place)
    expect(page).toContain('共 2 份报告，1 份有错误；1 个文件未能核查。')
    expect(page).toContain('认不出这个文件的格式')
    expect(page).toContain('bad.jpg')
    expect(page).toContain('slips.json')
  })

  it('the samples give three reports', async () => {
    const { app } = testSite()
    const answer = await app.request('/reports/samples', { method: 'POST' })
    expect(answer.status).toBe(303)
    const page = await textAt(app, answer.headers.get('location') ?? '')
    expect(page).toContain('共 3 份报告，2 份有错误。')
  })

  it('no file chosen says so', async () => {
    const answer = await testSite().app.request('/reports/check', formWith([]))
    expect(answer.status).toBe(400)
    expect(await answer.text()).toContain('请先选择要核查的文件')
  })

  it('a body that is no form says so too', async () => {
    const answer = await testSite().app.request('/reports/check', { method: 'POST', body: 'x' })
    expect(answer.status).toBe(400)
  })

  it('too large an upload names the limits', async () => {
    const answer = await testSite().app.request('/reports/check', formWith([['big', 'x'.repeat(200_000)]]))
    expect(answer.status).toBe(413)
    expect(await answer.text()).toContain('请分几次上传')
  })

  it('a visit that is full keeps what it has and says so', async () => {
    const { app } = testSite({ visitBytes: 5_000 })
    const place = await uploaded(app, [file(sound, '1'), file(slips, '2'), file(old, '3'), file(sound, '4')])
    expect(place).toBe('/reports/visits/visit-1?full=1')
    const page = await textAt(app, place)
    expect(page).toContain('已到上限')
    expect(page).toContain('href="/reports/visits/visit-1/1"')
  })
})

describe('a report page', () => {
  it('shows the published figure and beside it the computed one, on request only', async () => {
    const { app } = testSite()
    const place = await uploaded(app, [file(slips)])
    const cell = /id="cell-requests\.unavailable\.not_held\.total".*?<\/td>/s
    const published = cell.exec(await textAt(app, place))?.[0]
    const computed = cell.exec(await textAt(app, `${place}?view=computed`))?.[0]
    expect(published).toContain('<span class="cell-text">2</span>')
    expect(published).not.toContain('算得')
    expect(computed).toContain('<span class="cell-text">2</span>')
    expect(computed).toContain('算得 3')
  })

  it('shows raw text and place of every cell on request', async () => {
    const { app } = testSite()
    const at = { ...slips.cells['requests.new.total'], raw: ' 17 ', kind: 'number', at: { line: 88 } } as const
    const place = await uploaded(app, [file({ ...slips, cells: { ...slips.cells, 'requests.new.total': at } })])
    const page = await textAt(app, `${place}?view=places`)
    expect(page).toContain('第88行')
    expect(page).toContain('原文“ 17 ”')
  })

  it('checks the chain of years when last year came along', async () => {
    const { app } = testSite()
    const place = await uploaded(app, [file(sound), file(slips)])
    const page = await textAt(app, `${place}/2`)
    expect(page).toContain('已与同批上传的 2022 年报告核对年度衔接')
    expect(page).toContain('id="finding-3"')
    const alone = await textAt(app, await uploaded(app, [file(slips)]))
    expect(alone).toContain('同时上传 2022 年报告')
  })

  it('leads on to the next report and back, the worst first', async () => {
    const { app } = testSite()
    const place = await uploaded(app, [file(sound), ['bad', 'x'], file(slips)])
    const worst = await textAt(app, `${place}/3`)
    expect(worst).toContain(`href="${place}/1" rel="next"`)
    expect(worst).not.toContain('rel="prev"')
    expect(await textAt(app, `${place}/1`)).toContain(`href="${place}/3" rel="prev"`)
  })

  it('of a failed file leads to its line in the overview', async () => {
    const { app } = testSite()
    const place = await uploaded(app, [file(sound), ['bad', 'x']])
    expect((await app.request(`${place}/2`)).headers.get('location')).toBe(`${place}#file-2`)
  })

  it('is not found where the visit has no such file', async () => {
    const { app } = testSite()
    await uploaded(app, [file(sound), file(slips)])
    expect((await app.request('/reports/visits/visit-1/9')).status).toBe(404)
  })

  it('escapes whatever the file says', async () => {
    const { app } = testSite()
    const evil = '<script>alert(1)</script>'
    const place = await uploaded(app, [
      [
        `${evil}.json`,
        JSON.stringify({ ...slips, agency: evil, title: evil, sections: { ...slips.sections, other: evil } }),
      ],
    ])
    const page = await textAt(app, place)
    expect(page).not.toContain('<script>alert')
    expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
  })

  it('makes marks that steer the screen visible in a file name', async () => {
    const { app } = testSite()
    await uploaded(app, [[`a\u202egpj.exe\u0007`, JSON.stringify(sound)], file(slips)])
    const page = await textAt(app, '/reports/visits/visit-1')
    expect(page).toContain('a\ufffdgpj.exe\ufffd')
  })
})

describe('the overview', () => {
  it('sorts by errors first, and by what the address says', async () => {
    const { app } = testSite()
    const place = await uploaded(app, [file(sound, 'sound'), file(slips, 'slips'), file(old, 'old')])
    const order = (page: string) => [...page.matchAll(/class="c-file">(\w+)</g)].map(m => m[1])
    expect(order(await textAt(app, place))).toEqual(['slips', 'old', 'sound'])
    expect(order(await textAt(app, `${place}?sort=year`))).toEqual(['old', 'sound', 'slips'])
  })

  it('filters by outcome and by words', async () => {
    const { app } = testSite()
    const place = await uploaded(app, [file(sound, 'sound'), file(old, 'old'), ['bad', 'x']])
    const shown = async (query: string) =>
      [...(await textAt(app, `${place}?${query}`)).matchAll(/class="c-file">(\w+)</g)].map(m => m[1])
    expect(await shown('show=clean')).toEqual(['sound'])
    expect(await shown('show=failed')).toEqual(['bad'])
    expect(await shown('q=教育局')).toEqual(['old'])
    expect(await textAt(app, `${place}?q=nothing`)).toContain('没有符合条件的文件')
  })

  it('is cut into pages of a hundred', async () => {
    const { app } = testSite()
    const files = Array.from({ length: 120 }, (_, i) => [`bad${i}`, 'x'] as const)
    const place = await uploaded(app, files)
    const rows = async (query: string) => (await textAt(app, place + query)).match(/class="c-file"/g)?.length
    expect(await rows('')).toBe(101)
    expect(await rows('?page=2')).toBe(21)
    expect(await textAt(app, place)).toContain('第 1 页，共 2 页')
  })
})

describe('what was uploaded', () => {
  it('is gone an hour after it was last seen, and the page says how to repeat', async () => {
    const { app, clock } = testSite()
    const place = await uploaded(app, [file(sound)])
    clock.ms += 61 * 60_000
    const answer = await app.request(place)
    expect(answer.status).toBe(410)
    const page = await answer.text()
    expect(page).toContain('只保留到最后一次查看后 60 分钟')
    expect(page).toContain('重新上传原来的文件')
  })

  it('is gone at once when discarded', async () => {
    const { app } = testSite()
    const place = await uploaded(app, [file(sound)])
    const answer = await app.request('/reports/visits/visit-1/discard', { method: 'POST' })
    expect(answer.headers.get('location')).toBe('/reports/discarded')
    expect(await textAt(app, '/reports/discarded')).toContain('已从内存中清除')
    expect((await app.request(place)).status).toBe(410)
  })

  it('is not found under a guessed name', async () => {
    expect((await testSite().app.request('/reports/visits/guess')).status).toBe(404)
  })
})
