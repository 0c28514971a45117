export function MaterialPage() {
  return null
}
