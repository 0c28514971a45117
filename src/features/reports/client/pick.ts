/** Collects the files a person dropped or chose, folders walked through, the system's own files left out. */

export interface Picked {
  /** With the folders it was in. */
  readonly name: string
  readonly file: File
}

/** Files of an input, named with their folders where a folder was chosen. */
export function pickedFiles(files: Iterable<File>): Picked[] {
  return [...files].map(file => ({ name: file.webkitRelativePath || file.name, file })).filter(isMeant)
}

/** Everything in a drop. Must be called at once in the event: the browser empties the list afterwards. */
export async function droppedFiles(data: DataTransfer): Promise<Picked[]> {
  const entries = [...data.items].map(item => item.webkitGetAsEntry()).filter(entry => entry !== null)
  if (entries.length === 0) return pickedFiles(data.files)
  const found = await Promise.all(entries.map(walk))
  return found.flat().filter(isMeant)
}

async function walk(entry: FileSystemEntry): Promise<Picked[]> {
  if (isFile(entry)) {
    const file = await new Promise<File>((resolve, reject) => entry.file(resolve, reject))
    return [{ name: entry.fullPath.replace(/^\//, ''), file }]
  }
  if (!isFolder(entry)) return []
  const found = await Promise.all((await children(entry)).map(walk))
  return found.flat()
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile
}

function isFolder(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory
}

/** The browser hands out at most a hundred at a time. */
async function children(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader()
  const all: FileSystemEntry[] = []
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject))
    if (some.length === 0) return all
    all.push(...some)
  }
}

/** Not what the system or Word lays beside documents. */
function isMeant({ name }: Picked): boolean {
  const last = name.slice(name.lastIndexOf('/') + 1)
  return !last.startsWith('.') && !last.startsWith('~$') && last !== 'Thumbs.db' && last !== 'desktop.ini'
}
