/** 后台任务: what waits, runs or failed in the background. */
import { useCall } from '../../../kit/console/api.tsx'
import { ActButton } from '../../../kit/console/ask.tsx'
import { useTell } from '../../../kit/console/language.tsx'
import { ListView } from '../../../kit/console/list.tsx'
import { type Look, Mark } from '../../../kit/console/mark.tsx'
import { PageHead } from '../../../kit/console/states.tsx'
import { words } from '../../../kit/console/words.ts'
import { shanghaiMinute } from '../../../ui/day.ts'
import type { IconName } from '../../../ui/icon-paths.ts'
import { type JobItem, jobStates, listJobs, retryJob } from '../contract.ts'
import { jobWords } from './words.ts'

export function Jobs() {
  const t = useTell()
  const call = useCall()
  return (
    <div className="c-page">
      <PageHead title={t(jobWords.title)} lead={t(jobWords.lead)} />
      <ListView<JobItem>
        id={[listJobs.id]}
        caption={t(jobWords.title)}
        file={t(jobWords.title)}
        empty={t(jobWords.empty)}
        filters={[
          {
            kind: 'choice',
            name: 'state',
            label: t(jobWords.state),
            choices: jobStates.map(state => ({ value: state, label: t(jobWords.states[state]) })),
          },
        ]}
        load={({ set, ...rest }) => {
          const state = jobStates.find(known => known === set.state)
          return call(listJobs, { query: { ...rest, ...(state ? { state } : {}) } })
        }}
        rowKey={({ id }) => id}
        columns={columns(t)}
      />
    </div>
  )
}

const looks: Readonly<Record<JobItem['state'], { readonly look: Look; readonly icon: IconName }>> = {
  waiting: { look: 'info', icon: 'waiting' },
  running: { look: 'info', icon: 'reading' },
  failed: { look: 'error', icon: 'failed' },
}

function columns(t: ReturnType<typeof useTell>) {
  const state = (job: JobItem) => t(jobWords.states[job.state])
  const runAt = (job: JobItem) => shanghaiMinute(job.runAt)
  const attempts = (job: JobItem) => String(job.attempts)
  const error = ({ lastError }: JobItem) => lastError ?? ''
  return [
    {
      key: 'task',
      head: t(jobWords.task),
      names: true,
      text: ({ task }: JobItem) => task,
      cell: ({ task }: JobItem) => task,
    },
    {
      key: 'state',
      head: t(jobWords.state),
      text: state,
      cell: (job: JobItem) => <Mark {...looks[job.state]}>{state(job)}</Mark>,
    },
    { key: 'runAt', head: t(jobWords.runAt), text: runAt, cell: runAt },
    { key: 'attempts', head: t(jobWords.attempts), text: attempts, cell: attempts },
    { key: 'error', head: t(jobWords.error), text: error, cell: error },
    {
      key: 'acts',
      head: t(words.actions),
      cell: (job: JobItem) =>
        job.state === 'failed' && (
          <ActButton
            contract={retryJob}
            small
            label={t(jobWords.retry)}
            name={`${t(jobWords.retry)} ${job.task}`}
            inputOf={() => ({ params: { jobId: job.id } })}
            refresh={[listJobs]}
            news={jobWords.retried}
          />
        ),
    },
  ]
}
