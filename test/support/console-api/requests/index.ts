/** The made-up API of requests. */

import { requestActIds } from '../../../../src/domain/request/acts.ts'
import { feeForPages } from '../../../../src/domain/request/fees.ts'
import { isOpen } from '../../../../src/domain/request/states.ts'
import * as c from '../../../../src/features/requests/contract/index.ts'
import { channels } from '../../../../src/law/channels.ts'
import { answers, type Handler, idOf, pageFrom, refusal } from '../fake.ts'
import { carriedOut } from './acts.ts'
import { author, blankCase, type Case, day, madeUpCases, me, section, today } from './cases.ts'
import { figureHandlers } from './figures.ts'
import { file, letterView, pageOf, scan } from './papers.ts'
import { applicantWhole, clockOf, viewOf } from './views.ts'

export interface Requests {
  readonly requests: Case[]
}

const say = (zh: string) => ({ zh, en: zh })

export function madeUpRequests(): Requests {
  return { requests: madeUpCases() }
}

type Filters = Partial<Record<string, unknown>>

function fits(of: Case, { standing, state, q, kind, channel }: Filters): boolean {
  const { urgency } = clockOf(of)
  const stands: Readonly<Record<string, boolean>> = {
    open: isOpen(of.state),
    soon: urgency === 'soon' || urgency === 'today',
    overdue: urgency === 'overdue',
    late_closed: of.closing?.onTime === false,
    ended: !isOpen(of.state),
  }
  return (
    (standing === undefined || (stands[String(standing)] ?? false)) &&
    (state === undefined || of.state === state) &&
    (kind === undefined || of.kind === kind) &&
    (channel === undefined || of.channel === channel) &&
    (q === undefined || `${of.number} ${of.wanted.title}`.includes(String(q)))
  )
}

export function requestHandlers(state: Requests): Handler[] {
  const find = (id: string) => {
    const found = state.requests.find(one => one.id === id)
    if (!found) throw refusal(404, 'not_found', '没有找到这件申请。')
    return found
  }
  const view = (of: Case, days = false) =>
    viewOf(
      of,
      state.requests.filter(({ id }) => id !== of.id),
      days,
    )
  const keep = (next: Case) => {
    state.requests.splice(state.requests.indexOf(find(next.id)), 1, next)
    return view(next)
  }
  return [
    // Before the single request, whose address theirs would fit.
    ...figureHandlers(),
    answers(c.countRequests, ({ query }) => {
      const { standing: _, ...rest } = query
      const count = (standing: string) => state.requests.filter(of => fits(of, { ...rest, standing })).length
      return {
        agencyName: '示例县教育局',
        states: {},
        open: count('open'),
        soon: count('soon'),
        overdue: count('overdue'),
        lateClosed: count('late_closed'),
        unconfirmed: state.requests.filter(of => of.state === 'arrived').length,
      }
    }),
    answers(c.getOffice, () => ({
      handlers: [
        { id: me, name: '陈明', sectionId: section },
        { id: author, name: '李娜', sectionId: section },
      ],
      chain: ['legality' as const, 'secrecy' as const, 'office' as const, 'signature' as const],
      closingGrounds: ['came_in_twice' as const, 'forwarded' as const],
      correctionDays: 12,
      payTo: '示例县财政局非税专户',
    })),
    answers(c.listRequests, ({ query: { after, limit, order: _, ...filters } }) =>
      pageFrom(
        state.requests.filter(of => fits(of, filters)).map(of => listed(of)),
        { after, limit },
      ),
    ),
    answers(c.registerRequest, ({ body }) => {
      const { receivedWhen } = channels[body.channel]
      const received = { submitted: body.submittedOn, signed: body.arrivedOn, confirmed: null }[receivedWhen]
      const made = blankCase(20 + state.requests.length, body.wanted.title, {
        kind: body.kind,
        channel: body.channel,
        state: received === null ? 'arrived' : 'registered',
        receivedOn: received,
        applicantKind: body.applicant.kind,
        wanted: body.wanted,
        place: null,
      })
      state.requests.push(made)
      return { request: view(made), queryCode: 'K7QP-3MWX-9RTB' }
    }),
    answers(c.getRequest, ({ params, query }) => view(find(params.requestId), query.days === 'yes')),
    answers(c.unmaskRequest, ({ params }) => ({
      applicant: { ...applicantWhole, kind: find(params.requestId).applicantKind },
      parties: [],
    })),
    answers(c.previewAct, ({ params, body }) => {
      const of = find(params.requestId)
      const extended = params.act === 'askExtension' && typeof body.days === 'number'
      const event = { kind: 'extended' as const, on: today, days: extended ? Number(body.days) : 0 }
      const after = extended ? clockOf({ ...of, events: [event] }) : clockOf(of)
      return { before: clockOf(of), after, notes: [], refusal: null }
    }),
    ...paperHandlers(view, find),
    ...letterHandlers(find),
    ...requestActIds.map(act =>
      answers(c.actContracts[act], ({ params, body }) => {
        const of = find(params.requestId)
        if (body.version !== of.version) throw refusal(409, 'changed_meanwhile', '您打开之后，该申请已被他人修改。')
        return keep(carriedOut(act, of, body))
      }),
    ),
  ]
}

