// JavaScript and TypeScript: the grammar alone, without completions nobody asked for.

export { javascriptLanguage, typescriptLanguage } from '@codemirror/lang-javascript';
