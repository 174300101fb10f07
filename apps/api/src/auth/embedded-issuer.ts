// The embedded mode's identity provider: signs tokens of the form that the production verifier checks. Its key lives in
// DATA_DIR, so that every API process on the directory accepts the others' tokens.
import { randomUUID } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  calculateJwkThumbprint,
  exportJWK,
  generateKeyPair,
  importJWK,
  SignJWT,
  type CryptoKey,
  type JWK,
  type JWTPayload,
} from 'jose';

export const embeddedIssuer = 'urn:ledgerdesk:embedded';
export const embeddedAudience = 'ledgerdesk';
const algorithm = 'ES256';

export interface DevToken {
  readonly token: string;
  readonly expiresAt: Date;
}

export interface TokenWanted {
  readonly userId: string;
  readonly tenant: string;
  readonly seconds: number;
  readonly issuer?: string;
  readonly audience?: string;
  readonly claims?: JWTPayload;
}

export class EmbeddedIssuer {
  private constructor(
    private readonly key: CryptoKey,
    readonly publicKey: JWK,
  ) {}

  /** Takes the directory's key, or makes it; of several processes that start at once one makes it. */
  static async open(dataDir: string): Promise<EmbeddedIssuer> {
    mkdirSync(dataDir, { recursive: true });
    const file = join(dataDir, 'token-issuer.jwk');
    const stored = readJwk(file) ?? (await makeJwk(file));
    const { kty, crv, x, y, kid, alg } = stored;
    const key = await importJWK(stored, algorithm);
    if (key instanceof Uint8Array) throw new TypeError(`${file} holds no ${algorithm} key`);
    return new EmbeddedIssuer(key, { kty, crv, x, y, kid, alg, use: 'sig' });
  }

  /** An access token for this service, unless `issuer`, `audience` and more `claims` make another of it. */
  async issue({
    userId,
    tenant,
    seconds,
    issuer = embeddedIssuer,
    audience = embeddedAudience,
    claims = {},
  }: TokenWanted): Promise<DevToken> {
    const issuedAt = Math.floor(Date.now() / 1000);
    const expiresAt = issuedAt + seconds;
    const token = await new SignJWT({ ...claims, tenant })
      .setProtectedHeader({ alg: algorithm, kid: this.publicKey.kid })
      .setIssuer(issuer)
      .setAudience(audience)
      .setSubject(userId)
      .setIssuedAt(issuedAt)
      .setExpirationTime(expiresAt)
      .setJti(randomUUID())
      .sign(this.key);
    return { token, expiresAt: new Date(expiresAt * 1000) };
  }
}

function readJwk(file: string): JWK | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as JWK;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

async function makeJwk(file: string): Promise<JWK> {
  const { privateKey } = await generateKeyPair(algorithm, { extractable: true });
  const jwk = await exportJWK(privateKey);
  const complete = { ...jwk, alg: algorithm, kid: await calculateJwkThumbprint(jwk) };
  const draft = `${file}.${randomUUID()}`;
  writeFileSync(draft, JSON.stringify(complete), { mode: 0o600 });
  try {
    linkSync(draft, file); // whole or not at all, and never over another's
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(draft);
  }
  return readJwk(file) ?? complete;
}
