/** Made-up applicants: names put together by chance, numbers right in themselves of a division nobody has been given. */
import { creditCheck } from '../../../domain/agency/credit-code.ts'
import { identityCheck } from '../../../domain/personal/identity-number.ts'
import type { ApplicantKindId } from '../../../domain/request/case.ts'
import type { Applicant } from '../../../features/requests/contract/view.ts'
import { type Chance, weighted, whole } from '../chance.ts'

const division = '639921'
const surnames = [...'赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华']
const givenNames = [
  ...['望舒', '听澜', '知微', '致远', '景行', '若谷', '青禾', '一鸣', '采薇', '闻溪', '子衿', '向晚'],
  ...['思齐', '予安', '南星', '怀瑾', '清越', '明远', '星河', '雨桐', '沐阳', '书言'],
]
const streets = ['人民路', '文教路', '康宁路', '便民路', '新风巷', '中心街', '滨河路', '迎春路']

const kinds: readonly (readonly [ApplicantKindId, number])[] = [
  ['natural_person', 82],
  ['business', 10],
  ['social', 3],
  ['legal_service', 3],
  ['research', 1],
  ['other', 1],
]

export function kindBy(chance: Chance): ApplicantKindId {
  return weighted(chance, kinds)
}

const organisations: Readonly<
  Record<Exclude<ApplicantKindId, 'natural_person'>, readonly [begins: string, names: string[]]>
> = {
  business: [`91${division}MA`, ['示例县晨曦建材有限公司', '示例县远山农业发展有限公司', '示例县知行教育咨询有限公司']],
  research: [`12${division}MB`, ['示例县乡土文化研究所', '示例县教育发展研究院']],
  social: [`52${division}MJ`, ['示例县助学促进会', '示例县社区关爱服务中心']],
  legal_service: [`31${division}MD`, ['示例县明理律师事务所', '示例县正行法律服务所']],
  other: [`53${division}MJ`, ['示例县花园小区业主委员会', '示例县商户协会']],
}

function personName(chance: Chance): string {
  return `${one(chance, surnames)}${one(chance, givenNames)}`
}

/** Somebody of that kind; `online` and `email` are reached by mail, too. */
export function applicantBy(chance: Chance, kind: ApplicantKindId, mail: boolean): Applicant {
  const phone = `1380000${digits(chance, 4)}`
  const reached = {
    phone,
    email: mail ? `a${digits(chance, 5)}@example.com` : null,
    fax: null,
    address: `示例县示例镇${one(chance, streets)}${1 + whole(chance, 180)}号`,
    postcode: '000000',
    employer: null,
    agent: null,
  }
  if (kind === 'natural_person') {
    const identity = { identityType: 'id_card' as const, identityNumber: identityNumber(chance) }
    return { kind, name: personName(chance), ...identity, representative: null, contact: null, ...reached }
  }
  const [begins, names] = organisations[kind]
  const identity = { identityType: 'credit_code' as const, identityNumber: creditCode(chance, begins) }
  const people = { representative: personName(chance), contact: personName(chance) }
  return { kind, name: one(chance, names), ...identity, ...people, ...reached }
}

/** Whom the demo's one account is of: the requests it holds are theirs. */
export const demoCitizen: Applicant = {
  ...{ kind: 'natural_person', name: '林晓' },
  ...{ identityType: 'id_card', identityNumber: numbered(`${division}19900316002`) },
  ...{ representative: null, contact: null, employer: null, agent: null, fax: null },
  ...{ phone: '13900000000', email: 'lin.xiao@example.invalid' },
  ...{ address: '示例县清河镇人民路 1 号', postcode: '639922' },
}

function identityNumber(chance: Chance): string {
  const born = `${1955 + whole(chance, 48)}${two(1 + whole(chance, 12))}${two(1 + whole(chance, 28))}`
  const first17 = `${division}${born}${digits(chance, 3)}`
  return numbered(first17)
}

function numbered(first17: string): string {
  return first17 + identityCheck(first17)
}

function creditCode(chance: Chance, begins: string): string {
  const first17 = `${begins}${digits(chance, 17 - begins.length)}`
  return first17 + creditCheck(first17)
}

function digits(chance: Chance, count: number): string {
  return Array.from({ length: count }, () => whole(chance, 10)).join('')
}

function two(n: number): string {
  return String(n).padStart(2, '0')
}

export function one<T>(chance: Chance, of: readonly T[]): T {
  const found = of[whole(chance, of.length)]
  if (found === undefined) throw new Error('nothing to choose from')
  return found
}
