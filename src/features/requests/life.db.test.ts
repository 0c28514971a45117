import { unzipSync } from 'fflate'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { refusalOf } from '../../../test/support/api.ts'
import { type Given, type Office, startOffice, wanted, zhang } from '../../../test/support/request-office.ts'
import { DAY } from '../../domain/kernel/instant.ts'
import type { CallOf } from '../../kit/contract.ts'
import { actContracts } from './contract/acts.ts'
import * as contracts from './contract/index.ts'
import type { RequestView } from './contract/view.ts'

let office: Office
beforeAll(async () => {
  office = await startOffice()
})
afterAll(() => office.close())
beforeEach(() => {
  office.now = new Date('2026-03-02T02:00:00Z')
})

const handler = () => office.who('handler')
const head = () => office.who('office_head')
const later = (days: number) => {
  office.now = new Date(office.now.getTime() + days * DAY)
}
const begun = async () => {
  const { request } = await office.register()
  await office.act(head(), request.case.id, 'assign', { sectionId: office.section, handlerId: null, note: '' })
  return request.case.id
}
const granted: Given<'saveDraft'> = {
  decision: 'granted',
  facts: { delivery: '纸质文本，邮寄，2026年3月10日前寄出' },
  withheld: [],
  edits: {},
  attachments: [],
}
const drafted = async (draft: Given<'saveDraft'> = granted) => {
  const id = await begun()
  await office.act(handler(), id, 'saveDraft', draft)
  await office.act(handler(), id, 'submitDraft', { revision: 1 })
  return id
}
const approval = { revision: 1, opinion: '同意', secrecy: null }
const signed = async () => {
  const id = await drafted()
  await office.act(office.who('reviewer'), id, 'approveDraft', approval)
  await office.act(office.who('secrecy_reviewer'), id, 'approveDraft', { ...approval, secrecy: 'open' })
  await office.act(head(), id, 'approveDraft', approval)
  return office.act(office.who('leader'), id, 'approveDraft', approval)
}
const issuedAndServed = async (id: string, letter: string) => {
  const drawn = (await office.get(id)).case.letters.find(l => l.letter === letter)
  const letterId = drawn?.id ?? ''
  await office.act(head(), id, 'issueLetter', { letterId })
  const on = office.now.toISOString().slice(0, 10)
  return office.act(handler(), id, 'serveLetter', { letterId, on, evidence: '申请人签收' })
}

