/** Choosing a file, and its content as the API takes it. */
import { Button } from 'antd'
import { useRef } from 'react'
import { Icon } from '../../ui/icon.tsx'

interface Props {
  readonly label: string
  /** As in HTML: `.xlsx,.docx`. */
  readonly accept: string
  readonly chosen: string | null
  readonly choose: (file: File) => unknown
}

export function FilePicker({ label, accept, chosen, choose }: Props) {
  const input = useRef<HTMLInputElement>(null)
  return (
    <div className="c-row">
      <input
        ref={input}
        type="file"
        accept={accept}
        aria-label={label}
        className="visually-hidden"
        tabIndex={-1}
        onChange={event => {
          const file = event.target.files?.[0]
          if (file) choose(file)
          // The same file, mended, can be chosen again.
          event.target.value = ''
        }}
      />
      <Button onClick={() => input.current?.click()}>
        <Icon name="file" /> {label}
      </Button>
      {chosen !== null && <span className="c-chosen">{chosen}</span>}
    </div>
  )
}

/** The bytes of a file, base64. Rejects where the file can no longer be read. */
export function base64Of(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,/, ''))
    reader.onerror = () => reject(reader.error)
    reader.readAsDataURL(file)
  })
}

/** Hands a file of the API to the browser. */
export function downloadFile({
  name,
  type,
  file,
}: {
  readonly name: string
  readonly type: string
  readonly file: string
}) {
  const bytes = Uint8Array.from(atob(file), sign => sign.charCodeAt(0))
  const address = URL.createObjectURL(new Blob([bytes], { type }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  URL.revokeObjectURL(address)
}
