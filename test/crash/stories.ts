/** Lives of requests as people carry them on, act by act, each in its own way to an end. */
import type { RoleId } from '../../src/domain/people/roles.ts'
import type { RequestView } from '../../src/features/requests/contract/view.ts'
import { type ActName, type Given, intake, type Registering, wanted } from '../support/request-office.ts'
import type { Sent } from './desk.ts'

/** Sends a call until it is answered; null where it had been done and its answer is no longer shown. */
export type Ask = (call: Omit<Sent, 'key'>) => Promise<unknown>

/** What a story is lived in: calls, the worker's turn, and the case as it then is. */
export interface Office {
  readonly ask: Ask
  readonly work: () => Promise<void>
  readonly look: (who: RoleId, path: string) => Promise<unknown>
  readonly section: string
}

interface Life {
  view: RequestView
  readonly act: <A extends ActName>(who: RoleId, act: A, body: Given<A>) => Promise<void>
  readonly letter: (code: string) => { letterId: string }
  /** Puts it aside to leave electronically, and waits until it has left. */
  readonly leave: (code: string, way: 'online' | 'email') => Promise<void>
}

async function begun({ ask, work, look }: Office, changes: Partial<Registering> = {}): Promise<Life | null> {
  const answer = await ask({ who: 'handler', path: '', body: { ...intake, ...changes } })
  if (answer === null) return null
  const life: Life = {
    view: (answer as { request: RequestView }).request,
    act: async (who, act, body) => {
      const { id, version } = life.view.case
      life.view = (await ask({ who, path: `/${id}/${act}`, body: { ...body, version } })) as RequestView
    },
    letter: code => ({ letterId: life.view.case.letters.findLast(({ letter }) => letter === code)?.id ?? '' }),
    leave: async (code, way) => {
      const { letterId } = life.letter(code)
      await life.act('handler', 'sendLetter', { letterId, on, way, trackingNumber: null })
      const isServed = () => life.view.case.letters.some(({ id, state }) => id === letterId && state === 'served')
      while (!isServed()) {
        await work()
        life.view = (await look('handler', `/${life.view.case.id}`)) as RequestView
      }
    },
  }
  return life
}

const on = intake.arrivedOn
const reason = '档案数量大'

/** Drafted, approved by four. */
async function approved({ act }: Life): Promise<void> {
  const facts = { delivery: '邮寄纸质复印件' }
  await act('handler', 'saveDraft', { decision: 'granted', facts, withheld: [], edits: {}, attachments: [] })
  await act('handler', 'submitDraft', { revision: 1 })
  const approval = { revision: 1, opinion: '同意', secrecy: null }
  await act('reviewer', 'approveDraft', approval)
  await act('secrecy_reviewer', 'approveDraft', { ...approval, secrecy: 'open' })
  await act('office_head', 'approveDraft', approval)
  await act('leader', 'approveDraft', approval)
}

/** The same, posted and received. */
async function answered(life: Life): Promise<void> {
  const { act, letter } = life
  await approved(life)
  await act('handler', 'sendLetter', { ...letter('L02'), on, way: 'post', trackingNumber: 'XA1' })
  await act('handler', 'serveLetter', { ...letter('L02'), on, evidence: '邮件回执' })
}

type Story = (office: Office) => Promise<void>

const corrected: Story = async office => {
  const { section: sectionId } = office
  const life = await begun(office, { channel: 'mail_plain' })
  if (!life) return
  const { act, letter } = life
  await act('handler', 'confirm', { on, method: 'phone', evidence: '电话确认' })
  await act('handler', 'assign', { sectionId, handlerId: null, note: '' })
  await act('handler', 'askCorrection', { grounds: ['unclear'], items: ['请说明年度'], days: 10 })
  await act('office_head', 'issueLetter', letter('D04'))
  await act('handler', 'serveLetter', { ...letter('D04'), on, evidence: '送达回证' })
  await act('handler', 'correct', { on, text: '2025年度', wanted: null, late: null })
  await answered(life)
}

const extended: Story = async office => {
  const { section: sectionId } = office
  const life = await begun(office)
  if (!life) return
  const { act } = life
  const search = { systems: ['公文系统'], keywords: ['划片'], archives: '', persons: '李四', found: true, note: '' }
  await act('handler', 'assign', { sectionId, handlerId: null, note: '' })
  await act('handler', 'recordSearch', { on, ...search })
  await act('handler', 'askExtension', { days: 20, reason })
  await act('office_head', 'approveExtension', {})
  await answered(life)
}

const consulted: Story = async office => {
  const { section: sectionId } = office
  const life = await begun(office)
  if (!life) return
  const { act, letter } = life
  const who = { name: '王老五', kind: 'person' as const, address: '示例县北街3号', phone: '13811112222', email: null }
  await act('handler', 'assign', { sectionId, handlerId: null, note: '' })
  await act('handler', 'consult', { party: 'third_party', who, about: '体检结论', why: '涉及个人隐私' })
  await act('office_head', 'issueLetter', letter('D07'))
  await act('handler', 'sendLetter', { ...letter('D07'), on, way: 'post', trackingNumber: 'XA2' })
  await act('handler', 'serveLetter', { ...letter('D07'), on, evidence: '邮件回执' })
  const consultationId = life.view.case.consultations[0]?.id ?? ''
  await act('handler', 'recordOpinion', { consultationId, on, opinion: 'agree', text: '同意公开' })
  await answered(life)
}

const parted: Story = async office => {
  const { section: sectionId } = office
  const life = await begun(office)
  if (!life) return
  const parts = [
    { title: '划片方案', features: '' },
    { title: '学位预警', features: '' },
  ]
  await life.act('handler', 'assign', { sectionId, handlerId: null, note: '' })
  await life.act('handler', 'split', { parts })
  await life.act('handler', 'withdraw', { on, reason: '', told: { from: 'words', words: '来电撤回' } })
}

const electronic: Story = async office => {
  const { section: sectionId } = office
  const life = await begun(office, { channel: 'online', wanted: { ...wanted, form: 'email', route: 'email' } })
  if (!life) return
  const { act, letter, leave } = life
  await act('handler', 'confirm', { on, method: 'phone', evidence: '电话确认' })
  await act('handler', 'assign', { sectionId, handlerId: null, note: '' })
  await act('handler', 'askCorrection', { grounds: ['unclear'], items: ['请说明年度'], days: 10 })
  await act('office_head', 'issueLetter', letter('D04'))
  await leave('D04', 'online')
  await act('handler', 'correct', { on, text: '2025年度', wanted: null, late: null })
  await approved(life)
  await leave('L02', 'email')
}

export const stories: readonly Story[] = [corrected, electronic, extended, consulted, parted]
