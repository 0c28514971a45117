/** What can be wrong with the database from outside the program, each in one sentence with its mend. */
import { codeOf, Trouble } from '../trouble.ts'

/** The major version the embedded server's data are made by; another one cannot open them. */
export const embeddedMajor = '18'

export function noBinaries(platform: string, cause?: unknown): Trouble {
  return new Trouble({
    code: 'database_not_bundled',
    says: {
      zh: `这台机器（${platform}）没有随程序附带的数据库。`,
      en: `No database comes with the program for this machine (${platform}).`,
    },
    mend: {
      zh: '请安装 PostgreSQL 15 或更高版本，并用环境变量 DATABASE_URL 指明，或重新运行 npm ci（不要加 --omit=optional）。',
      en: 'Install PostgreSQL 15 or later and name it in DATABASE_URL, or run npm ci again without --omit=optional.',
    },
    cause,
  })
}

export function notReachable(path: string, user: string): Trouble {
  return new Trouble({
    code: 'database_folder_denied',
    says: {
      zh: `数据库以系统用户 ${user} 运行，但它不能进入“${path}”。`,
      en: `The database runs as the system user ${user}, which may not enter "${path}".`,
    },
    mend: {
      zh: '请换一个该用户能进入的数据目录（--data），或改用普通用户启动。',
      en: 'Choose a data folder that user can enter (--data), or start as an ordinary user.',
    },
    at: path,
  })
}

export function otherVersion(path: string, found: string): Trouble {
  return new Trouble({
    code: 'database_other_version',
    says: {
      zh: `“${path}”里的数据属于 PostgreSQL ${found}，程序附带的是 ${embeddedMajor}。`,
      en: `The data in "${path}" belong to PostgreSQL ${found}; the program brings ${embeddedMajor}.`,
    },
    mend: {
      zh: '请用原来的程序版本做备份（gongkai backup），再用本版本恢复到空目录（gongkai restore）。',
      en: 'Back it up with the program version it came from (gongkai backup) and restore it into an empty folder.',
    },
    at: path,
  })
}

export function cannotWrite(path: string, cause?: unknown): Trouble {
  return new Trouble({
    code: 'data_folder_denied',
    says: { zh: `不能写入数据目录“${path}”。`, en: `The data folder "${path}" cannot be written.` },
    mend: {
      zh: '请检查目录权限和磁盘空间，或用 --data 换一个目录。',
      en: 'Check its permissions and the disk space, or name another folder with --data.',
    },
    at: path,
    cause,
  })
}

export function diskFull(path: string, cause?: unknown): Trouble {
  return new Trouble({
    code: 'disk_full',
    says: { zh: `磁盘已满，数据库不能写入（${path}）。`, en: `The disk is full; the database cannot write (${path}).` },
    mend: {
      zh: '请清理出空间后重试，已保存的数据没有丢失。',
      en: 'Free some space and try again; what was saved is not lost.',
    },
    at: path,
    cause,
  })
}

/** What an error of the file system means at a path; the error itself where it is a fault. */
export function folderTrouble(error: unknown, path: string): unknown {
  const code = codeOf(error)
  if (code === 'ENOSPC' || code === 'EDQUOT') return diskFull(path, error)
  return ['EACCES', 'EPERM', 'EROFS', 'ENOTDIR'].includes(code) ? cannotWrite(path, error) : error
}

/** The folder for the server's socket is somebody else's, or open to others. */
export function socketTaken(path: string): Trouble {
  return new Trouble({
    code: 'database_socket_taken',
    says: {
      zh: `数据库通信用的目录“${path}”不属于本程序，或对他人开放。`,
      en: `The folder "${path}" for the database's socket is not ours, or is open to others.`,
    },
    mend: {
      zh: '请删除这个目录，或用环境变量 TMPDIR 另指定一个临时目录。',
      en: 'Remove that folder, or name another one for temporary files in TMPDIR.',
    },
    at: path,
  })
}

/** The server runs, but nothing listens where it said it would. */
export function silentServer(pid: number, socket: string): Trouble {
  return new Trouble({
    code: 'database_silent',
    says: {
      zh: `数据库进程 ${pid} 在运行，但不能通过“${socket}”连接。`,
      en: `The database process ${pid} runs but cannot be reached through "${socket}".`,
    },
    mend: { zh: `请执行 kill -INT ${pid} 后重新启动。`, en: `Run kill -INT ${pid} and start again.` },
    at: socket,
  })
}

