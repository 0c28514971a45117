/** The routes of what is counted, and who may ask. */
import { allow, holding, ownAgency, ownOrSupervisedAgency, policies, where } from '../../domain/people/policy.ts'
import { type Route, routesOf } from '../../kit/routes.ts'
import { statistics, supervision, tables, tablesRead } from './actions/statistics.ts'
import * as contracts from './contract/statistics.ts'

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

export const statisticsPolicies = policies(
  allow(
    'requests.statistics',
    {
      zh: '工作人员可以查看本机关和所监督机关的申请统计',
      en: 'Staff may see the statistics of their agency and those it supervises',
    },
    staff,
    where(ownOrSupervisedAgency),
  ),
  allow(
    'requests.supervision',
    {
      zh: '监督员、工作机构负责人、分管领导可以查看所监督机关的办理情况',
      en: 'Supervisors, the head of the office and the leader may see how the agencies supervised are doing',
    },
    holding('supervisor', 'office_head', 'leader'),
    where(ownAgency),
  ),
  allow(
    'requests.supervisedTables',
    {
      zh: '监督员可以查看所监督机关收到和处理申请情况（留痕）',
      en: 'Supervisors may see table 3 of the agencies supervised, on record',
    },
    holding('supervisor'),
    where(ownAgency),
  ),
)

const { reads } = routesOf(statisticsPolicies)

export const statisticsRoutes: readonly Route[] = [
  reads(contracts.requestStatistics, { work: statistics }),
  reads(contracts.superviseRequests, {
    // Its own settings, and the requests of all it supervises.
    scope: ({ params }, caller) => ({ agencies: [params.agencyId, ...(caller?.actor.supervisedAgencies ?? [])] }),
    work: supervision,
  }),
  reads(contracts.supervisedTables, {
    // The rows of all it supervises, and its own record.
    scope: ({ params }, caller) => ({ agency: params.agencyId, seen: caller?.actor.supervisedAgencies ?? [] }),
    work: tables,
    recorded: tablesRead,
  }),
]
