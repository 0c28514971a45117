/** What to say of a place in the tree that cannot be. */
export const words = {
  verticalKind: {
    zh: '只有政府部门可以标为垂直管理，请取消该标记或改正机构类型',
    en: 'Only a department can be led vertically; take the mark away or mend the kind',
  },
  noSuperior: {
    zh: '除人民政府和垂直管理的部门外，都要写明上级机关',
    en: 'All but governments and vertically led departments need a superior; name it',
  },
  unknownSuperior: {
    zh: '没有找到上级机关，请先录入该机关，或核对名称、代码',
    en: 'The superior is not there; enter it first, or check its name or code',
  },
  ring: {
    zh: '上级机关绕成了一圈（上级的上级又是自己），请核对上级机关',
    en: 'The superiors go round in a ring; check the superior',
  },
  governmentUnder: (name: string) => ({
    zh: `人民政府的上级应是上一级人民政府，“${name}”不是；请改正上级机关`,
    en: `The superior of a government is a government, which ${name} is not; mend the superior`,
  }),
  departmentUnder: (name: string) => ({
    zh: `政府部门的上级应是本级人民政府，“${name}”不是；垂直管理的请标明“垂直管理”，内设、派出的请改机构类型`,
    en: `The superior of a department is its government, which ${name} is not; mark it as vertical, or mend the kind`,
  }),
  townHasNone: (name: string) => ({
    zh: `“${name}”是乡级政府，不设部门；县级部门派驻的请改为派出机构`,
    en: `${name} is a township and has no departments; enter it as a dispatched office`,
  }),
  verticalUnder: (name: string) => ({
    zh: `垂直管理的部门，上级应是上一级主管部门，“${name}”不是部门；请改正上级机关`,
    en: `The superior of a vertical department is a department, which ${name} is not; mend the superior`,
  }),
  officeUnder: (name: string) => ({
    zh: `派出机构、公共企事业单位的上级应是人民政府或部门，“${name}”不是；请改正上级机关`,
    en: `The superior here is a government or department, which ${name} is not; mend the superior`,
  }),
  regionUnder: (name: string) => ({
    zh: `行政区划代码不在“${name}”的区域之内，请核对行政区划代码和上级机关`,
    en: `The region code does not lie in the region of ${name}; check code and superior`,
  }),
  sameRegion: (name: string) => ({
    zh: `政府部门的行政区划代码应与“${name}”相同，请核对`,
    en: `A department has the region code of ${name}; check it`,
  }),
  nameTwice: (name: string) => ({
    zh: `同一上级之下已有“${name}”，请核对是否重复`,
    en: `There is already a ${name} under the same superior; check whether it is the same`,
  }),
  creditTwice: (name: string) => ({
    zh: `统一社会信用代码与“${name}”相同，请核对`,
    en: `${name} has the same unified social credit code; check both`,
  }),
} as const