function listed(of: Case) {
  const { id, number, kind, state, applicantKind, channel, receivedOn, closing } = of
  const { days: _, ...clock } = clockOf(of)
  return {
    id,
    number,
    kind,
    state,
    title: of.wanted.title,
    applicant: applicantKind === 'natural_person' ? '王*明' : '示例**有限公司',
    applicantKind,
    channel,
    receivedOn,
    clock,
    section: of.place ? '政务公开科' : null,
    handler: of.place ? '李娜' : null,
    closedOn: closing?.on ?? null,
    outcome: closing ? say('信息不存在') : null,
    onTime: closing?.onTime ?? null,
  }
}

function paperHandlers(view: (of: Case) => c.RequestView, find: (id: string) => Case): Handler[] {
  const paper = (requestId: string) => {
    const [first] = view(find(requestId)).papers
    if (!first) throw refusal(404, 'not_found', '没有找到这份材料。')
    return first
  }
  return [
    answers(c.addPaper, ({ params, body: { name, kind } }) => ({
      ...paper(params.requestId),
      id: idOf(1690),
      name,
      kind,
    })),
    answers(c.removePaper, () => null),
    answers(c.paperFile, () => file('申请表.pdf', 'application/pdf')),
    answers(c.paperPage, ({ params }) => pageOf(params.page)),
    answers(c.scanPaper, () => scan),
    answers(c.redactPaper, ({ params }) => ({
      ...paper(params.requestId),
      id: idOf(1602),
      kind: 'redacted' as const,
      name: '施工合同（处理后）.pdf',
      from: params.paperId,
      notFound: ['张三丰'],
      notes: [say('有要隐去的文字没有找到。')],
    })),
    answers(c.archiveFile, () => file('卷宗.zip', 'application/zip')),
  ]
}

function letterHandlers(find: (id: string) => Case): Handler[] {
  const one = (requestId: string, letterId: string, edits: Readonly<Record<string, string>> = {}) => {
    const of = find(requestId)
    const letter = of.letters.find(({ id }) => id === letterId)
    if (!letter) throw refusal(404, 'not_found', '没有找到这份文书。')
    return letterView(of, letterId, letter.letter, letter.state, edits)
  }
  const answer = (id: string, edits: Readonly<Record<string, string>>) =>
    letterView(find(id), idOf(1299), 'L02', 'drafted', edits)
  return [
    answers(c.getLetter, ({ params }) => one(params.requestId, params.letterId)),
    answers(c.editLetter, ({ params, body }) => one(params.requestId, params.letterId, body.edits)),
    answers(c.letterForm, ({ params: { code } }) => file(`${code}.pdf`, 'application/pdf')),
    answers(c.letterFile, ({ params: { format } }) => file(`告知书.${format}`, 'application/octet-stream')),
    answers(c.previewDraft, ({ params }) => answer(params.requestId, find(params.requestId).draft?.edits ?? {})),
    answers(c.tryDraft, ({ params, body }) => answer(params.requestId, body.edits)),
    answers(c.listRevisions, ({ params }) => {
      const { draft } = find(params.requestId)
      if (!draft) return { items: [] }
      const before = { ...draft, revision: draft.revision - 1, facts: { delivery: '附件随文邮寄' }, approvals: [] }
      const returned = { by: idOf(102), on: day('2026-11-16'), reason: '请写明不予公开部分的理由。' }
      return { items: draft.revision > 1 ? [{ ...before, returned }, draft] : [draft] }
    }),
    answers(c.quoteFee, ({ query: { scheme, pages = 0 } }) => {
      const fee = feeForPages(pages)
      const { lines, total } = fee.ok ? fee.value : { lines: [], total: 0 }
      return {
        scheme,
        quantity: pages,
        amount: total,
        lines: lines.map(({ why, article, yuan }) => ({ why: say(why), article: say(article), yuan })),
        notes: [say('本月该申请人第 3 件申请，按件不收费。')],
      }
    }),
  ]
}
