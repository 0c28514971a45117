/** What is wrong with a configuration: the variable, and the mend. Values of secrets are never repeated. */
import { type Sentence, Trouble } from '../trouble.ts'
import type { Setting, SettingName } from './settings.ts'

const shownLength = 80

/** `written`: the variable or the option by which the value came. */
export function badValue(name: SettingName, written: string, text: string, { wants, secret }: Setting): Trouble {
  const [zh, en] = secret ? ['', ''] : [`“${shown(text)}”`, ` "${shown(text)}"`]
  return new Trouble({
    code: 'config_value',
    says: { zh: `${written} 的值${zh}不对。`, en: `The value${en} of ${written} is not right.` },
    mend: { zh: `应为${/^[!-~]/.test(wants.zh) ? ' ' : ''}${wants.zh}。`, en: `It should be ${wants.en}.` },
    at: name,
  })
}

export function unknownVariable(name: string, nearest: string | null): Trouble {
  const mend: Sentence =
    nearest === null
      ? { zh: '请删去这个变量，或核对它的名称。', en: 'Remove the variable, or check its name.' }
      : { zh: `是不是 ${nearest}？`, en: `Is ${nearest} meant?` }
  return new Trouble({
    code: 'config_unknown',
    says: { zh: `没有 ${shown(name)} 这个设置。`, en: `There is no setting ${shown(name)}.` },
    mend,
    at: name,
  })
}

/** A setting that holds only together with another. */
export function incomplete(name: SettingName, missing: SettingName): Trouble {
  return new Trouble({
    code: 'config_missing',
    says: { zh: `设置了 ${name}，但没有设置 ${missing}。`, en: `${name} is set, but ${missing} is not.` },
    mend: { zh: `请同时设置 ${missing}，或删去 ${name}。`, en: `Set ${missing} too, or remove ${name}.` },
    at: missing,
  })
}

export function twoKeys(): Trouble {
  return new Trouble({
    code: 'config_key',
    says: {
      zh: '同时设置了 GONGKAI_MASTER_KEY 和 GONGKAI_MASTER_KEY_FILE。',
      en: 'Both GONGKAI_MASTER_KEY and GONGKAI_MASTER_KEY_FILE are set.',
    },
    mend: { zh: '请只留一个。', en: 'Keep just one.' },
    at: 'GONGKAI_MASTER_KEY',
  })
}

export function badKey(): Trouble {
  return new Trouble({
    code: 'config_key',
    says: { zh: 'GONGKAI_MASTER_KEY 不是可用的主密钥。', en: 'GONGKAI_MASTER_KEY is no usable master key.' },
    mend: {
      zh: '应为 32 字节的 base64 或十六进制；轮换时用逗号分隔，现用的在前。',
      en: 'It should be 32 bytes in base64 or hex; when rotating separate keys by commas, the present one first.',
    },
    at: 'GONGKAI_MASTER_KEY',
  })
}

function shown(text: string): string {
  const clean = text.replace(/\p{Cc}/gu, ' ')
  return clean.length > shownLength ? `${clean.slice(0, shownLength)}…` : clean
}
