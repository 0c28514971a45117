/**
 * Extension (条例33; D§2.4): one for a case, asked and approved before due, by the head of the office for another. It
 * counts from the day the applicant is told: see effects.ts.
 */
import { deadlines } from '../../../law/deadlines.ts'
import { done, refuse } from '../../kernel/result.ts'
import type { Extension, RequestCase } from '../case.ts'
import { extensionStanding } from '../extension-standing.ts'
import type { ActContext } from '../inputs.ts'
import { standsToday } from './events.ts'
import { drafted, procedural } from './letter-book.ts'
import { actorId, holdsApartFrom, must, reasonCalled, type Steps, type Trouble, within, written } from './step.ts'

export const extensionSteps: Steps<'askExtension' | 'approveExtension' | 'refuseExtension'> = {
  askExtension: {
    ready: (before, context) =>
      must(
        mayAsk(before),
        'extended_before',
        '已经申请过延期；每件申请只延期一次',
        'An extension was asked for already; there is one for a request',
      ) ?? takesEffect(before, 1, context),
    apply: (before, { days, reason }, context) => {
      const most = context.rules.limits?.extension ?? deadlines.extension.length
      const found =
        within(days, 1, most, { zh: '延长的工作日数', en: 'The working days to add' }, 'days') ??
        written({ reason: [reason, reasonCalled] })
      if (found) return found
      const extension: Extension = {
        days,
        reason,
        askedBy: actorId(context.actor),
        askedOn: context.today,
        outcome: null,
        lapsed: null,
      }
      return done({ ...before, extension })
    },
  },
  approveExtension: {
    ready: (before, context) => {
      const waiting = pending(before)
      return waiting === null
        ? nothingAsked()
        : (byAnother(waiting, context) ?? takesEffect(before, waiting.days, context))
    },
    apply: (before, _nothing, context) => {
      const waiting = pending(before)
      if (waiting === null) return nothingAsked()
      const { today, actor } = context
      const letter = drafted({ letter: procedural.extension, to: 'applicant', authorId: waiting.askedBy }, context)
      const outcome = { approved: true as const, by: actorId(actor), on: today, letterId: letter.id }
      return done({
        ...before,
        extension: { ...waiting, outcome },
        letters: [...before.letters, letter],
      })
    },
  },
  refuseExtension: {
    ready: before => (pending(before) === null ? nothingAsked() : null),
    apply: (before, { reason }, { today, actor }) =>
      written({ reason: [reason, reasonCalled] }) ??
      done({
        ...before,
        extension: before.extension && {
          ...before.extension,
          outcome: { approved: false, by: actorId(actor), on: today, reason },
        },
      }),
  },
}

/** One that was refused, or approved and never told, took nothing from the period. */
function mayAsk(of: RequestCase): boolean {
  const standing = extensionStanding(of)
  return standing === null || standing === 'refused' || standing === 'lapsed'
}

function pending({ extension }: RequestCase): Extension | null {
  return extension?.outcome === null ? extension : null
}

function byAnother({ askedBy }: Extension, { actor }: ActContext): Trouble {
  return must(
    holdsApartFrom(actor, ['office_head'], [askedBy]),
    'own_draft',
    '不能批准自己申请的延期，也不能代申请人批准；请由另一位负责人批准',
    'Nobody approves an extension they asked for, nor another in their place; have another head do it',
  )
}

/** Whether an extension of today would stand before the law: a period that still runs, and no later day told. */
function takesEffect(before: RequestCase, days: number, context: ActContext): Trouble {
  return standsToday(before, { kind: 'extended', on: context.today, days }, context)
}

function nothingAsked() {
  return refuse('nothing_asked', { zh: '没有等待批准的延期', en: 'No extension waits for approval' })
}
