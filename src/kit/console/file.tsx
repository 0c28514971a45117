/** Choosing a file, and its content as the API takes it. */
import { Button } from 'antd'
import { useRef } from 'react'
import { Icon } from '../../ui/icon.tsx'
import { addressOf, type CallOf, type Contract } from '../contract.ts'
import { useMay } from './me.tsx'

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

interface LinkProps<C extends Contract> {
  /** One that gives a file. */
  readonly contract: C
  readonly params: CallOf<C> extends { readonly params: infer P } ? P : never
  readonly query?: Readonly<Record<string, string>>
  readonly label: string
  /** What screen readers say, where the label alone does not tell which. */
  readonly name?: string
  readonly small?: boolean
}

/** A link to a file of the API, which the browser saves; it is there only for who may have it. */
export function FileLink<C extends Contract>({ contract, params, query, label, name, small = false }: LinkProps<C>) {
  const may = useMay()
  if (!may(contract)) return null
  const address = addressOf(contract, params as Readonly<Record<string, unknown>>, query)
  return (
    <Button href={address} download size={small ? 'small' : 'middle'} aria-label={name}>
      {label}
    </Button>
  )
}
