'use strict';
// JSON.parse and JSON.stringify are the language's own; only what they say when they fail is V8's.

const { whyNot, circleText } = node.piece('json_texts');
const { parse: plainParse, stringify: plainStringify } = JSON;

function reworded(error, message) {
  if (message !== undefined) Object.defineProperty(error, 'message', { value: message, writable: true, configurable: true, enumerable: false });
  return error;
}

const { parse, stringify } = {
  parse(text, reviver) {
    const string = `${text}`;
    try {
      return Reflect.apply(plainParse, JSON, [string, reviver]);
    } catch (error) {
      throw error instanceof SyntaxError ? reworded(error, whyNot(string)) : error;
    }
  },
  stringify(value, replacer, space) {
    try {
      return Reflect.apply(plainStringify, JSON, [value, replacer, space]);
    } catch (error) {
      throw error instanceof TypeError && error.message === 'Converting circular structure to JSON' ? reworded(error, circleText(value)) : error;
    }
  },
};
Object.defineProperty(JSON, 'parse', { value: parse, writable: true, configurable: true, enumerable: false });
Object.defineProperty(JSON, 'stringify', { value: stringify, writable: true, configurable: true, enumerable: false });
