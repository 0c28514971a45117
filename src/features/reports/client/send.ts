/** Sends one file to the visit and hands on every line of the answer as it comes. */
import type { FileLine } from '../api.ts'
import { apiFilesPath, apiVisitsPath } from '../paths.ts'

export interface Listener {
  /** Share sent, 0 to 1. */
  readonly sent: (share: number) => void
  readonly line: (line: FileLine) => void
  /** The server refused the file, with its sentence; null where it could not be reached. */
  readonly refused: (says: string | null) => void
}

/** Opens a visit; null where the server cannot be reached. */
export async function openVisit(): Promise<{ readonly visit: string; readonly path: string } | null> {
  const answer = await fetch(apiVisitsPath, { method: 'POST' }).catch(() => null)
  return answer?.ok ? answer.json() : null
}

/** Resolves to whether the file was taken in; rejects when stopped by the signal. */
export function sendFile(visit: string, name: string, file: File, listener: Listener, signal: AbortSignal) {
  return new Promise<boolean>((resolve, reject) => {
    const request = new XMLHttpRequest()
    let read = 0
    const readLines = () => {
      const end = request.responseText.lastIndexOf('\n') + 1
      for (const text of request.responseText.slice(read, end).split('\n')) if (text) listener.line(JSON.parse(text))
      read = Math.max(read, end)
    }
    const refuse = (says: string | null) => {
      listener.refused(says)
      resolve(false)
    }
    request.upload.onprogress = event => event.lengthComputable && listener.sent(event.loaded / event.total)
    request.upload.onload = () => listener.sent(1)
    request.onprogress = () => request.status === 200 && readLines()
    request.onload = () => {
      if (request.status !== 200) return refuse(sentenceIn(request.responseText))
      readLines()
      resolve(true)
    }
    request.onerror = () => refuse(null)
    request.onabort = () => reject(signal.reason)
    signal.addEventListener('abort', () => request.abort(), { once: true })
    request.open('POST', `${apiFilesPath(visit)}?name=${encodeURIComponent(name.replace(/\p{Cs}/gu, '\ufffd'))}`)
    request.setRequestHeader('Content-Type', 'application/octet-stream')
    request.send(file)
  })
}

function sentenceIn(text: string): string | null {
  try {
    const answer: { readonly error?: { readonly says?: string } } = JSON.parse(text)
    return answer.error?.says ?? null
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}
