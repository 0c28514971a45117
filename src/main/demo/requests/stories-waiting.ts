/** Stories that stand somewhere today: each begins so many working days before the last day, and goes no further. */
import { delivered, personOf, reviewed, submitted } from './answering.ts'
import { type Coming, comes, confirmed } from './arriving.ts'
import { asksSection, begun, toReturned, triedToReach, urges } from './stories-plain.ts'
import {
  askedForReasons,
  askedToCorrect,
  askedToPay,
  asksExtension,
  asksOthers,
  declaresPaid,
  grantedExtension,
  toldOfDelay,
} from './stories-winding.ts'
import { after, type Beginning, does, later, shortly, type Tale, type Telling } from './tale.ts'

export interface Waiting {
  /** How many working days before the last one it begins. */
  readonly since: number
  readonly tell: (b: Beginning) => Telling
}

const online: Coming = { channel: 'online', route: 'online' }
const inPerson: Coming = { channel: 'in_person', route: 'hand' }
const byPost: Coming = { channel: 'mail_signed', route: 'post' }

/** Comes as said, and goes as far as told; where nothing is told, it waits where it came in. */
function waits(since: number, coming: Coming, go?: (t: Tale) => Telling): Waiting {
  return {
    since,
    tell: function* (b) {
      const t = comes({ ...b, pace: 'brisk' }, coming)
      if (go) yield* go(t)
    },
  }
}

const inReview = (stages: number, coming: Coming) =>
  waits(10, coming, function* (t) {
    yield* begun(t)
    yield* submitted(t, 'granted')
    yield* reviewed(t, stages)
  })

function* signed(t: Tale): Telling {
  yield* begun(t)
  yield* submitted(t, 'already_public')
  yield* reviewed(t)
}

/** Every state and standing a request can be found in. */
export const waiting = {
  unconfirmed: waits(0, { channel: 'email', route: 'email' }),
  unreached: waits(1, { channel: 'mail_plain', route: 'post' }, triedToReach),
  registered: waits(1, inPerson),
  assigned: waits(3, online, function* (t) {
    const { head, drafter } = t.office.cast.people
    yield* confirmed(t)
    yield* shortly(t)
    does(t, head, 'assign', { sectionId: drafter.sectionId ?? '', handlerId: null, note: '请认领办理' })
  }),
  in_hand: waits(6, online, begun),
  cooperation: waits(8, inPerson, function* (t) {
    yield* begun(t)
    yield* asksSection(t)
  }),
  letter_drafted: waits(5, online, function* (t) {
    yield* begun(t)
    yield* shortly(t)
    does(t, personOf(t), 'askCorrection', { grounds: ['delivery'], items: ['请写明获取信息的方式和途径'], days: 10 })
  }),
  correcting: waits(9, online, askedToCorrect),
  giving_reasons: waits(9, online, askedForReasons),
  paying: waits(9, online, askedToPay),
  paid_so_said: waits(10, online, function* (t) {
    yield* askedToPay(t)
    yield* declaresPaid(t)
  }),
  third_party: waits(12, online, t => asksOthers(t, 'third_party')),
  co_maker: waits(12, byPost, t => asksOthers(t, 'co_maker')),
  other_organ: waits(12, inPerson, t => asksOthers(t, 'other_organ')),
  extension_asked: waits(13, online, asksExtension),
  extended: waits(16, online, grantedExtension),
  delayed: waits(15, online, toldOfDelay),
  drafting: waits(11, inPerson, function* (t) {
    yield* begun(t)
    yield* submitted(t, 'granted')
    yield* shortly(t)
    does(t, personOf(t), 'takeBackDraft', {})
  }),
  in_legality: inReview(0, online),
  in_secrecy: inReview(1, inPerson),
  in_office: inReview(2, byPost),
  in_signature: inReview(3, online),
  returned_draft: waits(12, online, function* (t) {
    yield* begun(t)
    yield* submitted(t, 'granted')
    yield* reviewed(t, 1)
    yield* shortly(t)
    does(t, t.office.cast.people.secrecy, 'returnDraft', { reason: '附件含有个人联系方式，请区分处理后再报' })
  }),
  signed: waits(12, inPerson, signed),
  sent_by_post: waits(13, byPost, function* (t) {
    yield* signed(t)
    yield* later(t, 1)
    const letterId = t.file.case.letters.at(-1)?.id ?? ''
    const { handler } = t.office.cast.people
    does(t, handler, 'sendLetter', { letterId, on: t.day, way: 'post', trackingNumber: 'XA0000005800' })
  }),
  came_back: waits(16, byPost, toReturned),
  answered: waits(13, online, function* (t) {
    yield* begun(t)
    yield* submitted(t, 'granted')
    yield* reviewed(t)
    yield* delivered(t, 'L02')
  }),
  proposal: waits(14, online, function* (t) {
    yield* begun(t)
    yield* submitted(t, 'granted')
    yield* reviewed(t)
    yield* delivered(t, 'L02')
    yield* shortly(t)
    does(t, { kind: 'applicant' }, 'proposePublication', { reason: '与附近居民都有关，建议向社会公开' })
  }),
  soon_due: waits(18, inPerson, begun),
  overdue: waits(24, inPerson, function* (t) {
    yield* begun(t)
    yield* after(t, 17)
    urges(t)
  }),
  record: waits(6, { kind: 'record_correction', channel: 'in_person', subject: recordSubject() }, begun),
  enquiry: waits(2, { kind: 'enquiry', channel: 'email', route: 'email', subject: enquirySubject() }, confirmed),
} satisfies Readonly<Record<string, Waiting>>

export type WaitingId = keyof typeof waiting
export const waitingIds = Object.keys(waiting) as readonly WaitingId[]

export function recordSubject() {
  return { title: '更正本人登记信息', features: '登记的出生日期与身份证件不一致，请求更正' }
}

export function enquirySubject() {
  return { title: '咨询办理地点和所需材料', features: '请问该事项在哪里办理，需要带哪些材料' }
}
