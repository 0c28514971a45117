/** Buttons that hand over tables that are there whole. */
import { Button } from 'antd'
import { useTell } from './language.tsx'
import type { Sheet } from './sheet.ts'
import { saveTables, tableFileKinds, tableFileWords } from './table-file.ts'

interface Props {
  /** Of the file, without its ending. */
  readonly name: string
  readonly sheets: () => readonly Sheet[]
}

export function TableFiles({ name, sheets }: Props) {
  const t = useTell()
  return (
    <p className="c-list-foot">
      {tableFileKinds.map(kind => (
        <Button key={kind} onClick={() => void saveTables(kind, name, sheets())}>
          {t(tableFileWords[kind])}
        </Button>
      ))}
    </p>
  )
}
