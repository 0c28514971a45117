/** Where the pages of this slice stand in the console. */
export function pageLink(documentId: string): string {
  return `/console/agency/pages/${documentId}`
}
