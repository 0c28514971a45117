/** From when on a later day of 条例35, for which the law names no length, must be explained. */
export const longDelay = {
  label: { zh: '延迟答复多久应当另行说明（工作日）', en: 'Working days from which a later day must be explained' },
  help: {
    zh: '延迟答复的期限法律只要求合理（条例35），没有天数；比原期限晚得更多的，要写明为什么。',
    en: 'The law asks for a reasonable later day and names no length; one that is further off must say why.',
  },
  kind: 'number',
  usual: 20,
  least: 1,
  most: 250,
} as const
