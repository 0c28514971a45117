import { describe, expect, test } from 'vitest'
import { parseSetting, type Setting, settingIds, settings, settingsFrom } from './settings.ts'

describe('settings', () => {
  test.each(settingIds)('given the usual value of %s, then it may be set', id => {
    expect(parseSetting(id, settings[id].usual)).toEqual({ ok: true, value: settings[id].usual })
  })

  const formed = settingIds.flatMap(id => {
    const setting: Setting = settings[id]
    return setting.kind === 'text' && setting.form ? [[id, setting.form.example] as const] : []
  })
  test.each(formed)('given the example of %s, then it may be set, and half of it may not', (id, example) => {
    expect(parseSetting(id, example).ok).toBe(true)
    expect(parseSetting(id, example.slice(0, 5)).ok).toBe(false)
  })

  test.each(['request.chain', 'numbering.request', 'numbering.letter'] as const)(
    'given nothing for %s, then it is refused: no answer goes out unreviewed (条例17), no letter without its number',
    id => {
      expect(parseSetting(id, ' ')).toMatchObject({ ok: false, refusal: { at: `values.${id}` } })
    },
  )

  const lists = settingIds.flatMap(id => {
    const setting: Setting = settings[id]
    return setting.kind === 'text' && setting.words ? [[id, setting.usual, Object.keys(setting.words)] as const] : []
  })
  test.each(lists)(
    'given a word the list %s does not know, then it is refused; usual ones are known',
    (id, usual, words) => {
      expect(parseSetting(id, `${usual},else`).ok).toBe(false)
      expect(usual.split(',').filter(word => !words.includes(word))).toEqual([])
    },
  )

  test('given nothing kept, then all is as usual', () => {
    const all = settingsFrom(new Map())
    expect(all['reminder.days']).toBe(5)
    expect(all['channel.online']).toBe(false)
  })

  test('given what was kept by another program or can no longer be, then it counts as never set', () => {
    const kept = new Map<string, unknown>([
      ['reminder.days', 'three'],
      ['gone.setting', 1],
      ['guide.reviewMonths', 6],
    ])
    expect(settingsFrom(kept)).toMatchObject({ 'reminder.days': 5, 'guide.reviewMonths': 6 })
    expect(settingsFrom(kept)).not.toHaveProperty('gone.setting')
  })

  test('given marks that steer the line in a text, then they are taken out', () => {
    expect(parseSetting('guide.reviewOrgan', ' 示例县\n人民政府 ')).toEqual({ ok: true, value: '示例县 人民政府' })
  })

  test.each(['08:00-08:00', '24:00-08:00', '21:00-8:00', '21:60-08:00', 'none'])(
    'given %s as quiet hours, then it is refused; none at all may be',
    text => {
      expect(parseSetting('notice.quietHours', text)).toMatchObject({ refusal: { code: 'bad_setting' } })
      expect(parseSetting('notice.quietHours', '').ok).toBe(true)
    },
  )

  test('given the name of something every object has, then it is no setting', () => {
    expect(parseSetting('constructor', 1)).toMatchObject({ refusal: { code: 'unknown_setting' } })
  })
})
