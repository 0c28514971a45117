import { expect, test } from 'vitest'
import { tidyFileName } from './file-name.ts'

test.each([
  ['身份证.png', '身份证.png'],
  ['../../etc/passwd', 'passwd'],
  ['C:\\照片\\证件.jpg', '证件.jpg'],
  ['委托\u202egnp.exe', '委托gnp.exe'],
  ['甲\u0007\n乙\u200b.pdf', '甲 乙 .pdf'],
  ['..', 'file'],
  ['目录/', 'file'],
  [`${'长'.repeat(300)}.pdf`, `${'长'.repeat(196)}.pdf`],
])('given a file called %j, then it is kept as %j', (given, kept) => {
  expect(tidyFileName(given)).toBe(kept)
})
