import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { refusalOf } from '../../../../test/support/api.ts'
import { type Office, startOffice, wanted, zhang } from '../../../../test/support/request-office.ts'
import { DAY } from '../../../domain/kernel/instant.ts'
import { applicationDraft } from '../../../kit/schema/requests.ts'
import type { Application, CitizenDesk } from '../citizen.ts'
import * as contracts from '../contract/index.ts'
import { citizenDesk } from './desk.ts'

let office: Office
let desk: CitizenDesk
beforeAll(async () => {
  office = await startOffice()
  desk = citizenDesk(office.services)
  await office.set('channel.online', true)
})
afterAll(() => office.close())
beforeEach(() => {
  office.now = new Date('2026-03-02T02:00:00Z')
})

const application: Application = { kind: 'request', applicant: zhang, wanted, papers: [] }
let count = 0
const from = (address = '198.51.100.7') => ({ address, key: `key-of-a-form-${++count}` })
const apply = async (changes: Partial<Application> = {}, origin = from(`203.0.113.${count % 250}`)) => {
  const applied = await desk.apply(office.bureau, { ...application, ...changes }, origin)
  if (!applied.ok) throw new Error(applied.refusal.says.en)
  return applied.value
}

describe('applying online (条例27, 29, 31)', () => {
  test('given an application, then it waits for confirmation, and the receipt says why', async () => {
    const receipt = await apply()
    expect(receipt).toMatchObject({ receivedOn: null, due: null })
    expect(receipt.stillNeeded?.zh).toContain('确认')
    expect(receipt.queryCode.replaceAll('-', '')).toMatch(/^[0-9A-HJKMNP-TV-Z]{12,}$/)
  })

  test('given the guide says that the receipt confirms, then it is received that day, and due is told', async () => {
    await office.set('request.receiptConfirms', true)
    const receipt = await apply()
    await office.set('request.receiptConfirms', false)
    expect(receipt).toMatchObject({ receivedOn: '2026-03-02', due: '2026-03-30', stillNeeded: null })
  })

  test('given the same form sent ten times at once, then there is one request and one receipt', async () => {
    const origin = from('203.0.113.251')
    const receipts = await Promise.all(Array.from({ length: 10 }, () => apply({}, origin)))
    expect(new Set(receipts.map(receipt => JSON.stringify(receipt))).size).toBe(1)
  })

  test('given what the law asks for is missing, then every place is told at once', async () => {
    const applicant = { ...zhang, identityNumber: '', phone: '' }
    const refused = await desk.apply(office.bureau, { ...application, applicant }, from('203.0.113.252'))
    expect(refused.ok ? [] : 'all' in refused ? refused.all.map(({ at }) => at) : []).toEqual([
      'applicant.identityNumber',
      'applicant.phone',
    ])
  })

  test('given a paper that is a program, then it is told at its place and nothing is kept', async () => {
    const bytes = Buffer.from('#!/bin/sh\nrm -rf /')
    const papers = [{ kind: 'identity', name: '身份证.pdf', bytes }] as const
    const refused = await desk.apply(office.bureau, { ...application, papers }, from('203.0.113.253'))
    expect(refused).toMatchObject({ ok: false, refusal: { code: 'upload_active', at: 'papers.0.file' } })
  })

  test('given an agency that has not opened the channel, then the other ways are named', async () => {
    const refused = await desk.apply(office.at.town, application, from())
    expect(refused).toMatchObject({ ok: false, refusal: { code: 'channel_closed' } })
  })

  test('given too many from one address, then the next is told to wait', async () => {
    const origins = Array.from({ length: 31 }, () => from('192.0.2.200'))
    const told = []
    for (const origin of origins) told.push(await desk.apply(office.at.town, application, origin))
    expect(told.at(-1)).toMatchObject({ ok: false, refusal: { code: 'too_often' } })
  })
})

describe('following', () => {
  test('given number and code however typed, then the applicant sees the case, masked', async () => {
    const { number, queryCode } = await apply()
    const typed = queryCode.toLowerCase().replaceAll('-', ' ')
    const tracked = await desk.track(office.bureau, { number: ` ${number} `, code: typed }, from())
    expect(tracked).toMatchObject({
      ok: true,
      value: { number, state: 'arrived', applicant: { name: '张**', phone: '139****0001' }, mayWithdraw: true },
    })
  })

  test('given an unknown number and given a wrong code, then the answers are the same', async () => {
    const { number } = await apply()
    const wrong = await desk.track(office.bureau, { number, code: '0000-0000-0000-0000' }, from())
    const unknown = await desk.track(office.bureau, { number: '〔2026〕99999号', code: '0000-0000-0000-0000' }, from())
    expect(wrong).toEqual(unknown)
    expect(wrong).toMatchObject({ ok: false, refusal: { code: 'unknown_request' } })
    const { number: other, queryCode } = await apply()
    expect(other).not.toBe(number)
    expect(await desk.track(office.bureau, { number, code: queryCode }, from())).toEqual(wrong)
  })

  test('given a number tried over and over from many addresses, then it is told to wait', async () => {
    const told = []
    for (let n = 0; n < 61; n++)
      told.push(await desk.track(office.bureau, { number: '〔2026〕88888号', code: 'X' }, from(`10.0.0.${n}`)))
    expect(told.at(-1)).toMatchObject({ ok: false, refusal: { code: 'too_often' } })
  })

  test('given the same acts by JSON, then they meet the same rules', async () => {
    const params = { agencyId: office.bureau }
    const visitor = office.as(null)
    const receipt = await visitor(contracts.applyForRequest, { params, body: { ...application, papers: [] } })
    const who = { number: receipt.number, code: receipt.queryCode }
    expect(await visitor(contracts.trackRequest, { params, body: who })).toMatchObject({ number: receipt.number })
    const act = { act: 'withdraw', reason: '不再需要' } as const
    expect(await visitor(contracts.applicantAct, { params, body: { ...who, act } })).toMatchObject({ state: 'closed' })
    const wrong = visitor(contracts.trackRequest, { params, body: { ...who, code: 'X' } })
    expect(await refusalOf(wrong)).toMatchObject({ code: 'unknown_request' })
  })

  test('given a new address and telephone, then they are kept, and the record says only that they changed', async () => {
    const { number, queryCode: code } = await apply()
    const act = { act: 'changeContact', phone: '13500009999', email: null, address: '示例县新街2号' } as const
    const after = await desk.act(office.bureau, { number, code }, act, from())
    expect(after).toMatchObject({ ok: true, value: { applicant: { phone: '135****9999' } } })
    const last = (await office.events(office.bureau)).at(-1)
    expect(last).toMatchObject({ kind: 'requests.changeContact', actor: 'applicant', data: {} })
  })
})

describe('a form half filled', () => {
  test('given a draft, then it is sealed, found by its name alone, and forgotten after thirty days', async () => {
    const kept = await desk.keepDraft(office.bureau, null, { title: '校舍安全鉴定' }, from())
    const name = kept.ok ? kept.value : ''
    expect(await desk.draft(office.bureau, name)).toEqual({ title: '校舍安全鉴定' })
    expect(await desk.draft(office.bureau, `${name}x`)).toBeNull()
    const rows = await office.database.transaction('installation', tx => tx.select().from(applicationDraft))
    expect(JSON.stringify(rows)).not.toContain('校舍')
    office.now = new Date(office.now.getTime() + 31 * DAY)
    expect(await desk.draft(office.bureau, name)).toBeNull()
  })
})
