/** Short messages for installations that send none: each becomes a file, its number masked. */
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { checkSms, maskedNumber, type SmsSender } from './sender.ts'

/** A sender that writes `<id>.json` into a folder, readable by its owner only. */
export function folderSms(folder: string): SmsSender {
  return {
    send: async sms => {
      checkSms(sms)
      await mkdir(folder, { recursive: true, mode: 0o700 })
      const path = join(folder, `${sms.id}.json`)
      const { id, text, at } = sms
      const content = { id, to: maskedNumber(sms.to), text, at: at.toISOString() }
      await writeFile(path, `${JSON.stringify(content, null, 2)}\n`, { mode: 0o600 })
      return { sent: false, answer: path }
    },
  }
}
