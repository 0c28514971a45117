import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { idOf } from '../../support/console-api/fake.ts'
import { type OpenBrowser, openBrowser } from '../support/browser.ts'
import { visit } from './visitor.ts'

let opened: OpenBrowser

beforeAll(async () => {
  opened = await openBrowser()
})

afterAll(() => opened?.close())

describe('the list of requests', () => {
  it('given a tab and a search, keeps both in the address and shows only what fits', () =>
    visit(opened, {}, async ({ page, open }) => {
      await open('/requests')
      await page
        .getByRole('navigation', { name: '按办理情况查看' })
        .getByRole('link', { name: /已超期/ })
        .click()
      await page.getByRole('row', { name: /垃圾焚烧/ }).waitFor()
      await page.getByRole('row', { name: /老旧小区/ }).waitFor({ state: 'hidden' })
      expect(new URL(page.url()).search).toBe('?standing=overdue')
      await page.getByLabel('受理号、名称或申请人全名').fill('没有这样的')
      await page.getByText('没有符合条件的内容').waitFor()
      await page.reload()
      expect(await page.getByLabel('受理号、名称或申请人全名').inputValue()).toBe('没有这样的')
    }))

  it('given a figure of table 三, says which it is and leads back to all', () =>
    visit(opened, {}, async ({ page, open }) => {
      await open('/requests?line=granted')
      await page.getByText('（一）予以公开').waitFor()
      await page.getByRole('link', { name: '不再按年报表格筛选' }).click()
      await page.getByText('（一）予以公开').waitFor({ state: 'hidden' })
    }))

  it('gives its rows as a file, lateness in words', () =>
    visit(opened, {}, async ({ page, open }) => {
      await open('/requests')
      const [file] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: '导出 CSV' }).click(),
      ])
      const text = readFileSync(await file.path(), 'utf8')
      expect(text).toContain('〔2026〕4号')
      expect(text).toContain('已超期 10 个工作日')
    }))

  it('tells how many wait for the day of receipt to be confirmed (条例31)', () =>
    visit(opened, {}, async ({ page, open }) => {
      await open('/requests')
      await page.getByRole('link', { name: '查看待确认' }).click()
      await page.getByRole('row', { name: /人民路拓宽/ }).waitFor()
      expect(await page.getByRole('row').count()).toBe(2)
    }))
})

describe('registering', () => {
  const received = '.r-days'

  it('given post that was signed for, shows the day of the signature as the day of receipt (条例31(2))', () =>
    visit(opened, {}, async ({ page, open }) => {
      await open('/requests/new')
      await page.getByLabel('渠道').click()
      await page.getByTitle('邮寄（签收）').click()
      await page.getByLabel('寄出日期（邮戳）').fill('2026-11-02')
      await page.getByLabel('签收日期').fill('2026-11-04')
      const days = page.locator(received)
      await days.getByText('2026-11-04').waitFor()
      await days.getByText('以行政机关签收之日为收到申请之日').waitFor()
      await days.getByText('2026-12-02').waitFor()
    }))

  it('given an e-mail, says that nothing runs before the day is confirmed (条例31(3))', () =>
    visit(opened, {}, async ({ page, open }) => {
      await open('/requests/new')
      await page.getByLabel('渠道').click()
      await page.getByTitle('电子邮件').first().click()
      await page.locator(received).getByText('以双方确认之日为收到申请之日').waitFor()
      expect(await page.locator(received).getByText('确认后确定').count()).toBe(2)
    }))

  it('given an organisation with an agent, asks for the credit code and both identities, and says what is missing', () =>
    visit(opened, {}, async ({ page, site, open }) => {
      await open('/requests/new')
      await page.getByText('商业企业').click()
      await page.getByLabel('由代理人提出').check()
      await page.getByRole('button', { name: '登记申请' }).click()
      await page.getByText(/处需要修改/).waitFor()
      await page.getByLabel(/^名称/).fill('示例建设有限公司')
      await page.getByLabel('统一社会信用代码').fill('91330100MA00000000')
      await page.getByLabel('法定代表人').fill('李强')
      await page.getByLabel('联系电话').fill('0571-00000009')
      await page.getByLabel('通信地址').fill('示例县工业路 1 号')
      await page.getByLabel('代理人姓名').fill('张敏')
      await page.getByRole('group', { name: '代理人' }).getByLabel('证件号码').fill('330102199202022345')
      await page.getByLabel('代理人电话').fill('13900001234')
      await page.getByLabel('政府信息的名称').fill('招标文件')
      await page.getByRole('button', { name: '登记申请' }).click()
      await page.getByRole('heading', { name: '查询码只显示这一次' }).waitFor()
      const sent = site.api.done.find(({ id }) => id === 'requests.register')?.input.body as {
        applicant: { identityType: string; agent: { name: string } | null }
      }
      expect(sent.applicant.identityType).toBe('credit_code')
      expect(sent.applicant.agent?.name).toBe('张敏')
    }))

  it('given a half filled form that is left, has it back', () =>
    visit(opened, {}, async ({ page, open }) => {
      await open('/requests/new')
      await page.getByLabel('政府信息的名称').fill('只写了一半')
      await page.getByText(/草稿已于/).waitFor()
      await open('/requests')
      await open('/requests/new')
      await page.getByText(/已恢复/).waitFor()
      expect(await page.getByLabel('政府信息的名称').inputValue()).toBe('只写了一半')
    }))
})

