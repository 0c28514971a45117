/** Work done for every agency in turn: one agency's fault is not another's, and it is not kept quiet either. */
import { eq } from 'drizzle-orm'
import type { Said } from '../domain/kernel/lang.ts'
import type { Log } from '../platform/log/log.ts'
import { dayOf } from './days.ts'
import { notify } from './notify.ts'
import { agency } from './schema/agencies.ts'
import type { Services } from './services.ts'
import { topAgency } from './tree.ts'

/** What it needs of the services. */
export type AgencyWorkServices = Pick<Services, 'database' | 'keys' | 'random' | 'publicUrl'> & { readonly log: Log }

export interface AgencyWork {
  /** Of the job, as the log has it. */
  readonly task: string
  /** As people call it. */
  readonly label: Said
  readonly agencies: readonly string[]
  readonly now: Date
  readonly run: (agencyId: string) => Promise<void>
}

/**
 * Runs it for each agency; a fault is logged and told to the system administrators of the top agency once a day, and
 * the others go on. Throws at the end where one failed, so that the job counts as failed and is tried again.
 */
export async function eachAgency(services: AgencyWorkServices, work: AgencyWork): Promise<void> {
  const failed: string[] = []
  for (const agencyId of work.agencies) {
    try {
      await work.run(agencyId)
    } catch (error) {
      failed.push(agencyId)
      services.log.error('agency_failed', error, { task: work.task, agency: agencyId })
    }
  }
  if (failed.length === 0) return
  for (const agencyId of failed) await tellFailure(services, work, agencyId)
  throw new Error(`${work.task} failed for ${failed.length} of ${work.agencies.length} agencies: ${failed.join(', ')}`)
}

/** That it cannot be told must not hide what failed. */
async function tellFailure(services: AgencyWorkServices, { task, label, now }: AgencyWork, agencyId: string) {
  try {
    await services.database.transaction('installation', async tx => {
      const [of] = await tx.select({ name: agency.shortName }).from(agency).where(eq(agency.id, agencyId))
      const name = of?.name ?? agencyId
      await notify(tx, services, {
        agencyId: await topAgency(tx, agencyId),
        to: { roles: ['system_admin'] },
        kind: 'system.job',
        title: {
          zh: `${name}的${label.zh}没有做完，请查看后台任务`,
          en: `${label.en} of ${name} could not be finished; see the jobs`,
        },
        link: '/console/jobs',
        at: now,
        key: `${task} ${agencyId} ${dayOf(now)}`,
      })
    })
  } catch (error) {
    services.log.error('agency_failure_untold', error, { task, agency: agencyId })
  }
}
