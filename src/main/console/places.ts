/** The console's navigation by work: only what there is by now, only for those who may. */

import type { Said } from '../../domain/kernel/lang.ts'
import { listDelegations, listKeys, listPeople } from '../../features/accounts/people-contract.ts'
import {
  getAgency,
  getLeaders,
  getSettings,
  listAgencies,
  listDocuments,
  listSections,
} from '../../features/agencies/contract.ts'
import { listYears } from '../../features/calendar/contract.ts'
import { getWork, listEvents, listJobs, listOutbox } from '../../features/desk/contract.ts'
import { listPublications } from '../../features/publications/contract.ts'
import { listReports } from '../../features/reports/contract.ts'
import { makeFeed } from '../../features/requests/contract/feed.ts'
import { listRequests } from '../../features/requests/contract/index.ts'
import { listRetention } from '../../features/requests/contract/keeping.ts'
import { requestStatistics, superviseRequests } from '../../features/requests/contract/statistics.ts'
import { listTemplates } from '../../features/requests/templates/contract.ts'

export interface Place {
  readonly path: string
  readonly label: Said
  /** Who may read this may go there; none: everyone signed in. */
  readonly needs?: string
  /** The second key after `g`. */
  readonly key?: string
}

export interface Area {
  readonly label: Said
  readonly places: readonly Place[]
}

const areas: readonly Area[] = [
  {
    label: { zh: '待办', en: 'Work' },
    places: [
      { path: '/', label: { zh: '待办', en: 'What waits for me' }, needs: getWork.id, key: 'w' },
      { path: '/notifications', label: { zh: '消息', en: 'Notifications' }, key: 'm' },
    ],
  },
  {
    label: { zh: '依申请公开', en: 'Requests' },
    places: [
      { path: '/requests', label: { zh: '申请', en: 'Requests' }, needs: listRequests.id, key: 'q' },
      { path: '/statistics/requests', label: { zh: '申请统计', en: 'Statistics' }, needs: requestStatistics.id },
      { path: '/supervision/requests', label: { zh: '督查', en: 'Supervision' }, needs: superviseRequests.id },
      { path: '/letters', label: { zh: '文书模板', en: 'Templates of letters' }, needs: listTemplates.id },
      { path: '/due-calendar', label: { zh: '日历订阅', en: 'Calendar of due dates' }, needs: makeFeed.id },
      { path: '/retention', label: { zh: '到期卷宗', en: 'Files past their time' }, needs: listRetention.id },
    ],
  },
  {
    label: { zh: '主动公开', en: 'Publication' },
    places: [{ path: '/publications', label: { zh: '公开草稿', en: 'Drafts' }, needs: listPublications.id, key: 'b' }],
  },
  {
    label: { zh: '年度报告', en: 'Annual reports' },
    places: [{ path: '/reports', label: { zh: '已保存的报告', en: 'Reports kept' }, needs: listReports.id, key: 'r' }],
  },
  {
    label: { zh: '机构', en: 'Agency' },
    places: [
      { path: '/agency', label: { zh: '机关资料', en: 'Agency data' }, needs: getAgency.id, key: 'a' },
      { path: '/agency/sections', label: { zh: '科室', en: 'Sections' }, needs: listSections.id },
      { path: '/agency/leaders', label: { zh: '领导小组', en: 'Leading group' }, needs: getLeaders.id },
      { path: '/agency/pages', label: { zh: '指南与页面', en: 'Guide and pages' }, needs: listDocuments.id, key: 'd' },
      { path: '/agencies', label: { zh: '机关名录', en: 'Agencies' }, needs: listAgencies.id },
    ],
  },
  {
    label: { zh: '系统', en: 'System' },
    places: [
      { path: '/people', label: { zh: '人员', en: 'People' }, needs: listPeople.id, key: 'p' },
      { path: '/delegations', label: { zh: '外出委托', en: 'Delegations' }, needs: listDelegations.id },
      { path: '/keys', label: { zh: '接口密钥', en: 'API keys' }, needs: listKeys.id },
      { path: '/settings', label: { zh: '设置', en: 'Settings' }, needs: getSettings.id, key: 's' },
      { path: '/calendar', label: { zh: '节假日历', en: 'Holiday calendar' }, needs: listYears.id, key: 'c' },
      { path: '/record', label: { zh: '审计记录', en: 'The record' }, needs: listEvents.id },
      { path: '/outbox', label: { zh: '发送记录', en: 'What went out' }, needs: listOutbox.id },
      { path: '/jobs', label: { zh: '后台任务', en: 'Jobs' }, needs: listJobs.id },
    ],
  },
]

/** The areas with what this person may open; empty areas go. */
export function areasFor(may: readonly string[]): readonly Area[] {
  return areas
    .map(area => ({ ...area, places: area.places.filter(({ needs }) => needs === undefined || may.includes(needs)) }))
    .filter(({ places }) => places.length > 0)
}
