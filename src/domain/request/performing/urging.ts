/** Urging by the agency above (条例47), and the answer it gets. */
import { done, refuse } from '../../kernel/result.ts'
import { actorId, must, type Steps, written } from './step.ts'

export const urgingSteps: Steps<'urge' | 'answerUrging'> = {
  urge: {
    apply: (before, { text, answerBy }, { actor, today, newId }) =>
      written({ text: [text, { zh: '督办内容', en: 'what is urged' }] }) ??
      must(
        answerBy >= today,
        'in_past',
        `回复期限 ${answerBy} 已经过去，请改为今天以后`,
        `${answerBy} is past; give a day to come`,
        'answerBy',
      ) ??
      done({
        ...before,
        urgings: [...before.urgings, { id: newId(), on: today, by: actorId(actor), text, answerBy, answer: null }],
      }),
  },
  answerUrging: {
    ready: ({ urgings }) =>
      must(
        urgings.some(u => u.answer === null),
        'nothing_asked',
        '没有等待回复的督办',
        'No urging waits for an answer',
      ),
    apply: (before, { urgingId, text }, { actor, today }) => {
      const urged = before.urgings.find(u => u.id === urgingId)
      if (urged?.answer !== null) return refuse('not_waiting', notWaiting, 'urgingId')
      return (
        written({ text: [text, { zh: '回复内容', en: 'the answer' }] }) ??
        done({
          ...before,
          urgings: before.urgings.map(u =>
            u.id === urgingId ? { ...u, answer: { on: today, by: actorId(actor), text } } : u,
          ),
        })
      )
    },
  },
}

const notWaiting = {
  zh: '这一督办不存在或者已经回复，请核对',
  en: 'This urging is not there or was answered; check it',
}
