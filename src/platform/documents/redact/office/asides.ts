/** What office files say of their pictures and places beside what is shown. */
import { isDullBookmark } from '../../office/fields.ts'
import { attributeOf, changeAttributes, type Element } from '../../office/tree.ts'

/** Attributes that say who, when and what is meant, and are not shown. */
const asides = /^(?:descr|title|alt|o:title|w:rsid\w*|w14:(?:paraId|textId))$/
/** Their names are often those of the files they were. */
const pictures = ['docPr', 'cNvPr']

export function dropAsidesOf(element: Element): void {
  const id = attributeOf(element, 'id') ?? ''
  changeAttributes(element, (name, value) => {
    if (asides.test(name)) return null
    if (name === 'name' && pictures.includes(element.local)) return `图${id}`
    if (name === 'w:name' && element.local === 'bookmarkStart' && !isDullBookmark(value)) return `_b${id}`
    // The place it led to has another name now.
    if (name === 'w:anchor' && !isDullBookmark(value)) return null
    return value
  })
}
