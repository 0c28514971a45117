import { describe, expect, it } from 'vitest'
import { claimsOf } from './claims.ts'

const about = { aboutDisclosure: true, aboutRequests: true, oneChannel: false }
const claims = (text: string, given: Partial<typeof about> = {}) =>
  claimsOf({ text, ...about, ...given }).map(({ claimed, strength, number }) => `${claimed} ${strength} ${number}`)

describe('given a clause, when read, then exactly what it claims', () => {
  it.each([
    ['收到政府信息公开申请31件', ['received exact 31']],
    ['收到31件政府信息公开申请', ['received exact 31']],
    ['收到申请31件', ['received exact 31']],
    ['收到了公民、法人和其他组织提出的信息公开申请共计三十一件', ['received exact 31']],
    ['受理政府信息公开申请31件', ['received loose 31']],
    ['政府信息公开申请31件', ['received loose 31']],
    ['信息公开申请数量为零', ['received loose 0']],
    ['全年信息公开申请33件收到申请31件', ['received exact 31']],
    ['办结政府信息公开申请30件', ['handled exact 30']],
    ['办理完毕30件', ['handled exact 30']],
    ['答复申请30件', ['handled part 30']],
    ['上年结转2件', ['carried_in exact 2']],
    ['结转下年度继续办理3件', ['carried_out exact 3']],
    ['收到政府信息公开申请31件和上年结转2件', ['received exact 31', 'carried_in exact 2']],
    ['没有收到政府信息公开申请', ['received exact 0']],
    ['没有收到一件政府信息公开申请', ['received exact 0']],
    ['无依申请公开', ['received exact 0']],
    ['没有政府信息公开申请的投诉', []],
    ['未答复收到政府信息公开申请3件', []],
    ['收到近31件政府信息公开申请', []],
    ['收到政府信息公开申请31件以上', []],
    ['收到政府信息公开申请31余件', []],
    ['收到政府信息公开申请百十件', []],
    ['收到表扬信31件', []],
    ['政府信息公开申请', []],
    ['因信息公开发生行政复议1起', ['reconsideration exact 1']],
    ['发生1起行政复议', ['reconsideration exact 1']],
    ['行政诉讼两件', ['lawsuit exact 2']],
    ['行政诉讼为零', ['lawsuit exact 0']],
    ['行政复议1件及行政诉讼2件', ['reconsideration exact 1', 'lawsuit exact 2']],
    ['收到行政复议申请3件', ['reconsideration whole 3']],
    ['行政复议和行政诉讼共3件', ['reconsideration_and_lawsuit exact 3']],
    ['行政复议、行政诉讼均为0件', ['reconsideration exact 0', 'lawsuit exact 0']],
    ['行政复议、行政诉讼各2件', ['reconsideration exact 2', 'lawsuit exact 2']],
    ['行政复议、行政诉讼3件', []],
    ['没有行政复议、行政诉讼', ['reconsideration exact 0', 'lawsuit exact 0']],
    ['未发生一起行政复议', ['reconsideration exact 0']],
    ['未发生1件行政诉讼', ['lawsuit exact 0']],
    ['收到政府信息公开申请3件未发生行政复议', ['reconsideration exact 0']],
    ['未发生一起行政复议和1件行政诉讼', ['reconsideration exact 0', 'lawsuit exact 0']],
    ['未发生21起行政复议', []],
    ['未办理3件行政复议', []],
    ['未收到行政复议决定', []],
    ['没有行政复议和行政诉讼法规', []],
    ['无投诉及诉讼', []],
    ['行政诉讼败诉1件', []],
    ['行政复议1件、未发生诉讼', []],
    ['约1起行政复议', []],
    ['发生近3起行政复议', []],
    ['行政复议案卷', []],
  ])('%s', (text, expected) => {
    expect(claims(text)).toEqual(expected)
  })

  it('a bare 申请 counts only where disclosure is spoken of', () => {
    expect(claims('收到申请31件', { aboutDisclosure: false })).toEqual([])
    expect(claims('收到政府信息公开申请31件', { aboutDisclosure: false })).toEqual(['received exact 31'])
  })

  it('what was handled or carried over counts only where requests are spoken of', () => {
    expect(claims('办结30件', { aboutRequests: false })).toEqual([])
    expect(claims('结转下年3件', { aboutRequests: false })).toEqual([])
    expect(claims('收到政府信息公开申请31件', { aboutRequests: false })).toEqual(['received exact 31'])
  })

  it('disputes of every kind are at least those about disclosure', () => {
    expect(claims('发生行政复议5件', { aboutDisclosure: false })).toEqual(['reconsideration whole 5'])
    expect(claims('未发生行政复议', { aboutDisclosure: false })).toEqual(['reconsideration exact 0'])
  })

  it('the number of one channel is a part', () => {
    expect(claims('收到政府信息公开申请31件', { oneChannel: true })).toEqual(['received part 31'])
  })

  it('every claim quotes its clause', () => {
    expect(claimsOf({ text: '收到政府信息公开申请31件', ...about })[0]?.quote).toBe('收到政府信息公开申请31件')
    expect(claimsOf({ text: '未发生行政复议', ...about })[0]?.quote).toBe('未发生行政复议')
    expect(claimsOf({ text: '没有收到政府信息公开申请', ...about })[0]?.quote).toBe('没有收到政府信息公开申请')
    expect(claimsOf({ text: '行政复议1件', ...about })[0]?.quote).toBe('行政复议1件')
  })
})
