import { expect, test } from 'vitest'
import { line } from './shapes.ts'

test.each(['张\u202e三', '张\u2066三', '张\n三', '张\u0000三'])(
  'a name that would be shown otherwise than it is kept is refused: %j',
  name => {
    expect(line(60).safeParse(name).success).toBe(false)
  },
)

test.each(['张三', '阿卜杜拉·买买提', 'Ana María', '𠮷野'])('“%s” is a name', name => {
  expect(line(60).safeParse(` ${name} `).data).toBe(name)
})
