import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { idOf } from '../../support/console-api/fake.ts'
import { type OpenBrowser, openBrowser } from '../support/browser.ts'
import { pressOn, tabTo, typeInto } from './keys.ts'
import { visit } from './visitor.ts'

let opened: OpenBrowser

beforeAll(async () => {
  opened = await openBrowser()
})

afterAll(() => opened?.close())

describe('without a mouse', () => {
  it('a request goes from intake to the archive (条例45)', () =>
    visit(opened, {}, async ({ page, site, open }) => {
      await open('/requests')
      await pressOn(page, '登记申请')
      await page.getByRole('heading', { name: '怎样收到的' }).waitFor()
      await typeInto(page, /^姓名/, '王小明')
      await typeInto(page, /^证件号码/, '330102199001011234')
      await typeInto(page, /^联系电话/, '13800001234')
      await typeInto(page, /^通信地址/, '示例县人民路 18 号')
      await typeInto(page, /^政府信息的名称/, '学区划分文件')
      await page.keyboard.press('Enter')
      await page.getByText('K7QP-3MWX-9RTB').first().waitFor()
      await pressOn(page, '打开这件申请')
      await page.getByRole('heading', { name: '学区划分文件', level: 1 }).waitFor()

      await page.keyboard.press('n')
      await page.getByRole('dialog', { name: '分派' }).waitFor()
      await tabTo(page, /^科室/)
      await page.keyboard.press('Enter')
      await page.keyboard.press('ArrowDown')
      await page.keyboard.press('Enter')
      await pressOn(page, '分派')
      await page.getByText('已办理：分派').waitFor()
      await page.getByRole('dialog', { name: '分派' }).waitFor({ state: 'hidden' })

      await page.keyboard.press('n')
      await page.getByRole('heading', { name: '处理决定' }).waitFor()
      await tabTo(page, /^已主动公开/)
      await page.keyboard.press('Space')
      await typeInto(page, /^网址、公报期号或者地点/, '本机关网站政府信息公开专栏')
      await pressOn(page, '保存并提交审批')
      await page.getByText('正在此环节').waitFor()

      for (const stage of ['合法性审核', '保密审查', '工作机构审核', '分管领导签发']) {
        await page.getByText('正在此环节').waitFor()
        if (stage === '保密审查') await pressOn(page, /^可以公开/, 'Space')
        await pressOn(page, /^同意$/)
        await page.locator('.r-chain li', { hasText: stage }).getByText('陈明').waitFor()
      }
      await page.getByText('已签发待送达').waitFor()
      await pressOn(page, /学区划分文件/)
      await page.getByRole('heading', { name: '学区划分文件', level: 1 }).waitFor()

      await page.keyboard.press('n')
      await page.getByRole('dialog', { name: '登记发出' }).waitFor()
      await typeInto(page, /^邮件号码/, 'EMS 5555555555555')
      await page.keyboard.press('Enter')
      await page.getByRole('dialog', { name: '登记发出' }).waitFor({ state: 'hidden' })
      await page.getByText('已答复').first().waitFor()
      await page.keyboard.press('n')
      await page.getByRole('dialog', { name: '归档' }).waitFor()
      await pressOn(page, /^归档$/)
      await page.locator('.r-head').getByText('已归档').waitFor()
      expect(site.state.requests.at(-1)?.state).toBe('archived')
    }))

  it('the rows of the list are gone through with j, k and the arrows, and opened with Enter', () =>
    visit(opened, {}, async ({ page, open }) => {
      await open('/requests?standing=open')
      await page.getByRole('link', { name: '老旧小区改造 2025 年度资金使用情况' }).waitFor()
      await page.keyboard.press('j')
      await page.keyboard.press('j')
      await page.keyboard.press('ArrowDown')
      await page.keyboard.press('k')
      await page.keyboard.press('Enter')
      await page.getByRole('heading', { name: '人民路拓宽工程征收补偿方案', level: 1 }).waitFor()
      expect(new URL(page.url()).searchParams.get('standing')).toBe('open')
    }))

  it('every act of the menu is offered under its stage, and the title has the focus when its form is done', () =>
    visit(opened, {}, async ({ page, open }) => {
      await open(`/requests/${idOf(1001)}`)
      await page.keyboard.press('a')
      const menu = page.getByRole('dialog', { name: '可以办理的事项' })
      await menu.getByRole('heading', { name: '补正、征求意见、延期、收费' }).waitFor()
      await pressOn(page, /^登记检索记录$/)
      const form = page.getByRole('dialog', { name: '登记检索记录' })
      await form.waitFor()
      await typeInto(page, /^检索的系统/, '公文系统')
      await typeInto(page, /^检索词/, '老旧小区')
      await typeInto(page, /^参加检索/, '城建科')
      await page.keyboard.press('Enter')
      await form.waitFor({ state: 'hidden' })
      await page.waitForFunction(() => document.activeElement?.id === 'case-title')
    }))

  it('boxes over a paper are added, moved, sized and removed by keys', () =>
    visit(opened, {}, async ({ page, site, open }) => {
      await open(`/requests/${idOf(1001)}/papers/${idOf(1600)}`)
      await page.getByRole('img', { name: '第 1 页' }).first().waitFor()
      await pressOn(page, '增加遮盖框')
      await page.getByRole('button', { name: '遮盖框 3，200 400 360 430' }).waitFor()
      await page.keyboard.press('ArrowRight')
      await page.keyboard.press('Shift+ArrowDown')
      await page.getByRole('button', { name: '遮盖框 3，204 396 364 430' }).waitFor()
      await page.getByText('共 3 个遮盖框').waitFor()
      await page.keyboard.press('Delete')
      await page.getByText('共 2 个遮盖框').waitFor()
      await pressOn(page, '生成处理后的副本')
      await page.getByText('副本已生成').waitFor()
      const made = site.api.done.find(({ id }) => id === 'requests.redactPaper')
      expect(made?.input.body).toMatchObject({ boxes: [{ page: 1 }, { page: 1 }] })
    }))
})
