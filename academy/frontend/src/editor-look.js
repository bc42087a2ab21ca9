// The editor in the page's tokens.

import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';

export const look = EditorView.theme({
  '&': { height: '100%', backgroundColor: 'var(--paper-sunk)', color: 'var(--ink)', font: '400 13px/20px var(--code)' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': { font: 'inherit', lineHeight: '20px', fontVariantLigatures: 'none', overflow: 'auto' },
  '.cm-content': { padding: '12px 0', caretColor: 'var(--accent)' },
  '.cm-line': { padding: '0 16px 0 12px' },
  '.cm-gutters': { backgroundColor: 'var(--paper-sunk)', color: 'var(--ink-faint)', border: 'none' },
  '.cm-lineNumbers .cm-gutterElement': { minWidth: '40px', padding: '0 4px 0 12px' },
  '.cm-activeLine': { backgroundColor: 'transparent' },
  '&.cm-focused .cm-activeLine': { backgroundColor: 'color-mix(in srgb, var(--paper-mark) 55%, transparent)' },
  '.cm-activeLineGutter': { backgroundColor: 'transparent', color: 'var(--ink)' },
  '.cm-cursor': { borderLeft: '2px solid var(--accent)', marginLeft: '-1px' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': { background: 'var(--accent-wash)' },
  '.cm-selectionMatch': { backgroundColor: 'var(--paper-mark)' },
  '&.cm-focused .cm-matchingBracket, .cm-matchingBracket': { backgroundColor: 'transparent', outline: '1px solid var(--rule-strong)' },
  '&.cm-focused .cm-nonmatchingBracket': { backgroundColor: 'transparent', outline: '1px solid var(--no)' },
  '.cm-specialChar': { color: 'var(--accent)', backgroundColor: 'var(--accent-wash)' },
  '.cm-panels': { backgroundColor: 'var(--paper)', color: 'var(--ink)', font: '13px/20px var(--text)' },
  '.cm-panels-top': { borderBottom: '1px solid var(--rule)' },
  '.cm-panel.cm-search': { padding: '8px 32px 8px 12px' },
  '.cm-panel.cm-search label': { fontSize: '13px' },
  '.cm-textfield': { font: '13px/20px var(--code)', color: 'var(--ink)', background: 'var(--paper)', border: '1px solid var(--rule-strong)', borderRadius: '3px', padding: '2px 6px' },
  '.cm-button': { font: '13px/20px var(--text)', color: 'var(--ink)', background: 'var(--paper)', backgroundImage: 'none', border: '1px solid var(--rule-strong)', borderRadius: '3px', padding: '2px 8px' },
  '.cm-panel.cm-search [name=close]': { color: 'var(--ink)', fontSize: '18px', width: '24px', height: '24px' },
  '.cm-searchMatch': { backgroundColor: 'var(--accent-wash)', outline: '1px solid var(--accent)' },
});

const { keyword, string, number, comment, bool } = tags;

export const colours = syntaxHighlighting(HighlightStyle.define([
  { tag: [keyword, bool, tags.null, tags.self, tags.operatorKeyword, tags.modifier], color: 'var(--syn-key)' },
  { tag: [string, tags.regexp, tags.special(string)], color: 'var(--syn-str)' },
  { tag: [number], color: 'var(--syn-num)' },
  { tag: [comment], color: 'var(--syn-com)' },
  { tag: [tags.function(tags.variableName), tags.function(tags.propertyName), tags.function(tags.definition(tags.variableName)),
    tags.className, tags.definition(tags.className), tags.labelName], color: 'var(--syn-fn)' },
  { tag: [tags.definition(tags.propertyName)], color: 'var(--ink)' },
  { tag: [tags.heading], fontWeight: '600' },
  { tag: [tags.emphasis], fontStyle: 'italic' },
  { tag: [tags.strong], fontWeight: '600' },
  { tag: [tags.link, tags.url], color: 'var(--syn-fn)' },
]));
