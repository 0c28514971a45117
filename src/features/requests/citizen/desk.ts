/** The citizen's desk on the database: each call in one transaction with its entry in the record, within its limits. */
import { done, type refuse } from '../../../domain/kernel/result.ts'
import { record } from '../../../kit/record.ts'
import type { Entry } from '../../../kit/routes.ts'
import type { Services } from '../../../kit/services.ts'
import { type Call, setupOf } from '../actions/setup.ts'
import type { CitizenDesk, CitizenOrigin, CitizenResult, Follower } from '../citizen.ts'
import { settlePayment } from '../payment/settle.ts'
import { act } from './act.ts'
import { apply, sentApplication } from './apply.ts'
import { openDraft, saveDraft } from './drafts.ts'
import { attachmentFor, letterFor } from './files.ts'
import { found } from './find.ts'
import { counted } from './limits.ts'
import { ownDataFor } from './own-data.ts'
import { attach, detach, ownRequests } from './own-requests.ts'
import { paperTrouble, refusalOf } from './paper-trouble.ts'
import { beginPayment } from './pay.ts'
import { publishedAbout } from './published.ts'
import { trackedView } from './tracked.ts'
import { mayFollow, withinLimits } from './within-limits.ts'

export function citizenDesk(services: Services): CitizenDesk {
  const { database } = services
  const within = <T>(agencyId: string, work: (call: Call) => Promise<T>): Promise<T> => {
    const now = services.now()
    return database.transaction({ agency: agencyId }, tx => work({ tx, now, services }))
  }
  const recorded = <T extends { readonly record: readonly Entry[] }, R extends CitizenResult<T>>(
    agencyId: string,
    work: (call: Call) => Promise<R>,
  ): Promise<R | ReturnType<typeof refuse>> =>
    within(agencyId, async call => {
      const result = await work(call)
      const whose = { now: call.now, actor: 'applicant', agencyId, kind: 'requests.applicantAct' }
      if (result.ok) await record(call.tx, services, result.value.record, whose)
      return result
    }).catch(refusalOf)
  const following = (agencyId: string, who: Follower, { address }: CitizenOrigin) =>
    mayFollow(services, agencyId, who, address)
  return {
    apply: async (agencyId, application, { address, ...origin }) => {
      const applied = await withinLimits(services, address, () =>
        recorded(agencyId, call => apply(call, agencyId, application, origin)),
      )
      return applied.ok ? done(applied.value.receipt) : applied
    },
    track: async (agencyId, who, origin) => {
      const refusal = await following(agencyId, who, origin)
      if (refusal) return { ok: false, refusal }
      return within(agencyId, async call => {
        const kept = await found(call, agencyId, who)
        return kept.ok ? done(await trackedView(call, await setupOf(call, agencyId), kept.value)) : kept
      })
    },
    act: async (agencyId, who, given, origin) => {
      const refusal = await following(agencyId, who, origin)
      if (refusal) return { ok: false, refusal }
      const acted = await recorded(agencyId, call => act(call, agencyId, who, given, origin.key))
      return acted.ok ? done(acted.value.tracked) : acted
    },
    letter: async (agencyId, who, letterId, origin) => {
      const refusal = await following(agencyId, who, origin)
      if (refusal) return { ok: false, refusal }
      const taken = await recorded(agencyId, call => letterFor(call, agencyId, who, letterId))
      return taken.ok ? done(taken.value.file) : taken
    },
    attachment: async (agencyId, who, paperId, origin) => {
      const refusal = await following(agencyId, who, origin)
      if (refusal) return { ok: false, refusal }
      const taken = await recorded(agencyId, call => attachmentFor(call, agencyId, who, paperId))
      return taken.ok ? done(taken.value.file) : taken
    },
    ownData: async (agencyId, who, origin) => {
      const refusal = await following(agencyId, who, origin)
      if (refusal) return { ok: false, refusal }
      const taken = await recorded(agencyId, call => ownDataFor(call, agencyId, who))
      return taken.ok ? done(taken.value.data) : taken
    },
    pay: async (agencyId, who, returnPath, origin) => {
      const refusal = await following(agencyId, who, origin)
      if (refusal) return { ok: false, refusal }
      return beginPayment(services, await within(agencyId, call => found(call, agencyId, who)), returnPath)
    },
    paid: callback => settlePayment(services, callback),
    ownRequests: (accountId, page) => ownRequests(services, accountId, page),
    attach: async (agencyId, who, accountId, origin) => {
      const refusal = await following(agencyId, who, origin)
      if (refusal) return { ok: false, refusal }
      const given = await recorded(agencyId, call => attach(call, agencyId, who, accountId))
      return given.ok ? done({ id: given.value.id }) : given
    },
    detach: async (agencyId, who, origin) => {
      const refusal = await following(agencyId, who, origin)
      if (refusal) return { ok: false, refusal }
      const taken = await recorded(agencyId, call => detach(call, agencyId, who))
      return taken.ok ? done({ id: taken.value.id }) : taken
    },
    published: async (agencyId, words, { address }) => {
      const refusal = await counted(database, 'search', address, services.now())
      if (refusal) return { ok: false, refusal }
      return done(await within(agencyId, ({ tx }) => publishedAbout(tx, agencyId, words.slice(0, 500))))
    },
    paperTrouble: bytes => paperTrouble(services, bytes),
    draft: (agencyId, name) => within(agencyId, call => openDraft(call, agencyId, name)),
    sent: (agencyId, name, sending) => within(agencyId, call => sentApplication(call, agencyId, name, sending)),
    keepDraft: async (agencyId, name, fields, { address }) => {
      const refusal = await counted(database, 'draft', address, services.now())
      if (refusal) return { ok: false, refusal }
      return within(agencyId, call => saveDraft(call, agencyId, name, fields))
    },
  }
}
