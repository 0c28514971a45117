/** An agency of the demo with its sections and what it has set. */
import type { SettingId, SettingValue } from '../../domain/agency/settings.ts'
import { agencyKeys } from '../../kit/keys.ts'
import { agency, section, setting } from '../../kit/schema/agencies.ts'
import { type DemoAgency, demoAgencies } from './region.ts'
import { fresh, record, type Seed } from './seeding.ts'

export const officeOf = ({ name, slug, address, telephone, sections }: DemoAgency) => ({
  name: `${name}${sections[0] ?? '办公室'}`,
  address,
  postcode: '000000',
  hours: '工作日 8:30—12:00，14:30—18:00',
  telephone,
  fax: telephone.replace('-0', '-1'),
  email: `gongkai-${slug}@example.com`,
  post: null,
})

/** 复议法24: of a department the government it belongs to, of a government the one above. */
export function reviewOrganOf({ superior }: DemoAgency): string {
  return demoAgencies.find(({ slug }) => slug === superior)?.name ?? '示例市人民政府'
}

function reviewAddressOf({ superior }: DemoAgency): string {
  const { address, telephone } = demoAgencies.find(({ slug }) => slug === superior) ?? cityGovernment
  return `${address}，${telephone}`
}

const cityGovernment = { address: '示例市人民路1号', telephone: '0000-0000000' }

/** What differs from the usual. */
export function demoSettings(one: DemoAgency): Readonly<Partial<Record<SettingId, SettingValue>>> {
  return {
    'channel.online': true,
    'channel.email': true,
    'channel.fax': true,
    'guide.reviewOrgan': reviewOrganOf(one),
    ...(one.kind === 'department' && { 'letter.superiorDepartment': one.name.replace('示例县', '示例市') }),
    'letter.reviewAddress': reviewAddressOf(one),
    'letter.code': one.letterCode,
    'letter.court': '示例县人民法院',
    'letter.courtAddress': '示例县平安大道68号，0000-0000068',
    'letter.reviewOnline': 'https://fuyi.example.com/apply',
    'request.payTo': `户名：示例县财政局非税收入专户；开户银行：示例银行示例县支行；账号：0000 0000 0000 ${one.telephone.slice(-4)}`,
    ...(one.receiptConfirms && { 'request.receiptConfirms': true }),
  }
}

export async function addAgency(seed: Seed, superiorId: string | null): Promise<void> {
  const { tx, services, one, id } = seed
  const { begun } = seed.era
  const { name, shortName, kind, regionCode, slug } = one
  await tx.insert(agency).values({
    ...{ id, name, shortName, kind, regionCode, superiorId, slug },
    vertical: false,
    office: officeOf(one),
    status: 'open',
    version: 1,
    createdAt: begun,
    updatedAt: begun,
  })
  await agencyKeys(tx, services.keys, id)
  record(seed, begun, 'agencies.add', `agency:${id}`, { name, kind, regionCode })
  const sections = one.sections.map((title, position) => ({
    agencyId: id,
    id: fresh(seed, begun),
    name: title,
    position,
    status: 'open',
  }))
  await tx.insert(section).values(sections)
  for (const { id: made, name: title } of sections) {
    record(seed, begun, 'agencies.addSection', `section:${made}`, { name: title })
  }
  const values = demoSettings(one)
  const rows = Object.entries(values).map(([key, value]) => ({ agencyId: id, key, value }))
  await tx.insert(setting).values(rows)
  record(seed, begun, 'agencies.setSettings', `agency:${id}`, { values })
}
