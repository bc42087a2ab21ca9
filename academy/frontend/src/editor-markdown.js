// Markdown alone, without the grammars of what may be embedded in it.

import { defineLanguageFacet, Language } from '@codemirror/language';
import { parser } from '@lezer/markdown';

export const markdown = new Language(defineLanguageFacet(), parser, [], 'markdown').extension;
