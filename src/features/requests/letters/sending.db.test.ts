import { and, eq, inArray, sql } from 'drizzle-orm'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { refusalOf } from '../../../../test/support/api.ts'
import { type Office, startOffice, wanted, zhang } from '../../../../test/support/request-office.ts'
import { MINUTE } from '../../../domain/kernel/instant.ts'
import { agencyKeys } from '../../../kit/keys.ts'
import { openOutgoing, sendingTask } from '../../../kit/outgoing.ts'
import type { Message } from '../../../platform/mail/message.ts'
import { sendDue } from '../../../platform/record/outbox.ts'
import { outbox } from '../../../platform/record/schema.ts'
import { demoSealer } from '../../../platform/seal/demo.ts'
import type { Sealer } from '../../../platform/seal/sealer.ts'
import { newSm2Keys, sm2Sealer } from '../../../platform/seal/sm2.ts'
import * as contracts from '../contract/index.ts'
import { letterSender } from './sending.ts'
import { letterSigner } from './signing.ts'

let office: Office
const mails: Message[] = []
let away = false
let refused: Error | null = null
let meanwhile = async () => {}

/** The signing provider: not asked of, away, or there. */
let signing: 'none' | 'away' | 'there' = 'none'
const keys = newSm2Keys()
const sm2 = sm2Sealer({ keys, sealImage: async agency => (signing === 'none' ? null : demoSealer.sealImage(agency)) })
const sealer: Sealer = {
  ...sm2,
  get signs() {
    return signing !== 'none'
  },
  sign: async bytes => {
    if (signing === 'away') throw new Error('印章服务没有应答')
    return sm2.sign(bytes)
  },
}
beforeAll(async () => {
  office = await startOffice(undefined, undefined, { sealer })
})
afterAll(() => office.close())

const send = () => {
  const mailer = {
    send: async (message: Message) => {
      if (refused) throw refused
      await meanwhile()
      if (away) throw new Error('the mail server is away')
      mails.push(message)
      return { sent: true, messageId: message.id, answer: '250 ok' }
    },
    check: async () => undefined,
  }
  const sender = letterSender({ ...office.services, mailer })
  const how = { kinds: ['letter'], enter: sender.enter, isFinal: () => refused !== null }
  return sendDue(office.database, sender.send, { now: () => office.now, ...how })
}

const sign = () =>
  sendDue(office.database, letterSigner(office.services), { now: () => office.now, kinds: ['signature'] })
const shown = (id: string, letterId: string) =>
  office.as(office.who('handler'))(contracts.getLetter, {
    params: { agencyId: office.bureau, requestId: id, letterId },
  })
const bytesOf = async (path: string) =>
  new Uint8Array(await (await office.file(office.who('handler'), path)).arrayBuffer())

/** What went to the applicant by this way of telling: one line each. */
const told = () =>
  office.database.transaction({ agency: office.bureau }, async tx => {
    const keysOf = await agencyKeys(tx, office.services.keys, office.bureau)
    const rows = await tx
      .select()
      .from(outbox)
      .where(inArray(outbox.kind, ['mail', 'sms']))
      .orderBy(outbox.id)
    return rows.map(row => {
      const { to, text, subject } = openOutgoing(keysOf, { id: row.id, payload: row.payload as never })
      return { kind: row.kind, about: row.subject, to, said: `${subject ?? ''}${text}` }
    })
  })

const outboxOf = (requestId: string) =>
  office.database.transaction({ agency: office.bureau }, tx =>
    tx
      .select()
      .from(outbox)
      .where(and(eq(outbox.subject, `request:${requestId}`), eq(outbox.kind, 'letter'))),
  )

