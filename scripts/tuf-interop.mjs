// Our TUF client against an independent implementation (tuf-js), both ways. By hand:
//
//   npm install --prefix DIR tuf-js @tufjs/models
//   NODE_PATH=DIR/node_modules node scripts/tuf-interop.mjs TUF_CLIENT [SITE]
//
// TUF_CLIENT is sync-agent/tuf-client; SITE a folder that the desk has published. Exit code 1 at the
// first disagreement.
import { createRequire } from 'node:module';
import { spawn } from 'node:child_process';
import crypto from 'node:crypto';
import fs from 'node:fs';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';

const require = createRequire(path.join(process.env.NODE_PATH, 'x.js'));
const models = require('@tufjs/models');
const { Updater } = require('tuf-js');

const [client, site] = process.argv.slice(2);
const work = fs.mkdtempSync(path.join(os.tmpdir(), 'tuf-interop-'));
const RUNS = 100;
const DAY = 86_400_000;
const expires = (days) => new Date(Date.now() + days * DAY).toISOString().replace(/\.\d+/, '');

function key(kind) {
  const made =
    kind === 'ed25519' ? crypto.generateKeyPairSync('ed25519')
    : kind === 'ecdsa' ? crypto.generateKeyPairSync('ec', { namedCurve: 'P-256' })
    : crypto.generateKeyPairSync('rsa', { modulusLength: 2048 });
  const spki = made.publicKey.export({ type: 'spki', format: 'der' });
  const open = kind === 'ed25519' ? spki.subarray(-32).toString('hex')
    : made.publicKey.export({ type: 'spki', format: 'pem' });
  const scheme = { ed25519: 'ed25519', ecdsa: 'ecdsa-sha2-nistp256', rsa: 'rsassa-pss-sha256' }[kind];
  const keyID = crypto.randomBytes(32).toString('hex');
  return {
    form: new models.Key({ keyID, keyType: kind, scheme, keyVal: { public: open } }),
    sign: (data) => new models.Signature({
      keyID,
      sig: (kind === 'ed25519' ? crypto.sign(null, data, made.privateKey)
        : kind === 'ecdsa' ? crypto.sign('sha256', data, made.privateKey)
        : crypto.sign('sha256', data, {
          key: made.privateKey,
          padding: crypto.constants.RSA_PKCS1_PSS_PADDING,
          saltLength: 32,
        })).toString('hex'),
    }),
  };
}

/** A repository with every kind of key, a threshold of two, a rotated key and a delegated role. */
function repository() {
  const folder = path.join(work, 'repository');
  const metadata = path.join(folder, 'metadata');
  fs.mkdirSync(metadata, { recursive: true });
  const keys = {
    root: [key('ed25519'), key('rsa')],
    timestamp: [key('ecdsa')],
    snapshot: [key('ed25519')],
    targets: [key('rsa')],
    town: [key('ecdsa')],
  };
  const version = { root: 0, timestamp: 0, snapshot: 0, targets: 0, town: 0 };
  const save = (role, signed, signers = keys[role]) => {
    const file = new models.Metadata(signed);
    for (const signer of signers) file.sign(signer.sign);
    const name = role === 'timestamp' ? 'timestamp.json' : `${version[role]}.${role}.json`;
    fs.writeFileSync(path.join(metadata, name), JSON.stringify(file.toJSON()));
  };
  const common = (role, more) => ({
    version: ++version[role],
    specVersion: '1.0.34',
    expires: expires(30),
    unrecognizedFields: { 'x-note': { 字: ['"\\\n', 1, null, true], a: {} } },
    ...more,
  });
  const role = (name, threshold) =>
    new (models.Root.fromJSON(blankRoot()).roles.root.constructor)({
      keyIDs: keys[name].map((k) => k.form.keyID), threshold });
  const root = (before = []) => {
    const all = {};
    for (const name of ['root', 'timestamp', 'snapshot', 'targets']) {
      for (const k of keys[name]) all[k.form.keyID] = k.form;
    }
    const signed = new models.Root(common('root', {
      keys: all,
      consistentSnapshot: true,
      roles: {
        root: role('root', 2), timestamp: role('timestamp', 1),
        snapshot: role('snapshot', 1), targets: role('targets', 1),
      },
    }));
    save('root', signed, [...new Set([...before, ...keys.root])]);
  };
  const target = (name, text) => {
    const bytes = Buffer.from(text);
    const sha256 = crypto.createHash('sha256').update(bytes).digest('hex');
    const at = path.join(folder, 'targets', path.dirname(name));
    fs.mkdirSync(at, { recursive: true });
    fs.writeFileSync(path.join(at, `${sha256}.${path.basename(name)}`), bytes);
    return new models.TargetFile({ path: name, length: bytes.length, hashes: { sha256 } });
  };
  const rest = (text) => {
    save('town', new models.Targets(common('town', {
      targets: { 'ch/town/a.txt': target('ch/town/a.txt', text) } })));
    const delegations = {
      keys: Object.fromEntries(keys.town.map((k) => [k.form.keyID, k.form.toJSON()])),
      roles: [{ name: 'town', keyids: keys.town.map((k) => k.form.keyID), threshold: 1,
        terminating: true, paths: ['ch/town/*'] }],
    };
    const signed = new models.Targets(common('targets', {
      targets: { 'plain.txt': target('plain.txt', 'plain ' + text) } }));
    save('targets', models.Targets.fromJSON({ ...signed.toJSON(), delegations }));
    save('snapshot', new models.Snapshot(common('snapshot', { meta: {
      'targets.json': new models.MetaFile({ version: version.targets }),
      'town.json': new models.MetaFile({ version: version.town }) } })));
    save('timestamp', new models.Timestamp(common('timestamp', {
      snapshotMeta: new models.MetaFile({ version: version.snapshot }) })));
  };
  return { folder, metadata, keys, root, rest };
}

