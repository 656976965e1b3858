import { execFileSync } from 'child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { Lazy } from 'cdk8s';
import { ConfigMap, Secret } from '../../../src';
import { failure, only, shop, synthFailure } from '../helpers';

const MIB = 1024 * 1024;
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'content-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

function file(name: string, content: string | Buffer = 'x'): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const configMap = (props = {}) => new ConfigMap(shop(), 'settings', props);
const contentOf = ({ data, binaryData }: any) => ({ data, binaryData });

/** The error of an action on a ConfigMap, with the folder written as FOLDER. */
function messageOf(action: (config: ConfigMap) => void, props = {}): string {
  return failure(() => action(configMap(props))).replaceAll(folder, 'FOLDER').replaceAll(process.cwd(), 'CWD');
}

describe('addFile', () => {
  test('text goes into data, everything else into binaryData', () => {
    const config = configMap({ data: { given: 'a' } });
    config.addFile(file('app.conf', 'color=blue\n'));
    config.addFile(file('bom', '\ufeffé😀\u0000'), 'text');
    config.addFile(file('logo.png', Buffer.from([0x89, 0x50, 0xff])));
    config.addFile(file('empty', ''));
    config.addFile(file('surrogate', Buffer.from([0xed, 0xa0, 0x80])));
    expect(contentOf(config.toJson())).toEqual({
      data: { 'given': 'a', 'app.conf': 'color=blue\n', 'text': '\ufeffé😀\u0000', 'empty': '' },
      binaryData: { 'logo.png': 'iVD/', 'surrogate': '7aCA' },
    });
  });

  test('a Secret has the bytes in data, in base64', () => {
    const secret = new Secret(shop(), 'tls', { type: 'kubernetes.io/tls' });
    secret.addFile(file('tls.crt', 'é\n'));
    secret.addData('tls.key', 'aGk=');
    secret.addStringData('note', 'as it is');
    expect(secret.toJson()).toMatchObject({ data: { 'tls.crt': 'w6kK', 'tls.key': 'aGk=' }, stringData: { note: 'as it is' } });
  });

  test('a symbolic link is followed', () => {
    symlinkSync(file('real', 'x'), join(folder, 'link'));
    const config = configMap();
    config.addFile(join(folder, 'link'));
    expect(config.toJson().data).toEqual({ link: 'x' });
  });

  test('keys that JavaScript knows are keys like others', () => {
    const config = configMap();
    config.addFile(file('__proto__', 'a'));
    config.addFile(file('constructor', 'b'));
    expect(Object.entries(config.toJson().data)).toEqual([['__proto__', 'a'], ['constructor', 'b']]);
  });

  test('1 MiB is allowed', () => {
    const config = configMap();
    config.addFile(file('large', Buffer.alloc(MIB, 'x')));
    expect(config.toJson().data.large).toHaveLength(MIB);
  });

  test.each<[string, (config: ConfigMap) => void, string]>([
    ['a missing file', (c) => c.addFile(join(folder, 'app.conf')),
      "shop/settings: addFile: 'FOLDER/app.conf' does not exist\n    fix: paths start at the working directory CWD; for one beside your code use path.join(__dirname, …)"],
    ['a folder', (c) => c.addFile(folder), "shop/settings: addFile: 'FOLDER' is a folder\n    fix: use addDirectory"],
    ['a file as a folder', (c) => c.addFile(join(file('a'), 'b')), "addFile: 'FOLDER/a/b' leads through a file, which has nothing in it"],
    ['a pipe', (c) => {
      execFileSync('mkfifo', [join(folder, 'pipe')]);
      c.addFile(join(folder, 'pipe'));
    }, "addFile: 'FOLDER/pipe' is not a regular file"],
    ['a device', (c) => c.addFile('/dev/zero'), "addFile: '/dev/zero' is not a regular file"],
    ['a circle of links', (c) => {
      symlinkSync(join(folder, 'b'), join(folder, 'a'));
      symlinkSync(join(folder, 'a'), join(folder, 'b'));
      c.addFile(join(folder, 'a'));
    }, "addFile: 'FOLDER/a' cannot be read: its symbolic links go in a circle"],
    ['a file that is too large', (c) => {
      truncateSync(file('large'), 10 * 1024 * MIB); // sparse: it takes no room
      c.addFile(join(folder, 'large'));
    }, "addFile: 'FOLDER/large' has more than 1048576 bytes (1 MiB), which is the most that all values may have together"],
    ['files that are too large together', (c) => {
      c.addFile(file('a', Buffer.alloc(MIB - 1)));
      c.addFile(file('b', 'xy'));
    }, "addFile: 'FOLDER/b': with its 2 bytes the values of the ConfigMap have 1048577 bytes together: at most 1048576 (1 MiB) are allowed"],
    ['a name that is no key', (c) => c.addFile(file('a b.txt')),
      "addFile: 'FOLDER/a b.txt': the key 'a b.txt' must contain only letters, digits, '-', '_' and '.'\n    fix: addFile('FOLDER/a b.txt', 'a-key')"],
    ['a key with a slash', (c) => c.addFile(file('a'), 'conf/a'), "the key 'conf/a' must contain only letters, digits, '-', '_' and '.'"],
    ['a key of dots', (c) => c.addFile(file('a'), '..'), "addFile: 'FOLDER/a': the key '..' "],
    ['a key that is too long', (c) => c.addFile(file('a'), 'k'.repeat(254)), 'must have at most 253 characters'],
    ['a name with control characters', (c) => c.addFile(file('a\u001b[31m\n')), "addFile: 'FOLDER/a\\u{1b}[31m\\n': the key "],
    ['a key that is there', (c) => {
      c.addFile(file('a'));
      c.addFile(file('b'), 'a');
    }, "addFile: 'FOLDER/b': the ConfigMap has the key 'a' already\n    fix: use another key, or leave one of them out"],
    ['a key of the props', (c) => c.addFile(file('given')), "the ConfigMap has the key 'given' already"],
    ['a path with a NUL', (c) => c.addFile('a\u0000b'), "addFile: 'a\\u{0}b' cannot be read: "],
  ])('%s is refused', (_, action, message) => {
    expect(messageOf(action, { binaryData: { given: '' } })).toContain(message);
  });

  test('what is refused is not added', () => {
    const config = configMap();
    failure(() => config.addFile(file('a b')));
    failure(() => config.addFile(join(folder, 'none')));
    config.addFile(file('a', Buffer.alloc(MIB)));
    expect(Object.keys(config.toJson().data)).toEqual(['a']);
  });
});

