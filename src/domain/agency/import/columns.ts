/** The columns of a list of agencies. */
import type { SheetColumns } from '../../sheet/sheet.ts'
import { type OfficeFieldId, officeFields } from '../office.ts'

const ownColumns = {
  name: {
    label: { zh: '机关名称', en: 'Name' },
    also: ['机构名称', '单位名称', '名称', '单位', '机构', '行政机关', '机关', 'agency'],
    needed: true,
  },
  shortName: { label: { zh: '机关简称', en: 'Short name' }, also: ['简称', '单位简称', '机构简称'] },
  kind: {
    label: { zh: '机关类型', en: 'Kind' },
    also: ['机构类型', '单位类型', '类型', '类别', '机构类别', '单位性质'],
  },
  superior: {
    label: { zh: '上级机关', en: 'Superior' },
    also: ['上级单位', '上级机构', '上级', '主管单位', '主管机关', '所属机关', '隶属单位'],
  },
  regionCode: {
    label: { zh: '行政区划代码', en: 'Region code' },
    also: ['区划代码', '行政区划', '行政区划编码', '区划编码'],
  },
  creditCode: {
    label: { zh: '统一社会信用代码', en: 'Unified social credit code' },
    also: ['信用代码', '社会信用代码', '统一信用代码', '统一代码'],
  },
  siteCode: { label: { zh: '政府网站标识码', en: 'Site code' }, also: ['网站标识码', '标识码', '网站标识'] },
  vertical: { label: { zh: '垂直管理', en: 'Vertical' }, also: ['是否垂直管理', '垂管', '是否垂管', '垂直领导'] },
} as const satisfies SheetColumns<string>

const officeColumns = {
  'office.name': officeFields.name,
  'office.address': officeFields.address,
  'office.hours': officeFields.hours,
  'office.telephone': officeFields.telephone,
  'office.fax': officeFields.fax,
  'office.email': officeFields.email,
  'office.post': officeFields.post,
  'office.postcode': officeFields.postcode,
} as const satisfies SheetColumns<`office.${OfficeFieldId}`>

export type AgencyColumn = keyof typeof ownColumns | keyof typeof officeColumns

export const agencyColumns: SheetColumns<AgencyColumn> = { ...ownColumns, ...officeColumns }