describe('one case', () => {
  it('explains its period day by day with the articles (条例33)', () =>
    visit(opened, {}, async ({ page, open }) => {
      await open(`/requests/${idOf(1001)}`)
      await page.getByRole('button', { name: /期限逐日说明/ }).click()
      const table = page.getByRole('dialog').getByRole('row', { name: /2026-11-12/ })
      await table.getByText('征求第三方意见期间不计').waitFor()
      await table.getByText('《政府信息公开条例》第三十二条').waitFor()
    }))

  it('shows the applicant masked, and whole only for a reason', () =>
    visit(opened, {}, async ({ page, site, open }) => {
      await open(`/requests/${idOf(1001)}`)
      expect(await page.getByText('王小明').count()).toBe(0)
      await page.getByRole('button', { name: '查看完整信息' }).click()
      await page.getByRole('dialog').getByLabel('理由（将留痕）').fill('电话核对补正内容')
      await page.getByRole('dialog').getByRole('button', { name: '查看完整信息' }).click()
      await page.getByText('王小明').waitFor()
      const asked = site.api.done.find(({ id }) => id === 'requests.unmask')
      expect(asked?.input.body).toEqual({ reason: '电话核对补正内容' })
    }))

  it('shows the due date before and after an extension while it is typed (条例33)', () =>
    visit(opened, {}, async ({ page, open }) => {
      await open(`/requests/${idOf(1003)}`)
      await page.getByRole('button', { name: '其他办理' }).click()
      await page.getByRole('dialog').getByRole('button', { name: '申请延期' }).click()
      const form = page.getByRole('dialog', { name: '申请延期' })
      await form.getByLabel('理由').fill('需要调阅历史档案')
      await form.getByText('办理前').waitFor()
      await form.getByText('2026-12-01').waitFor()
      await form.getByText('2026-12-29').waitFor()
    }))

  it('given a case somebody else changed meanwhile, says so and keeps what was typed', () =>
    visit(opened, { expected: /status of 409/ }, async ({ page, site, open }) => {
      await open(`/requests/${idOf(1001)}`)
      await page.getByRole('button', { name: '回复督办' }).first().click()
      const form = page.getByRole('dialog', { name: '回复督办' })
      await form.getByLabel('答复内容').fill('正在征求第三方意见')
      const [first] = site.state.requests
      if (first) site.state.requests[0] = { ...first, version: 9 }
      await form.getByRole('button', { name: '回复督办' }).click()
      await form.getByText('已被他人修改').waitFor()
      expect(await form.getByLabel('答复内容').inputValue()).toBe('正在征求第三方意见')
    }))

  it('given a letter not issued yet, lets only the parts be edited that the law leaves open', () =>
    visit(opened, {}, async ({ page, site, open }) => {
      await open(`/requests/${idOf(1001)}`)
      await page.getByRole('button', { name: /查看 .*延期|查看 .*延长/ }).click()
      const letter = page.getByRole('dialog')
      expect(await letter.locator('.r-locked').count()).toBeGreaterThan(2)
      await letter.getByRole('textbox', { name: /^可以修改/ }).fill('因需要征求意见，延长答复期限。')
      await letter.getByRole('button', { name: '保存修改' }).click()
      await page.getByText('文书已修改').waitFor()
      const edited = site.api.done.find(({ id }) => id === 'requests.editLetter')
      expect(edited?.input.body).toEqual({ edits: { reason: '因需要征求意见，延长答复期限。' } })
    }))
})

