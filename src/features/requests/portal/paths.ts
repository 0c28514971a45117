/** Addresses of applying and following, built in one place. */

export const steps = ['wanted', 'applicant', 'delivery', 'papers', 'check'] as const
export type Step = (typeof steps)[number]

export function isStep(text: string): text is Step {
  return (steps as readonly string[]).includes(text)
}

export function pathsIn(base: string) {
  const under = (path: string) => `${base}/apply${path}`
  return {
    apply: under(''),
    start: under('/online'),
    step: (draft: string, step: Step) => under(`/online/${draft}/${step}`),
    found: (draft: string) => under(`/online/${draft}/found`),
    published: under('/published'),
    track: under('/track'),
    case: under('/case'),
    act: (act: string) => under(`/case/${act}`),
    letter: (id: string) => under(`/case/letters/${id}`),
    attachment: (id: string) => under(`/case/attachments/${id}`),
    ownData: under('/case/own-data'),
    ownDataFile: under('/case/own-data.json'),
    pay: under('/case/pay'),
    leave: under('/case/leave'),
    attach: under('/case/attach'),
    detach: under('/case/detach'),
    mine: under('/mine'),
    mineOf: (id: string) => under(`/mine/${id}`),
    account: under('/account'),
    accountFile: under('/account/own-data.json'),
    signIn: under('/account/sign-in'),
    code: under('/account/code'),
    link: (token: string) => under(`/account/link/${token}`),
    details: under('/account/details'),
    contact: under('/account/contact'),
    signOut: under('/account/sign-out'),
    signOutEverywhere: under('/account/sign-out-everywhere'),
    close: under('/account/close'),
  }
}

export type ApplyPaths = ReturnType<typeof pathsIn>
