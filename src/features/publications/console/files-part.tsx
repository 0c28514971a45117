/** The files that go with a draft. */

import { useState } from 'react'
import { useAct } from '../../../kit/console/api.tsx'
import { ActButton } from '../../../kit/console/ask.tsx'
import { base64Of, FileLink, FilePicker } from '../../../kit/console/file.tsx'
import { useTell } from '../../../kit/console/language.tsx'
import { useMay } from '../../../kit/console/me.tsx'
import { Trouble } from '../../../kit/console/states.tsx'
import { useToast } from '../../../kit/console/toast.tsx'
import { Isolated } from '../../../ui/isolated.tsx'
import {
  addPublicationFile,
  getPublication,
  type PublicationAnswer,
  type PublicationFile,
  publicationFileContent,
  removePublicationFile,
} from '../contract.ts'
import { publicationWords as w } from './words.ts'

interface Props {
  readonly view: PublicationAnswer
  /** Whether files may still come and go. */
  readonly open: boolean
}

const mostBytes = 50_000_000

export function FilesPart({ view, open }: Props) {
  const t = useTell()
  const may = useMay()
  const { files } = view
  return (
    <section aria-labelledby="publication-files">
      <h2 id="publication-files">{t(w.files)}</h2>
      {files.length === 0 && <p className="note">{t(w.noFiles)}</p>}
      <ul className="r-papers">
        {files.map(file => (
          <One key={file.id} view={view} open={open} file={file} />
        ))}
      </ul>
      {open && may(addPublicationFile) && <Add view={view} />}
    </section>
  )
}

function One({ view, open, file: { id: fileId, name } }: Props & { readonly file: PublicationFile }) {
  const t = useTell()
  const { agencyId, id: publicationId } = view.publication
  const params = { agencyId, publicationId, fileId }
  return (
    <li>
      <div>
        <Isolated>{name}</Isolated>
      </div>
      <div className="c-row-acts">
        <FileLink
          contract={publicationFileContent}
          params={params}
          small
          label={t(w.download)}
          name={t(w.downloadOf(name))}
        />
        {open && (
          <ActButton
            contract={removePublicationFile}
            small
            label={t(w.removeFile)}
            name={t(w.removeOf(name))}
            ask={{ title: w.removeTitle, text: w.removeText }}
            inputOf={() => ({ params })}
            refresh={[getPublication]}
            news={w.removed}
          />
        )}
      </div>
    </li>
  )
}

function Add({ view }: Pick<Props, 'view'>) {
  const t = useTell()
  const toast = useToast()
  const { agencyId, id: publicationId } = view.publication
  const [tooBig, setTooBig] = useState(false)
  const add = useAct(addPublicationFile, { refresh: [getPublication], done: () => toast(t(w.fileAdded)) })
  const choose = async (file: File) => {
    setTooBig(file.size > mostBytes)
    if (file.size > mostBytes) return
    add.mutate({ params: { agencyId, publicationId }, body: { name: file.name, file: await base64Of(file) } })
  }
  const again = add.variables
  return (
    <>
      <FilePicker label={t(w.addFile)} accept="" chosen={null} choose={choose} />
      {tooBig && (
        <p className="c-wrong" role="alert">
          {t(w.tooBig)}
        </p>
      )}
      {add.error && <Trouble error={add.error} retry={again && (() => add.mutate(again))} />}
    </>
  )
}