describe('a day', () => {
  it('given as people write it, is shown year first; what is no day is refused at its place, in one sentence', () =>
    visit(opened, {}, async ({ page, site, open }) => {
      await open(`/requests/${idOf(1001)}?act=withdraw`)
      const form = page.getByRole('dialog', { name: '撤回申请' })
      const day = form.getByLabel('申请人撤回的日期')
      await day.fill('2026/13/40')
      await form.getByRole('button', { name: '撤回申请' }).click()
      await form.getByText(/处需要修改/).waitFor()
      expect(await form.getByText('请写成 2026-11').count()).toBe(1)
      expect(await day.getAttribute('aria-invalid')).toBe('true')
      await day.fill('2026年3月9日')
      await form.getByLabel('说明').focus()
      expect(await day.inputValue()).toBe('2026-03-09')
      await form.getByRole('button', { name: '撤回申请' }).click()
      await form.waitFor({ state: 'hidden' })
      const sent = site.api.done.find(({ id }) => id === 'requests.withdraw')
      expect(sent?.input.body).toMatchObject({ on: '2026-03-09' })
    }))
})

describe('closing otherwise', () => {
  it('offers the grounds of the agency only, and asks for another case where the ground names one', () =>
    visit(opened, {}, async ({ page, site, open }) => {
      await open(`/requests/${idOf(1001)}?act=closeOtherwise`)
      const form = page.getByRole('dialog', { name: '其他处理结案' })
      await form.getByRole('radio').first().waitFor()
      expect(await form.getByRole('radio').count()).toBe(2)
      await form.getByLabel('在同一政府内移送负责的机关').check()
      await form.getByText('接收机关、移送日期和接收凭据').waitFor()
      expect(await form.getByLabel('继续办理的受理号').count()).toBe(0)
      await form.getByLabel('同一份申请经多个渠道重复收到').check()
      await form.getByLabel('查明的情况和凭据').fill('两份为同一份')
      await form.getByLabel('继续办理的受理号').fill('〔2026〕2号')
      await form.getByRole('button', { name: '其他处理结案' }).click()
      await form.waitFor({ state: 'hidden' })
      const sent = site.api.done.find(({ id }) => id === 'requests.closeOtherwise')
      expect(sent?.input.body).toMatchObject({ ground: 'came_in_twice', other: '〔2026〕2号' })
    }))
})

