/** Everything that may be done to a case now, under the stages of the work; files that can be taken along. */
import { Button, Modal } from 'antd'
import { actRule, type RequestActId } from '../../../../domain/request/acts.ts'
import { FileLink } from '../../../../kit/console/file.tsx'
import { useTell } from '../../../../kit/console/language.tsx'
import { words } from '../../../../kit/console/words.ts'
import { archiveFile } from '../../contract/index.ts'
import { actForms, actStages } from '../acts/index.ts'
import { useAgency } from '../use-agency.ts'
import { stageWords } from '../words/act-words.ts'
import { caseWords } from '../words/case-words.ts'
import { useCase } from './case-context.ts'

export function ActsMenu({ close }: { readonly close: () => void }) {
  const t = useTell()
  const { view, open } = useCase()
  const offered = (act: RequestActId) => view.acts.includes(act) && actForms[act] !== 'none'
  const stages = Object.entries(actStages).map(([stage, acts]) => ({ stage, acts: acts.filter(offered) }))
  const choose = (act: RequestActId) => {
    close()
    open(act)
  }
  return (
    <Modal
      open
      width={640}
      title={t(caseWords.menuTitle)}
      footer={null}
      onCancel={close}
      closable={{ 'aria-label': t(words.close) }}
    >
      <div className="r-menu">
        {stages
          .filter(({ acts }) => acts.length > 0)
          .map(({ stage, acts }) => (
            <section key={stage} aria-label={t(stageWords[stage as keyof typeof stageWords])}>
              <h2>{t(stageWords[stage as keyof typeof stageWords])}</h2>
              <ul>
                {acts.map(act => (
                  <li key={act}>
                    <Button onClick={() => choose(act)}>{t(actRule(act).label)}</Button>
                  </li>
                ))}
              </ul>
            </section>
          ))}
      </div>
      <ArchiveButton />
    </Modal>
  )
}

export function ArchiveButton() {
  const t = useTell()
  const { own } = useAgency()
  const { agencyId, id } = useCase().view.case
  return own && <FileLink contract={archiveFile} params={{ agencyId, requestId: id }} label={t(caseWords.archive)} />
}
