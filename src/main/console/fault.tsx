/** Pages for what goes wrong in the console itself. */
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useTell } from '../../kit/console/language.tsx'
import { PageHead } from '../../kit/console/states.tsx'
import { frameWords } from './words.ts'

export function NoSuchPage() {
  const t = useTell()
  return (
    <main className="c-door">
      <div className="c-door-card">
        <PageHead title={t(frameWords.notFoundTitle)} lead={t(frameWords.notFound)} />
        <Link to="/">{t(frameWords.toWork)}</Link>
      </div>
    </main>
  )
}

/** A piece of the program that is no longer on the server fails to load: then a newer one is there. */
const isOld = (error: unknown) => error instanceof TypeError && /import|module|fetch/i.test(error.message)

export function Fault({ error }: { readonly error: unknown }) {
  const t = useTell()
  return (
    <main className="c-door">
      <PageHead title={t(frameWords.faultTitle)} lead={t(isOld(error) ? frameWords.newVersion : frameWords.fault)} />
      <Button type="primary" onClick={() => location.reload()}>
        {t(frameWords.reload)}
      </Button>
    </main>
  )
}
