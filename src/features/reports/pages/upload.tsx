/** The first page: choose or drop files, or try the samples. Without scripts it is a plain upload form. */
import type { Lang } from '../../../domain/kernel/lang.ts'
import { Icon } from '../../../ui/icon.tsx'
import { teller } from '../../../ui/messages.ts'
import { samplesPath, uploadPath } from '../paths.ts'
import { checksList, page, progress } from '../words.ts'

export interface ShownSizes {
  /** Megabytes. */
  readonly file: number
  readonly all: number
  readonly minutes: number
}

export function UploadPage({ lang, sizes }: { readonly lang: Lang; readonly sizes: ShownSizes }) {
  const t = teller(lang)
  return (
    <>
      <div className="page-head">
        <h1>{t(page.title)}</h1>
        <p className="lead">{t(page.lead)}</p>
      </div>
      <UploadForm lang={lang} sizes={sizes} />
      <section className="samples" aria-labelledby="samples-title">
        <div>
          <h2 id="samples-title">{t(page.sampleTitle)}</h2>
          <p>{t(page.sampleText)}</p>
        </div>
        <form method="post" action={samplesPath}>
          <button type="submit" className="button">
            <Icon name="file" /> {t(page.sample)}
          </button>
        </form>
      </section>
      <section aria-labelledby="checks-title" className="checks">
        <h2 id="checks-title">{t(page.checksTitle)}</h2>
        <dl className="checks-list">
          {checksList.map(({ head, text }) => (
            <div key={head.zh}>
              <dt>{t(head)}</dt>
              <dd>{t(text)}</dd>
            </div>
          ))}
        </dl>
      </section>
      <section aria-labelledby="privacy-title" className="privacy">
        <h2 id="privacy-title">{t(page.privacyTitle)}</h2>
        <p>{t(page.privacy(sizes.minutes))}</p>
      </section>
    </>
  )
}

function UploadForm({ lang, sizes }: { readonly lang: Lang; readonly sizes: ShownSizes }) {
  const t = teller(lang)
  return (
    <form
      className="upload"
      method="post"
      action={uploadPath}
      encType="multipart/form-data"
      data-upload=""
      data-file-mb={sizes.file}
    >
      <div className="drop" data-drop="">
        <span className="drop-icon">
          <Icon name="upload" />
        </span>
        <p className="drop-title scripted">{t(page.dropHere)}</p>
        <div className="plain-choice">
          <label htmlFor="files">{t(page.filesLabel)}</label>
          <input id="files" type="file" name="files" multiple required aria-describedby="limits" />
          <button type="submit" className="button button-primary">
            {t(page.start)}
          </button>
        </div>
        <p className="drop-buttons scripted">
          <button type="button" className="button button-primary" data-choose="files">
            <Icon name="file" /> {t(page.chooseFiles)}
          </button>
          <button type="button" className="button" data-choose="folder">
            <Icon name="folder" /> {t(page.chooseFolder)}
          </button>
        </p>
        <p className="drop-note" id="limits">
          {t(page.formats)}
          <br />
          {t(page.limits(sizes.file, sizes.all))}
        </p>
      </div>
      <section className="queue" data-queue="" hidden aria-labelledby="queue-title">
        <h2 id="queue-title" tabIndex={-1}>
          {t(progress.title)}
        </h2>
        <p className="queue-status" role="status" />
        <progress className="queue-progress" max={1} value={0} aria-labelledby="queue-title" />
        <ul className="queue-list" />
        <p className="queue-actions" />
      </section>
    </form>
  )
}