/** `log` is the file in which the server says more; `last` its last words. */
export function didNotStart(log: string, last: string, cause?: unknown): Trouble {
  return new Trouble({
    code: 'database_did_not_start',
    says: { zh: `数据库没有启动起来：${last}`, en: `The database did not start: ${last}` },
    mend: { zh: `详情见“${log}”；可用 gongkai doctor 检查。`, en: `See "${log}"; gongkai doctor looks further.` },
    at: log,
    cause,
  })
}

export function unreachable(where: string, cause: unknown): Trouble {
  const reason = cause instanceof Error ? cause.message : String(cause)
  return new Trouble({
    code: 'database_unreachable',
    says: { zh: `连不上数据库 ${where}：${reason}`, en: `The database ${where} cannot be reached: ${reason}` },
    mend: {
      zh: '请检查 DATABASE_URL 的地址、用户名和密码，并确认 PostgreSQL 正在运行。',
      en: 'Check address, user and password in DATABASE_URL, and that PostgreSQL is running.',
    },
    at: 'DATABASE_URL',
    cause,
  })
}

export function tooOld(found: string): Trouble {
  return new Trouble({
    code: 'database_too_old',
    says: {
      zh: `数据库版本是 ${found}，需要 15 或更高。`,
      en: `The database is version ${found}; 15 or later is needed.`,
    },
    mend: {
      zh: '请升级 PostgreSQL，或改用程序附带的数据库。',
      en: 'Upgrade PostgreSQL, or use the one that comes along.',
    },
    at: 'DATABASE_URL',
  })
}

/** The user of DATABASE_URL may neither make the plain role nor become it. */
export function noPlainRole(role: string, user: string, cause: unknown): Trouble {
  const remedy = `CREATE ROLE ${role} NOLOGIN; GRANT ${role} TO "${user}";`
  return new Trouble({
    code: 'database_no_plain_role',
    says: {
      zh: `数据库用户 ${user} 不能建立或使用普通角色 ${role}。`,
      en: `The database user ${user} can neither make the plain role ${role} nor work as it.`,
    },
    mend: {
      zh: `请数据库管理员执行一次（角色已有时只执行后一句）：${remedy}`,
      en: `Have the database's administrator run once (only the second where the role is there): ${remedy}`,
    },
    at: 'DATABASE_URL',
    cause,
  })
}

/** Somebody gave the plain role more than it may have. */
export function strongRole(role: string): Trouble {
  const remedy = `ALTER ROLE ${role} NOSUPERUSER NOBYPASSRLS;`
  return new Trouble({
    code: 'database_strong_role',
    says: {
      zh: `数据库角色 ${role} 权限过大，行级安全对它不起作用。`,
      en: `The database role ${role} may do too much: row-level security does not bind it.`,
    },
    mend: {
      zh: `请数据库管理员执行：${remedy}`,
      en: `Have the database's administrator run: ${remedy}`,
    },
    at: 'DATABASE_URL',
  })
}

/** A migration did not run through; the database is as it was before it. */
export function failedMigration(name: string, cause: unknown): Trouble {
  const why = cause instanceof Error ? cause.message : String(cause)
  return new Trouble({
    code: 'migration_failed',
    says: {
      zh: `数据库结构的步骤 ${name} 没有成功，已全部退回：${why}`,
      en: `The migration ${name} failed and was undone as a whole: ${why}`,
    },
    mend: {
      zh: '数据没有改变。请先用原来的程序版本运行，并把这句话告知维护者。',
      en: 'No data were changed. Go on with the version before, and report this sentence to the maintainers.',
    },
    at: name,
    cause,
  })
}

export function changedMigration(name: string): Trouble {
  return new Trouble({
    code: 'migration_changed',
    says: {
      zh: `数据库结构的步骤 ${name} 与已经执行过的不同。`,
      en: `The migration ${name} differs from the one that was applied.`,
    },
    mend: {
      zh: '程序文件可能不完整或被改动，请重新安装同一版本。',
      en: 'The program may be damaged or altered; install the same version again.',
    },
    at: name,
  })
}

export function newerDatabase(number: number): Trouble {
  return new Trouble({
    code: 'database_newer',
    says: {
      zh: `数据库已由更新的程序版本升级过（第 ${number} 步），本版本不认识。`,
      en: `The database was upgraded by a newer version of the program (step ${number}) which this one does not know.`,
    },
    mend: { zh: '请使用更新的程序版本启动。', en: 'Start the newer version of the program.' },
  })
}
