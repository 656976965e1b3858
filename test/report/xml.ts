// A strict reader of the part of XML that reports use: throws for what is not well-formed.
export interface Element {
  readonly name: string;
  readonly attributes: { readonly [name: string]: string };
  readonly children: Element[];
  text: string;
}

const ENTITIES: { readonly [name: string]: string } = { amp: '&', lt: '<', gt: '>', quot: '"', apos: '\'' };

const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/u;

export function parseXml(xml: string): Element {
  if (FORBIDDEN.test(xml)) {
    throw new Error(`a character that XML cannot have: ${JSON.stringify(FORBIDDEN.exec(xml)![0])}`);
  }
  const head = '<?xml version="1.0" encoding="UTF-8"?>\n';
  if (!xml.startsWith(head)) {
    throw new Error('no XML declaration');
  }
  const root: Element = { name: '', attributes: {}, children: [], text: '' };
  const open = [root];
  for (const part of xml.slice(head.length).match(/<[^>]*>?|[^<]+/g) ?? []) {
    const here = open[open.length - 1];
    const tag = /^<(\/?)([a-z-]+)((?: [a-z]+="[^"<]*")*)(\/?)>$/.exec(part);
    if (!part.startsWith('<')) {
      here.text += unescape(part);
    } else if (!tag) {
      throw new Error(`no tag: ${part}`);
    } else if (tag[1] !== '') {
      if (here.name !== tag[2]) {
        throw new Error(`</${tag[2]}> ends <${here.name}>`);
      }
      open.pop();
    } else {
      const attributes = Object.fromEntries([...tag[3].matchAll(/ ([a-z]+)="([^"]*)"/g)].map(([, name, value]) => [name, unescape(value)]));
      const element: Element = { name: tag[2], attributes, children: [], text: '' };
      here.children.push(element);
      if (tag[4] === '') {
        open.push(element);
      }
    }
  }
  if (open.length > 1 || root.children.length !== 1 || root.text.trim() !== '') {
    throw new Error('not one element');
  }
  return root.children[0];
}

function unescape(text: string): string {
  return text.replace(/&([^;]*;?)/g, (_, entity: string) => {
    const [, number, name] = /^(?:#(\d+)|([a-z]+));$/.exec(entity) ?? [];
    if (number !== undefined) {
      return String.fromCodePoint(Number(number));
    }
    if (name === undefined || !Object.hasOwn(ENTITIES, name)) {
      throw new Error(`no entity: &${entity}`);
    }
    return ENTITIES[name];
  });
}