describe('addDirectory', () => {
  beforeEach(() => {
    ['b.conf', 'a.conf', '.hidden', 'notes.md'].forEach((name) => file(name, name));
  });
  const keysOf = (options = {}) => {
    const config = configMap();
    config.addDirectory(folder, options);
    return Object.keys(config.toJson().data);
  };

  test.each<[object, string[]]>([
    [{}, ['a.conf', 'b.conf', 'notes.md']],
    [{ include: ['*.conf'] }, ['a.conf', 'b.conf']],
    [{ exclude: ['*.md', 'b*'] }, ['a.conf']],
    [{ include: ['?.conf'], exclude: ['a*'], keyPrefix: 'app.' }, ['app.b.conf']],
    [{ hidden: true, exclude: ['*.conf'] }, ['.hidden', 'notes.md']],
  ])('%j', (options, keys) => {
    expect(keysOf(options)).toEqual(keys);
  });

  test('a link to a file counts, a subfolder does not pass in silence', () => {
    symlinkSync(join(folder, 'a.conf'), join(folder, 'link'));
    mkdirSync(join(folder, 'sub'));
    expect(messageOf((c) => c.addDirectory(folder))).toBe("shop/settings: addDirectory: 'FOLDER/sub' is a folder, and a key cannot have a slash\n"
      + "    fix: leave it out with exclude: ['sub'], or add it with a call of its own: { keyPrefix: 'sub.' }");
    expect(keysOf({ exclude: ['sub', '*.*'] })).toEqual(['link']);
  });

  test.each<[string, (config: ConfigMap) => void, string]>([
    ['a missing folder', (c) => c.addDirectory(join(folder, 'conf')), "addDirectory: 'FOLDER/conf' does not exist"],
    ['a file', (c) => c.addDirectory(join(folder, 'a.conf')), "addDirectory: 'FOLDER/a.conf' is a file\n    fix: use addFile"],
    ['an empty folder', (c) => {
      mkdirSync(join(folder, 'empty'));
      c.addDirectory(join(folder, 'empty'));
    }, "addDirectory: 'FOLDER/empty' has nothing that matches '*'; it has no files"],
    ['a folder of hidden files', (c) => c.addDirectory(folder, { exclude: ['?*.*'] }),
      "addDirectory: 'FOLDER' has nothing that matches '*'; it has no files\n    fix: files whose names begin with a dot need hidden: true"],
    ['a pattern that matches nothing', (c) => c.addDirectory(folder, { include: ['*.conf', '*.yaml'] }),
      "addDirectory: 'FOLDER' has nothing that matches '*.yaml'; it has 'a.conf', 'b.conf', 'notes.md'"],
    ['a pattern of folders', (c) => c.addDirectory(folder, { exclude: ['sub/*'] }), "addDirectory: 'sub/*' is not a pattern for names of files"],
    ['a pattern with braces', (c) => c.addDirectory(folder, { include: ['*.{a,b}'] }), "addDirectory: '*.{a,b}' is not a pattern for names of files"],
    ['a file whose name is no key', (c) => {
      file('a b');
      c.addDirectory(folder);
    }, "addDirectory: 'FOLDER/a b': the key 'a b' must contain only letters, digits, '-', '_' and '.'"],
    ['a link that leads nowhere', (c) => {
      symlinkSync('none', join(folder, 'link'));
      c.addDirectory(folder);
    }, "addDirectory: 'FOLDER/link' does not exist"],
    ['a prefix that is no key', (c) => c.addDirectory(folder, { keyPrefix: 'x/' }), "the key 'x/a.conf' must contain only"],
  ])('%s is refused', (_, action, message) => {
    expect(messageOf(action)).toContain(message);
  });
});

