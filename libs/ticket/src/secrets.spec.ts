import { findSecrets } from './secrets.js';

const told = (text: string) => findSecrets(text).map(({ kind, start, end }) => [kind, text.slice(start, end)]);

const aws = ['AKIA', 'IOSFODNN7EXAMPLE'].join('');
const github = ['ghp', 'x7Kq2Lw9Zt4Rb8Nv1Mc6Pd3Sf5Gh0Jy2Ua4e'].join('_');
const jwt = ['eyJhbGciOiJIUzI1NiJ9', 'eyJzdWIiOiIxMjM0NTY3ODkwIn0', 'dozjgNryP4J3jVmNHl0w5N_XgL0n3I9PlFUP0THsR8U'].join(
  '.',
);
const pem = ['-----BEGIN RSA PRIVATE KEY-----', 'MIIEpAIBAAKCAQEA', '-----END RSA PRIVATE KEY-----'].join('\n');
const random = 'x7Kq2Lw9Zt4Rb8Nv1Mc6Pd3Sf5Gh';

it.each<[string, string, string]>([
  ['My password is Sommer2024!', 'password', 'Sommer2024!'],
  ['login abe, password: hunter2', 'password', 'hunter2'],
  ['Passwort: Geheim#1', 'password', 'Geheim#1'],
  ['{"user":"abe","password":"tr0ub4dor&3"}', 'password', 'tr0ub4dor&3'],
  ['DB_URL ok, PWD=s3cr3t-pw', 'password', 's3cr3t-pw'],
  ['Das Kennwort lautet kLmnOp7', 'password', 'kLmnOp7'],
  [`We use ${aws} for the bucket`, 'api-key', aws],
  [`git clone https://${github}@github.com/x/y`, 'api-key', github],
  [`Authorization: Bearer ${jwt}`, 'api-key', jwt],
  ['api_key = 9f8e7d6c5b4a3928', 'api-key', '9f8e7d6c5b4a3928'],
  ['client-secret: abc123def456ghi', 'api-key', 'abc123def456ghi'],
  [`the thing you asked for: ${random}`, 'api-key', random],
  [`See below\n${pem}\nThanks`, 'private-key', pem],
  ['Charge 4111 1111 1111 1111 please', 'card-number', '4111 1111 1111 1111'],
  ['card 5500005555555559 exp 12/27', 'card-number', '5500005555555559'],
  ['Amex 3782-822463-10005.', 'card-number', '3782-822463-10005'],
  ['My recovery codes:\n1a2b3-4c5d6\n', 'recovery-code', '1a2b3-4c5d6'],
  ['backup code 12345678', 'recovery-code', '12345678'],
  ['Your verification code is 482913', 'one-time-code', '482913'],
  ['the code is 123 456', 'one-time-code', '123 456'],
  ['OTP: 4829', 'one-time-code', '4829'],
  ['I typed the PIN 7391 twice', 'one-time-code', '7391'],
])('flags %j as %s [INTK-19]', (text, kind, secret) => {
  expect(told(text)).toEqual([[kind, secret]]);
});

it.each([
  'I forgot my password and the password reset does not work.',
  'Password is not accepted. Password: wrong every time, password required.',
  'The password is expired, please reset the password!',
  'password: ******** and password=<your password> or PASSWORD=${DB_PASSWORD}',
  'See ticket TICK-1001 and TICK-1002, order 4711-0815, invoice INV-2024-000123.',
  'Call me at +49 30 1234567890 or (030) 123456-78, extension 4421.',
  'Order number 4111111111111112 is late.', // fails the check digit
  'IMEI 356938035643809, IBAN DE89 3704 0044 0532 0130 00',
  'Request 6f1d2a30-7c44-4d53-8b6e-3a5c1e0f2d97 failed.',
  'Fixed in commit 9fceb02d0ae598e95dc970b74767f19372d61af8 (main).',
  'sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  'It happened on 2026-11-21 at 14:05:33.123456 UTC, build 20261121.',
  'Error code 500123, exit code 137000, status code 404, HTTP code 503.',
  'Postal code 101156, country code 0049, product code 12345678, promo code 202400.',
  'The token expired and the secret is out: the new token is ready.',
  'Token: TICK-1001; api key: please rotate; secret: none',
  'java.lang.NullPointerException at com.example.Very.LongClassNameFactory2.createInstance(Main.java:42)',
  'IMG_20240101_123456_HDR_Burst01.jpg and Screenshot_2026-11-21_at_10.04.33.png',
  'https://drive.example.com/file/d/1BxiMVs0XRA5nFMdKvBdBZjgmUUqptlbs74OgvE2upms/view',
  'Serial SN-88-2213-AA, MAC 00:1A:2B:3C:4D:5E, IP 192.168.10.1, version 12.4.1-rc.2',
  'The recovery of code took 3 hours. Recovery codes do not work for 2026-11-21.',
  'PINs and TANs are refused; my PIN is blocked since 2024.12',
  'Betrag 1234,56 EUR, Kundennummer 100200300, Zählerstand 0012345678',
])('leaves alone: %s', (text) => expect(told(text)).toEqual([]));

it('finds several, in the order of the text, none inside another', () => {
  expect(told(`pwd: Abc123xy then ${aws}. Code: 123456, password: ${github}`).map(([kind]) => kind)).toEqual([
    'password',
    'api-key',
    'one-time-code',
    'api-key',
  ]);
});

it('takes no longer than in proportion to a text that is made to be slow', () => {
  const hostile = [
    'password is ',
    'code ',
    '-----BEGIN PRIVATE KEY-----',
    'recovery code ',
    '1234 ',
    'a1B',
    '-',
    'eyJ',
    ' ',
  ];
  for (const part of hostile) {
    const time = (size: number) => {
      const text = part.repeat(Math.ceil(size / part.length)).slice(0, size);
      const began = performance.now();
      findSecrets(text);
      return performance.now() - began;
    };
    time(20_000);
    expect(time(200_000)).toBeLessThan(100 * Math.max(time(20_000), 2)); // quadratic: 100 times and more
  }
});
