/** By which ways one wants to hear of what: one's own choice, the same in every agency. */
import { type NoticeGroupId, noticeChoices, noticeGroupIds, noticeGroups } from '../../../domain/people/notices.ts'
import { maskPersonal } from '../../../domain/personal/personal.ts'
import type { AnswerOf, Contract } from '../../../kit/contract.ts'
import { refused } from '../../../kit/problem.ts'
import { type Done, noAgency, signedIn, type Task } from '../../../kit/routes.ts'
import type * as contracts from '../notice-contract.ts'
import { needsSession } from '../refusals.ts'
import { type AccountRow, accountById, changeAccount, holdAccount } from '../store/accounts.ts'
import { peopleIn } from '../store/people.ts'
import { openPhone } from './person-view.ts'

type Answer = AnswerOf<typeof contracts.getNoticeChoices>

export async function getNoticeChoices(task: Task<typeof contracts.getNoticeChoices>): Promise<Answer> {
  return shown(task, (await ownAccount(task, accountById)).notices)
}

/** What is not named stays as it was chosen. */
export async function setNoticeChoices(task: Task<typeof contracts.setNoticeChoices>): Promise<Done<Answer>> {
  const { tx, body } = task
  const account = await ownAccount(task, holdAccount)
  const notices = { ...(account.notices as object | null), ...body.choices }
  await changeAccount(tx, account.id, { notices })
  const agencyId = signedIn(task).actor.agencyId
  const entry = { subject: `account:${account.id}`, data: { choices: body.choices }, agencyId }
  return { answer: await shown(task, notices), record: [entry] }
}

async function ownAccount(task: Task<Contract>, find: typeof accountById): Promise<AccountRow> {
  const account = await find(task.tx, signedIn(task).actor.accountId)
  if (!account) throw refused(needsSession)
  return account
}

async function shown(task: Task<Contract>, kept: unknown): Promise<Answer> {
  const { accountId, agencyId } = signedIn(task).actor
  const choices = noticeChoices(kept)
  const [member] = agencyId === noAgency ? [] : await peopleIn(task.tx, agencyId, { accountId, limit: 1 })
  const phone = member ? await openPhone(task, member) : null
  const email = member?.account.email ?? null
  const item = (group: NoticeGroupId) => ({ group, ...noticeGroups[group], ways: [...choices[group]] })
  return {
    items: noticeGroupIds.map(item),
    email: email === null ? null : maskPersonal('email', email),
    phone: phone === null ? null : maskPersonal('phone', phone),
  }
}