function blankRoot() {
  const none = { keyids: [], threshold: 1 };
  return { _type: 'root', version: 1, spec_version: '1.0.34', expires: expires(1), keys: {},
    consistent_snapshot: true,
    roles: { root: none, timestamp: none, snapshot: none, targets: none } };
}

function serve(folder) {
  const server = http.createServer((request, response) => {
    const file = path.join(folder, decodeURIComponent(new URL(request.url, 'http://x').pathname));
    if (!fs.existsSync(file) || !fs.statSync(file).isFile()) {
      response.writeHead(404).end();
    } else {
      response.writeHead(200, { 'Content-Type': 'application/octet-stream' });
      response.end(fs.readFileSync(file));
    }
  });
  return new Promise((up) => server.listen(0, '127.0.0.1', () =>
    up({ base: `http://127.0.0.1:${server.address().port}`, close: () => server.close() })));
}

const ours = (...words) => new Promise((end) =>
  spawn(client, words, { stdio: ['ignore', 'inherit', 'inherit'] }).on('exit', end));

function expect(what, found, expected) {
  if (what) console.log(`${found === expected ? 'ok  ' : 'FAIL'} ${what}`);
  if (found !== expected) {
    console.log(`     expected ${expected}, found ${found}`);
    process.exit(1);
  }
}

async function theirsToOurs() {
  const signed = repository();
  signed.root();
  signed.rest('one');
  const server = await serve(signed.folder);
  const trusted = path.join(work, 'ours');
  const out = path.join(work, 'out');
  fs.mkdirSync(out);
  const where = ['--metadata-dir', trusted, '--metadata-url', `${server.base}/metadata/`];
  const fetch = (...names) => ours(...where, ...names.flatMap((n) => ['--target-name', n]),
    '--target-base-url', `${server.base}/targets/`, '--target-dir', out, 'download');
  expect('init', await ours('--metadata-dir', trusted, 'init',
    path.join(signed.metadata, '1.root.json')), 0);
  expect('refresh: ed25519, ecdsa, rsa-pss, threshold of two', await ours(...where, 'refresh'), 0);
  expect('download, one of them delegated', await fetch('plain.txt', 'ch/town/a.txt'), 0);
  expect('what was downloaded', fs.readFileSync(path.join(out, 'ch%2Ftown%2Fa.txt'), 'utf8'), 'one');
  expect('a name that nobody signed', await fetch('ch/town/b.txt'), 1);
  const timestamp = path.join(signed.metadata, 'timestamp.json');
  const before = signed.keys.root;
  signed.keys.root = [key('ecdsa'), key('ed25519')];
  signed.keys.timestamp = [key('rsa')];
  signed.root(before);
  signed.rest('two');
  expect('refresh after both root keys and the timestamp key', await ours(...where, 'refresh'), 0);
  expect('download of the change', await fetch('ch/town/a.txt'), 0);
  expect('what was downloaded', fs.readFileSync(path.join(out, 'ch%2Ftown%2Fa.txt'), 'utf8'), 'two');
  const old = fs.readFileSync(timestamp);
  signed.rest('three');
  expect('refresh to the third', await ours(...where, 'refresh'), 0);
  const third = fs.readFileSync(timestamp);
  fs.writeFileSync(timestamp, old);
  expect('the second again', await ours(...where, 'refresh'), 1);
  fs.writeFileSync(timestamp, third);
  const began = Date.now();
  for (let i = 0; i < RUNS; i++) expect('', await ours(...where, 'refresh'), 0);
  console.log(`     ${RUNS} runs of a refresh took ${(Date.now() - began) / RUNS} ms each`);
  server.close();
}

async function oursToTheirs() {
  const server = await serve(site);
  const metadataDir = path.join(work, 'theirs');
  const targetDir = path.join(work, 'theirs-targets');
  fs.mkdirSync(metadataDir);
  fs.mkdirSync(targetDir);
  fs.copyFileSync(path.join(site, 'metadata/1.root.json'), path.join(metadataDir, 'root.json'));
  const updater = new Updater({ metadataDir, targetDir,
    metadataBaseUrl: `${server.base}/metadata`, targetBaseUrl: `${server.base}/targets` });
  await updater.refresh();
  expect('tuf-js takes what the desk has signed', true, true);
  const names = fs.readdirSync(path.join(site, 'metadata'));
  let files = 0;
  for (const name of names.filter((n) => /targets|town-/.test(n))) {
    const { signed } = JSON.parse(fs.readFileSync(path.join(site, 'metadata', name), 'utf8'));
    for (const target of Object.keys(signed.targets)) {
      const info = await updater.getTargetInfo(target);
      if (!info) continue;
      await updater.downloadTarget(info, path.join(targetDir, `${files++}`));
    }
  }
  expect(`tuf-js downloads its ${files} segments`, files > 0, true);
  server.close();
}

await theirsToOurs();
if (site) await oursToTheirs();
fs.rmSync(work, { recursive: true });
