/** Words of the pages on agencies and their parts. */
import type { Said } from '../../../domain/kernel/lang.ts'

export const agencyWords = {
  title: { zh: '机关资料', en: 'Agency data' },
  lead: {
    zh: '公开指南和门户页头、页脚都取自这里。',
    en: 'The guide and the head and foot of the portal are made from this.',
  },
  listTitle: { zh: '机关名录', en: 'Agencies' },
  listLead: { zh: '本系统中的全部机关。', en: 'All agencies of this system.' },
  listEmpty: {
    zh: '还没有机关。可以从表格导入，或逐个添加。',
    en: 'No agency yet. Import them, or add them one by one.',
  },
  search: { zh: '名称', en: 'Name' },
  add: { zh: '新建机关', en: 'Add an agency' },
  added: { zh: '机关已添加', en: 'Agency added' },
  import: { zh: '从表格导入', en: 'Import' },
  basics: { zh: '基本信息', en: 'Basics' },
  name: { zh: '全称', en: 'Full name' },
  nameHelp: { zh: '与公章一致', en: 'As on its seal' },
  shortName: { zh: '简称', en: 'Short name' },
  kind: { zh: '类别', en: 'Kind' },
  kinds: {
    government: { zh: '人民政府', en: 'Government' },
    department: { zh: '政府部门', en: 'Department' },
    dispatched_office: { zh: '派出机构', en: 'Dispatched office' },
    public_institution: { zh: '公共企事业单位', en: 'Public institution or enterprise' },
  },
  regionCode: { zh: '行政区划代码', en: 'Region code' },
  regionHelp: { zh: '6、9 或 12 位数字，例如 330199', en: '6, 9 or 12 digits, e.g. 330199' },
  superior: { zh: '上级机关', en: 'Superior' },
  vertical: { zh: '实行垂直领导', en: 'Under vertical leadership' },
  verticalHelp: {
    zh: '海关、税务等；行政复议由上一级主管部门办理。',
    en: 'Customs, tax and the like: reviewed by the department above.',
  },
  creditCode: { zh: '统一社会信用代码', en: 'Unified social credit code' },
  creditHelp: { zh: '18 位', en: '18 signs' },
  siteCode: { zh: '政府网站标识码', en: 'Government site code' },
  siteHelp: { zh: '10 位，显示在门户页脚', en: '10 digits, shown at the foot of the portal' },
  slug: { zh: '门户地址', en: 'Portal address' },
  slugHelp: {
    zh: '小写字母、数字、横线，例如 jyj；改动后旧地址不再有效。',
    en: 'Small letters, digits and dashes, e.g. jyj; the old address stops working when changed.',
  },
  host: { zh: '独立域名', en: 'Host name of its own' },
  hostHelp: { zh: '没有的留空', en: 'Blank where there is none' },
  office: { zh: '政府信息公开工作机构', en: 'The disclosure office' },
  officeName: { zh: '机构名称', en: 'Name of the office' },
  address: { zh: '办公地址', en: 'Address' },
  postcode: { zh: '邮政编码', en: 'Postcode' },
  hours: { zh: '办公时间', en: 'Office hours' },
  hoursHelp: { zh: '例如：工作日 8:30–12:00，14:00–17:30', en: 'e.g. working days 8:30–12:00, 14:00–17:30' },
  telephone: { zh: '联系电话', en: 'Telephone' },
  fax: { zh: '传真', en: 'Fax' },
  email: { zh: '电子邮箱', en: 'Mail address' },
  post: { zh: '通信地址', en: 'Postal address' },
  postHelp: { zh: '与办公地址不同时填写', en: 'Where it differs from the address' },
  open: { zh: '在用', en: 'Open' },
  closed: { zh: '已撤并', en: 'Closed' },
  status: { zh: '状态', en: 'State' },
} satisfies Record<string, Said | Record<string, Said>>