describe('the answer', () => {
  it('given a repeated request, takes the earlier answer from the alike ones by keys (条例36(6))', () =>
    visit(opened, {}, async ({ page, site, open }) => {
      await open(`/requests/${idOf(1001)}/draft`)
      await page.getByRole('radio', { name: /^重复申请/ }).check()
      const earlier = page.getByRole('combobox', { name: '此前申请的受理号或者答复文号' })
      await earlier.focus()
      await page.keyboard.press('ArrowDown')
      await page.getByRole('option', { name: /〔2026〕7号/ }).waitFor({ state: 'attached' })
      await page.keyboard.press('ArrowDown')
      await page.keyboard.press('Enter')
      expect(await earlier.inputValue()).toBe('〔2026〕7号')
      await page.getByRole('button', { name: '保存', exact: true }).click()
      await page.getByText('答复稿已保存').waitFor()
      const sent = site.api.done.find(({ id }) => id === 'requests.saveDraft')
      expect(sent?.input.body).toMatchObject({ earlier: { from: 'case', reference: '〔2026〕7号' } })
    }))

  it('given a partial grant, asks for the parts withheld and follows in the letter; no field for another decision', () =>
    visit(opened, {}, async ({ page, site, open }) => {
      await open(`/requests/${idOf(1001)}/draft`)
      await page.getByRole('radio', { name: /^部分公开/ }).check()
      await page.getByRole('textbox', { name: '附件，或者获取的方式、途径和时间' }).fill('附件随文邮寄')
      expect(await page.getByRole('textbox', { name: '网址、公报期号或者地点' }).count()).toBe(0)
      await page.getByRole('button', { name: '增加一部分' }).click()
      await page.getByLabel('哪一部分').fill('第 4 页报价清单')
      await page.getByLabel('不予公开的情形').click()
      await page.getByTitle('公开会损害第三方合法权益').click()
      await page.getByLabel('属于哪一类').click()
      await page.getByTitle('商业秘密').click()
      await page.getByRole('group', { name: '第 1 部分' }).getByLabel('理由').fill('第三方不同意公开')
      await page
        .getByRole('article', { name: '政府信息公开告知书' })
        .getByRole('textbox', { name: /^可以修改/ })
        .fill('经查，可以部分公开。')
      await page.getByRole('button', { name: '保存', exact: true }).click()
      await page.getByText('答复稿已保存').waitFor()
      const draft = site.state.requests.find(({ id }) => id === idOf(1001))?.draft
      expect(draft?.withheld).toEqual([
        { part: '第 4 页报价清单', exemption: 'E15', kind: 'trade_secret', reason: '第三方不同意公开' },
      ])
      expect(draft?.edits).toEqual({ reason: '经查，可以部分公开。' })
    }))

  it('given a second revision, shows approvers what changed and who approved', () =>
    visit(opened, {}, async ({ page, open }) => {
      await open(`/requests/${idOf(1006)}/draft`)
      await page.locator('.c-diff-come', { hasText: '合同第 4 页报价清单' }).waitFor()
      await page.locator('.r-chain li', { hasText: '保密审查' }).getByText('区分处理后公开').waitFor()
      await page.getByLabel('退回的理由').fill('请补充救济途径')
      await page.getByRole('button', { name: '退回修改' }).click()
      await page.getByText('已办理：退回修改').waitFor()
    }))
})

describe('a paper', () => {
  it('given what the scan found, covers it, more drawn with the mouse, and shows the copy beside the original', () =>
    visit(opened, {}, async ({ page, site, open }) => {
      await open(`/requests/${idOf(1006)}/papers/${idOf(1600)}`)
      const picture = page.getByRole('img', { name: '第 1 页' }).first()
      await picture.waitFor()
      const place = await picture.boundingBox()
      if (!place) throw new Error('no page')
      await page.mouse.move(place.x + 60, place.y + 200)
      await page.mouse.down()
      await page.mouse.move(place.x + 260, place.y + 240)
      await page.mouse.up()
      await page.getByText('以下内容程序读不出文字').waitFor()
      await page.getByText('共 3 个遮盖框').waitFor()
      await page.getByLabel(/^遮盖 姓名/).uncheck()
      await page.getByRole('button', { name: '生成处理后的副本' }).click()
      await page.getByText('副本已生成').waitFor()
      await page.getByRole('heading', { name: '处理后', exact: true }).waitFor()
      await page.getByRole('alert').getByText('张三丰').waitFor()
      const made = site.api.done.find(({ id }) => id === 'requests.redactPaper')
      expect(made?.input.body).toMatchObject({ boxes: [{ page: 1 }, { page: 1 }] })
    }))
})
