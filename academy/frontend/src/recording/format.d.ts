// A recording as docs/trace-format.md describes it.

export type Value = string | number | boolean | [string, ...any[]];
export type Vars = Record<string, Value>;

export interface Call { function: number; at: number; scope: number; this?: Value; caller?: number; began?: number; async?: boolean; awaits?: number }
export interface Scope { kind: string; name?: string; outer?: number; call?: number; closed?: boolean; vars?: Vars }
export interface Thing {
  kind: string; class?: string; proto?: number; props?: Vars; symbols?: Vars; hidden?: Record<string, true>; private?: Vars;
  entries?: Record<string, Value[]>; state?: string; result?: Value; reactions?: number; target?: Value; handler?: Value;
  function?: number; scope?: number; home?: number | Value; text?: string; sealed?: string; more?: number;
}
export interface Job {
  queue: string; kind: string; call?: Value; label?: string; at?: number; step?: number; of?: Value; event?: string; due?: number;
}
/** `functions` is not in the format: the recording's own, kept beside so that a function can be named. */
export interface State {
  functions?: Trace['functions'];
  event: string; at: number; top: number; calls: Record<string, Call>; scopes: Record<string, Scope>; objects: Record<string, Thing>;
  jobs: Record<string, Job>; running: number; phase: string; clock: number; returned?: Value; why: string;
}
export interface Line { step: number; stream: string; text: string }
export interface Trace {
  schema: number; node: string; main: string;
  files: { name: string; text: string }[];
  functions: { name: string; kind: string; span: number }[];
  spans: [number, number, number][];
  console: Line[];
  steps: Record<string, any>[];
  frames: Record<string, any>;
  limits: Record<string, number>;
  end: { exit: number; by: string; recorded: number; ran: number; sentence?: string };
}
