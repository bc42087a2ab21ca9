// The probe: runs inside the learner's process and tells the judge what is there. It reports values, never verdicts.
//
// It shares the process with code that may want to deceive it. So it takes every built-in it needs before that code
// loads, makes objects without a prototype, never uses iterators, array literals that grow, `then` or `toJSON` of its
// own objects, and writes its answers as text. Frames on descriptors 3 (in) and 4 (out) are
//
//     length (4 bytes, big endian) · HMAC-SHA256 (first 16 bytes) of direction, number and payload · payload (JSON, ASCII)
//
// under a key that is the first thing on descriptor 3. The key lives in the backing store of two typed arrays only: not
// in a string, a pooled buffer or the environment.
//
// Between two commands the process waits inside a blocking read: nothing of the learner's runs. What is asynchronous
// runs while a command waits for it (`import`, `await`, `settle`), as it would around an `await` in a test.
'use strict';

const { readSync, writeSync, unlinkSync, mkdirSync, writeFileSync } = require('node:fs');
const { createRequire } = require('node:module');
const { dirname } = require('node:path');
const { pathToFileURL } = require('node:url');
const { inspect, types } = require('node:util');

const { setTimeout, setImmediate, BigInt, Number, Function, Proxy, Uint8Array, Int32Array, Map, Set, Date } = globalThis;
const uncurry = Function.prototype.bind.bind(Function.prototype.call);
const { apply, construct, defineProperty, getOwnPropertyDescriptor, getPrototypeOf, ownKeys } = Reflect;
const { parse, stringify } = JSON;
const { fromCharCode } = String;
const { isArray } = Array;
const { is } = Object;
const now = Date.now;
const mapGet = uncurry(Map.prototype.get);
const mapSet = uncurry(Map.prototype.set);
const mapHas = uncurry(Map.prototype.has);
const mapForEach = uncurry(Map.prototype.forEach);
const setAdd = uncurry(Set.prototype.add);
const setForEach = uncurry(Set.prototype.forEach);
const dateTime = uncurry(Date.prototype.getTime);
const charCodeAt = uncurry(String.prototype.charCodeAt);
const slice = uncurry(String.prototype.slice);
const hasOwn = uncurry(Object.prototype.hasOwnProperty);
const latin1Slice = uncurry(Buffer.prototype.latin1Slice);
const bufferFrom = Buffer.from;
const typedArray = getPrototypeOf(Uint8Array.prototype);
const lengthOf = uncurry(getOwnPropertyDescriptor(typedArray, 'length').get);
const bytesIn = uncurry(getOwnPropertyDescriptor(ArrayBuffer.prototype, 'byteLength').get);
const descriptionOf = uncurry(getOwnPropertyDescriptor(Symbol.prototype, 'description').get);
const stackGetter = getOwnPropertyDescriptor(new Error(), 'stack').get;
const objectPrototype = Object.prototype;
const promisePrototype = Promise.prototype;
const { isProxy, isPromise, isDate, isMap, isSet, isRegExp, isNativeError, isModuleNamespaceObject } = types;
const { isUint8Array, isTypedArray, isArrayBuffer, isArgumentsObject } = types;
const exit = uncurry(process.reallyExit);
const self = process;
const resources = uncurry(process.getActiveResourcesInfo);
const handles = uncurry(process._getActiveHandles);
const cwd = process.cwd();
const here = pathToFileURL(cwd + '/').href;
const requireHere = createRequire(cwd + '/');

const DEEPEST = 64;
const MOST_NODES = 20000;
const LONGEST_TEXT = 1 << 20;
const LONGEST_SHOWN = 2000;
const MOST_REMEMBERED = 10000;
const MOST_WRITING = 2000;
const LARGEST_FRAME = 1 << 25;
const NOT_ITS_OWN = 97;
const ROUNDS_OF_PRACTICE = 30;
