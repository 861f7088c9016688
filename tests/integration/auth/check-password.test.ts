import { checkPassword } from "@/lib/auth/check-password";
import { hashPassword } from "@/lib/auth/passwords";
import { ana, bruno, sergio } from "@/tests/support/cast";
import { testDb, useDatabase } from "@/tests/support/db";

useDatabase();

const RIGHT = "la contraseña de Ana 1";
const WRONG = { ok: false, code: "WRONG_CREDENTIALS" };
const BLOCKED = { ok: false, code: "TOO_MANY_TRIES" };

beforeAll(async () => {
  const passwordHash = await hashPassword(RIGHT);
  await testDb().user.updateMany({ where: { id: { in: [ana.userId, sergio.userId] } }, data: { passwordHash } });
});

/** Each test comes from a network address of its own, so that none counts the tries of another. */
let tests = 0;
beforeEach(() => {
  tests += 1;
});
const here = () => `10.0.0.${tests}`;

function attempt(password: string, { email = ana.email, address = here() } = {}) {
  return checkPassword({ db: testDb(), email, password, address });
}

async function attempts(count: number, password: string, from?: Parameters<typeof attempt>[1]) {
  for (let i = 0; i < count; i += 1) await attempt(password, from);
}

describe("a password", () => {
  it("is kept as argon2id, with a salt of its own each time", async () => {
    const [one, other] = [await hashPassword(RIGHT), await hashPassword(RIGHT)];
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(one).not.toBe(other);
  });

  it("lets in who has it, with the session version that the session will carry", async () => {
    expect(await attempt(RIGHT)).toEqual({ ok: true, data: { id: ana.userId, name: "Ana Torres", email: "ana@acme.example", sessionVersion: 1 } });
  });

  it("does not mind the case of the e-mail or spaces around it", async () => {
    expect(await attempt(RIGHT, { email: "  Ana@ACME.example " })).toMatchObject({ ok: true });
  });

  it("minds every character of itself", async () => {
    for (const near of [RIGHT.toUpperCase(), `${RIGHT} `, RIGHT.slice(0, -1)]) expect(await attempt(near)).toEqual(WRONG);
  });

  it("that was never set lets nobody in", async () => {
    for (const guess of ["", "null", "undefined"]) expect(await attempt(guess, { email: bruno.email })).toEqual(WRONG);
  });
});

describe("whether an address exists", () => {
  it("cannot be told from the answer", async () => {
    expect(await attempt("mal", { email: "nadie@acme.example" })).toEqual(await attempt("mal"));
    expect(await attempt("mal", { email: "" })).toEqual(WRONG);
    expect(await attempt("mal", { email: `${"a".repeat(300)}@acme.example` })).toEqual(WRONG);
  });

  it("cannot be told from when it is blocked", async () => {
    const codes = async (email: string) => {
      const seen: string[] = [];
      for (let i = 0; i < 7; i += 1) {
        const answer = await attempt("mal", { email });
        seen.push(answer.ok ? "ok" : answer.code);
      }
      return seen;
    };
    expect(await codes("nadie@acme.example")).toEqual(await codes(ana.email));
  });

  it("cannot be told from the time that it takes", async () => {
    await attempt("mal", { email: "primera@acme.example" }); // makes the decoy
    const [known, unknown] = await quickest([
      (address) => attempt("mal", { address }),
      (address) => attempt("mal", { email: "nadie@acme.example", address }),
    ]);
    // Without the slow check an unknown address would answer some twenty times faster.
    expect(unknown! / known!).toBeGreaterThan(0.4);
  });
});

describe("five wrong tries", () => {
  it("block the pair of e-mail and network address, also for the right password", async () => {
    await attempts(4, "mal");
    expect(await attempt("mal")).toEqual(WRONG);
    expect(await attempt("mal")).toEqual(BLOCKED);
    expect(await attempt(RIGHT)).toEqual(BLOCKED);
  });

  it("do not block the person from elsewhere, nor others from here", async () => {
    await attempts(6, "mal");
    expect(await attempt(RIGHT, { address: "192.168.7.7" })).toMatchObject({ ok: true });
    expect(await attempt("mal", { email: bruno.email })).toEqual(WRONG);
  });

  it("are counted anew after the right password", async () => {
    await attempts(4, "mal");
    expect(await attempt(RIGHT)).toMatchObject({ ok: true });
    await attempts(4, "mal");
    expect(await attempt(RIGHT)).toMatchObject({ ok: true });
  });

  it("are five, however many arrive at once", async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => attempt("mal")));
    const codes = answers.map((answer) => (answer.ok ? "ok" : answer.code));
    expect(codes.filter((code) => code === "WRONG_CREDENTIALS")).toHaveLength(5);
    expect(codes.filter((code) => code === "TOO_MANY_TRIES")).toHaveLength(15);
  });

  it("are counted for one e-mail however it is written", async () => {
    for (const email of ["ANA@acme.example", " ana@acme.example", "Ana@Acme.example", "ana@acme.EXAMPLE", "ana@acme.example "]) await attempt("mal", { email });
    expect(await attempt(RIGHT)).toEqual(BLOCKED);
  });
});

describe("one network address", () => {
  it("may try a hundred times in a quarter of an hour, over all e-mails", async () => {
    await Promise.all(Array.from({ length: 100 }, (_, i) => attempt("mal", { email: `persona${i}@acme.example` })));
    expect(await attempt(RIGHT)).toEqual(BLOCKED);
  }, 60_000);
});

describe("a suspended person", () => {
  it("learns of it with the right password alone", async () => {
    expect(await attempt("mal", { email: sergio.email })).toEqual(WRONG);
    expect(await attempt(RIGHT, { email: sergio.email })).toEqual({ ok: false, code: "SUSPENDED" });
  });
});

describe("what a database cannot hold", () => {
  it.each([
    ["NUL in the e-mail", "ana\0@acme.example", RIGHT],
    ["a lone surrogate in the e-mail", "ana\uD800@acme.example", RIGHT],
    ["NUL in the password", "ana@acme.example", `${RIGHT}\0`],
    ["a password of a megabyte", "ana@acme.example", "a".repeat(1_000_000)],
  ])("is a wrong credential, not an error: %s", async (_what, email, password) => {
    expect(await attempt(password, { email })).toEqual(WRONG);
  });
});

/** The least time of each, taken in turns: what the machine does besides slows both alike. */
async function quickest(runs: ((address: string) => Promise<unknown>)[]): Promise<number[]> {
  const best = runs.map(() => Infinity);
  for (let i = 0; i < 9; i += 1) {
    for (const [which, run] of runs.entries()) {
      const start = performance.now();
      await run(`172.16.${tests}.${i}`);
      best[which] = Math.min(best[which]!, performance.now() - start);
    }
  }
  return best;
}