describe('addEnvFile', () => {
  test('a key for each line, as kubectl reads it', () => {
    const config = configMap();
    config.addEnvFile(file('.env', '\ufeffA=1\r\n# comment\n\n  B="x y"=z \nC=\n'));
    expect(config.toJson().data).toEqual({ A: '1', B: '"x y"=z ', C: '' });
    const secret = new Secret(shop(), 'db');
    secret.addEnvFile(file('.env', 'PASSWORD=é'));
    expect(secret.toJson().data).toEqual({ PASSWORD: 'w6k=' });
  });

  test.each<[string, string | Buffer, string]>([
    ['a line without =', 'A=1\nB\n', "addEnvFile: 'FOLDER/.env' line 2: 'B' has no '='\n    fix: write NAME= for an empty value"],
    ['a key with a space', 'A =1', "addEnvFile: 'FOLDER/.env' line 1: the key 'A ' must contain only"],
    ['export', 'export A=1', "addEnvFile: 'FOLDER/.env' line 1: the key 'export A' must contain only"],
    ['a key twice', 'A=1\nA=2', "addEnvFile: 'FOLDER/.env' line 2: the ConfigMap has the key 'A' already"],
    ['no text', Buffer.from([0xff]), "addEnvFile: 'FOLDER/.env' is not UTF-8 text\n    fix: add it as a file: addFile"],
  ])('%s is refused', (_, content, message) => {
    expect(messageOf((c) => c.addEnvFile(file('.env', content)))).toContain(message);
  });
});

describe('addData', () => {
  test('is behind the data of the props, which may be Lazy and are not changed', () => {
    const data = Object.freeze({ a: '1' });
    const config = configMap({ data: Lazy.any({ produce: () => data }) });
    config.addData('b', '2');
    config.addBinaryData('c', 'AA==');
    expect(contentOf(config.toJson())).toEqual({ data: { a: '1', b: '2' }, binaryData: { c: 'AA==' } });
    expect(data).toEqual({ a: '1' });
  });

  test('a key that is there is refused, of data as well as of binaryData', () => {
    expect(messageOf((c) => c.addBinaryData('a', ''), { data: { a: '' } })).toContain("addBinaryData: the ConfigMap has the key 'a' already");
  });

  test('the review sees what was added', () => {
    expect(synthFailure((chart) => new ConfigMap(chart, 'a').addData('a/b', '1'))).toContain('(config-map/key)');
    expect(synthFailure((chart) => new ConfigMap(chart, 'a').addData('a', 1 as any))).toContain('data[a]: expected a string, got the number 1');
  });

  test('nothing added is nothing written', () => {
    const chart = shop();
    new ConfigMap(chart, 'a');
    expect(Object.keys(only(chart, 'ConfigMap'))).toEqual(['apiVersion', 'kind', 'metadata']);
  });
});
