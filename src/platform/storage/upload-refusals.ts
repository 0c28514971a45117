/** Why an upload is not taken, and what would be, in sentences. */
import { type Sentence, Trouble } from '../trouble.ts'
import { type UploadGroup, type UploadKind, uploadKinds } from './upload-kinds.ts'

/** Of what may be in a file: the endings people know, in the order of the kinds. */
function endingsOf(groups: readonly UploadGroup[]): string[] {
  const kinds: readonly UploadKind[] = Object.values(uploadKinds)
  return kinds.filter(kind => groups.includes(kind.group)).map(kind => kind.endings[0])
}

function handIn(groups: readonly UploadGroup[]): Sentence {
  const endings = endingsOf(groups)
  return { zh: `请提交 ${endings.join('、')} 格式的文件。`, en: `Hand in one of these: ${endings.join(', ')}.` }
}

export function emptyUpload(): Trouble {
  return new Trouble({
    code: 'upload_empty',
    says: { zh: '文件是空的，没有内容。', en: 'The file is empty.' },
    mend: { zh: '请检查是否选错了文件，再上传一次。', en: 'Check that it is the right file and upload it again.' },
  })
}

/** Something that runs: a program, a script, a page, a macro. */
export function activeContent(what: Sentence, groups: readonly UploadGroup[]): Trouble {
  return new Trouble({
    code: 'upload_active',
    says: {
      zh: `这是${what.zh}，其中可能有会自行运行的内容，不能接收。`,
      en: `This is ${what.en}; it may hold something that runs by itself and is not accepted.`,
    },
    mend: handIn(groups),
  })
}

/** A kind this form does not take; `what` is its usual ending, null where nobody knows. */
export function notAccepted(what: string | null, groups: readonly UploadGroup[]): Trouble {
  return new Trouble({
    code: 'upload_refused',
    says:
      what === null
        ? { zh: '不能识别这个文件的格式，不能接收。', en: 'The format of this file is not known; it is not accepted.' }
        : {
            zh: `文件的内容是 ${what} 格式，这里不能接收。`,
            en: `By its content the file is ${what}, not accepted here.`,
          },
    mend: handIn(groups),
  })
}

export function lockedUpload(): Trouble {
  return new Trouble({
    code: 'upload_locked',
    says: { zh: '文件设有密码，工作人员将无法打开。', en: 'The file has a password; nobody here could open it.' },
    mend: { zh: '请去掉密码，重新保存后上传。', en: 'Remove the password, save it and upload it again.' },
  })
}

export function damagedUpload(): Trouble {
  return new Trouble({
    code: 'upload_damaged',
    says: { zh: '文件已损坏或不完整。', en: 'The file is damaged or incomplete.' },
    mend: {
      zh: '请用原软件打开确认后重新保存，再上传。',
      en: 'Open it in its own program, save it again and upload that.',
    },
  })
}
