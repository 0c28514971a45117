/** Leaves no server behind where a run of tests is killed. */
import { spawn } from 'node:child_process'

/**
 * Ends every server whose data are below a folder, and removes it, when this process ends without having let go: by a
 * process of its own, which hears of the end by the closing of a pipe. `program`: one that runs on the folder, ended
 * before its server. Gives how to let go.
 */
export function guard(folder: string, program?: number): () => void {
  const script = `cat
    for pid in $1; do kill -KILL $pid; done
    pids=$(find "$0" -name postmaster.pid -exec head -n 1 {} ';')
    for pid in $pids; do kill -QUIT $pid; done
    for pid in $pids; do while grep -q . /proc/$pid/cmdline; do sleep 0.1; done; done
    rm -rf "$0"`
  const child = spawn('sh', ['-c', script, folder, `${program ?? ''}`], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  })
  child.unref()
  return () => {
    child.kill('SIGKILL')
  }
}
