/** The machine: room on the disk, who may read what, and whether documents can be set. */
import { access, constants, rm, stat, statfs, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Config } from '../../../platform/config/config.ts'
import { codeOf } from '../../../platform/trouble.ts'
import { bad, type Finding, looked, ok } from './finding.ts'

const gigabyte = 2 ** 30
/** Below the first nothing can be kept much longer; below the second somebody should make room. */
const room = { error: 0.2 * gigabyte, warning: 2 * gigabyte }
const othersMay = 0o077
const othersMayWrite = 0o022

export async function* machineFindings(config: Config): AsyncGenerator<Finding> {
  yield await looked('folder', () => folder(config.data))
  yield await looked('disk', () => disk(config.data))
  yield await looked('permissions', () => permissions(config))
  yield await looked('fonts', fonts)
}

async function folder(data: string): Promise<Finding> {
  const probe = join(data, `.doctor-${process.pid}`)
  try {
    await writeFile(probe, '')
    await rm(probe)
    return ok('folder', `数据目录 ${data} 可以写入。`, `The data folder ${data} can be written.`)
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return notThere(data)
    return bad(
      'folder',
      'error',
      { zh: `数据目录 ${data} 不能写入。`, en: `The data folder ${data} cannot be written.` },
      { zh: '请检查目录的所有者、权限和磁盘空间。', en: 'Check its owner, its permissions and the disk space.' },
    )
  }
}

function notThere(data: string): Finding {
  return bad(
    'folder',
    'warning',
    { zh: `数据目录 ${data} 还不存在。`, en: `The data folder ${data} does not exist yet.` },
    {
      zh: '首次启动（gongkai serve）会建立它；若安装在别处，请用 --data 指明。',
      en: 'The first start (gongkai serve) makes it; where the installation is elsewhere, name it with --data.',
    },
  )
}

async function disk(data: string): Promise<Finding> {
  const { bavail, bsize } = await statfs(await nearest(data))
  return diskFinding(bavail * bsize)
}

/** What so many free bytes mean. */
export function diskFinding(free: number): Finding {
  const gb = (free / gigabyte).toFixed(1)
  const says = { zh: `数据目录所在磁盘剩余 ${gb} GB。`, en: `${gb} GB are free on the disk of the data folder.` }
  if (free >= room.warning) return { check: 'disk', state: 'ok', says }
  const mend = {
    zh: '请清理磁盘、移走旧备份，或扩容；磁盘写满时系统会停止接收。',
    en: 'Make room, move old backups away or enlarge the disk; when it is full nothing more is taken in.',
  }
  return bad('disk', free < room.error ? 'error' : 'warning', says, mend)
}

/** The folder itself, or the nearest above it that is there. */
async function nearest(path: string): Promise<string> {
  try {
    await access(path, constants.F_OK)
    return path
  } catch {
    return path === dirname(path) ? path : nearest(dirname(path))
  }
}

async function permissions({ data, masterKey }: Config): Promise<Finding> {
  const keyFile = 'file' in masterKey ? masterKey.file : null
  if (keyFile !== null && ((await modeOf(keyFile)) & othersMay) !== 0) {
    return bad(
      'permissions',
      'error',
      { zh: `主密钥文件 ${keyFile} 其他用户也能读写。`, en: `Others may read or write the master key ${keyFile}.` },
      { zh: `请执行：chmod 600 "${keyFile}"`, en: `Run: chmod 600 "${keyFile}"` },
    )
  }
  if (((await modeOf(data)) & othersMayWrite) !== 0) {
    return bad(
      'permissions',
      'warning',
      { zh: `数据目录 ${data} 其他用户也能写入。`, en: `Others may write into the data folder ${data}.` },
      { zh: `请执行：chmod go-w "${data}"`, en: `Run: chmod go-w "${data}"` },
    )
  }
  return ok('permissions', '主密钥和数据目录只有本用户能改动。', 'Nobody else may change the master key or the data.')
}

/** 0 where there is no such file. */
async function modeOf(path: string): Promise<number> {
  try {
    return (await stat(path)).mode
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return 0
    throw error
  }
}

/** Sets a page: fonts, their files and the program that sets them are all found that way. */
async function fonts(): Promise<Finding> {
  const { writePdf } = await import('../../../platform/documents/write/pdf.ts')
  const text = '政府信息公开'
  try {
    await writePdf({ lang: 'zh-CN', title: text, author: '', blocks: [{ kind: 'paragraph', text }] })
    return ok('fonts', '字体齐全，可以生成 PDF。', 'The fonts are there; PDF can be made.')
  } catch {
    return bad(
      'fonts',
      'error',
      {
        zh: '不能生成 PDF：字体或排版程序缺失。',
        en: 'PDF cannot be made: fonts or the typesetting program are missing.',
      },
      { zh: '请重新安装程序（npm ci，不加 --omit=optional）。', en: 'Install again: npm ci, without --omit=optional.' },
    )
  }
}
