import { findSecrets } from "@/lib/secrets/find-secrets";
import type { SecretFinding } from "@/lib/secrets/types";
import { readExamples, type Example } from "./labelled-examples";

const PARTS = ["tuning", "held-out"] as const;
/** A full stop at the end may belong to the password or to the sentence. */
const isSame = (found: SecretFinding, secret: SecretFinding) => found.start === secret.start && Math.abs(found.end - secret.end) <= 1;

function measure(examples: Example[]) {
  const withSecrets = examples.filter(({ secrets }) => secrets.length > 0);
  const ordinary = examples.filter(({ secrets }) => secrets.length === 0);
  const pairs = withSecrets.flatMap(({ text, secrets }) => secrets.map((secret) => findSecrets(text).find((found) => isSame(found, secret))?.kind === undefined ? null : secret));
  const alarms = ordinary.filter(({ text }) => findSecrets(text).length > 0).map(({ id }) => id);
  const stray = withSecrets.flatMap(({ id, text, secrets }) => findSecrets(text).filter((found) => !secrets.some((secret) => found.start < secret.end && secret.start < found.end)).map(() => id));
  return { secrets: pairs.length, recall: pairs.filter(Boolean).length / pairs.length, messages: withSecrets.length, ordinary: ordinary.length, alarms, stray };
}

const measured = Object.fromEntries(PARTS.map((part) => [part, measure(readExamples(part))])) as Record<(typeof PARTS)[number], ReturnType<typeof measure>>;

afterAll(() => {
  for (const [part, { secrets, recall, messages, ordinary, alarms, stray }] of Object.entries(measured)) {
    process.stdout.write(`secrets, ${part}: recall ${recall.toFixed(3)} of ${secrets} in ${messages} messages; ${alarms.length} false alarms in ${ordinary} ordinary ones; ${stray.length} stray\n`);
  }
});

describe("the labelled examples", () => {
  it("are enough, and a third of them held out", () => {
    const total = (key: "messages" | "ordinary") => measured.tuning[key] + measured["held-out"][key];
    expect(total("messages")).toBeGreaterThanOrEqual(200);
    expect(total("ordinary")).toBeGreaterThanOrEqual(100);
    expect((measured["held-out"].messages + measured["held-out"].ordinary) / (total("messages") + total("ordinary"))).toBeGreaterThan(0.32);
    const texts = PARTS.flatMap((part) => readExamples(part).map(({ text }) => text));
    expect(new Set(texts).size).toBe(texts.length);
  });

  it.each(PARTS)("%s: nine of ten secrets are found, where they begin and end", (part) => {
    expect(measured[part].recall).toBeGreaterThanOrEqual(0.9);
  });

  it.each(PARTS)("%s: at most two of a hundred ordinary messages are taken for secrets", (part) => {
    expect(measured[part].alarms.length / measured[part].ordinary).toBeLessThanOrEqual(0.02);
    expect(measured[part].stray.length / measured[part].messages).toBeLessThanOrEqual(0.02);
  });
});

describe("what is found", () => {
  const found = (text: string) => findSecrets(text).map(({ kind, start, end }) => `${kind} ${text.slice(start, end)}`);

  it("says what it is", () => {
    expect(found("La contraseña es Ventas2024!")).toEqual(["password Ventas2024!"]);
    expect(found("cPanel: acmeher / Mx8!ruta66")).toEqual(["panel_credentials Mx8!ruta66"]);
    expect(found("DB_PASSWORD=k7.Lima")).toEqual(["env_line k7.Lima"]);
    expect(found("mysql://acme:clave9@db.acme.example/tienda, gracias")).toEqual(["connection_string mysql://acme:clave9@db.acme.example/tienda"]);
    expect(found("tarjeta 4111 1111 1111 1111")).toEqual(["card 4111 1111 1111 1111"]);
    expect(found("usuario,contraseña\nana,Luna.77\nbruno,Sol.88")).toEqual(["password Luna.77", "password Sol.88"]);
  });

  it("is no card number when Luhn's digit or the issuer is wrong, nor a CLABE, which anybody may know", () => {
    expect(found("tarjeta 4111 1111 1111 1112")).toEqual([]);
    expect(found("tarjeta 9111 1111 1111 1119")).toEqual([]);
    expect(found("CLABE 012180001234567897")).toEqual([]);
  });

  it("is in its order, and nothing overlaps", () => {
    const text = "DB_PASSWORD=k7.Lima\nLa contraseña es Ventas2024! y la tarjeta 4111111111111111";
    expect(found(text)).toEqual(["env_line k7.Lima", "password Ventas2024!", "card 4111111111111111"]);
  });
});
