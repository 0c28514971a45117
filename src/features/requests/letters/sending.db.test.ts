import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Office, startOffice, wanted, zhang } from '../../../../test/support/request-office.ts'
import { MINUTE } from '../../../domain/kernel/instant.ts'
import type { Message } from '../../../platform/mail/message.ts'
import { sendDue } from '../../../platform/record/outbox.ts'
import { letterSender } from './sending.ts'

let office: Office
const mails: Message[] = []
let away = false
beforeAll(async () => {
  office = await startOffice()
})
afterAll(() => office.close())

const send = () => {
  const mailer = {
    send: async (message: Message) => {
      if (away) throw new Error('the mail server is away')
      mails.push(message)
      return { sent: true, messageId: message.id, answer: '250 ok' }
    },
    check: async () => undefined,
  }
  const sender = letterSender({ ...office.services, mailer })
  return sendDue(office.database, sender, { now: () => office.now, kinds: ['letter'] })
}

/** A correction notice, issued. */
const issued = async (applicant = zhang) => {
  const { request } = await office.register({ applicant, wanted: { ...wanted, form: 'email', route: 'email' } })
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
const pass = (minutes: number) => {
  office.now = new Date(office.now.getTime() + minutes * MINUTE)
}

test('given a letter to go by mail, then it leaves after the time to recall, and is entered only when it has left', async () => {
  const { id, letterId } = await issued()
  await queue(id, letterId)
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

test('given an applicant without an address for mail, then it is refused at once, and nothing waits to be sent', async () => {
  const { id, letterId } = await issued({ ...zhang, email: null })
  await expect(queue(id, letterId)).rejects.toMatchObject({ problem: { at: 'body.way' } })
  pass(31)
  const before = mails.length
  await send()
  expect(mails).toHaveLength(before)
  expect(await stateOf(id)).toBe('issued')
})