/** A correction notice, issued. */
const issued = async (form: 'email' | 'paper' = 'email', applicant = zhang) => {
  const route = form === 'email' ? 'email' : 'post'
  const { request } = await office.register({ applicant, wanted: { ...wanted, form, route } })
  const { id } = request.case
  await office.act(office.who('office_head'), id, 'assign', { sectionId: office.section, handlerId: null, note: '' })
  const ask = { grounds: ['unclear' as const], items: ['请说明年度'], days: 10 }
  const asked = await office.act(office.who('handler'), id, 'askCorrection', ask)
  const letterId = asked.case.letters[0]?.id ?? ''
  await office.act(office.who('office_head'), id, 'issueLetter', { letterId })
  return { id, letterId }
}
const queue = (id: string, letterId: string) =>
  office.act(office.who('handler'), id, 'sendLetter', {
    letterId,
    on: '2026-03-02',
    way: 'email',
    trackingNumber: null,
  })
const stateOf = async (id: string) => (await office.get(id)).case.letters[0]?.state
/** When the worker is to look through the outbox for what was put there last. */
const nextSending = () =>
  office.database.transaction('installation', async tx => {
    const { rows } = await tx.execute<{ at: string | Date }>(
      sql`SELECT run_at AS at FROM gongkai_jobs() WHERE task = ${sendingTask} ORDER BY id DESC LIMIT 1`,
    )
    return rows[0] && new Date(rows[0].at).toISOString()
  })
const pass = (minutes: number) => {
  office.now = new Date(office.now.getTime() + minutes * MINUTE)
}

test('given a letter to go by mail, then it leaves after the time to recall, and is entered only when it has left', async () => {
  const { id, letterId } = await issued()
  await queue(id, letterId)
  expect(await nextSending()).toBe('2026-03-02T02:30:00.000Z')
  await send()
  expect(await stateOf(id)).toBe('issued')
  pass(31)
  away = true
  await send()
  expect(await stateOf(id)).toBe('issued')
  away = false
  pass(10)
  await send()
  expect(await stateOf(id)).toBe('served')
  expect(mails).toHaveLength(1)
  expect(mails[0]?.to).toBe('zhang@example.invalid')
  expect(
    Buffer.from(mails[0]?.attachments?.[0]?.content ?? [])
      .subarray(0, 5)
      .toString(),
  ).toBe('%PDF-')
  expect((await office.get(id)).case.state).toBe('correction_pending')
  expect((await office.events(office.bureau)).filter(({ actor }) => actor === 'job:letters')).toHaveLength(1)
})

test('given a letter that came back by post, when it is sent by mail, then it leaves', async () => {
  const { id, letterId } = await issued()
  const handler = office.who('handler')
  const post = { letterId, on: '2026-03-02', way: 'post', trackingNumber: 'XA123456789CN' } as const
  await office.act(handler, id, 'sendLetter', post)
  await office.act(handler, id, 'letterReturned', { letterId, on: '2026-03-02', why: '查无此人' })
  const before = mails.length
  await queue(id, letterId)
  pass(31)
  await send()
  expect([await stateOf(id), mails.length - before]).toEqual(['served', 1])
})

test('given it is recalled before it leaves, then nothing goes out', async () => {
  const { id, letterId } = await issued()
  await queue(id, letterId)
  await office.act(office.who('office_head'), id, 'recallLetter', { letterId, reason: '事项有误' })
  pass(60)
  const before = mails.length
  await send()
  expect(mails).toHaveLength(before)
  expect(await stateOf(id)).toBe('recalled')
})

test('given a provider that signs and is away, then the letter stands under its seal, says why, and leaves once it is signed (电子签名法13)', async () => {
  signing = 'away'
  const { id, letterId } = await issued()
  await queue(id, letterId)
  const file = `requests/${id}/letters/${letterId}/file/pdf`
  const pdf = await bytesOf(file)
  expect(Buffer.from(pdf).toString('latin1')).toMatch(/pdfaid:part>2</)
  expect((await sign()).failed).toBe(1)
  expect((await shown(id, letterId)).signature).toMatchObject({
    state: 'waiting',
    trouble: { zh: expect.stringMatching(/印章服务没有应答.*自动重试.*实物印章/) },
  })
  const before = mails.length
  pass(31)
  await send()
  expect(mails).toHaveLength(before)
  expect(await stateOf(id)).toBe('issued')

  signing = 'there'
  pass(10)
  await sign()
  await send()
  expect(mails).toHaveLength(before + 1)
  expect(await stateOf(id)).toBe('served')
  expect((await shown(id, letterId)).signature).toMatchObject({ state: 'holds', certificate: keys.publicKey })
  expect(await bytesOf(file)).toEqual(pdf)

  const files = unzipSync(await bytesOf(`requests/${id}/archive`))
  const path = Object.keys(files).find(name => name.endsWith('.签名.json')) ?? ''
  const signature = JSON.parse(strFromU8(files[path] ?? new Uint8Array()))
  const signed = files[path.replace('.签名.json', '')] ?? new Uint8Array()
  expect(await sm2.verify(signed, signature)).toBe(true)
  expect(await sm2.verify(signed.with(99, (signed[99] ?? 0) ^ 1), signature)).toBe(false)
  const events = (await office.events(office.bureau)).filter(({ kind }) => kind === 'requests.signLetter')
  expect(events).toMatchObject([{ actor: 'job:seal', data: { letterId, sha256: signature.sha256 } }])
  signing = 'none'
})

