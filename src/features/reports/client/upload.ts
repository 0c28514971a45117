/** Turns the plain upload form into drop, choose, progress, cancel. Without it the form works as it is. */
import { teller } from '../../../ui/messages.ts'
import { progress } from '../words.ts'
import { make } from './dom.ts'
import { type FileRow, fileRow } from './file-row.ts'
import { droppedFiles, type Picked, pickedFiles } from './pick.ts'
import { makeQueue } from './queue.ts'
import { openVisit, sendFile } from './send.ts'

/** As many files are under way as the server reads at the same time, and one more being sent. */
const width = 3

export function startUpload(form: HTMLFormElement): void {
  const lang = document.documentElement.lang === 'en' ? 'en' : 'zh'
  const t = teller(lang)
  const part = <E extends HTMLElement>(selector: string) => form.querySelector<E>(selector)
  const drop = part('[data-drop]')
  const panel = part('[data-queue]')
  const title = part('#queue-title')
  const status = part('.queue-status')
  const bar = part<HTMLProgressElement>('.queue-progress')
  const list = part('.queue-list')
  const actions = part('.queue-actions')
  if (!drop || !panel || !title || !status || !bar || !list || !actions) return

  let visit: ReturnType<typeof openVisit> | null = null
  let opened: { readonly visit: string; readonly path: string } | null = null
  let count = 0
  let onlyPath: string | null = null
  const queue = makeQueue(width, () => refresh())

  const theVisit = async () => {
    visit ??= openVisit()
    opened = await visit
    if (!opened) visit = null
    return opened
  }

  const refresh = () => {
    const { all, done, busy } = queue.counts()
    title.textContent = t(busy ? progress.title : progress.done)
    status.textContent = t(progress.status(done, all))
    bar.max = all
    bar.value = done
    form.toggleAttribute('data-busy', busy)
    const see = opened && make('a', { class: 'button button-primary', href: opened.path }, t(progress.see))
    const cancel = make('button', { type: 'button', class: 'button' }, t(progress.cancelAll))
    cancel.addEventListener('click', () => queue.cancel())
    actions.replaceChildren(...(see && done > 0 ? [see] : []), ...(busy ? [cancel] : []))
    if (!busy && all === 1 && onlyPath) location.assign(onlyPath)
  }

  const run = async (picked: Picked, row: FileRow, signal: AbortSignal) => {
    row.clear()
    const here = await theVisit()
    if (!here) {
      row.addTrouble(t(progress.offline))
      return 'failed'
    }
    const paths: string[] = []
    const listener = {
      sent: (share: number) => row.setState(share < 1 ? 'uploading' : 'reading', Math.floor(share * 100)),
      line: (line: Parameters<FileRow['addLine']>[0]) => {
        if ('path' in line) paths.push(line.path)
        row.addLine(line)
      },
      refused: (says: string | null) => row.addTrouble(says ?? t(progress.offline)),
    }
    const taken = await sendFile(here.visit, picked.name, picked.file, listener, signal)
    onlyPath = taken && paths.length === 1 && !row.troubled() ? (paths[0] ?? null) : here.path
    if (row.troubled()) onlyPath = null
    return taken && paths.length > 0 ? 'ready' : 'failed'
  }

  const add = (files: readonly Picked[]) => {
    panel.hidden = false
    if (files.length === 0) {
      title.textContent = t(progress.title)
      status.textContent = t(progress.empty)
      return
    }
    for (const picked of files) {
      count += 1
      const id = count
      const row = fileRow(picked.name, t, { cancel: () => queue.cancel(id), retry: () => queue.retry(id) })
      list.append(row.element)
      queue.add({
        id,
        run: signal => run(picked, row, signal),
        changed: state => {
          row.setState(state)
          refresh()
        },
      })
    }
    title.focus()
  }

  listen(form, drop, add)
}

/** Every way in which files may be given. */
function listen(form: HTMLFormElement, drop: HTMLElement, add: (files: readonly Picked[]) => void): void {
  for (const button of form.querySelectorAll<HTMLElement>('[data-choose]')) {
    button.addEventListener('click', () => choose(button.dataset.choose === 'folder', add))
  }
  const over = (event: DragEvent, is: boolean) => {
    event.preventDefault()
    drop.classList.toggle('drop-over', is)
  }
  // Anywhere on the page: a file dropped beside the field must not replace the page.
  document.addEventListener('dragover', event => over(event, true))
  document.addEventListener('dragleave', event => over(event, event.relatedTarget !== null))
  document.addEventListener('drop', async event => {
    over(event, false)
    if (event.dataTransfer) add(await droppedFiles(event.dataTransfer))
  })
  document.addEventListener('paste', event => {
    if (event.clipboardData?.files.length) add(pickedFiles(event.clipboardData.files))
  })
}

function choose(folder: boolean, add: (files: readonly Picked[]) => void): void {
  const input = make('input', { type: 'file', multiple: '' })
  input.webkitdirectory = folder
  input.addEventListener('change', () => add(pickedFiles(input.files ?? [])))
  input.click()
}
