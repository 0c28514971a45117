/** What an agency is (条例2, 10, 54, 55; D§1.1). A town, like a county or a province, is a government. */
import type { Said } from '../kernel/lang.ts'

interface AgencyKindWords {
  readonly label: Said
  /** Other words for it in lists of offices. */
  readonly also: readonly string[]
}

export const agencyKinds = {
  government: {
    label: { zh: '人民政府', en: 'Government' },
    also: ['政府', '各级政府', '乡镇政府', '乡镇', '镇', '乡'],
  },
  department: {
    label: { zh: '政府部门', en: 'Department' },
    also: ['部门', '工作部门', '政府工作部门', '行政机关', '局'],
  },
  dispatched_office: {
    label: { zh: '派出机构', en: 'Dispatched office' },
    also: ['派出机关', '街道办事处', '街道', '街办'],
  },
  public_institution: {
    label: { zh: '公共企事业单位', en: 'Public institution' },
    also: ['事业单位', '公共企业事业单位', '企事业单位', '学校', '医院'],
  },
} as const satisfies Readonly<Record<string, AgencyKindWords>>

export type AgencyKind = keyof typeof agencyKinds

export const agencyKindIds = Object.keys(agencyKinds) as readonly AgencyKind[]
