// The heap as a graph: which objects and resting scopes get a box, how far they are from what runs, what leads where.

import { refOf } from './values.js';
import { chain, framesOf, holds, liveScopes, thisOf } from './stack.js';

/** @typedef {import('./format.js').State} State @typedef {import('./format.js').Value} Value */
/** @typedef {import('./format.js').Thing} Thing @typedef {import('./way.js').Way} Way @typedef {import('./stack.js').Frame} Frame */
/** @typedef {{ type: 'object' | 'scope', id: number, depth: number, nearness: number, holder?: number, called?: string, last?: boolean }} Node
 *  `holder`: of a resting scope, the function that holds it; `called`: the variable or property that leads here first; `last`: what every program has stands below */
/** @typedef {{ frames: Frame[], scopes: number[], nodes: Map<string, Node> }} Graph */

const DEEPEST = 3;

/** @param {State} state @param {Way} way @returns {Graph} */
export function graphOf(state, way) {
  const frames = framesOf(state, way);
  const scopes = liveScopes(frames, state, way);
  const live = new Set([...scopes, ...frames.flatMap(({ scope }) => chain(scope, state))]);
  return { frames, scopes, nodes: new Walk(state, live).from(roots(frames, scopes, state, way)) };
}

/** What is held from outside the heap: variables, `this`, and what waits to run. @param {Frame[]} frames @param {number[]} scopes @param {State} state @param {Way} way */
function roots(frames, scopes, state, way) {
  /** @type {[Value | undefined, string][]} */
  const held = frames.map((frame) => [thisOf(frame, state, way), '']);
  for (const id of scopes) held.push(...named(state.scopes[id].vars));
  for (const job of Object.values(state.jobs)) held.push([job.call, '']);
  held.push([state.returned, '']);
  return held;
}

/** @param {Record<string, Value> | undefined} values @returns {[Value, string][]} */
function named(values) {
  return Object.entries(values ?? {}).map(([name, value]) => [value, name]);
}

class Walk {
  /** @param {State} state @param {Set<number>} live scopes that are drawn beside the stack */
  constructor(state, live) {
    this.state = state;
    this.live = live;
    /** @type {Map<string, Node>} */
    this.nodes = new Map();
    /** @type {Node[]} */
    this.todo = [];
  }

  /** @param {[Value | undefined, string][]} roots */
  from(roots) {
    for (const [value, called] of roots) this.visit(refOf(value), 0, called);
    for (let i = 0; i < this.todo.length; i++) this.expand(this.todo[i]);
    return this.nodes;
  }

  /** @param {number | undefined} id @param {number} depth @param {string} [called] */
  visit(id, depth, called = '') {
    const thing = id === undefined ? undefined : this.state.objects[id];
    if (id === undefined || !thing || thing.kind === 'intrinsic' || !this.boxed(thing)) return;
    this.add({ type: 'object', id, depth: Math.min(depth, DEEPEST), nearness: this.todo.length, called });
  }

  /** @param {Node} node */
  add(node) {
    const key = `${node.type} ${node.id}`;
    const known = this.nodes.get(key);
    if (known) known.called ||= node.called;
    if (known) return;
    this.nodes.set(key, node);
    this.todo.push(node);
  }

  /** A function gets a box if it tells more than its name: a scope at rest, or properties of its own. @param {Thing} thing */
  boxed(thing) {
    if (thing.kind === 'symbol') return false;
    if (thing.kind !== 'function' && thing.kind !== 'class') return true;
    if (thing.target !== undefined) return true;
    return this.resting(thing.scope) !== undefined || Object.keys(thing.props ?? {}).some((key) => !thing.hidden?.[key] && key !== 'prototype');
  }

  /** The nearest scope outward that holds something and is not beside the stack. @param {number | undefined} scope */
  resting(scope) {
    return chain(scope ?? 0, this.state).find((id) => !this.live.has(id) && holds(this.state.scopes[id]));
  }

  /** @param {Node} node */
  expand(node) {
    if (node.type === 'scope') this.expandScope(node);
    else this.expandObject(node, this.state.objects[node.id]);
  }

  /** @param {Node} node */
  expandScope(node) {
    const { vars = {}, outer } = this.state.scopes[node.id];
    for (const [value, name] of named(vars)) this.visit(refOf(value), node.depth + 1, name);
    this.rest(outer, node);
  }

  /** @param {Node} node @param {Thing} thing */
  expandObject(node, thing) {
    for (const part of [thing.props, thing.symbols, thing.private]) {
      for (const [value, name] of named(part)) this.visit(refOf(value), node.depth + 1, name);
    }
    for (const entry of Object.values(thing.entries ?? {})) for (const value of entry) this.visit(refOf(value), node.depth + 1);
    for (const value of [thing.result, thing.target, thing.handler]) this.visit(refOf(value), node.depth + 1);
    if (thing.kind === 'function' || thing.kind === 'class') this.rest(thing.scope, node);
    this.prototype(node, thing);
  }

  /** @param {number | undefined} scope @param {Node} node */
  rest(scope, node) {
    const id = this.resting(scope);
    if (id !== undefined) this.add({ type: 'scope', id, depth: node.depth, nearness: this.todo.length, holder: node.type === 'object' ? node.id : node.holder });
  }

  /** The program's own prototypes, and where their chain leads; what every object has by itself is left out. @param {Node} node @param {Thing} thing */
  prototype(node, thing) {
    const proto = thing.proto === undefined ? undefined : this.state.objects[thing.proto];
    if (thing.proto === undefined || !proto || thing.kind === 'function') return;
    const chained = this.asPrototype?.has(node.id) ?? false;
    if (proto.kind === 'intrinsic' && !chained) return;
    if (thing.kind === 'class' && !this.boxed(proto)) return;
    (this.asPrototype ??= new Set()).add(thing.proto);
    const depth = chained ? node.depth : Math.min(node.depth + 1, DEEPEST);
    this.add({ type: 'object', id: thing.proto, depth, nearness: this.todo.length, last: proto.kind === 'intrinsic' });
  }

  /** @type {Set<number> | undefined} */
  asPrototype;
}
