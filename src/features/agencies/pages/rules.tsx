/** 政府信息公开制度: the agency's rules; where there are none, which ones belong there. */
import { cite } from '../../../domain/citation.ts'
import { type RequiredRule, requiredRules } from '../../../law/rules.ts'
import { teller } from '../../../ui/messages.ts'
import { headOf } from '../portal/frame.ts'
import type { Page, Portal } from '../portal/portal.ts'
import { columns } from '../portal/words.ts'
import type { PortalData } from '../portal-data.ts'
import { DatedList, dated, Empty, PageTitle } from './parts.tsx'

const words = {
  none: {
    zh: '这里应当公布本机关公开工作的各项制度，本机关尚未发布。按照条例的要求，一般应当有：',
    en: 'Here belong the rules of this agency for its disclosure work; none has been published yet. By the Regulation an agency usually needs:',
  },
}

export async function rules(portal: Portal, data: PortalData): Promise<Page> {
  const t = teller(portal.lang)
  const shown = (await data.documents(portal.agency.id)).filter(({ kind }) => kind === 'rule')
  const { name, about } = columns.rules
  return {
    head: headOf(portal, { title: t(name), description: t(about), column: 'rules' }),
    body: (
      <>
        <PageTitle title={t(name)} lead={t(about)} />
        {shown.length > 0 ? <DatedList items={dated(portal, shown)} /> : <Expected portal={portal} />}
      </>
    ),
  }
}

function Expected({ portal: { lang } }: { readonly portal: Portal }) {
  const t = teller(lang)
  return (
    <Empty>
      <p>{t(words.none)}</p>
      <dl className="holds">
        {Object.values<RequiredRule>(requiredRules).map(({ title, settles, articles }) => (
          <div key={title.zh}>
            <dt>{t(title)}</dt>
            <dd>
              {t(settles)}{' '}
              <span className="basis">{articles.map(id => cite(id, lang)).join(lang === 'zh' ? '、' : '; ')}</span>
            </dd>
          </div>
        ))}
      </dl>
    </Empty>
  )
}