test('given a letter recalled before it is signed, then nobody signs it', async () => {
  signing = 'away'
  const { id, letterId } = await issued()
  await sign()
  await office.act(office.who('office_head'), id, 'recallLetter', { letterId, reason: '事项有误' })
  signing = 'there'
  pass(10)
  await sign()
  expect((await shown(id, letterId)).signature).toMatchObject({ state: 'waiting' })
  signing = 'none'
})

test('given a letter posted or handed over, then the applicant is told once by the contact they gave, without a word of what it says', async () => {
  const handler = office.who('handler')
  const posted = await issued('paper')
  await office.act(handler, posted.id, 'sendLetter', {
    ...{ letterId: posted.letterId, on: '2026-03-02', way: 'post', trackingNumber: 'XA1' },
  })
  await office.act(handler, posted.id, 'serveLetter', { letterId: posted.letterId, on: '2026-03-02', evidence: '回执' })
  const handed = await issued('paper')
  await office.act(handler, handed.id, 'serveLetter', { letterId: handed.letterId, on: '2026-03-02', evidence: '签收' })
  const all = await told()
  for (const [{ id }, word] of [
    [posted, '寄出'],
    [handed, '当面送达'],
  ] as const) {
    const mine = all.filter(({ about }) => about === `request:${id}`)
    expect(mine.map(({ kind }) => kind).sort()).toEqual(['mail', 'sms'])
    for (const { said } of mine) {
      expect(said).toContain(word)
      expect(said).not.toMatch(/补正|张三丰|划片方案|XA1/)
    }
  }
})

test('given a third party is consulted by mail, then the letter goes to them and not to the applicant (条例32)', async () => {
  const { request } = await office.register()
  const { id } = request.case
  const handler = office.who('handler')
  await office.act(office.who('office_head'), id, 'assign', {
    ...{ sectionId: office.section, handlerId: handler.accountId, note: '' },
  })
  const asks = async (email: string | null) => {
    const who = {
      name: '示例建设有限公司',
      kind: 'organisation' as const,
      address: '示例县人民路8号',
      phone: null,
      email,
    }
    const asked = await office.act(handler, id, 'consult', {
      ...{ party: 'third_party', who, about: '合同附件', why: '含有报价明细' },
    })
    const letterId = asked.case.letters.findLast(({ letter }) => letter === 'D07')?.id ?? ''
    await office.act(office.who('office_head'), id, 'issueLetter', { letterId })
    return letterId
  }
  const unreachable = await asks(null)
  expect(await refusalOf(queue(id, unreachable))).toMatchObject({ code: 'no_address', at: 'body.way' })
  const letterId = await asks('third@example.invalid')
  await queue(id, letterId)
  pass(31)
  const before = (await told()).length
  await send()
  expect(mails.at(-1)?.to).toBe('third@example.invalid')
  expect(mails.at(-1)?.text).not.toContain('您的政府信息公开申请')
  expect(await told()).toHaveLength(before)
})

