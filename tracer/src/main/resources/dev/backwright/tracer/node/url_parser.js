'use strict';
// The URL standard's parser and serializer, over records {protocol, username, password, host, port, path, opaque, search, hash}:
// `host`, `search` and `hash` are null if absent.

const { parseHost } = node.piece('url_host');

const PORTS = { 'http:': '80', 'https:': '443', 'ws:': '80', 'wss:': '443', 'ftp:': '21', 'file:': '' };
const isSpecial = (url) => Object.hasOwn(PORTS, url.protocol);

// What each part of a URL writes as %XX.
const CONTROL = /[\u0000-\u001f]|[\u007f-\u{10ffff}]/gu;
const FRAGMENT = /[\u0000-\u0020"<>`]|[\u007f-\u{10ffff}]/gu;
const QUERY = /[\u0000-\u0020"#<>]|[\u007f-\u{10ffff}]/gu;
const SPECIAL_QUERY = /[\u0000-\u0020"#<>']|[\u007f-\u{10ffff}]/gu;
const PATH = /[\u0000-\u0020"#<>?^`{}]|[\u007f-\u{10ffff}]/gu;
const USERINFO = /[\u0000-\u0020"#<>?^`{}/:;=@[\\\]|]|[\u007f-\u{10ffff}]/gu;

const hex = (byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
const encode = (text, set) => text.replace(set, (character) => Array.from(new Uint8Array(host.encode(character, 'utf8')), hex).join(''));
const encodeQuery = (url, text) => encode(text, isSpecial(url) ? SPECIAL_QUERY : QUERY);

const blank = () => ({ protocol: '', username: '', password: '', host: null, port: '', path: '', opaque: false, search: null, hash: null });

function setCredentials(url, text) {
  const colon = text.indexOf(':');
  url.username = encode(colon < 0 ? text : text.slice(0, colon), USERINFO);
  url.password = colon < 0 ? '' : encode(text.slice(colon + 1), USERINFO);
}

/** @returns {boolean} whether it is one */
function setPort(url, digits) {
  if (!/^\d*$/.test(digits) || Number(digits) > 65535) return false;
  const port = digits === '' ? '' : String(Number(digits));
  url.port = port === PORTS[url.protocol] ? '' : port;
  return true;
}

function setHost(url, text) {
  if (url.protocol === 'file:' && (text === '' || text.toLowerCase() === 'localhost')) {
    url.host = '';
    return true;
  }
  if (text === '' && !isSpecial(url)) {
    url.host = '';
    return true;
  }
  const parsed = text === '' ? null : parseHost(text, isSpecial(url), (opaque) => encode(opaque, CONTROL));
  if (parsed !== null) url.host = parsed;
  return parsed !== null;
}

/** `user:password@host:port` */
function setAuthority(url, authority) {
  const at = authority.lastIndexOf('@');
  if (at >= 0) setCredentials(url, authority.slice(0, at));
  const [, name, port] = /^(\[[^\]]*\]|[^:]*)(?::(.*))?$/s.exec(authority.slice(at + 1)) ?? [];
  if (name === undefined || (at >= 0 && name === '') || (name === '' && port !== undefined)) return false;
  return setHost(url, name) && setPort(url, port ?? '');
}

const isDot = (segment) => /^(?:\.|%2e)$/i.test(segment);
const isDotDot = (segment) => /^(?:\.|%2e){2}$/i.test(segment);

/** Resolves dots; `before` are the segments that stand already. */
function joinPath(url, before, text) {
  const given = (isSpecial(url) ? text.replaceAll('\\', '/') : text).split('/');
  const segments = [...before];
  given.forEach((segment, index) => {
    const last = index === given.length - 1;
    if (isDotDot(segment)) segments.pop();
    else if (!isDot(segment)) segments.push(encode(segment, PATH));
    if (last && (isDotDot(segment) || isDot(segment))) segments.push('');
  });
  return `/${segments.join('/')}`;
}

/** What follows the authority, or stands in its place: path and query. */
function setRest(url, text) {
  const query = text.indexOf('?');
  const path = query < 0 ? text : text.slice(0, query);
  if (query >= 0) url.search = encodeQuery(url, text.slice(query + 1));
  const slash = path.startsWith('/') || (isSpecial(url) && path.startsWith('\\'));
  if (path === '' && !isSpecial(url)) url.path = '';
  else url.path = joinPath(url, [], slash ? path.slice(1) : path);
  return url;
}

function parseAbsolute(url, rest) {
  const slashes = isSpecial(url) ? /^[/\\]*/ : /^\/\//;
  if (url.protocol === 'file:') return parseFile(url, rest);
  if (!isSpecial(url) && !rest.startsWith('//')) {
    if (rest.startsWith('/')) return setRest(url, rest);
    const [, path, query] = /^([^?]*)(?:\?(.*))?$/s.exec(rest);
    return Object.assign(url, { opaque: true, path: encode(path, CONTROL), search: query === undefined ? null : encode(query, QUERY) });
  }
  const [, authority, tail] = (isSpecial(url) ? /^([^/\\?]*)(.*)$/s : /^([^/?]*)(.*)$/s).exec(rest.replace(slashes, ''));
  return setAuthority(url, authority) ? setRest(url, tail) : null;
}

function parseFile(url, rest) {
  const [, authority, tail] = /^[/\\]{2}([^/\\?]*)(.*)$/s.exec(rest) ?? [undefined, '', rest];
  return setHost(url, authority) ? setRest(url, tail) : null;
}

/** A reference without a scheme, or with that of a special base. */
function parseRelative(url, rest, base) {
  if (base.opaque) return rest === '' && url.hash !== null ? { ...base, hash: url.hash } : null;
  url.protocol = base.protocol;
  const double = isSpecial(url) ? /^[/\\]{2}/ : /^\/\//;
  if (double.test(rest)) return parseAbsolute(url, rest);
  Object.assign(url, { username: base.username, password: base.password, host: base.host, port: base.port });
  if (rest === '') return Object.assign(url, { path: base.path, search: base.search });
  if (rest.startsWith('?')) return Object.assign(url, { path: base.path, search: encodeQuery(url, rest.slice(1)) });
  if (rest.startsWith('/') || (isSpecial(url) && rest.startsWith('\\'))) return setRest(url, rest);
  const query = rest.indexOf('?');
  if (query >= 0) url.search = encodeQuery(url, rest.slice(query + 1));
  url.path = joinPath(url, base.path.split('/').slice(1, -1), query < 0 ? rest : rest.slice(0, query));
  return url;
}

/** @returns the record, or null if there is no such URL */
function parse(input, base) {
  const text = input.replace(/^[\u0000-\u0020]+|[\u0000-\u0020]+$/g, '').replace(/[\t\n\r]/g, '');
  const url = blank();
  const hash = text.indexOf('#');
  if (hash >= 0) url.hash = encode(text.slice(hash + 1), FRAGMENT);
  const reference = hash < 0 ? text : text.slice(0, hash);
  const [whole, scheme] = /^([a-zA-Z][a-zA-Z0-9+.-]*):/.exec(reference) ?? [];
  if (scheme === undefined) return base ? parseRelative(url, reference, base) : null;
  url.protocol = `${scheme.toLowerCase()}:`;
  const rest = reference.slice(whole.length);
  const continues = base && isSpecial(url) && base.protocol === url.protocol && !/^[/\\]{2}/.test(rest);
  return continues ? parseRelative(url, rest, base) : parseAbsolute(url, rest);
}

/** The URL as text, and where its parts are in it: what Node calls its components. */
function serialize(url) {
  let href = url.protocol;
  const at = { protocolEnd: href.length };
  if (url.host !== null) href += '//';
  at.usernameEnd = href.length;
  if (url.username || url.password) {
    href += url.username;
    at.usernameEnd = href.length;
    if (url.password) href += `:${url.password}`;
    at.hostStart = href.length;
    href += '@';
  }
  at.hostStart ??= href.length;
  href += url.host ?? '';
  at.hostEnd = href.length;
  if (url.port !== '') href += `:${url.port}`;
  else if (url.host === null && url.path.startsWith('//')) href += '/.';
  at.pathnameStart = href.length;
  href += url.path;
  at.searchStart = url.search === null ? undefined : href.length;
  if (url.search !== null) href += `?${url.search}`;
  at.hashStart = url.hash === null ? undefined : href.length;
  if (url.hash !== null) href += `#${url.hash}`;
  return { href, at };
}

module.exports = { parse, serialize, isSpecial, encode, encodeQuery, setAuthority, setHost, setPort, joinPath, FRAGMENT, USERINFO, CONTROL };
