import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exportJWK, generateKeyPair, SignJWT, UnsecuredJWT, type CryptoKey, type JWTPayload } from 'jose';
import { EmbeddedIssuer, embeddedAudience, embeddedIssuer } from './embedded-issuer.js';
import { embeddedVerifier, IdentityUnavailable, oidcVerifier } from './token-verifier.js';

const claims = { tenant: 'tenant', subject: 'sub', role: 'role', client: 'client', everybodyIn: null };
const person = { userId: 'abe', tenant: 'acme', seconds: 60 };

describe('the embedded issuer', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'ledgerdesk-issuer-'));
  afterAll(() => rmSync(dataDir, { recursive: true }));

  it('gives processes that start at once one key, for the owner only', async () => {
    const [one, two] = await Promise.all([EmbeddedIssuer.open(dataDir), EmbeddedIssuer.open(dataDir)]);
    expect(one?.publicKey).toEqual(two?.publicKey);
    expect(statSync(join(dataDir, 'token-issuer.jwk')).mode & 0o777).toBe(0o600);
  });

  it('shows no private part of its key', async () => {
    const { publicKey } = await EmbeddedIssuer.open(dataDir);
    expect(Object.keys(publicKey)).not.toContain('d');
  });

  it("issues what another process's verifier accepts", async () => {
    const { token, expiresAt } = await (await EmbeddedIssuer.open(dataDir)).issue(person);
    const verifier = embeddedVerifier((await EmbeddedIssuer.open(dataDir)).publicKey);
    expect(await verifier.verify(token)).toMatchObject({
      claimed: { key: { tenant: 'acme', userId: 'abe' } },
      expiresAt,
    });
  });

  it('does not remember a token beyond its end', async () => {
    const issuer = await EmbeddedIssuer.open(dataDir);
    const verifier = embeddedVerifier(issuer.publicKey);
    const { token, expiresAt } = await issuer.issue({ ...person, seconds: 2 });
    expect(await verifier.verify(token)).not.toBeNull();
    while (Date.now() < expiresAt.getTime()) await new Promise((resolve) => setTimeout(resolve, 50));
    expect(await verifier.verify(token)).toBeNull();
  });

  it('refuses what is expired, altered, unsigned or signed by somebody else', async () => {
    const issuer = await EmbeddedIssuer.open(dataDir);
    const verifier = embeddedVerifier(issuer.publicKey);
    const { token } = await issuer.issue(person);
    const [head = '', claims = '', signature = ''] = token.split('.');
    const forged = Buffer.from(JSON.stringify({ ...JSON.parse(atob(claims)), tenant: 'globex' })).toString('base64url');
    const { privateKey } = await generateKeyPair('ES256');
    const payload = JSON.parse(atob(claims)) as JWTPayload;
    for (const bad of [
      (await issuer.issue({ ...person, seconds: -1 })).token,
      `${head}.${forged}.${signature}`,
      new UnsecuredJWT(payload).encode(),
      await new SignJWT(payload).setProtectedHeader({ alg: 'ES256' }).sign(privateKey),
      await new SignJWT(payload)
        .setProtectedHeader({ alg: 'HS256' })
        .sign(Buffer.from(JSON.stringify(issuer.publicKey))),
      'nonsense',
    ]) {
      expect(await verifier.verify(bad)).toBeNull();
    }
  });
});

describe('a production identity provider', () => {
  let provider: Server;
  let issuer: string;
  let key: CryptoKey;
  let answers = true;

  beforeAll(async () => {
    const pair = await generateKeyPair('RS256');
    key = pair.privateKey;
    const jwk = { ...(await exportJWK(pair.publicKey)), kid: 'one', alg: 'RS256' };
    provider = createServer((request, response) => {
      if (!answers) return void response.writeHead(502).end();
      const discovery = request.url === '/.well-known/openid-configuration';
      response.setHeader('Content-Type', 'application/json');
      response.end(JSON.stringify(discovery ? { issuer, jwks_uri: `${issuer}/keys` } : { keys: [jwk] }));
    });
    await new Promise<void>((resolve) => provider.listen(0, '127.0.0.1', resolve));
    issuer = `http://127.0.0.1:${(provider.address() as AddressInfo).port}`;
  });
  afterAll(() => new Promise((resolve) => provider.close(resolve)));

  interface Wanted {
    iss?: string;
    aud?: string;
    seconds?: number;
    claims?: JWTPayload;
  }
  const sign = ({ iss = issuer, aud = 'ledgerdesk', seconds = 60, claims = { tenant: 'acme' } }: Wanted = {}) =>
    new SignJWT(claims)
      .setProtectedHeader({ alg: 'RS256', kid: 'one' })
      .setIssuer(iss)
      .setAudience(aud)
      .setSubject('abe')
      .setExpirationTime(Math.floor(Date.now() / 1000) + seconds)
      .sign(key);
  const verifier = () => oidcVerifier({ issuer, audience: 'ledgerdesk', claims });

  it('is found by discovery', async () => {
    expect(await verifier().verify(await sign())).toMatchObject({
      claimed: { key: { tenant: 'acme', named: 'abe' } },
    });
  });

  it('may have a clock a few seconds off', async () => {
    expect(await verifier().verify(await sign({ seconds: -2 }))).not.toBeNull();
    expect(await verifier().verify(await sign({ seconds: -30 }))).toBeNull();
  });

  it('speaks for this audience, this issuer and one tenant only', async () => {
    for (const wrong of [
      { aud: 'other' },
      { iss: embeddedIssuer, aud: embeddedAudience },
      { claims: {} },
      { claims: { tenant: 'Acme' } },
      { claims: { tenant: ['acme'] } },
    ]) {
      expect(await verifier().verify(await sign(wrong))).toBeNull();
    }
  });

  it('reads the claims under the names it was given', async () => {
    const named = { tenant: 'https://example/org', subject: 'uid', role: 'role', client: 'client', everybodyIn: null };
    const own = oidcVerifier({ issuer, audience: 'ledgerdesk', claims: named });
    const key = { tenant: 'acme', named: 'u-1' };
    const token = await sign({ claims: { 'https://example/org': 'acme', uid: 'u-1', tenant: 'globex' } });
    expect(await own.verify(token)).toMatchObject({ claimed: { key } });
    const single = oidcVerifier({ issuer, audience: 'ledgerdesk', claims: { ...claims, everybodyIn: 'acme' } });
    expect(await single.verify(await sign({ claims: { tenant: 'globex' } }))).toMatchObject({
      claimed: { key: { tenant: 'acme', named: 'abe' } },
    });
  });

  it('is not believed before its token’s time', async () => {
    const now = Math.floor(Date.now() / 1000);
    expect(await verifier().verify(await sign({ claims: { tenant: 'acme', nbf: now + 60 } }))).toBeNull();
    expect(await verifier().verify(await sign({ claims: { tenant: 'acme', nbf: now + 2 } }))).not.toBeNull();
  });

  it('makes tokens neither good nor bad while it is away, and is asked again', async () => {
    const waiting = verifier();
    answers = false;
    await expect(waiting.verify(await sign())).rejects.toThrow(IdentityUnavailable);
    answers = true;
    expect(await waiting.verify(await sign())).not.toBeNull();
  });
});
