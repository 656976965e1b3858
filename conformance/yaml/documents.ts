// Random YAML documents: data written in every style that YAML has, real manifests, pieces in any order, and all of them damaged.
import { hardString } from './strings';

type Next = (n: number) => number;

const PLAIN = ['a', 'b', 'name', 'nginx:1.29', 'x y', 'true', 'yes', 'No', 'on', '~', 'null', '1', '-5', '+7', '0', '-0', '0.5', '.5', '1e3', '1_000', '0x1F', '0o17', '017', '08', '0b11',
  '-0b11', '0b-1', '9223372036854775807', '9223372036854775808', '-9223372036854775808', '18446744073709551615', '18446744073709551616', '9007199254740993', '1e400', '.inf', '-.inf', '.nan',
  '2001-01-01', '2001-12-14t21:59:43.10-05:00', '12:30:45', '<<', '=', '-a', '?a', ':a', 'a:b', 'a#b', 'http://x/y?z=1', '1.0', '100000000.0', '1.5e-9', '12345678.9', '0.1', '1e21', 'é', '😀', '-', '--', 'a,b'];
const QUOTABLE = ['', 'a', ' a ', 'it\'s', 'say "x"', 'back\\slash', 'a: b', '# no', 'é😀', '{}', '1', 'true', '<<', 'x\ty'];
const TAGS = ['!!str', '!!int', '!!float', '!!bool', '!!null', '!!binary', '!!timestamp', '!!map', '!!seq', '!', '!foo', '!!merge', '!<tag:yaml.org,2002:str>', '!<x>', '!!set', '!a!b', '!!', '!foo,bar', '!!s%74r'];
const PIECES = ['a', 'b: ', 'c:', '- ', '-', '? ', '?', ': ', ':', '\n', '\n', '\n', '\n  ', '\n    ', '\n ', '  ', ' ', '\t', '[', ']', '{', '}', ', ', ',', '"', '\'', '"x"', '\'y\'', '# c\n', '#', '|', '>', '|-\n', '>+\n',
  '|2\n', '|1-\n', '&x ', '*x', '&x', '*x ', '!!str ', '!', '!t ', '<<: ', '<<: *x', '1', 'yes', '~', '\r', '\r\n', '...', '...\n', '\\', '%', '@', '`', '\x85', '\u2028', '\ufeff', '\xa0', '\n- ', '\n  - ', '\nk: ', '\n  k: '];
const MANIFESTS = [
  'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\n  labels: {app: web, tier: "1"}\nspec:\n  replicas: 2\n  selector:\n    matchLabels:\n      app: web\n  template:\n    metadata:\n      labels:\n        app: web\n    spec:\n'
    + '      containers:\n      - name: app\n        image: nginx:1.27 # pinned\n        command: ["sh", "-c", \'sleep 1\']\n        args:\n          - --flag=true\n          - |\n            set -e\n            exec run\n        ports:\n        - containerPort: 8080\n          name: http\n'
    + '        env:\n        - {name: A, value: "1"}\n        - name: B\n          valueFrom:\n            fieldRef:\n              fieldPath: metadata.name\n        resources: &r\n          requests: {cpu: 100m, memory: 64Mi}\n      - name: b\n        image: b\n        resources: *r\n',
  'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: c\n  annotations:\n    a/b: >-\n      folded\n      text\n\n      more\ndata:\n  run.sh: |\n    #!/bin/sh\n    echo "x: y"\n\n    exit 0\n  empty: ""\n  multi: "a\n    b\\\n    c"\n  on: "yes"\n',
  'base: &base\n  a: 1\n  b: [1, 2]\nmore: &more\n  c: 3\nuse:\n  <<: *base\n  d: 4\nboth:\n  <<: [*base, *more]\n  e: 5\nlist:\n- *base\n- <<: *more\n  x: y\n? complex\n: value\n',
  'base: &base\n  a: 1\n  b: &b {c: 1, d: 2}\nuse: &use\n  <<: *base\n  a: 2\n  b:\n    <<: *b\n    d: 3\nagain:\n  <<: [*use, *base]\n  e: 5\n  a: ~\nlast:\n  e: 1\n  <<: *use\n  <<: {f: 1}\n  f: 2\n',
  '{"apiVersion": "v1", "kind": "Pod",\n "metadata": {"name": "a", "labels": {"a": "b"}},\n "spec": {"containers": [{"name": "x", "image": "y", "ports": [{"containerPort": 80}]}]}}\n',
];

