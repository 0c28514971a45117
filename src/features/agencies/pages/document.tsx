/** A document of the agency's own: guide, rule or page. */

import type { ReactNode } from 'react'
import { renderMarkdown } from '../../../platform/markdown.ts'
import { Isolated } from '../../../ui/isolated.tsx'
import { teller } from '../../../ui/messages.ts'
import { columnLink, headOf } from '../portal/frame.ts'
import type { Asked, Page, PageMaker, Portal } from '../portal/portal.ts'
import { columns, shared } from '../portal/words.ts'
import type { PortalData, ShownDocument } from '../portal-data.ts'
import { Empty, PageTitle, Stamp } from './parts.tsx'
import { Written } from './written.tsx'

const words = {
  contents: { zh: '本页内容', en: 'On this page' },
  noGuide: {
    zh: '这里应当公布本机关的政府信息公开指南：信息的分类和编排体系、获取方式，以及工作机构的名称、办公地址、办公时间、联系电话、传真和互联网联系方式。本机关尚未发布。',
    en: 'Here belongs the guide of this agency: how its information is arranged, how to get it, and how to reach its office. It has not been published yet.',
  },
  meanwhile: {
    zh: '现在可以先看工作机构的联系方式，或者直接提出申请：',
    en: 'Meanwhile, see how to reach the office, or make a request: ',
  },
}

/** The first guide the agency shows; where there is none, what belongs here and the way on. */
export async function guide(portal: Portal, data: PortalData): Promise<Page> {
  const heads = await data.documents(portal.agency.id)
  const head = heads.find(({ kind }) => kind === 'guide')
  const shown = head && (await data.document(portal.agency.id, 'guide', head.slug))
  return shown ? documentPage(portal, shown) : noGuide(portal)
}

export const rule: PageMaker = (portal, data, asked) => named(portal, data, asked, 'rule')
export const page: PageMaker = (portal, data, asked) => named(portal, data, asked, 'page')

async function named(portal: Portal, data: PortalData, asked: Asked, kind: 'rule' | 'page'): Promise<Page | null> {
  const shown = await data.document(portal.agency.id, kind, asked.param('name'))
  return shown && documentPage(portal, shown)
}

function documentPage(portal: Portal, shown: ShownDocument): Page {
  const { title, publishedAt, kind } = shown
  const place = {
    guide: { column: 'guide' },
    rule: { column: 'rules', above: [columnLink(portal, 'rules')] },
    page: {},
  } as const
  return {
    head: headOf(portal, { title, publishedAt, ...place[kind] }),
    body: (
      <>
        <Article portal={portal} shown={shown} />
        {kind === 'guide' && <EarlierVersions portal={portal} />}
      </>
    ),
  }
}

/** A text of so many parts gets its contents in front. */
const partsForContents = 3

interface ArticleProps {
  readonly portal: Portal
  readonly shown: ShownDocument
  /** Said between the stamp and the text. */
  readonly children?: ReactNode
}

export function Article({ portal, shown, children }: ArticleProps) {
  const t = teller(portal.lang)
  const { html, outline } = renderMarkdown(shown.body)
  return (
    <article>
      <div className="page-head" lang="zh-CN">
        <h1>
          <Isolated>{shown.title}</Isolated>
        </h1>
      </div>
      <Stamp document={shown} source={portal.agency.name} lang={portal.lang} />
      {children}
      {outline.length >= partsForContents && (
        <nav className="contents" aria-labelledby="contents-title">
          <p id="contents-title">{t(words.contents)}</p>
          <ul lang="zh-CN">
            {outline.map(({ id, text }) => (
              <li key={id}>
                <a href={`#${id}`}>{text}</a>
              </li>
            ))}
          </ul>
        </nav>
      )}
      <Written html={html} />
      <p className="note print-hint">{t(shared.print)}</p>
    </article>
  )
}

function EarlierVersions({ portal }: { readonly portal: Portal }) {
  return (
    <p className="note">
      <a href={portal.paths.guideVersions}>{teller(portal.lang)(shared.guideVersions)}</a>
    </p>
  )
}

function noGuide(portal: Portal): Page {
  const t = teller(portal.lang)
  const title = t(columns.guide.name)
  return {
    head: headOf(portal, { title, column: 'guide' }),
    body: (
      <>
        <PageTitle title={title} />
        <Empty>
          <p>{t(words.noGuide)}</p>
          <p>
            {t(words.meanwhile)}
            <a href={portal.paths.contact}>{t(shared.contact)}</a>
            {portal.lang === 'zh' ? '、' : ', '}
            <a href={portal.paths.apply}>{t(columns.apply.name)}</a>
          </p>
        </Empty>
      </>
    ),
  }
}
