// Sentences that people read are no rules: their words are left alone; their code, their place and when they come are not.
const spoken = { must: [2, 3], wait: [1, 2], refuse: [1] }

/** { zh, en }, wherever it stands. */
function isWords(path) {
  return path.isObjectExpression() && path.node.properties.some(property => property.key?.name === 'zh')
}

function isSpoken(path) {
  if (isWords(path) || (path.parentPath?.parentPath && isWords(path.parentPath.parentPath))) return true
  for (let at = path; at.parentPath; at = at.parentPath) {
    const call = at.parentPath
    if (call.isCallExpression() && at.listKey === 'arguments') {
      return spoken[call.node.callee.name]?.includes(at.key) ?? false
    }
    if (at.isFunction()) return false
  }
  return false
}

export const strykerPlugins = [
  {
    kind: 'Ignore',
    name: 'sentences',
    value: {
      shouldIgnore(path) {
        return isSpoken(path) ? 'a sentence' : undefined
      },
    },
  },
]
