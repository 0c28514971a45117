import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { refusalOf } from '../../../../test/support/api.ts'
import { type Office, startOffice, wanted, zhang } from '../../../../test/support/request-office.ts'
import { DAY } from '../../../domain/kernel/instant.ts'
import { document, documentVersion } from '../../../kit/schema/agencies.ts'
import { applicationDraft } from '../../../kit/schema/requests.ts'
import { hashToken } from '../../../platform/crypto/tokens.ts'
import { uuid7 } from '../../../platform/db/uuid7.ts'
import { rate } from '../../../platform/record/schema.ts'
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

/** As if so many had been counted of an address, of which one was. */
const already = (what: string, address: string, count: number) =>
  office.database.transaction('installation', tx =>
    tx
      .update(rate)
      .set({ count })
      .where(eq(rate.bucket, `citizen ${what} ${hashToken(address).slice(0, 32)}`)),
  )

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

  test('given a form sent with errors over and over, then who mends them is not shut out, and thirty are filed', async () => {
    const address = '192.0.2.200'
    const refused = await desk.apply(office.at.town, application, from(address))
    expect(refused).toMatchObject({ ok: false, refusal: { code: 'channel_closed' } })
    await already('applyRefused', address, 299)
    expect(await desk.apply(office.bureau, application, from(address))).toMatchObject({ ok: true })
    await already('apply', address, 29)
    const [last, more] = [from(address), from(address)]
    expect(await desk.apply(office.bureau, application, last)).toMatchObject({ ok: true })
    expect(await desk.apply(office.bureau, application, more)).toMatchObject({
      ok: false,
      refusal: { code: 'too_often' },
    })
    expect(await desk.apply(office.bureau, application, from('192.0.2.201'))).toMatchObject({ ok: true })
  })

  test('given an address that looks without end for what is public, then it is told to wait, and others are not', async () => {
    const look = (address: string) => desk.published(office.bureau, '校舍安全鉴定', { address })
    expect(await look('192.0.2.210')).toEqual({ ok: true, value: [] })
    await already('search', '192.0.2.210', 299)
    expect(await look('192.0.2.210')).toMatchObject({ ok: true })
    expect(await look('192.0.2.210')).toMatchObject({ ok: false, refusal: { code: 'too_often' } })
    expect(await look('192.0.2.211')).toEqual({ ok: true, value: [] })
  })

  test('given pages that are public, then what has the words in its title comes before what says them somewhere', async () => {
    const agencyId = office.bureau
    const pages = [
      ['inside', '学校名录', '附校舍安全鉴定结果'],
      ['title', '校舍安全鉴定结果', ''],
      ['other', '招生简章', '报名'],
    ] as const
    await office.database.transaction('installation', async tx => {
      for (const [slug, title, body] of pages) {
        const id = uuid7(office.now.getTime())
        const times = { savedAt: office.now, publishedAt: office.now }
        await tx
          .insert(document)
          .values({ agencyId, id, kind: 'page', slug, position: 1, shown: 1, updatedAt: office.now })
        await tx
          .insert(documentVersion)
          .values({ agencyId, documentId: id, version: 1, title, body, authorId: id, ...times })
      }
    })
    const found = await desk.published(agencyId, '校舍安全鉴定', { address: '192.0.2.212' })
    expect(found.ok ? found.value.map(({ href, date }) => [href.split('/').at(-1), date]) : []).toEqual([
      ['title', '2026-03-02'],
      ['inside', '2026-03-02'],
    ])
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

  test('given wrong codes without end, then only they are told to wait: who has the code follows, from that address too', async () => {
    const { number, queryCode } = await apply()
    const wrong = '192.0.2.220'
    const tried = () => desk.track(office.bureau, { number, code: 'X' }, from(wrong))
    expect(await tried()).toMatchObject({ ok: false, refusal: { code: 'unknown_request' } })
    await already('wrong', wrong, 119)
    expect(await tried()).toMatchObject({ ok: false, refusal: { code: 'unknown_request' } })
    const refused = await tried()
    expect(refused).toMatchObject({ ok: false, refusal: { code: 'too_often' } })
    const nobodys = { number: '〔2026〕88888号', code: 'X' }
    expect(await desk.track(office.bureau, nobodys, from(wrong))).toEqual(refused)
    const right = { number, code: queryCode }
    for (const address of ['192.0.2.221', wrong])
      expect(await desk.track(office.bureau, right, from(address))).toMatchObject({ ok: true, value: { number } })
    const params = { agencyId: office.bureau }
    expect(await office.as(null)(contracts.trackRequest, { params, body: right })).toMatchObject({ number })
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
