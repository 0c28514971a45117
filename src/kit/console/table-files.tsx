/** Buttons that hand over a table that is there whole. */
import { Button } from 'antd'
import { useTell } from './language.tsx'
import { saveTable, tableFileKinds, tableFileWords } from './table-file.ts'

interface Props {
  /** Of the file, without its ending. */
  readonly name: string
  /** The first holds the heads. */
  readonly rows: () => readonly (readonly string[])[]
}

export function TableFiles({ name, rows }: Props) {
  const t = useTell()
  return (
    <p className="c-list-foot">
      {tableFileKinds.map(kind => (
        <Button key={kind} onClick={() => void saveTable(kind, name, rows())}>
          {t(tableFileWords[kind])}
        </Button>
      ))}
    </p>
  )
}
