// The script `prepare` of package.json: makes the command where it was never compiled, in a clone or where npm installs from git. npm runs it
// there without the development dependencies when it installs globally, as pre-commit has it do: then the two that it needs are installed beside.
const { spawnSync } = require('child_process');
const { existsSync, rmSync, writeFileSync } = require('fs');
const { join } = require('path');

const ROOT = join(__dirname, '..');
const BESIDE = join(ROOT, '.cache', 'prepare');
/** What makes the command, and what becomes part of it. */
const NEEDED = ['esbuild', 'commander'];
/** Settings of the npm that is running, which are about another folder than this one. */
const NOT_HERE = ['global', 'prefix', 'local_prefix', 'global_prefix', 'install_links', 'allow_git', 'omit', 'dry_run', 'package_lock_only'];

if (!existsSync(join(ROOT, 'lib', 'cli', 'bin.js'))) {
  if (!NEEDED.every((name) => existsSync(join(ROOT, 'node_modules', name)))) {
    const { packages } = require('../package-lock.json');
    const versions = NEEDED.map((name) => `${name}@${packages[`node_modules/${name}`].version}`);
    run('npm', ['install', '--prefix', BESIDE, '--no-save', '--no-package-lock', '--ignore-scripts', '--no-audit', '--no-fund', ...versions]);
  }
  const { buildSync } = require(require.resolve('esbuild', { paths: [ROOT, BESIDE] }));
  const options = { entryPoints: ['tools/bundle.ts'], absWorkingDir: ROOT, bundle: true, packages: 'external', platform: 'node', write: false };
  const script = join(__dirname, 'bundle.made.cjs');
  writeFileSync(script, buildSync(options).outputFiles[0].text);
  try {
    run(process.execPath, [script], { NODE_PATH: join(BESIDE, 'node_modules') });
  } finally {
    rmSync(script);
  }
}

function run(command, args, more = {}) {
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !NOT_HERE.some((one) => name.toLowerCase() === `npm_config_${one}`)));
  const { status, error } = spawnSync(command, args, { cwd: ROOT, env: { ...env, ...more }, stdio: 'inherit', shell: process.platform === 'win32' });
  if (status !== 0) {
    throw error ?? new Error(`${command} ${args.join(' ')} failed`);
  }
}
