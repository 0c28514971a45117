/** What the guide said before: every version that was published, each to be read and printed. */
import { shanghaiDay } from '../../../ui/day.ts'
import { teller } from '../../../ui/messages.ts'
import { columnLink, headOf } from '../portal/frame.ts'
import type { Page, PageMaker, Portal } from '../portal/portal.ts'
import { columns, shared } from '../portal/words.ts'
import type { GuideVersion, PortalData } from '../portal-data.ts'
import { Article } from './document.tsx'
import { Day, Empty, PageTitle } from './parts.tsx'

const words = {
  lead: {
    zh: '公开指南历次发布的版本，以现行版为准；以前的版本供查阅和打印。',
    en: 'Every version of the guide that was published. The present one is in force; the earlier ones are kept to be read.',
  },
  none: { zh: '本机关尚未发布公开指南。', en: 'This agency has published no guide yet.' },
  toGuide: { zh: '看公开指南', en: 'To the guide' },
  current: { zh: '现行', en: 'in force' },
  isCurrent: { zh: '这是现行的版本。', en: 'This is the version in force.' },
  isEarlier: (version: number, day: string) => ({
    zh: `这是第 ${version} 版（${day} 发布），不是现行版。`,
    en: `This is version ${version}, published ${day}. It is not the one in force.`,
  }),
  toCurrent: { zh: '看现行的公开指南', en: 'See the guide in force' },
}

export async function guideVersions(portal: Portal, data: PortalData): Promise<Page> {
  const t = teller(portal.lang)
  const versions = await data.guideVersions(portal.agency.id)
  const title = t(shared.guideVersions)
  return {
    head: headOf(portal, { title, column: 'guide', above: [columnLink(portal, 'guide')] }),
    body: (
      <>
        <PageTitle title={title} lead={t(words.lead)} />
        {versions.length > 0 ? (
          <Versions portal={portal} versions={versions} />
        ) : (
          <Empty>
            <p>
              {t(words.none)} <a href={portal.paths.guide}>{t(words.toGuide)}</a>
            </p>
          </Empty>
        )}
      </>
    ),
  }
}

function Versions({ portal, versions }: { readonly portal: Portal; readonly versions: readonly GuideVersion[] }) {
  const t = teller(portal.lang)
  return (
    <ul className="dated">
      {versions.map(({ version, title, publishedAt, current }) => (
        <li key={version}>
          <span>
            <a href={portal.paths.guideVersion(version)}>
              {t(shared.version(version))} <span lang="zh-CN">{title}</span>
            </a>
            {current && <strong className="in-force"> {t(words.current)}</strong>}
          </span>
          <Day at={publishedAt} />
        </li>
      ))}
    </ul>
  )
}

/** One version by its number, as the list writes it. Search engines are led to the guide itself. */
export const guideVersion: PageMaker = async (portal, data, asked) => {
  const typed = asked.param('version')
  const shown = /^[1-9]\d{0,5}$/.test(typed) ? await data.guideVersion(portal.agency.id, Number(typed)) : null
  if (!shown) return null
  const t = teller(portal.lang)
  const above = [columnLink(portal, 'guide'), { href: portal.paths.guideVersions, label: t(shared.guideVersions) }]
  const { title, publishedAt, version, current } = shown
  return {
    head: headOf(portal, {
      title: `${title} ${t(shared.version(version))}`,
      column: 'guide',
      above,
      publishedAt,
      unlisted: true,
    }),
    body: (
      <Article portal={portal} shown={shown}>
        <p className="note" role="note">
          {t(current ? words.isCurrent : words.isEarlier(version, shanghaiDay(publishedAt)))}{' '}
          <a href={portal.paths.guide}>{t(current ? columns.guide.name : words.toCurrent)}</a>
        </p>
      </Article>
    ),
  }
}
