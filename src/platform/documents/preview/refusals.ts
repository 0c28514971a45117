import { Trouble } from '../../trouble.ts'

/** A page the document does not have. */
export function noSuchPage(page: number, pages: number): Trouble {
  return new Trouble({
    code: 'no_such_page',
    says: { zh: `文件共 ${pages} 页，没有第 ${page} 页`, en: `The document has ${pages} pages, and no page ${page}` },
    mend: { zh: `请选择第 1 至 ${pages} 页。`, en: `Choose a page from 1 to ${pages}.` },
    at: String(page),
  })
}
