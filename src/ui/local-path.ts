/** An address within this site, safe to redirect to: two slashes in front would name another host. */
export function localPath(path: string): string {
  return `/${path.replace(/^[/\\]+/, '')}`
}
