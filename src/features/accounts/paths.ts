/** Addresses of the console that this slice sends people to. Safe for the browser. */

export const homePath = '/console/'
export const signInPath = '/console/sign-in'
/** The token stands behind the hash, where no server, proxy or log sees it. */
export const invitationPath = (token: string): string => `/console/invitation#${token}`
/** Signing in at the agency's identity provider; with `link=1` the account of the person signed in is tied to it. */
export const oidcPath = '/auth/oidc'
export const oidcCallbackPath = '/auth/oidc/callback'
/** Where a sign-in that came to nothing ends; the code is one of `oidcTroubles`. */
export const oidcTroublePath = (code: string): string => `${signInPath}?trouble=${code}`
