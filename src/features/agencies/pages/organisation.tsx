/** 机构职能: where the agency is, its sections, and who leads its disclosure work. */
import { teller } from '../../../ui/messages.ts'
import type { Portal } from '../portal/portal.ts'
import type { Leader } from '../portal-data.ts'
import { Facts } from './parts.tsx'

const words = {
  address: { zh: '办公地址', en: 'Address' },
  hours: { zh: '办公时间', en: 'Hours' },
  telephone: { zh: '联系电话', en: 'Telephone' },
  name: { zh: '机构名称', en: 'Name' },
  sections: { zh: '内设科室', en: 'Sections' },
  group: { zh: '政务公开领导小组', en: 'Leading group for open government' },
  person: { zh: '姓名', en: 'Name' },
  post: { zh: '职务', en: 'Post' },
  duty: { zh: '分工', en: 'Duty' },
}

interface Props {
  readonly portal: Portal
  readonly sections: readonly string[]
  readonly leaders: readonly Leader[]
}

export function Organisation({ portal: { agency, lang }, sections, leaders }: Props) {
  const t = teller(lang)
  const { address, hours, telephone } = agency.office
  return (
    <div lang={lang === 'zh' ? undefined : 'zh-CN'}>
      <Facts
        facts={[
          { label: t(words.name), value: agency.name },
          { label: t(words.address), value: address },
          { label: t(words.hours), value: hours },
          { label: t(words.telephone), value: telephone },
        ]}
      />
      {sections.length > 0 && (
        <section className="part" aria-labelledby="sections-title">
          <h2 id="sections-title">{t(words.sections)}</h2>
          <ul className="plain-list">
            {sections.map(name => (
              <li key={name}>{name}</li>
            ))}
          </ul>
        </section>
      )}
      {leaders.length > 0 && (
        <section className="part" aria-labelledby="group-title">
          <h2 id="group-title">{t(words.group)}</h2>
          <Leaders leaders={leaders} heads={[t(words.person), t(words.post), t(words.duty)]} />
        </section>
      )}
    </div>
  )
}

function Leaders({ leaders, heads }: { readonly leaders: readonly Leader[]; readonly heads: readonly string[] }) {
  return (
    <table className="sheet-table">
      <thead>
        <tr>
          {heads.map(head => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {leaders.map(({ name, post, duty }) => (
          <tr key={`${name} ${post} ${duty}`}>
            <th scope="row">{name}</th>
            <td>{post}</td>
            <td>{duty}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