export const closingWords = {
  close: { zh: '撤并机关', en: 'Close the agency' },
  title: { zh: '撤并这个机关？', en: 'Close this agency?' },
  text: {
    zh: '撤并后，门户不再显示它，在其中工作的人即刻退出、不能再办理；资料、记录都保留，可以恢复。',
    en: 'The portal shows it no more, and whoever works in it is signed out. Its data and record stay, and it can be opened again.',
  },
  closed: { zh: '机关已撤并', en: 'Agency closed' },
  reopen: { zh: '恢复机关', en: 'Open it again' },
  reopened: { zh: '机关已恢复', en: 'Agency open again' },
  note: {
    zh: '这个机关已撤并：门户不再显示，无人可在其中办理；资料和记录照旧保留。',
    en: 'This agency is closed: the portal does not show it and nobody works in it; its data and record stay.',
  },
} satisfies Record<string, Said>

export const importWords = {
  title: { zh: '从表格导入机关', en: 'Import agencies' },
  really: { zh: '真正导入', en: 'Import now' },
  reallyTitle: { zh: '导入这些机关？', en: 'Import these agencies?' },
  reallyText: (n: number): Said => ({
    zh: `将新建或修改 ${n} 个机关。`,
    en: `${n} agencies will be added or changed.`,
  }),
  name: { zh: '机关', en: 'Agency' },
} satisfies Record<string, Said | ((...a: never[]) => Said)>

export const sectionWords = {
  title: { zh: '科室', en: 'Sections' },
  lead: {
    zh: '停用的科室不再出现在选择中，办过的事项仍留名。',
    en: 'A closed section is offered no more; what it handled keeps its name.',
  },
  name: { zh: '名称', en: 'Name' },
  add: { zh: '添加科室', en: 'Add a section' },
  added: { zh: '科室已添加', en: 'Section added' },
  rename: { zh: '改名', en: 'Rename' },
  renameTitle: { zh: '科室改名', en: 'Rename the section' },
  up: { zh: '上移', en: 'Move up' },
  down: { zh: '下移', en: 'Move down' },
  close: { zh: '停用', en: 'Close' },
  isClosed: { zh: '已停用', en: 'Closed' },
  closed: { zh: '科室已停用', en: 'Section closed' },
  reopen: { zh: '启用', en: 'Reopen' },
  reopened: { zh: '科室已启用', en: 'Section reopened' },
  empty: {
    zh: '还没有科室。先添加办理政府信息公开事项的科室。',
    en: 'No section yet. Add those that handle disclosure.',
  },
} satisfies Record<string, Said>

export const leaderWords = {
  title: { zh: '政务公开领导小组', en: 'The leading group' },
  lead: { zh: '组长、副组长和成员，按职务先后排列。', en: 'Head, deputies and members, in their order.' },
  name: { zh: '姓名', en: 'Name' },
  post: { zh: '单位和职务', en: 'Post' },
  duty: { zh: '小组职务', en: 'Duty in the group' },
  from: { zh: '任职起', en: 'From' },
  until: { zh: '任职止', en: 'Until' },
  add: { zh: '添加一人', en: 'Add one' },
  remove: { zh: '移除', en: 'Remove' },
  nth: (n: number): Said => ({ zh: `第 ${n} 位`, en: `No. ${n}` }),
} satisfies Record<string, Said | ((...a: never[]) => Said)>

export const settingWords = {
  title: { zh: '本机关设置', en: "The agency's settings" },
  lead: {
    zh: '与法定期限有关的数只能更严，不能更宽。',
    en: 'Numbers about statutory periods may be stricter, never looser.',
  },
  ends: (least: number | null, most: number | null): Said => ({
    zh: `${least ?? ''} 至 ${most ?? ''}。`,
    en: `${least ?? ''} to ${most ?? ''}.`,
  }),
  usual: (value: string): Said => ({ zh: `通常为 ${value}`, en: `Usually ${value}` }),
  others: { zh: '由其他管理员设置', en: 'Set by another administrator' },
  and: { zh: '、', en: ', ' },
  empty: { zh: '没有可以修改的设置。', en: 'There is nothing to set.' },
} satisfies Record<string, Said | ((...a: never[]) => Said)>
