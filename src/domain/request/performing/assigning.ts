/** Who has it in hand: assigning, claiming, sending back, asking another section, searching. */
import { done, refuse } from '../../kernel/result.ts'
import type { RequestCase } from '../case.ts'
import type { ActContext } from '../inputs.ts'
import { actorId, happened, must, reasonCalled, type Steps, type Trouble, written } from './step.ts'

export const assigningSteps: Steps<'assign' | 'claim' | 'sendBack' | 'askSection' | 'answerSection' | 'recordSearch'> =
  {
    assign: {
      apply: (before, { sectionId, handlerId }, { today }) =>
        written({ sectionId: [sectionId, { zh: '承办科室', en: 'the section' }] }) ??
        done({ ...before, state: begun(before), place: { sectionId, handlerId, since: today } }),
    },
    claim: {
      ready: ({ place }, { actor }) =>
        must(
          place !== null && actor.kind === 'staff' && place.sectionId !== null && place.sectionId === actor.sectionId,
          'not_your_section',
          '这一件没有分派到您所在的科室，请由承办科室认领或者先重新分派',
          'It was not given to your section; its own section claims it, or it is assigned anew first',
        ) ??
        must(
          place?.handlerId !== actorId(actor),
          'claimed_before',
          '这一件已经由您承办，不必再认领',
          'You have it in hand already',
        ),
      apply: (before, _nothing, { today, actor }) =>
        done({
          ...before,
          place: { sectionId: before.place?.sectionId ?? null, handlerId: actorId(actor), since: today },
        }),
    },
    sendBack: {
      ready: ({ place }, { actor }) =>
        must(
          place !== null &&
            actor.kind === 'staff' &&
            (place.handlerId === actor.accountId || (place.sectionId !== null && place.sectionId === actor.sectionId)),
          'not_your_section',
          '这一件不在您所在的科室，不能由您退回；需要改派的请用“分派”',
          'It does not lie with your section, so it is not yours to send back; assign it anew instead',
        ),
      apply: (before, { reason }) =>
        written({ reason: [reason, reasonCalled] }) ?? done({ ...before, state: 'registered', place: null }),
    },
    askSection: {
      apply: (before, { sectionId, question, by }, { today, newId }) =>
        written({
          sectionId: [sectionId, { zh: '协办科室', en: 'the section asked' }],
          question: [question, { zh: '协办事项', en: 'what is asked' }],
        }) ??
        must(
          sectionId !== before.place?.sectionId,
          'own_section',
          '协办科室就是承办科室，请另选科室',
          'This section has the request in hand; choose another one',
          'sectionId',
        ) ??
        must(
          by >= today,
          'in_past',
          `协办期限 ${by} 已经过去，请改为今天以后`,
          `${by} is past; give a day to come`,
          'by',
        ) ??
        done({
          ...before,
          cooperations: [
            ...before.cooperations,
            { id: newId(), sectionId, question, by, askedOn: today, answer: null, answeredOn: null },
          ],
        }),
    },
    answerSection: {
      ready: (before, context) =>
        must(
          before.cooperations.some(c => c.answer === null && answersFor(c.sectionId, context)),
          'nothing_asked',
          '没有等待您所在科室回复的协办',
          'Nothing is asked of your section',
        ),
      apply: (before, { cooperationId, answer }, context) => {
        const asked = before.cooperations.find(c => c.id === cooperationId)
        if (!asked) return refuse('no_such_cooperation', noSuchCooperation, 'cooperationId')
        return (
          openTo(asked, context) ??
          written({ answer: [answer, { zh: '回复内容', en: 'the answer' }] }) ??
          done({
            ...before,
            cooperations: before.cooperations.map(c =>
              c.id === cooperationId ? { ...c, answer, answeredOn: context.today } : c,
            ),
          })
        )
      },
    },
    recordSearch: {
      apply: (before, input, context) => {
        const { on, systems, keywords, archives, persons, found, note } = input
        return (
          happened(on, context, { day: before.receivedOn, called: { zh: '收到申请之日', en: 'the day of receipt' } }) ??
          written({
            systems: [
              [...systems, archives].join(''),
              { zh: '检索的系统或者档案', en: 'the systems or archives searched' },
            ],
            keywords: [keywords.join(''), { zh: '检索词', en: 'the words searched for' }],
            persons: [persons, { zh: '检索人或者询问的人', en: 'who searched, or who was asked' }],
          }) ??
          done({
            ...before,
            searches: [
              ...before.searches,
              { id: context.newId(), on, systems, keywords, archives, persons, found, note },
            ],
          })
        )
      },
    },
  }

/** Given to somebody, what was only registered is in progress; a state that waits for the applicant stays. */
function begun({ state }: RequestCase): RequestCase['state'] {
  return state === 'registered' ? 'in_progress' : state
}

/** People of the section asked; the head of the office for any. */
function answersFor(sectionId: string, { actor }: ActContext): boolean {
  return (
    actor.kind === 'staff' && (actor.sectionId === sectionId || actor.roles.some(({ role }) => role === 'office_head'))
  )
}

function openTo(asked: RequestCase['cooperations'][number], context: ActContext): Trouble {
  return (
    must(asked.answer === null, 'answered_before', '这一协办已经回复', 'This was answered already', 'cooperationId') ??
    must(
      answersFor(asked.sectionId, context),
      'not_your_section',
      '这一协办请的是其他科室，请由该科室回复',
      'Another section was asked; it answers',
      'cooperationId',
    )
  )
}

const noSuchCooperation = {
  zh: '没有这一协办，请刷新页面后再选',
  en: 'There is no such question; reload and choose again',
}
