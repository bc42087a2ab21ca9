// Where the boxes of the drawing stand. Within a column they stand by their number, which never changes: so a box stays
// where it was from step to step, and new ones come below.

import { oneLine, outward, scopeTitle, thisOf } from './stack.js';
import { graphOf } from './graph.js';
import { refOf, rowsOf, show, titleOf } from './values.js';

/** @typedef {import('./format.js').State} State @typedef {import('./way.js').Way} Way @typedef {import('./graph.js').Node} Node */
/** @typedef {import('./graph.js').Graph} Graph @typedef {import('./values.js').Row} Row */
/** @typedef {import('./changes.js').Changes} Changes */
/**
 * @typedef {{ key: string, type: string, id: number, title: string, rows: Row[], note?: string, look: string, left: number, top: number,
 *   width: number, height: number, hot: Set<string>, cut: number }} Box `hot`: the paths that have just changed; `cut`: how many lines are folded away
 */
/** @typedef {{ open: Set<string>, more: Map<string, number> }} Choices what the reader has unfolded: boxes, and how many more of a column */
/** @typedef {{ id: number, title: string, note: string, top: number, scope: number, look: string }} Line */
/** @typedef {{ column: string, count: number, left: number, top: number }} Fold */
/** @typedef {{ frames: Line[], frameRest: number, boxes: Map<string, Box>, folded: Fold[], width: number, height: number }} Drawing */

export const TITLE = 26;
export const ROW = 22;
const TOP = 28;
const GAP = 20;
const SCOPES = { left: 240, width: 200 };
const HEAP = { left: 516, width: 184, apart: 52 };
const ROWS = 8;
const BOXES = 8;
const FRAMES = 7;

/** @param {State} state @param {Way} way @param {Changes} changes @param {Choices} choices @returns {Drawing} */
export function layout(state, way, changes, choices) {
  const graph = graphOf(state, way);
  const plan = new Plan(state, way, changes, choices, graph);
  plan.placeScopes();
  plan.placeHeap();
  const frames = plan.frames();
  const edges = [...plan.boxes.values()];
  return {
    frames: frames.shown, frameRest: frames.rest, boxes: plan.boxes, folded: plan.folded,
    width: Math.max(860, ...edges.map(({ left, width }) => left + width + 8)),
    height: Math.max(TOP + frames.shown.length * 49 + 132, ...edges.map(({ top, height }) => top + height + 16), ...plan.folded.map(({ top }) => top + 40)),
  };
}

class Plan {
  /** @param {State} state @param {Way} way @param {Changes} changes @param {Choices} choices @param {Graph} graph */
  constructor(state, way, changes, choices, graph) {
    this.state = state;
    this.way = way;
    this.changes = changes;
    this.choices = choices;
    this.graph = graph;
    /** @type {Map<string, Box>} */
    this.boxes = new Map();
    /** @type {Fold[]} */
    this.folded = [];
  }

  /** @returns {{ shown: Line[], rest: number }} */
  frames() {
    const { frames } = this.graph;
    const most = FRAMES + (this.choices.more.get('stack') ?? 0);
    const shown = frames.length > most ? [...frames.slice(0, most - 1), ...frames.slice(-1)] : frames;
    const fold = frames.length - shown.length;
    return {
      rest: fold,
      shown: shown.map((frame, i) => ({
        ...frame, title: oneLine(frame.title), look: i === 0 && !frame.awaiting ? 'now' : frame.awaiting ? 'awaiting' : '',
        top: TOP + i * 49 + (fold && i === shown.length - 1 ? 28 : 0),
      })),
    };
  }

  placeScopes() {
    const most = BOXES + (this.choices.more.get('scopes') ?? 0);
    const { scopes } = this.graph;
    const shown = scopes.length > most ? [...scopes.slice(0, most - 1), ...scopes.slice(-1)] : scopes;
    const frames = new Map(this.graph.frames.map((frame) => [frame.scope, frame]));
    let top = TOP;
    for (const id of shown) {
      const self = thisOf(frames.get(id), this.state, this.way);
      const rows = this.scopeRows(id);
      if (self !== undefined) rows.unshift({ key: 'this', text: show(self, this.state), path: 'this', to: refOf(self) });
      top = this.put({ type: 'scope', id, title: scopeTitle(id, this.state, this.way), rows, ...SCOPES, top, look: '' }) + GAP - 4;
    }
    if (shown.length < scopes.length) this.folded.push({ column: 'scopes', count: scopes.length - shown.length, left: SCOPES.left, top });
  }

  placeHeap() {
    const columns = new Map();
    for (const node of this.graph.nodes.values()) columns.set(node.depth, [...(columns.get(node.depth) ?? []), node]);
    [...columns.keys()].sort().forEach((depth, i) => this.placeColumn(depth, columns.get(depth), HEAP.left + i * (HEAP.width + HEAP.apart)));
  }

