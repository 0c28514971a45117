/** The head of a portal page, with the tags that government sites carry (D§7.3). */
import { favicon } from '../mark.tsx'
import { languages, teller } from '../messages.ts'
import type { PageHead, PortalFrame } from './frame.ts'
import { frameWords } from './words.ts'

interface Props {
  readonly frame: PortalFrame
  readonly head: PageHead
}

export function Head({ frame, head }: Props) {
  const t = teller(frame.lang)
  const title = head.title === frame.name ? `${frame.name} · ${t(frameWords.column)}` : `${head.title} · ${frame.name}`
  return (
    <head>
      <meta charSet="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="theme-color" content="#1c3f73" />
      <title>{head.troubled ? `${t(frameWords.trouble)}${title}` : title}</title>
      <meta name="description" content={head.description} />
      {head.unlisted && <meta name="robots" content="noindex" />}
      {tagsOf(frame, head).map(([name, content]) => (
        <meta key={name} name={name} content={content} />
      ))}
      <Relations frame={frame} unlisted={head.unlisted ?? false} />
      <link rel="stylesheet" href={frame.style} />
      <link rel="icon" href={favicon} />
    </head>
  )
}

/** The page's lasting address, in both languages; a page for nobody's list has none. */
function Relations({ frame, unlisted }: { readonly frame: PortalFrame; readonly unlisted: boolean }) {
  const { pathname } = new URL(frame.here, 'http://page')
  const place = `${frame.origin}${pathname}`
  return (
    <>
      {!unlisted && <link rel="canonical" href={place} />}
      {!unlisted &&
        languages.map(({ lang, tag }) => (
          <link key={lang} rel="alternate" hrefLang={tag} href={`${place}?lang=${lang}`} />
        ))}
      {frame.feed && (
        <link rel="alternate" type="application/atom+xml" href={frame.feed.href} title={frame.feed.label} />
      )}
    </>
  )
}

/** Site, column, article: those that apply, in this order. */
function tagsOf(frame: PortalFrame, head: PageHead): readonly (readonly [name: string, content: string])[] {
  const { column, article } = head
  const site: [string, string][] = [
    ['SiteName', frame.name],
    ['SiteDomain', new URL(frame.origin).hostname],
    ...(frame.imprint?.siteCode ? [['SiteIDCode', frame.imprint.siteCode] as [string, string]] : []),
  ]
  const ofColumn: [string, string][] = column
    ? [
        ['ColumnName', column.name],
        ['ColumnDescription', head.description],
        ['ColumnKeywords', `${frame.name},${teller('zh')(frameWords.column)},${column.name}`],
        ['ColumnType', column.type],
      ]
    : []
  const ofArticle: [string, string][] = article
    ? [
        ['ArticleTitle', head.title],
        ['PubDate', article.published],
        ['ContentSource', article.source],
      ]
    : []
  return [...site, ...ofColumn, ...ofArticle]
}
