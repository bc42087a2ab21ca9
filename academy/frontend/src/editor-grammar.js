// The grammars of the course, each in a piece of its own.

/**
 * @param {string} path
 * @returns {Promise<import('@codemirror/state').Extension | undefined>}
 */
export async function grammar(path) {
  const end = path.slice(path.lastIndexOf('.') + 1).toLowerCase();
  switch (end) {
    case 'js':
    case 'mjs':
    case 'cjs':
      return (await import('./editor-javascript.js')).javascriptLanguage.extension;
    case 'ts':
      return (await import('./editor-javascript.js')).typescriptLanguage.extension;
    case 'json':
      return (await import('@codemirror/lang-json')).json();
    case 'sql': {
      const { sql, PostgreSQL } = await import('@codemirror/lang-sql');
      return sql({ dialect: PostgreSQL });
    }
    case 'yml':
    case 'yaml':
      return (await import('@codemirror/lang-yaml')).yaml();
    case 'md':
      return (await import('./editor-markdown.js')).markdown;
    default:
      return undefined;
  }
}