  /** @param {number} depth @param {Node[]} nodes @param {number} left */
  placeColumn(depth, nodes, left) {
    const column = `heap ${depth}`;
    const shown = this.chosen(nodes, BOXES + (this.choices.more.get(column) ?? 0)).sort((a, b) => order(a) - order(b) || a.id - b.id);
    let top = TOP;
    for (const node of shown) top = this.placeNode(node, left, top) + GAP;
    if (shown.length < nodes.length) this.folded.push({ column, count: nodes.length - shown.length, left, top });
  }

  /** What has changed, then what is nearest to the running code. @param {Node[]} nodes @param {number} most */
  chosen(nodes, most) {
    if (nodes.length <= most) return [...nodes];
    const hot = (/** @type {Node} */ node) => this.changes[node.type === 'scope' ? 'scopes' : 'objects'].has(node.id);
    return [...nodes].sort((a, b) => Number(hot(b)) - Number(hot(a)) || a.nearness - b.nearness).slice(0, most);
  }

  /** @param {Node} node @param {number} left @param {number} top */
  placeNode({ type, id, holder, called }, left, top) {
    if (type === 'scope') {
      const by = holder === undefined ? '' : `, held by ${titleOf(holder, this.state, this.graph.nodes.get(`object ${holder}`)?.called)}`;
      const title = scopeTitle(id, this.state, this.way);
      return this.put({ type, id, title, rows: this.scopeRows(id), left, top, width: HEAP.width, look: 'rest', note: `at rest${by}` });
    }
    const { kind } = this.state.objects[id];
    const rows = kind === 'function' || kind === 'class' ? [...this.functionRows(id), ...rowsOf(id, this.state)] : rowsOf(id, this.state);
    const look = kind === 'intrinsic' ? 'quiet' : '';
    return this.put({ type, id, title: titleOf(id, this.state, called), rows, left, top, width: HEAP.width, look, note: this.noteOf(id) });
  }

  /** @param {number} id */
  noteOf(id) {
    const { sealed, kind } = this.state.objects[id];
    if (kind === 'intrinsic') return 'every program has it';
    return sealed === 'closed' ? 'not extensible' : sealed;
  }

  /** @param {number} id @returns {Row[]} */
  scopeRows(id) {
    return Object.entries(this.state.scopes[id].vars ?? {})
      .map(([key, value]) => ({ key, text: show(value, this.state), path: `vars.${key}`, to: refOf(value) }));
  }

  /** @param {number} id @returns {Row[]} */
  functionRows(id) {
    const { function: made, scope } = this.state.objects[id];
    const { span } = this.way.trace.functions[made ?? -1] ?? {};
    const rows = span === undefined ? [] : [{ key: oneLine(this.way.files.text(span)), text: this.way.files.brief(span), path: '' }];
    return scope === undefined ? rows : [...rows, { key: '[[Scope]]', text: '', path: 'scope' }];
  }

  /**
   * Puts a box at its place.
   * @param {{ type: 'scope' | 'object', id: number, title: string, rows: Row[], left: number, top: number, width: number, look: string, note?: string }} box
   * @returns {number} where it ends
   */
  put({ rows, ...box }) {
    const key = `${box.type} ${box.id}`;
    const most = this.choices.open.has(key) || rows.length <= ROWS + 1 ? rows.length : ROWS;
    const change = this.changes[box.type === 'scope' ? 'scopes' : 'objects'].get(box.id);
    const shown = this.keepHot(rows, most, change?.paths);
    const cut = rows.length - shown.length;
    const height = TITLE + (shown.length + (cut ? 1 : 0)) * ROW + (box.note ? 18 : 0) + (shown.length || box.note ? 6 : 0);
    this.boxes.set(key, { ...box, key, rows: shown, height, look: change ? `${box.look} hot` : box.look, hot: change?.paths ?? new Set(), cut });
    return box.top + height;
  }

  /** The first lines, and any that has just changed. @param {Row[]} rows @param {number} most @param {Set<string> | undefined} paths */
  keepHot(rows, most, paths) {
    const late = rows.slice(most).filter(({ path }) => paths?.has(path)).slice(0, 2);
    return [...rows.slice(0, most - late.length), ...late];
  }
}

/** A scope at rest stands below the function that holds it. @param {Node} node */
function order({ type, id, holder, last }) {
  if (last) return Infinity;
  return type === 'scope' ? (holder ?? id) + 0.5 : id;
}

/** Where a function's or scope's arrow outward leads among what is drawn. @param {Box} box @param {State} state @param {Map<string, Box>} boxes */
export function outerOf(box, state, boxes) {
  const from = box.type === 'scope' ? outward(box.id, state) : firstHolding(state.objects[box.id].scope, state);
  return from === undefined ? undefined : boxes.get(`scope ${from}`);
}

/** @param {number | undefined} scope @param {State} state */
function firstHolding(scope, state) {
  if (scope === undefined) return undefined;
  return Object.keys(state.scopes[scope]?.vars ?? {}).length ? scope : outward(scope, state);
}
