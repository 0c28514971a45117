/** The data of an agency, to be read. */
import { useTell } from '../../../kit/console/language.tsx'
import { words } from '../../../kit/console/words.ts'
import type { Agency } from '../contract.ts'
import { agencyWords } from './words.ts'

export function AgencySheet({ agency }: { readonly agency: Agency }) {
  const t = useTell()
  const { office } = agency
  const lines: readonly (readonly [string, string | null])[] = [
    [t(agencyWords.shortName), agency.shortName],
    [t(agencyWords.kind), t(agencyWords.kinds[agency.kind])],
    [t(agencyWords.regionCode), agency.regionCode],
    [t(agencyWords.creditCode), agency.creditCode],
    [t(agencyWords.siteCode), agency.siteCode],
    [t(agencyWords.officeName), office.name],
    [t(agencyWords.address), office.address],
    [t(agencyWords.postcode), office.postcode],
    [t(agencyWords.hours), office.hours],
    [t(agencyWords.telephone), office.telephone],
    [t(agencyWords.fax), office.fax],
    [t(agencyWords.email), office.email],
  ]
  return (
    <dl className="c-sheet">
      {lines.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value ?? t(words.none)}</dd>
        </div>
      ))}
    </dl>
  )
}
