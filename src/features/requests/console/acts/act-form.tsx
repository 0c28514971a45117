/** The form of one act: its fields, what it does to the period, one button. It keeps a draft and asks the contract. */
import { Form } from 'antd'
import type { ReactNode } from 'react'
import type { z } from 'zod'
import { cite } from '../../../../domain/citation.ts'
import { actRule, type RequestActId } from '../../../../domain/request/acts.ts'
import { useKeep } from '../../../../kit/console/api.tsx'
import { ActForm } from '../../../../kit/console/form.tsx'
import { useLang, useTell } from '../../../../kit/console/language.tsx'
import { useToast } from '../../../../kit/console/toast.tsx'
import type { Contract } from '../../../../kit/contract.ts'
import {
  actContracts,
  type actInputs,
  countRequests,
  getRequest,
  listRequests,
  type RequestView,
} from '../../contract/index.ts'
import { actWords } from '../words/act-words.ts'
import { ClockPreview } from './clock-preview.tsx'

/** What every form of an act gets. `target`: the letter, consultation or urging it was opened for. */
export interface ActProps {
  readonly act: RequestActId
  readonly view: RequestView
  readonly target: string | null
  readonly close: () => void
}

/** What an act is told, as it is sent. */
export type Told<A extends RequestActId> = z.input<(typeof actInputs)[A]>

interface Props<A extends RequestActId, V extends object> extends Omit<ActProps, 'act'> {
  readonly act: A
  readonly initial: V
  readonly toldOf: (typed: V) => Told<A>
  /** Field of the form for a place of what is told, where they differ. */
  readonly fieldOf?: (path: readonly PropertyKey[]) => readonly PropertyKey[]
  /** Where the page has another act that stands out, and the period is not touched. */
  readonly quiet?: boolean
  readonly children?: ReactNode
}

export function CaseActForm<A extends RequestActId, V extends object>(props: Props<A, V>) {
  const { act, view, target, initial, toldOf, fieldOf, close, quiet = false, children } = props
  const t = useTell()
  const lang = useLang()
  const toast = useToast()
  const keep = useKeep()
  const { agencyId, id, version } = view.case
  const { label, articles } = actRule(act)
  const contract: Contract = actContracts[act]
  const params = { agencyId, requestId: id }
  const inputOf = (typed: V) => {
    const input = { params, body: { ...toldOf(typed), version } }
    return input
  }
  return (
    <>
      <p className="note r-articles">
        {articles.map(article => cite(article, lang)).join(lang === 'zh' ? '、' : '; ')}
      </p>
      <ActForm<Contract, V>
        contract={contract}
        draft={`request-${id}-${act}${target === null ? '' : `-${target}`}`}
        initial={initial}
        inputOf={inputOf}
        submit={label}
        quiet={quiet}
        refresh={[getRequest, listRequests, countRequests]}
        {...(fieldOf ? { fieldOf } : {})}
        done={answer => {
          // What can be done next is known at once: who is quick with the keys does not meet the act before.
          keep(getRequest, { params, query: {} }, answer as RequestView)
          toast(t(actWords.done(t(label))))
          close()
        }}
      >
        {children}
        {!quiet && <Preview view={view} act={act} toldOf={toldOf} initial={initial} />}
      </ActForm>
    </>
  )
}

type PreviewProps<A extends RequestActId, V extends object> = Pick<Props<A, V>, 'view' | 'act' | 'toldOf' | 'initial'>

/** Follows what is typed. */
function Preview<A extends RequestActId, V extends object>({ view, act, toldOf, initial }: PreviewProps<A, V>) {
  const typed: Partial<V> | undefined = Form.useWatch([], Form.useFormInstance())
  return <ClockPreview view={view} act={act} told={toldOf({ ...initial, ...typed })} />
}
