import { generate, base, KINDS } from '/work/adm/conformance/generate';
import { Random } from '/work/adm/conformance/generate/random';
import { spawnSync } from 'child_process';
const [mode, n, seed, kind, v] = process.argv.slice(2);
const N = Number(n);
const t0 = Date.now();
const ms: any[] = [];
for (let i = 0; i < N; i++) ms.push(mode === 'base' ? base(new Random(Number(seed), i), kind && kind !== '-' ? kind : undefined) : generate(Number(seed), i, kind && kind !== '-' ? kind : undefined));
const t1 = Date.now();
const input = ms.map((m, i) => JSON.stringify({ id: String(i), manifest: m })).join('\n') + '\n';
const t2 = Date.now();
const out = spawnSync(`/tmp/oracle-${v ?? '1.36'}`, { input, maxBuffer: 2 ** 31 - 1, encoding: 'utf8', env: { ...process.env } });
const t3 = Date.now();
const as = out.stdout.trim().split('\n').map(l => JSON.parse(l));
const stages: any = {}; const byKind: any = {}; const errs: any = {};
as.forEach((a, i) => {
  const s = a.accepted ? 'accepted' : a.stage; stages[s] = (stages[s] ?? 0) + 1;
  const k = String(ms[i].kind); byKind[k] ??= [0, 0]; byKind[k][0]++; if (a.accepted) byKind[k][1]++;
  if (a.stage === 'panic') console.log('PANIC', a.message.slice(0, 300), JSON.stringify(ms[i]).slice(0, 300));
  if (a.stage === 'decode') errs['decode ' + a.message.replace(/"[^"]*"/g, '"x"').slice(0, 100)] = (errs['decode ' + a.message.replace(/"[^"]*"/g, '"x"').slice(0, 100)] ?? 0) + 1;
  if (a.stage === 'admission') errs['ADM ' + a.message.slice(0, 140)] = (errs['ADM ' + a.message.slice(0, 140)] ?? 0) + 1;
  for (const e of a.errors ?? []) { const k = e.type.replace('FieldValue', '') + ' ' + e.field.replace(/\[[^\]]*\]/g, '[*]').replace(/^spec\.jobTemplate\.spec\.template\.|^spec\.template\.|^template\./, ''); errs[k] = (errs[k] ?? 0) + 1; if (process.env.SHOW && k.includes(process.env.SHOW) && errs[k] < 4) console.log(k, e.detail, JSON.stringify(ms[i]).slice(0, 3000)); }
});
console.log('gen us', (t1 - t0) * 1000 / N, 'stringify us', (t2 - t1) * 1000 / N, 'oracle us', (t3 - t2) * 1000 / N, 'bytes', input.length / N);
console.log(stages, Object.fromEntries(Object.entries(byKind).map(([k, v]: any) => [k, (v[1] / v[0]).toFixed(2) + ' of ' + v[0]])));
const list = Object.entries(errs).sort((a: any, b: any) => b[1] - a[1]);
console.log(list.length, list.slice(0, Number(process.env.TOP ?? 40)).map(([k, c]) => `${c} ${k}`).join('\n'));
