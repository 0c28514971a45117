/** The routes of what is counted, and who may ask. */
import { allow, holding, ownAgency, policies, supervisedAgency, where } from '../../domain/people/policy.ts'
import { type Route, routesOf } from '../../kit/routes.ts'
import { lookedOver } from './actions/reading.ts'
import { statistics, supervision, supervisionRead, tables, tablesRead } from './actions/statistics.ts'
import * as contracts from './contract/statistics.ts'
import { supervising, supervisors } from './staff.ts'

/** Figures without any person in them; administrators, who handle no cases, see none. */
const staff = holding(
  'drafter',
  'reviewer',
  'secrecy_reviewer',
  'handler',
  'office_head',
  'leader',
  'supervisor',
  'reading_clerk',
)

/** Who answers for what the agency supervises (条例47): the sums of one agency, which lead to no case of it. */
const overseers = holding('supervisor', 'office_head', 'leader')

export const statisticsPolicies = policies(
  allow(
    'requests.statistics',
    {
      zh: '工作人员可以查看本机关的申请统计',
      en: 'Staff may see the statistics of their agency',
    },
    staff,
    where(ownAgency),
  ),
  allow(
    'requests.statistics',
    {
      zh: '监督员、工作机构负责人、分管领导可以查看所监督机关的申请统计（留痕）',
      en: 'Supervisors, the head of the office and the leader may see the statistics of agencies supervised, on record',
    },
    overseers,
    where(supervisedAgency),
  ),
  allow('requests.supervision', supervising, supervisors, where(ownAgency)),
  allow('requests.supervisedTables', supervising, supervisors, where(ownAgency)),
)

const { reads } = routesOf(statisticsPolicies)

export const statisticsRoutes: readonly Route[] = [
  reads(contracts.requestStatistics, { work: statistics, recorded: lookedOver }),
  reads(contracts.superviseRequests, {
    // The requests and settings of all it supervises, and its own record.
    scope: ({ params }, caller) => ({ agency: params.agencyId, seen: caller?.actor.supervisedAgencies ?? [] }),
    work: supervision,
    recorded: supervisionRead,
  }),
  reads(contracts.supervisedTables, {
    // The rows of all it supervises, and its own record.
    scope: ({ params }, caller) => ({ agency: params.agencyId, seen: caller?.actor.supervisedAgencies ?? [] }),
    work: tables,
    recorded: tablesRead,
  }),
]
