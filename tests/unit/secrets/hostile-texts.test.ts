import fc from "fast-check";
import { findSecrets } from "@/lib/secrets/find-secrets";
import { BODY_MAX } from "@/lib/tickets/types";

const filled = (piece: string, length = BODY_MAX) => piece.repeat(Math.ceil(length / piece.length)).slice(0, length);

/** Texts made to be read again and again by an expression that looks too far. */
const PIECES = [
  "a", "1", "-", " ", "\n", "/", ":", "@", "=", ";", "eyJ", "eyJa.", "eyJaaaaaaaa.eyJaaaaaaaa.", "contraseña ", "contraseña: ", "contraseña", "clave de ", "pass", "pass:", "password=", "\"password\":",
  "-----BEGIN PRIVATE KEY-----", "-----BEGIN PRIVATE KEY-----\n", "-----BEGIN CERTIFICATE-----", "-----END", "PuTTY-User-Key-File-2:", "a://", "a://b:", "a://b:c@", "http://a:b", "jdbc:", "jdbc:a?password=",
  "server=", "server=;", "server=a;password=", ";password=a", "A_KEY=", "A_KEY=a\n", "4111 1111 1111 1111 ", "4111-", "1111", "usuario@a.example:", "a@b.c ", "cpanel / ", "cpanel\n", "ftp:a/", "mysql -u ", "mysql ",
  "| contraseña |\n", "contraseña,", ",contraseña\n,a\n", "token ", "api key: ", "sk-", "SG.", "xoxb-", "ssh-rsa AAAA", "p=", "=?utf-8?b?", "🔒", "ñ", "\u0301", "(contraseña", "\"contraseña ", "'", "es ", "contraseña es ", "nip ", "pin 1",
];

describe("the time of the rule", () => {
  it.each(PIECES)("stays bounded for 20,000 characters of %j", (piece) => {
    const text = filled(piece);
    // The best of three: the machine may be doing something else.
    const best = Math.min(...[1, 2, 3].map(() => millisecondsOf(text)));
    expect(best).toBeLessThan(1_000);
  });

  it("stays bounded for random mixtures of these", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...PIECES), { minLength: 2, maxLength: 6 }), (pieces) => {
        const text = filled(pieces.join(""));
        expect(Math.min(millisecondsOf(text), millisecondsOf(text))).toBeLessThan(1_000);
      }),
      { numRuns: 60, seed: 20261125 },
    );
  });
});

describe("any text", () => {
  it("gives findings that lie within it, in order, apart", () => {
    const texts = fc.oneof(fc.string({ unit: "binary", maxLength: 300 }), fc.array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ maxLength: 12 })), { maxLength: 20 }).map((pieces) => pieces.join("")));
    fc.assert(
      fc.property(texts, (text) => {
        let end = 0;
        for (const finding of findSecrets(text)) {
          expect(finding.start).toBeGreaterThanOrEqual(end);
          expect(finding.end).toBeGreaterThan(finding.start);
          end = finding.end;
        }
        expect(end).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: 2_000, seed: 20261125 },
    );
  });
});

function millisecondsOf(text: string): number {
  const start = performance.now();
  findSecrets(text);
  return performance.now() - start;
}
