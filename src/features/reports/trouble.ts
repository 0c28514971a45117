/** Why a file gave no report: a stable code and a sentence in both languages. */
import type { Said } from '../../domain/kernel/lang.ts'
import type { Place } from '../../paper/paper.ts'
import { DocumentError, type DocumentErrorCode, tooLarge } from '../../platform/documents/errors.ts'
import type { PathProblem } from '../../platform/files/walk.ts'
import type { Loss } from '../../platform/pool/pool.ts'

/** The codes of the contract; `not_found` and `no_access` for paths, `fault` for a defect of the program. */
export type TroubleCode = DocumentErrorCode | 'no_report' | 'not_found' | 'no_access' | 'fault'

export interface Trouble {
  readonly code: TroubleCode
  readonly says: Said
  readonly at?: Place
}

/** The trouble a reader's error stands for; rethrows what no reader throws on purpose. */
export function troubleOf(error: unknown): Trouble {
  if (!(error instanceof DocumentError)) throw error
  const { code, says, at } = error
  return at === undefined ? { code, says } : { code, says, at }
}

/** A file larger than `most` bytes. */
export function oversize(most: number): Trouble {
  const size = `${most / 2 ** 20} MB`
  return troubleOf(tooLarge(`文件超过 ${size}`, `the file is over ${size}`))
}

/** What a path that leads to no file means for the person who named it. */
export function pathTrouble(problem: PathProblem): Trouble {
  return pathTroubles[problem]
}

const pathTroubles: Readonly<Record<PathProblem, Trouble>> = {
  not_found: {
    code: 'not_found',
    says: { zh: '没有这个文件。请核对路径和文件名。', en: 'There is no such file. Check the path and the name.' },
  },
  no_access: {
    code: 'no_access',
    says: {
      zh: '没有权限打开这个文件。请换有权限的账户，或修改文件的权限。',
      en: 'The file may not be opened by this account. Use one that may, or change its permissions.',
    },
  },
  other: {
    code: 'unknown_format',
    says: {
      zh: '这个路径不是普通文件，无法读取。请指定报告文件所在的路径。',
      en: 'This path is not a regular file and cannot be read. Name the path of a report.',
    },
  },
}

/** What the end of a worker means for the file it was reading; `limits` as they were set. */
export function lossTrouble(lost: Loss, limits: { seconds: number; megabytes: number }): Trouble {
  if (lost === 'timeout') {
    return {
      code: 'timeout',
      says: {
        zh: `读取超过 ${limits.seconds} 秒，已中止。文件可能异常复杂，请只提交年度报告本身，或另存为其他格式再试。`,
        en: `Reading took over ${limits.seconds} seconds and was stopped. Submit the report alone, or save it in another format.`,
      },
    }
  }
  if (lost === 'too_large') {
    return {
      code: 'too_large',
      says: {
        zh: `读取时占用内存超过 ${limits.megabytes} MB，已中止。请只提交年度报告本身，或拆成几个文件。`,
        en: `Reading took over ${limits.megabytes} MB of memory and was stopped. Submit the report alone, or split the file.`,
      },
    }
  }
  return {
    code: 'fault',
    says: {
      zh: '程序在处理这个文件时出错，这是程序的缺陷，不是文件的问题。其他文件不受影响；请把这个文件反馈给维护者。',
      en: 'The program failed on this file: a defect of the program, not of the file. Other files are not affected; please report it.',
    },
  }
}
