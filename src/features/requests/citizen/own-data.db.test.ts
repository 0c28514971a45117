import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { refusalOf } from '../../../../test/support/api.ts'
import { type Office, startOffice, zhang } from '../../../../test/support/request-office.ts'
import * as contracts from '../contract/index.ts'

let office: Office
beforeAll(async () => {
  office = await startOffice()
})
afterAll(() => office.close())

const own = (number: string, code: string) =>
  office.as(null)(contracts.applicantData, { params: { agencyId: office.bureau }, body: { number, code } })

describe('one’s own data (个人信息保护法45-47)', () => {
  test('given number and code, then the applicant gets all that is kept, whole, and the record tells only that they did', async () => {
    const paper = { kind: 'application', name: '申请书.txt', file: Buffer.from('我申请').toString('base64') } as const
    const { request, queryCode } = await office.register({ papers: [paper] })
    const { id, number } = request.case
    await office.as(office.who('handler'))(contracts.unmaskRequest, {
      params: { agencyId: office.bureau, requestId: id },
      body: { reason: '电话联系申请人' },
    })
    const data = await own(number, queryCode)
    expect(data).toMatchObject({
      format: 'gongkai.own-data/1',
      number,
      applicant: zhang,
      request: { channel: 'in_person', receivedOn: '2026-03-02', endedOn: null },
      papers: [{ kind: 'application', name: '申请书.txt' }],
      seen: [office.now.toISOString()],
      retention: { years: 10, until: null },
    })
    const last = (await office.events(office.bureau)).at(-1)
    expect(last).toMatchObject({ kind: 'requests.ownData', subject: `request:${id}`, data: {} })
  })

  test('given the case has ended, then it says until when the file is kept', async () => {
    const { request, queryCode } = await office.register()
    const ended = { ground: 'applicant_gone', shown: '公司登记机关的注销证明', other: null } as const
    await office.act(office.who('office_head'), request.case.id, 'closeOtherwise', ended)
    expect((await own(request.case.number, queryCode)).retention).toEqual({ years: 10, until: '2036-12-31' })
  })

  test('given a wrong code, then nothing is told, not even that there is such a request', async () => {
    const { request } = await office.register()
    const wrong = await refusalOf(own(request.case.number, '0000-0000-0000-0000'))
    expect(wrong).toMatchObject({ code: 'unknown_request' })
    expect(await refusalOf(own('〔2026〕99999号', '0000-0000-0000-0000'))).toEqual(wrong)
  })
})
