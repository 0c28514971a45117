/** Milliseconds of work this process has done: unlike a clock's, not those a busy machine made it wait. */
export function cpuTime(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}
