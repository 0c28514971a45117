/** The mark of the work, in the page and in the tab of the browser. */

/** The mark: a ledger sheet with one line drawn through. */
export function Seal() {
  return (
    <svg className="seal" viewBox="0 0 32 32" width="28" height="28" aria-hidden="true" focusable="false">
      <rect x="2" y="2" width="28" height="28" fill="currentColor" />
      <path d="M8 10h16M8 16h16M8 22h10" stroke="#fff" strokeWidth="2.5" fill="none" />
    </svg>
  )
}

export const favicon =
  'data:image/svg+xml,%3Csvg xmlns=%22http://www.w3.org/2000/svg%22 viewBox=%220 0 32 32%22%3E' +
  '%3Crect width=%2232%22 height=%2232%22 fill=%22%231c3f73%22/%3E' +
  '%3Cpath d=%22M8 10h16M8 16h16M8 22h10%22 stroke=%22%23fff%22 stroke-width=%222.5%22/%3E%3C/svg%3E'
