/** Pages for what went wrong: what happened, and the way on. */
import { Icon } from './icon.tsx'

export interface TroubleProps {
  readonly title: string
  readonly paragraphs: readonly string[]
  readonly action: string
  readonly href: string
  readonly calm?: boolean
}

export function TroublePage({ title, paragraphs, action, href, calm = false }: TroubleProps) {
  return (
    <div className={calm ? 'trouble trouble-calm' : 'trouble'}>
      <h1>
        <Icon name={calm ? 'ok' : 'warning'} /> {title}
      </h1>
      {paragraphs.map(text => (
        <p key={text}>{text}</p>
      ))}
      <p>
        <a className="button button-primary" href={href}>
          {action}
        </a>
      </p>
    </div>
  )
}
