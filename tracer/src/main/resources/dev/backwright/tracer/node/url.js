'use strict';
// The binding url: Node's URL class over our parser.

const { parse, serialize, isSpecial, encode, encodeQuery, setHost, setPort, joinPath, FRAGMENT, USERINFO, CONTROL } = node.piece('url_parser');

const OMITTED = 0xFFFFFFFF;
const SCHEME_TYPES = ['http:', '', 'https:', 'ws:', 'ftp:', 'wss:', 'file:'];

/** `host:port` in one go, as the setter of `host` takes it. */
function setHostAndPort(url, value) {
  const [, name, port] = /^(\[[^\]]*\]|[^:/?#\\]*)(?::(\d*))?/.exec(value);
  if (setHost(url, name) && port) setPort(url, port);
}

// By Node's update actions; each changes a record, or leaves it as it is where the standard says that a setter does nothing.
const UPDATES = [
  function protocol(url, value) {
    const [, scheme] = /^([a-zA-Z][a-zA-Z0-9+.-]*):?/.exec(value) ?? [];
    if (scheme === undefined) return;
    const next = { ...url, protocol: `${scheme.toLowerCase()}:` };
    if (isSpecial(next) !== isSpecial(url) || (next.protocol === 'file:' && (url.username || url.password || url.port))) return;
    url.protocol = next.protocol;
    setPort(url, url.port);
  },
  function host(url, value) { if (!url.opaque) setHostAndPort(url, value); },
  function hostname(url, value) { if (!url.opaque && !value.includes(':') || value.startsWith('[')) setHost(url, /^[^/?#]*/.exec(value)[0]); },
  function port(url, value) { if (url.host && url.protocol !== 'file:' && (value === '' || /^\d/.test(value))) setPort(url, /^\d*/.exec(value)[0]); },
  function username(url, value) { if (url.host && url.protocol !== 'file:') url.username = encode(value, USERINFO); },
  function password(url, value) { if (url.host && url.protocol !== 'file:') url.password = encode(value, USERINFO); },
  function pathname(url, value) {
    if (url.opaque) return;
    url.path = joinPath(url, [], (isSpecial(url) ? value.replace(/^[/\\]/, '') : value.replace(/^\//, '')).replaceAll('?', '%3F').replaceAll('#', '%23'));
  },
  function search(url, value) { url.search = value === '' ? null : encodeQuery(url, value.replace(/^\?/, '').replaceAll('#', '%23')); },
  function hash(url, value) { url.hash = value === '' ? null : encode(value.replace(/^#/, ''), FRAGMENT); },
];
const HREF = 9;

function url(binding) {
  const components = binding.urlComponents = new Uint32Array(9);

  function publish(record) {
    const { href, at } = serialize(record);
    const type = SCHEME_TYPES.indexOf(record.protocol);
    components.set([at.protocolEnd, at.usernameEnd, at.hostStart, at.hostEnd, record.port === '' ? OMITTED : Number(record.port), at.pathnameStart,
      at.searchStart ?? OMITTED, at.hashStart ?? OMITTED, type < 0 ? 1 : type]);
    return href;
  }

  function resolve(input, base) {
    if (base === undefined) return parse(input);
    const parsed = parse(base);
    return parsed && parse(input, parsed);
  }

  return Object.assign(binding, {
    parse(input, base, raise) {
      const record = resolve(input, base);
      if (record) return publish(record);
      if (!raise) return undefined;
      const { ERR_INVALID_URL } = node.internal('internal/errors').codes;
      throw new ERR_INVALID_URL(input, base);
    },
    canParse: (input, base) => resolve(input, base) !== null,
    pathToFileURL(path, windows, base) {
      const escaped = path.replace(/[%\\\n\r\t?#]/g, (character) => encodeURIComponent(character));
      return publish(parse(`file://${escaped}`));
    },
    update(href, action, value) {
      if (action === HREF) {
        const record = parse(value);
        return record ? publish(record) : false;
      }
      const record = parse(href);
      UPDATES[action](record, action === 0 ? value : value.replace(/[\t\n\r]/g, ''));
      return publish(record);
    },
    format(href, hash, unicode, search, auth) {
      const record = parse(href);
      if (!hash) record.hash = null;
      if (!search) record.search = null;
      if (!auth) record.username = record.password = '';
      if (unicode && record.host) record.host = host.toUnicode(record.host);
      return serialize(record).href;
    },
    getOrigin(href) {
      const { protocol, host: name, port } = parse(href);
      return `${protocol}//${name}${port === '' ? '' : `:${port}`}`;
    },
    domainToASCII: (domain) => parse(`ws://${domain}`)?.host ?? '',
    domainToUnicode: (domain) => host.toUnicode(parse(`ws://${domain}`)?.host ?? ''),
  });
}

module.exports = { url };