test('given an applicant without an address for mail, then it is refused at once, and nothing waits to be sent', async () => {
  const { id, letterId } = await issued('email', { ...zhang, email: null })
  await expect(queue(id, letterId)).rejects.toMatchObject({ problem: { at: 'body.way' } })
  pass(31)
  const before = mails.length
  await send()
  expect(mails).toHaveLength(before)
  expect(await stateOf(id)).toBe('issued')
})

test('given the mail server refused it for good, when it is sent once more, then it leaves', async () => {
  const { id, letterId } = await issued()
  await queue(id, letterId)
  pass(31)
  refused = new Error('550 no such mailbox')
  await send()
  refused = null
  expect(await outboxOf(id)).toMatchObject([{ stoppedAt: expect.any(Date), sentAt: null }])
  await queue(id, letterId)
  await send()
  expect(await stateOf(id)).toBe('served')
  expect(await outboxOf(id)).toMatchObject([{ sentAt: expect.any(Date), stoppedAt: null, evidence: { attempt: 2 } }])
})

test('given it is leaving just now, then it is not recalled', async () => {
  const { id, letterId } = await issued()
  await queue(id, letterId)
  pass(31)
  const answers: unknown[] = []
  meanwhile = async () => {
    const recall = office.act(office.who('office_head'), id, 'recallLetter', { letterId, reason: '事项有误' })
    answers.push(await recall.catch((error: unknown) => error))
  }
  await send()
  meanwhile = async () => {}
  expect(answers).toMatchObject([{ problem: { code: 'letter_leaving' } }])
  expect(await stateOf(id)).toBe('served')
})

test('given it was handed over by hand while it left, then it counts as sent, with why that was not entered', async () => {
  const { id, letterId } = await issued()
  await queue(id, letterId)
  pass(31)
  meanwhile = async () => {
    const by = { letterId, on: '2026-03-02', evidence: '当面签收' }
    await office.act(office.who('handler'), id, 'serveLetter', by)
  }
  await send()
  meanwhile = async () => {}
  const view = await office.get(id)
  expect(view.case.letters[0]?.served?.evidence).toBe('当面签收')
  expect(view.notEntered).toEqual([{ letterId, way: 'email', at: expect.any(String) }])
  expect(view.timeline.map(({ kind }) => kind)).toContain('requests.letterNotEntered')
  expect(await outboxOf(id)).toMatchObject([{ sentAt: expect.any(Date), evidence: { notEntered: 'no_letter' } }])
})

test('given a record of closing, then it is sent only once issued, numbered in the series of notices, and online only with the online way to reconsideration (D§5.1; 复议法22¶2)', async () => {
  const [handler, head, leader] = [office.who('handler'), office.who('office_head'), office.who('leader')]
  await office.set('numbering.letter', '{code}公开〔{year}〕{number}号{suffix}')
  const { id } = await issued('paper')
  const letterId = (await office.get(id)).case.letters[0]?.id ?? ''
  await office.act(handler, id, 'serveLetter', { letterId, on: '2026-03-02', evidence: '签收' })
  const then = office.now
  office.now = new Date('2026-03-30T02:00:00Z')
  const note = { note: '申请人没有说明理由' }
  expect(await refusalOf(office.act(handler, id, 'closeUncorrected', note))).toMatchObject({ status: 403 })
  const closed = await office.act(head, id, 'closeUncorrected', note)
  const record = closed.case.letters.find(({ letter }) => letter === 'D15')?.id ?? ''
  const asRecord = await shown(id, record)
  expect(asRecord.remedy).toEqual([])
  expect(asRecord.blocks.map(({ text }) => text).join()).toMatch(/申请人没有说明理由，属于无正当理由.*不作为文书送达/)
  const online = { letterId: record, on: '2026-03-30', way: 'online', trackingNumber: null } as const
  expect(await refusalOf(office.act(handler, id, 'sendLetter', online))).toMatchObject({ code: 'no_letter' })

  const numbered = (await office.act(leader, id, 'issueLetter', { letterId: record })).case.letters.at(-1)
  expect(numbered).toMatchObject({
    number: expect.stringMatching(/^示教公开〔2026〕\d+号-告知$/),
    issued: { on: '2026-03-30' },
  })
  expect((await shown(id, record)).remedy.join()).toContain('行政复议')
  expect(await refusalOf(office.act(handler, id, 'sendLetter', online))).toMatchObject({
    ...{ code: 'no_online_review', at: 'body.way' },
  })

  await office.set('letter.reviewOnline', 'https://fy.example.gov.cn')
  const recalled = await office.act(head, id, 'recallLetter', { letterId: record, reason: '补写网址' })
  const again = recalled.case.letters.at(-1)?.id ?? ''
  await office.act(leader, id, 'issueLetter', { letterId: again })
  expect((await shown(id, again)).remedy.join()).toContain('https://fy.example.gov.cn')
  await office.act(handler, id, 'sendLetter', { ...online, letterId: again })
  office.now = then
  await office.set('numbering.letter', '{code}公开〔{year}〕{number}号')
  await office.set('letter.reviewOnline', '')
})

