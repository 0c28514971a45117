import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Api, refusalOf, startApi } from '../../../test/support/api.ts'
import { type County, enterCounty } from '../../../test/support/county.ts'
import type { RoleId } from '../../domain/people/roles.ts'
import { notification } from '../../kit/schema/desk.ts'
import { agencyRoutes } from './api.ts'
import * as contracts from './contract.ts'

let api: Api
let at: County
beforeAll(async () => {
  api = await startApi(agencyRoutes, new Date('2026-03-02T02:00:00Z'))
  at = await enterCounty(api.database, [['drafter'], ['office_head'], ['reviewer'], ['system_admin']])
})
afterAll(() => api.close())

const as = (role: RoleId) => api.as(at.person(at.bureau, role))
let known = 0
/** Who has been told what since this was last asked. */
async function news(): Promise<string[]> {
  const rows = await api.database.transaction('installation', tx => tx.select().from(notification))
  const roles: RoleId[] = ['drafter', 'office_head', 'reviewer', 'system_admin']
  const added = rows.slice(known)
  known = rows.length
  const told = added.map(({ accountId, title }) => {
    const who = roles.find(role => at.person(at.bureau, role).accountId === accountId)
    return `${who}: ${(title as { zh: string }).zh}`
  })
  return told.sort()
}
const params = () => ({ agencyId: at.bureau })
const body = (title: string) => ({ title, body: '内容' })

describe('who is told of a page', () => {
  test('given a page written, saved, published and taken down, then each is told who waits for it or wrote it', async () => {
    const { id } = await as('drafter')(contracts.addDocument, {
      params: params(),
      body: { kind: 'page', slug: 'gz', ...body('工作规则') },
    })
    expect(await news()).toEqual(['office_head: 页面“工作规则”等待发布', 'reviewer: 页面“工作规则”等待发布'])

    const documentParams = { ...params(), documentId: id }
    await as('office_head')(contracts.saveDocument, { params: documentParams, body: { base: 1, ...body('新规则') } })
    expect(await news()).toEqual(['reviewer: 页面“新规则”等待发布'])

    const publish = (role: RoleId, version: number | null) =>
      as(role)(contracts.publishDocument, { params: documentParams, body: { version } })
    await publish('reviewer', 2)
    expect(await news()).toEqual(['office_head: 页面“新规则”第 2 版已发布'])
    await publish('reviewer', 2)
    expect(await news()).toEqual([])
    await publish('office_head', null)
    expect(await news()).toEqual([])
    await publish('reviewer', 1)
    expect(await news()).toEqual(['drafter: 页面“工作规则”第 1 版已发布'])
    await publish('reviewer', null)
    expect(await news()).toEqual(['drafter: 页面“工作规则”已撤下'])
  })

  test('given a version that is refused, then nobody is told', async () => {
    const { items } = await as('drafter')(contracts.listDocuments, { params: params() })
    const saving = as('drafter')(contracts.saveDocument, {
      params: { ...params(), documentId: items[0]?.id ?? '' },
      body: { base: 1, ...body('晚了一步') },
    })
    expect((await refusalOf(saving)).status).toBe(409)
    expect(await news()).toEqual([])
  })
})
