/** What this installation calls itself to telephones and passkeys. */
export const installationName = '公开 Gongkai'
