/** A content control around one paragraph: named for whoever edits the template, locked where the law's part stands. */
import { FileChild, type Paragraph, XmlAttributeComponent, XmlComponent } from 'docx'
import type { LetterLine } from '../../../paper/letter.ts'

class Value extends XmlAttributeComponent<{ readonly val: string }> {
  protected override readonly xmlKeys = { val: 'w:val' }
}

class Property extends XmlComponent {
  constructor(name: string, value: string) {
    super(name)
    this.root.push(new Value({ val: value }))
  }
}

class Holder extends XmlComponent {
  constructor(name: string, children: readonly XmlComponent[]) {
    super(name)
    this.root.push(...children)
  }
}

export class Control extends FileChild {
  constructor({ tag, label, locked }: NonNullable<LetterLine['control']>, paragraph: Paragraph) {
    super('w:sdt')
    const lock = locked ? [new Property('w:lock', 'sdtContentLocked')] : []
    const properties = [new Property('w:alias', label), new Property('w:tag', tag), ...lock]
    this.root.push(new Holder('w:sdtPr', properties), new Holder('w:sdtContent', [paragraph]))
  }
}