/** A document that may be fine, or may not. */
export function randomDocument(next: Next): string {
  const kind = next(10);
  let text = kind < 5 ? new Styles(next).document() : kind < 7 ? MANIFESTS[next(MANIFESTS.length)] : soup(next);
  const damages = kind < 5 ? (next(3) === 0 ? 1 + next(2) : 0) : kind < 7 ? next(4) : 0;
  for (let i = 0; i < damages; i++) {
    text = damage(text, next);
  }
  if (next(25) === 0) {
    text = text.replaceAll('\n', '\r\n');
  }
  return text;
}

function soup(next: Next): string {
  return Array.from({ length: 1 + next(14) }, () => next(12) === 0 ? hardString(next) : PIECES[next(PIECES.length)]).join('');
}

function damage(text: string, next: Next): string {
  const at = next(text.length + 1);
  switch (next(6)) {
    case 0: return text.slice(0, at) + text.slice(at + 1 + next(3));
    case 1: return text.slice(0, at) + PIECES[next(PIECES.length)] + text.slice(at);
    case 2: return text.slice(0, at) + PIECES[next(PIECES.length)] + text.slice(at + 1);
    default: {
      const lines = text.split('\n');
      const line = next(lines.length);
      switch (next(5)) {
        case 0:
          lines.splice(line, 1);
          break;
        case 1:
          lines.splice(line, 0, lines[next(lines.length)]);
          break;
        case 2:
          lines[line] = ' '.repeat(1 + next(3)) + lines[line];
          break;
        case 3:
          lines[line] = lines[line].replace(/^ {1,2}/, '');
          break;
        default: lines[line] = lines[line].replace(/^ */, (indent) => next(2) === 0 ? '\t' : `${indent}\t`);
      }
      return lines.join('\n');
    }
  }
}

/** Writes data as it is made up, each part in a style of its own. */
class Styles {
  private readonly anchors: string[] = [];

  public constructor(private readonly next: Next) {}

  public document(): string {
    const start = this.chance(20) ? '# first\n' : this.chance(30) ? '\n' : '';
    return start + (this.chance(8) ? this.flow(0) + '\n' : this.chance(4) ? this.list(0, 0) : this.map(0, 0)) + (this.chance(30) ? '# last' : this.chance(30) ? '...\n' : '');
  }

  private chance(of: number): boolean {
    return this.next(of) === 0;
  }

  private pick<T>(of: readonly T[]): T {
    return of[this.next(of.length)];
  }

  private map(indent: number, depth: number): string {
    let out = '';
    const size = 1 + this.next(4);
    for (let i = 0; i < size; i++) {
      const pad = i === 0 && depth > 0 ? '' : ' '.repeat(indent);
      const merge = this.anchors.length > 0 && this.chance(6);
      const key = merge ? '<<' : this.key();
      const value = merge ? (this.chance(3) ? ` [*${this.pick(this.anchors)}, *${this.pick(this.anchors)}]\n` : ` *${this.pick(this.anchors)}\n`) : this.value(indent, depth, true);
      out += this.chance(25) ? `${pad}? ${key}\n${' '.repeat(indent)}:${value}` : `${pad}${key}${this.chance(20) ? ' ' : ''}:${value}`;
      if (this.chance(20)) {
        out += `${' '.repeat(this.next(indent + 3))}# comment: [\n`;
      }
      if (this.chance(30)) {
        out += `${' '.repeat(this.next(6))}\n`;
      }
    }
    return out;
  }

  private list(indent: number, depth: number): string {
    let out = '';
    const size = 1 + this.next(4);
    for (let i = 0; i < size; i++) {
      const pad = i === 0 && depth > 0 ? '' : ' '.repeat(indent);
      out += `${pad}-${this.value(indent, depth, false)}`;
    }
    return out;
  }

