/** One request: its head always in sight, all that belongs to it below, the list it was opened from at the left. */
import { useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import type { RequestActId } from '../../../../domain/request/acts.ts'
import { requestActIds } from '../../../../domain/request/acts.ts'
import { useRead } from '../../../../kit/console/api.tsx'
import { Loaded } from '../../../../kit/console/states.tsx'
import { useUrlState } from '../../../../kit/console/url-state.ts'
import { getRequest, type RequestView } from '../../contract/index.ts'
import { actForms } from '../acts/index.ts'
import { useAgency } from '../use-agency.ts'
import { ActDrawer, type OpenAct } from './act-drawer.tsx'
import { ApplicantPart } from './applicant.tsx'
import { ProposalPart, SimilarPart, TimelinePart, UrgingsPart } from './beside.tsx'
import { CaseContext } from './case-context.ts'
import { HandlingPart } from './handling.tsx'
import { CaseHead } from './head.tsx'
import { LettersPart } from './letters.tsx'
import { OutcomePart } from './outcome.tsx'
import { PapersPart } from './papers.tsx'
import { Queue } from './queue.tsx'
import { Waits } from './waits.tsx'
import { ArrivalPart, LinksPart, WantedPart } from './wanted.tsx'

export function CasePage() {
  const { agencyId } = useAgency()
  const { requestId = '' }: { readonly requestId?: string } = useParams({ strict: false })
  const query = useRead(getRequest, { params: { agencyId, requestId }, query: {} })
  return (
    <div className="r-desk">
      <Queue here={requestId} />
      <div className="r-case">
        <Loaded query={query}>{view => <Case key={view.case.id} view={view} />}</Loaded>
      </div>
    </div>
  )
}

function Case({ view }: { readonly view: RequestView }) {
  const navigate = useNavigate()
  const [{ act: asked }] = useUrlState()
  const [opened, setOpened] = useState<OpenAct | null>(() => openedBy(asked, view))
  const open = (act: RequestActId, target?: string) => {
    if (actForms[act] === 'page') {
      void navigate({ to: '/requests/$requestId/draft', params: { requestId: view.case.id } })
    } else {
      setOpened({ act, target: target ?? null })
    }
  }
  return (
    <CaseContext value={{ view, open }}>
      <CaseHead />
      <Waits />
      <UrgingsPart />
      <OutcomePart />
      <WantedPart />
      <ApplicantPart />
      <HandlingPart />
      <PapersPart />
      <LettersPart />
      <ArrivalPart />
      <LinksPart />
      <SimilarPart />
      <ProposalPart />
      <TimelinePart />
      <ActDrawer view={view} opened={opened} close={() => setOpened(null)} />
    </CaseContext>
  )
}

/** The form the address asks for, where the act may be done. */
function openedBy(asked: string | undefined, { acts }: RequestView): OpenAct | null {
  const act = requestActIds.find(known => known === asked)
  return act && acts.includes(act) && typeof actForms[act] !== 'string' ? { act, target: null } : null
}