test('given the office enters a withdrawal on paper, then the paper is one of the case', async () => {
  const { id } = await issued('paper')
  const told = { from: 'paper', paperId: '018f0000-0000-7000-8000-000000000000' } as const
  const entered = office.act(office.who('handler'), id, 'withdraw', { on: '2026-03-02', reason: '', told })
  expect(await refusalOf(entered)).toMatchObject({ code: 'no_such_paper', at: 'body.told.paperId' })
})

test('given words of the agency’s own and the organ in charge, then the letter says them (条例36(5))', async () => {
  const { id } = await issued('paper')
  const handler = office.who('handler')
  const draft = {
    ...{ decision: 'not_ours', withheld: [], attachments: [], edits: { explanation: '可以通过政务服务网查询。' } },
    facts: { not_ours_reason: '由自然资源部门制作', organ_name: '示例县自然资源局', organ_contact: '0972-8600009' },
  } as const
  await office.act(handler, id, 'saveDraft', { ...draft, attachments: [] as string[], withheld: [] })
  const preview = await office.as(handler)(contracts.previewDraft, {
    params: { agencyId: office.bureau, requestId: id },
  })
  const text = preview.blocks.map(block => block.text).join()
  expect(text).toContain('示例县自然资源局，联系方式：0972-8600009')
  expect(text).toContain('可以通过政务服务网查询。')
})

test('given the agency’s own words in a notice, when it is saved again, then what was written before stays', async () => {
  const { request } = await office.register()
  const { id } = request.case
  await office.act(office.who('office_head'), id, 'assign', { sectionId: office.section, handlerId: null, note: '' })
  const ask = { grounds: ['unclear' as const], items: ['请写明年度'], days: 10, late: null }
  const asked = await office.act(office.who('handler'), id, 'askCorrection', ask)
  const params = { agencyId: office.bureau, requestId: id, letterId: asked.case.letters[0]?.id ?? '' }
  const edit = (edits: Record<string, string>) =>
    office.as(office.who('handler'))(contracts.editLetter, { params, body: { edits } })
  await edit({ explanation: '补正可以通过邮寄、当面或者网上提交。' })
  const { blocks } = await edit({})
  expect(blocks.map(({ text }) => text)).toContain('补正可以通过邮寄、当面或者网上提交。')
})

test('given a correction that is forwarded, then the letter to the organ in charge is printed, and for nothing else (条例41; D16)', async () => {
  const { request } = await office.register({ kind: 'record_correction' })
  const { id } = request.case
  const handler = office.who('handler')
  const form = () => office.file(handler, `requests/${id}/letters/form/D16`)
  await office.act(office.who('office_head'), id, 'assign', { sectionId: office.section, handlerId: null, note: '' })
  expect((await form()).status).toBe(422)
  const facts = { not_ours_reason: '由公安机关登记', organ_name: '示例县公安局', organ_contact: '0972-8600110' }
  await office.act(handler, id, 'saveDraft', {
    ...{ decision: 'record_forwarded', facts, withheld: [], edits: {}, attachments: [] },
  })
  const printed = await form()
  expect(printed.status).toBe(200)
  expect(
    Buffer.from(await printed.arrayBuffer())
      .subarray(0, 5)
      .toString(),
  ).toBe('%PDF-')
})