  /** What follows a colon or dash, with the line break at its end. */
  private value(indent: number, depth: number, afterColon: boolean): string {
    const properties = this.properties();
    const kind = this.next(depth > 4 ? 8 : 13);
    const deeper = indent + 1 + this.next(4);
    const lead = this.chance(15) ? '  ' : this.chance(40) ? '\t' : ' ';
    if (kind < 4) {
      return `${lead}${properties}${this.scalar(indent)}${this.comment()}\n`;
    }
    if (kind === 4) {
      return `${lead}${properties}${this.flow(deeper)}${this.comment()}\n`;
    }
    if (kind === 5) {
      return `${lead}${properties}${this.block(indent, deeper)}`;
    }
    if (kind === 6) {
      return `${properties === '' ? '' : lead}${properties}${this.comment()}\n`;
    }
    if (kind === 7) {
      return this.anchors.length > 0 ? `${lead}*${this.pick(this.anchors)}${this.comment()}\n` : `${lead}${this.pick(PLAIN)}\n`;
    }
    const isList = this.chance(2);
    const own = afterColon && isList && this.chance(2) ? indent : deeper;
    if (!afterColon && properties === '' && this.chance(2)) {
      const compact = indent + 2 + this.next(2);
      return ' '.repeat(compact - indent - 1) + (isList ? this.list(compact, depth + 1) : this.map(compact, depth + 1));
    }
    return `${properties === '' ? '' : lead}${properties}${this.comment()}\n${' '.repeat(own)}${isList ? this.list(own, depth + 1) : this.map(own, depth + 1)}`;
  }

  private comment(): string {
    return this.chance(12) ? ' # c: d' : this.chance(60) ? '#c' : this.chance(30) ? '  ' : '';
  }

  private properties(): string {
    const tag = this.chance(14) ? `${this.pick(TAGS)} ` : '';
    if (!this.chance(7)) {
      return tag;
    }
    const name = `a${this.next(6)}`;
    this.anchors.push(name);
    return this.chance(2) ? `&${name} ${tag}` : `${tag}&${name} `;
  }

  private key(): string {
    const kind = this.next(14);
    if (kind < 8) {
      return `k${this.next(8)}`;
    }
    if (kind < 10) {
      return this.pick(PLAIN);
    }
    if (kind === 10) {
      return `${this.pick(TAGS)} ${this.pick(PLAIN)}`;
    }
    if (kind === 11 && this.chance(4)) {
      return this.flow(0);
    }
    return this.quoted();
  }

  private scalar(indent: number): string {
    const kind = this.next(10);
    if (kind < 6) {
      return this.pick(PLAIN);
    }
    if (kind < 8) {
      return this.quoted();
    }
    const pad = `\n${' '.repeat(this.next(indent + 4))}`;
    const words = [this.pick(PLAIN), this.chance(4) ? '' : this.pick(PLAIN), this.pick(QUOTABLE)].join(pad);
    return kind === 8 ? words : `"${words.replace(/[\\"]/g, '')}${this.pick(['', '\\n', '\\x41', '\\u00e9', '\\U0001F600', '\\ud83d', '\\/', '\\q', '\\', '\\ ', '\\\n  '])}"`;
  }

  private quoted(): string {
    const text = this.chance(8) ? hardString(this.next) : this.pick(QUOTABLE);
    return this.chance(2) ? `'${text.replaceAll('\'', '\'\'')}'` : JSON.stringify(text);
  }

  private block(indent: number, deeper: number): string {
    const header = this.pick(['|', '>']) + this.pick(['', '', '-', '+', '2', '1-', '+3', '-9']) + this.comment();
    const lines = Array.from({ length: this.next(5) }, () => this.pick(['text', 'a: b', '- x', '# no comment', '', '', ' more', '\ttab', '  ', 'é 😀', '"q"', 'end ']));
    const pad = ' '.repeat(deeper);
    return `${header}\n${lines.map((line) => line === '' ? (this.chance(3) ? ' '.repeat(this.next(indent + 4)) : '') + '\n' : `${pad}${line}\n`).join('')}`;
  }

  private flow(indent: number): string {
    const between = this.chance(4) ? `\n${' '.repeat(this.next(indent + 2))}` : this.chance(6) ? ' ' : '';
    const items = Array.from({ length: this.next(4) }, () => {
      const kind = this.next(10);
      if (kind < 4) {
        return this.pick(PLAIN);
      }
      if (kind < 6) {
        return this.quoted();
      }
      if (kind === 6) {
        return `${this.properties()}${this.pick(PLAIN)}`;
      }
      if (kind === 7 && indent < 12) {
        return this.flow(indent + 4);
      }
      if (kind === 8 && this.anchors.length > 0) {
        return `*${this.pick(this.anchors)} `;
      }
      return `${this.key()}: ${this.pick(PLAIN)}`;
    });
    const last = this.chance(6) ? ',' : '';
    if (this.chance(2)) {
      return `[${between}${items.join(`,${between || ' '}`)}${last}${between}]`;
    }
    return `{${between}${items.map((item) => this.chance(5) ? item : `${this.key()}:${this.chance(8) ? '' : ' '}${item}`).join(`,${between || ' '}`)}${last}${between}}`;
  }
}
