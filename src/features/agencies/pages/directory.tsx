/** The installation's first page where several agencies share it: the agencies by region. */
import { teller } from '../../../ui/messages.ts'
import { baseOf, checkPath } from '../portal/paths.ts'
import type { Page, Reading } from '../portal/portal.ts'
import { shared } from '../portal/words.ts'
import type { Directory } from '../portal-data.ts'
import { PageTitle } from './parts.tsx'

const words = {
  lead: {
    zh: '选择机关，查看它公开的信息，或者向它提出申请。',
    en: 'Choose an agency to see what it has published, or to request information from it.',
  },
  description: { zh: '各机关政府信息公开专栏', en: 'Government information by agency' },
}

export function directoryPage({ lang }: Reading, { regions }: Directory): Page {
  const t = teller(lang)
  return {
    head: {
      title: t(shared.directory),
      description: t(words.description),
      column: null,
      article: null,
      crumbs: [],
      wide: true,
    },
    body: (
      <>
        <PageTitle title={t(shared.directory)} lead={t(words.lead)} />
        {regions.map(({ code, name, agencies }) => (
          <section className="part region" key={code} aria-labelledby={`region-${code}`}>
            <h2 id={`region-${code}`} lang="zh-CN">
              {name}
            </h2>
            <ul className="agencies" lang="zh-CN">
              {agencies.map(agency => (
                <li key={agency.slug}>
                  <a href={`${baseOf(agency.slug)}/`}>{agency.name}</a>
                </li>
              ))}
            </ul>
          </section>
        ))}
        <p className="part">
          <a href={checkPath}>{t(shared.check)}</a>
          {lang === 'zh' ? '：' : ': '}
          {t(shared.checkAbout)}
        </p>
      </>
    ),
  }
}