describe('the answer (条例36, 45; 送达函)', () => {
  test('given the whole chain, then the letter is numbered, filed in Word and PDF, and posting it answers in time', async () => {
    const view = await signed()
    const [letter] = view.case.letters
    expect(view.case.state).toBe('signed')
    expect(letter).toMatchObject({ letter: 'L02', state: 'issued', number: '示教公开〔2026〕1号' })
    expect(
      view.papers
        .filter(({ kind }) => kind === 'letter')
        .map(({ type }) => type)
        .sort(),
    ).toEqual(['docx', 'pdf'])
    const posted = await office.act(handler(), view.case.id, 'sendLetter', {
      letterId: letter?.id ?? '',
      on: '2026-03-02',
      way: 'post',
      trackingNumber: 'EMS0001',
    })
    expect(posted.case.closing).toMatchObject({ on: '2026-03-02', line: 'granted', onTime: true })
    expect(posted.clock.state).toBe('closed')
    const read = await office.as(handler())(contracts.getLetter, {
      params: { agencyId: office.bureau, requestId: view.case.id, letterId: letter?.id ?? '' },
    })
    expect(read.remedy.join('')).toContain('示例县人民法院')
    expect(read.addressee).toBe('张三丰')
    const pdf = await office.file(handler(), `requests/${view.case.id}/letters/${letter?.id}/file/pdf`)
    expect(pdf.headers.get('content-disposition')).toContain('attachment')
    expect(pdf.headers.get('x-content-type-options')).toBe('nosniff')
    expect(
      Buffer.from(await pdf.arrayBuffer())
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-')
  })

  test('given the author, then they approve nothing of it; given who approved before, then no second stage', async () => {
    const id = await begun()
    await office.act(head(), id, 'saveDraft', granted)
    await office.act(head(), id, 'submitDraft', { revision: 1 })
    await office.act(office.who('reviewer'), id, 'approveDraft', approval)
    await office.act(office.who('secrecy_reviewer'), id, 'approveDraft', { ...approval, secrecy: 'open' })
    expect(await refusalOf(office.act(head(), id, 'approveDraft', approval))).toMatchObject({ code: 'own_draft' })
    const other = await drafted()
    const both = office.who('office_head', 'leader')
    await office.act(office.who('reviewer'), other, 'approveDraft', approval)
    await office.act(office.who('secrecy_reviewer'), other, 'approveDraft', { ...approval, secrecy: 'open' })
    await office.act(both, other, 'approveDraft', approval)
    expect(await refusalOf(office.act(both, other, 'approveDraft', approval))).toMatchObject({
      code: 'approved_before',
    })
  })

  test('given two leaders sign at once, then one signs and the other is told', async () => {
    const id = await drafted()
    await office.act(office.who('reviewer'), id, 'approveDraft', approval)
    await office.act(office.who('secrecy_reviewer'), id, 'approveDraft', { ...approval, secrecy: 'open' })
    const { version } = (await office.act(head(), id, 'approveDraft', approval)).case
    const params = { agencyId: office.bureau, requestId: id }
    const sign = (who: Parameters<typeof office.as>[0]) =>
      office.as(who)(actContracts.approveDraft, { params, body: { ...approval, version } })
    const told = await Promise.allSettled([sign(office.who('leader')), sign(office.who('office_head', 'leader'))])
    expect(told.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const refused = told.find(result => result.status === 'rejected')
    expect(refused?.reason).toMatchObject({ problem: { status: 409, code: 'changed_meanwhile' } })
    expect((await office.get(id)).case.letters).toHaveLength(1)
  })

  test('given a signed letter is recalled before it leaves, then approvals are void and the number is not used again', async () => {
    const view = await signed()
    const [letter] = view.case.letters
    const back = await office.act(office.who('leader'), view.case.id, 'recallLetter', {
      letterId: letter?.id ?? '',
      reason: '附件有误',
    })
    expect(back.case).toMatchObject({ state: 'in_progress', draft: { approvals: [] } })
    const next = await signed()
    expect(next.case.letters[0]?.number).not.toBe(letter?.number)
  })

  test('given a letter the law wants more in, then its draft does not go to review, and what is missing is named', async () => {
    await office.set('letter.court', '')
    const id = await begun()
    await office.act(handler(), id, 'saveDraft', granted)
    const refusal = await refusalOf(office.act(handler(), id, 'submitDraft', { revision: 1 }))
    await office.set('letter.court', '示例县人民法院')
    expect(refusal).toMatchObject({ status: 422, code: 'missing_element' })
    expect((await office.get(id)).case.state).toBe('in_progress')
  })

  test('given it lacks something only at the signature, then it is not issued', async () => {
    const id = await drafted()
    await office.set('letter.court', '')
    await office.act(office.who('reviewer'), id, 'approveDraft', approval)
    await office.act(office.who('secrecy_reviewer'), id, 'approveDraft', { ...approval, secrecy: 'open' })
    await office.act(head(), id, 'approveDraft', approval)
    const refusal = await refusalOf(office.act(office.who('leader'), id, 'approveDraft', approval))
    await office.set('letter.court', '示例县人民法院')
    expect(refusal).toMatchObject({ status: 422, code: 'missing_element' })
    expect((await office.get(id)).case.state).toBe('in_review')
  })
})

describe('what moves the day', () => {
  test('given a correction is asked for and made, then the period starts anew (条例30)', async () => {
    const id = await begun()
    await office.act(handler(), id, 'askCorrection', { grounds: ['unclear'], items: ['请说明年度'], days: 10 })
    const waiting = await issuedAndServed(id, 'D04')
    expect(waiting.case.state).toBe('correction_pending')
    expect(waiting.clock).toMatchObject({ state: 'waiting_correction', due: null })
    later(7)
    const after = await office.act(handler(), id, 'correct', {
      on: '2026-03-09',
      text: '2025年度',
      wanted: null,
      late: null,
    })
    expect(after.clock).toMatchObject({ state: 'running', due: '2026-04-07' })
  })

  test('given no correction in time, then the case is closed on the row for it', async () => {
    const id = await begun()
    await office.act(handler(), id, 'askCorrection', { grounds: ['unclear'], items: ['请说明年度'], days: 10 })
    await issuedAndServed(id, 'D04')
    later(20)
    const closed = await office.act(office.who('office_head'), id, 'closeUncorrected', { note: '申请人没有说明理由' })
    expect(closed.case.closing).toMatchObject({ line: 'other.no_correction', onTime: null })
  })

  test('given a third party is consulted, then days until the answer do not count, and its name is sealed (条例32)', async () => {
    const id = await begun()
    const who = { name: '王老五', kind: 'person' as const, address: '示例县北街3号', phone: '13811112222', email: null }
    const asked = await office.act(handler(), id, 'consult', {
      party: 'third_party',
      who,
      about: '体检结论',
      why: '涉及个人隐私',
    })
    expect(asked.parties).toMatchObject([{ name: '王**', phone: '138****2222' }])
    const sent = await issuedAndServed(id, 'D07')
    expect(sent.clock.state).toBe('consulting')
    later(3)
    const consultationId = sent.case.consultations[0]?.id ?? ''
    const heard = await office.act(handler(), id, 'recordOpinion', {
      consultationId,
      on: '2026-03-05',
      opinion: 'object_reasoned',
      text: '涉及健康状况',
    })
    expect(heard.clock).toMatchObject({ state: 'running', due: '2026-04-02' })
    expect(JSON.stringify(await office.events(office.bureau))).not.toContain('王老五')
  })

  test('given one third party objects, another is silent and a co-maker agrees, then the refusal tells of both third parties (条例32)', async () => {
    const id = await begun()
    const ask = async (party: 'third_party' | 'co_maker', name: string, letter: string) => {
      const who = { kind: 'organisation' as const, name, address: '示例县北街3号', phone: null, email: null }
      await office.act(handler(), id, 'consult', { party, who, about: '合同单价', why: '涉及商业秘密' })
      const drawn = (await office.get(id)).case.letters.findLast(l => l.letter === letter)
      await office.act(head(), id, 'issueLetter', { letterId: drawn?.id ?? '' })
      const served = { letterId: drawn?.id ?? '', on: '2026-03-02', evidence: '签收' }
      return (await office.act(handler(), id, 'serveLetter', served)).case.consultations.at(-1)?.id ?? ''
    }
    const objects = await ask('third_party', '甲公司', 'D07')
    await ask('third_party', '乙公司', 'D07')
    const agrees = await ask('co_maker', '示例县财政局', 'D11')
    const said = { on: '2026-03-02', text: '单价反映成本' }
    await office.act(handler(), id, 'recordOpinion', { consultationId: objects, opinion: 'object_reasoned', ...said })
    await office.act(handler(), id, 'recordOpinion', { consultationId: agrees, opinion: 'agree', ...said })
    later(22)
    await office.act(handler(), id, 'saveDraft', {
      decision: 'third_party',
      facts: {},
      withheld: [{ part: '单价', exemption: 'E15', kind: 'trade_secret', reason: '公开会损害竞争地位' }],
      edits: {},
      attachments: [],
    })
    await office.act(handler(), id, 'submitDraft', { revision: 1 })
    const shown = await office.as(handler())(contracts.previewDraft, {
      params: { agencyId: office.bureau, requestId: id },
    })
    const text = JSON.stringify(shown.blocks)
    expect(text).toContain(
      '书面征求了2个第三方的意见：其一，第三方不同意公开且有合理理由，理由是：单价反映成本；其二，第三方逾期未提出意见',
    )
    expect(text).not.toMatch(/甲公司|乙公司|财政局/)
  })

  test('given an extension, then somebody else approves it, and the day moves by as many once the applicant is told (条例33)', async () => {
    const id = await begun()
    const before = (await office.get(id)).clock.due
    const asked = await office.act(handler(), id, 'askExtension', { days: 20, reason: '需要检索的档案数量大' })
    // First stands what waits for whoever looks.
    expect(asked.waits[0]?.act).toBe('saveDraft')
    expect((await office.get(id, head())).waits[0]?.act).toBe('approveExtension')
    const approved = await office.act(head(), id, 'approveExtension', {})
    const told = await issuedAndServed(id, 'D06')
    expect([before, approved.clock.due]).toEqual(['2026-03-30', '2026-03-30'])
    expect(told.clock.due).toBe('2026-04-28')
  })

  test('given a fee, then the case waits for it and starts anew when it is paid (办法6)', async () => {
    const id = await begun()
    await office.act(handler(), id, 'noticeFee', { scheme: 'pages', quantity: 68, payTo: '示例县财政专户' })
    const waiting = await issuedAndServed(id, 'D13')
    expect(waiting.clock.state).toBe('waiting_fee')
    later(2)
    const paid = await office.act(handler(), id, 'confirmPaid', { on: '2026-03-04', receipt: '非税票据0001' })
    expect(paid.clock).toMatchObject({ state: 'running', due: '2026-04-01' })
  })

  test('given a fee by items, then it is that of this request as the n-th of its month, in the letter too (办法4)', async () => {
    const who = { ...zhang, identityNumber: '110101199003070230' }
    for (let n = 1; n < 12; n++) await office.register({ applicant: who })
    const { request } = await office.register({ applicant: who })
    const { id } = request.case
    await office.act(head(), id, 'assign', { sectionId: office.section, handlerId: null, note: '' })
    const notice = { scheme: 'items' as const, payTo: '示例县财政专户' }
    const wrong = office.act(handler(), id, 'noticeFee', { ...notice, quantity: 35 })
    await expect(wrong).rejects.toMatchObject({ problem: { code: 'not_the_nth', at: 'body.quantity' } })
    const noticed = await office.act(handler(), id, 'noticeFee', { ...notice, quantity: 12 })
    expect(noticed.case.fee).toMatchObject({ amount: 100 })
    const letter = await office.as(handler())(contracts.getLetter, {
      params: { agencyId: office.bureau, requestId: id, letterId: noticed.case.letters[0]?.id ?? '' },
    })
    expect(letter.blocks.find(block => block.id === 'fee')?.text).toContain('计100元。收费金额：100元')
  })
})

describe('other ends and other cases', () => {
  test('given a split, then each part is a case of its own, with its number and the same day (办法4)', async () => {
    const id = await begun()
    const parts = [
      { title: '划片方案', features: '' },
      { title: '学位预警', features: '' },
    ]
    const whole = await office.act(handler(), id, 'split', { parts })
    const [childId = ''] = whole.case.links.splitInto
    const child = await office.get(childId)
    expect(child.case).toMatchObject({
      wanted: { title: '学位预警' },
      receivedOn: '2026-03-02',
      links: { splitFrom: id },
    })
    expect(child.applicant.name).toBe('张**')
    expect(child.case.number).not.toBe(whole.case.number)
  })

  test('given a split, then each part has the papers the whole came in with, on file and in its archive (条例45)', async () => {
    const paper = (kind: 'application' | 'identity' | 'authority', text: string) => ({
      ...{ kind, name: `${kind}.txt` },
      file: Buffer.from(text).toString('base64'),
    })
    const papers = [paper('application', '申请'), paper('identity', '证件'), paper('authority', '委托')]
    const { request } = await office.register({ papers })
    const { id } = request.case
    await office.act(head(), id, 'assign', { sectionId: office.section, handlerId: null, note: '' })
    const params = { agencyId: office.bureau, requestId: id }
    await office.as(handler())(contracts.addPaper, { params, body: { ...paper('identity', '稿'), kind: 'material' } })
    later(1)
    const part = (title: string) => ({ title, features: '' })
    const whole = await office.act(handler(), id, 'split', { parts: ['划片', '学位', '预算'].map(part) })
    expect(whole.papers).toHaveLength(4)
    for (const childId of whole.case.links.splitInto) {
      const child = await office.get(childId)
      const came = whole.papers.filter(({ kind }) => kind !== 'material')
      const told = ({ kind, name, sha256, at, by }: (typeof came)[number]) => ({ kind, name, sha256, at, by })
      expect(new Set(child.papers.map(told))).toEqual(new Set(came.map(told)))
      const identity = child.papers.find(({ kind }) => kind === 'identity')?.id ?? ''
      const got = await office.file(handler(), `requests/${childId}/papers/${identity}/file`)
      expect(await got.text()).toBe('证件')
      const archive = await office.file(handler(), `requests/${childId}/archive`)
      const files = Object.keys(unzipSync(new Uint8Array(await archive.arrayBuffer())))
      expect(files.filter(path => path.startsWith('材料/'))).toHaveLength(3)
    }
  })

  test('given another of the same applicant, then one is merged into it; given another applicant, then it is refused', async () => {
    const [one, other] = [await begun(), await begun()]
    const merged = await office.act(office.who('office_head'), one, 'merge', { into: other, reason: '内容相同' })
    expect(merged.case).toMatchObject({ state: 'closed', links: { mergedInto: other } })
    const told = await office.as(handler())(contracts.getLetter, {
      params: { agencyId: office.bureau, requestId: one, letterId: merged.case.letters[0]?.id ?? '' },
    })
    expect(told.blocks.map(({ text }) => text).join()).toContain(
      `并入受理号 ${merged.case.closing?.note?.split(' ')[1]} 的申请一并办理：内容相同，本机关现予结案`,
    )
    const applicant = { ...zhang, name: '赵四', identityNumber: '', phone: '13500000001' }
    const { request: strange } = await office.register({ applicant, wanted })
    const refused = office.act(office.who('office_head'), other, 'merge', { into: strange.case.id, reason: '内容相同' })
    expect(await refusalOf(refused)).toMatchObject({ code: 'not_same_applicant', at: 'body.into' })
  })

  test('given a version that is no longer, then nothing is overwritten', async () => {
    const id = await begun()
    const params = { agencyId: office.bureau, requestId: id }
    const stale = office.as(handler())(actContracts.withdraw, {
      params,
      body: { on: '2026-03-02', reason: '', version: 1 },
    })
    expect(await refusalOf(stale)).toMatchObject({ status: 409, code: 'changed_meanwhile' })
  })

  test('given a supervisor urges, then the office is to answer; given staff of the agency, then they may not (条例47)', async () => {
    const id = await begun()
    const supervisor = office.at.person(office.at.county, 'supervisor')
    const urging = { text: '请说明进展', answerBy: '2026-03-06' } as const
    const urged = await office.act(supervisor, id, 'urge', urging)
    expect(urged.waits.map(({ act }) => act)).toContain('answerUrging')
    expect(await refusalOf(office.act(office.who('supervisor'), id, 'urge', urging))).toMatchObject({ status: 403 })
  })

  test('given a preview, then the clock after is shown and nothing has changed', async () => {
    const id = await begun()
    const preview = await office.as(handler())(contracts.previewAct, {
      params: { agencyId: office.bureau, requestId: id, act: 'recordSearch' },
      body: {
        on: '2026-03-02',
        systems: ['公文系统'],
        keywords: ['划片'],
        archives: '',
        persons: '李四',
        found: true,
        note: '',
      },
    })
    expect(preview).toMatchObject({ refusal: null, before: { due: '2026-03-30' }, after: { due: '2026-03-30' } })
    expect((await office.get(id)).case.searches).toEqual([])
  })

  test('given a paper, then it comes back as it was, and the handing out is recorded', async () => {
    const id = await begun()
    const params = { agencyId: office.bureau, requestId: id }
    const file = Buffer.from('%PDF-1.4\n%%EOF\n').toString('base64')
    const body = { kind: 'evidence', name: '回执.pdf', file } as const
    const paper = await office.as(handler())(contracts.addPaper, { params, body })
    const got = await office.file(handler(), `requests/${id}/papers/${paper.id}/file`)
    expect(Buffer.from(await got.arrayBuffer()).toString('base64')).toBe(file)
    expect((await office.get(id)).timeline.at(-1)).toMatchObject({ kind: 'requests.paperFile' })
    const stranger = await office.file(
      office.at.person(office.at.other, 'handler'),
      `requests/${id}/papers/${paper.id}/file`,
    )
    expect(stranger.status).toBe(403)
  })
})

type Body = CallOf<typeof contracts.tryDraft>['body']

describe('a repeated request (条例36(6))', () => {
  const repeat = (earlier: Body['earlier']) =>
    ({ decision: 'repeat', facts: {}, withheld: [], edits: {}, attachments: [], earlier }) satisfies Body
  const here = (reference: string) => repeat({ from: 'case', reference })
  /** Answered on 2 March. */
  let first: RequestView['case']
  let number: string
  beforeAll(async () => {
    office.now = new Date('2026-03-02T02:00:00Z')
    first = (await signed()).case
    const [letter] = first.letters
    number = letter?.number ?? ''
    const sending = { letterId: letter?.id ?? '', on: '2026-03-02', way: 'post', trackingNumber: 'EMS0001' } as const
    await office.act(handler(), first.id, 'sendLetter', sending)
  })
  /** By the same person, a week later. */
  const askedAgain = () => {
    later(7)
    return begun()
  }

  test('given the number of the request before or of its answer, then the letter prints 文号 and day of the answer', async () => {
    const again = await askedAgain()
    const params = { agencyId: office.at.bureau, requestId: again }
    for (const reference of [first.number, ` ${number} `]) {
      const { case: of } = await office.act(handler(), again, 'saveDraft', here(reference))
      const earlier = { from: 'case', requestId: first.id, number, on: '2026-03-02' }
      expect(of.draft).toMatchObject({ decision: 'repeat', earlier })
    }
    const tried = await office.as(handler())(contracts.tryDraft, { params, body: here(number) })
    const text = `本机关已经答复：${number}（2026年3月2日）`
    expect(tried.blocks.map(block => block.text).join()).toContain(text)
    await office.act(handler(), again, 'submitDraft', { revision: 1 })
    const shown = await office.as(handler())(contracts.previewDraft, { params })
    expect(shown.blocks.map(block => block.text).join()).toContain(text)
  })

  test('given another person’s request, one that is not answered, or none, then it is refused at its place', async () => {
    const again = await askedAgain()
    const li = { ...zhang, name: '李四', identityType: 'passport' as const, identityNumber: 'E00000001' }
    const others = (await office.register({ applicant: li })).request.case
    const open = (await office.register()).request.case
    const save = (body: Body) => refusalOf(office.act(handler(), again, 'saveDraft', body))
    for (const reference of [others.number, '〔1999〕1号'])
      expect(await save(here(reference))).toMatchObject({ code: 'no_such_request', at: 'body.earlier.reference' })
    expect(await save(here(open.number))).toMatchObject({ code: 'not_answered', at: 'body.earlier.reference' })
    expect(await save(repeat(null))).toMatchObject({ code: 'no_earlier_answer', at: 'body.earlier' })
    expect((await office.get(again)).case.draft).toBeNull()
  })

  test('given an answer from before this system, then number and day are entered from the paper record, both or none', async () => {
    const again = await askedAgain()
    const paper = { from: 'paper', number: '示教公开〔2019〕7号', on: '2019-06-03' } as const
    const { case: of } = await office.act(handler(), again, 'saveDraft', repeat(paper))
    expect(of.draft?.earlier).toEqual(paper)
    const half = office.act(handler(), again, 'saveDraft', repeat({ from: 'paper', number: paper.number } as never))
    expect(await refusalOf(half)).toMatchObject({ at: 'body.earlier.on' })
  })
})
