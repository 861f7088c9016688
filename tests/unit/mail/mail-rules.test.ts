import { headerLine, readMailAddress } from "@/lib/mail/address";
import { minutesUntilRetry, outcomeOf } from "@/lib/mail/outcome";
import { readMailServer } from "@/lib/mail/server-address";

describe("an address", () => {
  it.each([
    ["ana@acme.example", "ana@acme.example"],
    ["Ana.Torres+mesa@ACME.Example", "Ana.Torres+mesa@acme.example"],
    ["ana@ñandú.example", "ana@xn--and-6ma2c.example"],
  ])("%s is read as %s", (typed, read) => expect(readMailAddress(typed)).toBe(read));

  it.each(["", "ana", "@acme.example", "ana@", "ana@localhost", "ana@acme", "ana@acme.example.", "ana@.example", "ana@1.2.3.4", "ana@[::1]", "a b@acme.example", '"a b"@acme.example', "áña@acme.example", "ana..t@acme.example", ".ana@acme.example", "ana@acme.example,eva@evil.example", "ana@acme.example\n", "ana@acme_x.example", "ana@evil.example/acme.example", "ana@u:p@acme.example", `${"a".repeat(65)}@acme.example`, `ana@${"a".repeat(64)}.example`, `ana@${"a.".repeat(130)}example`])(
    "%j is none",
    (typed) => expect(readMailAddress(typed)).toBeNull(),
  );
});

describe("a line of a header", () => {
  it("is one line, whatever was typed, and no longer than it may be", () => {
    expect(headerLine("a\r\nBcc: b\u0000\u2028c\t d")).toBe("a Bcc: b c d");
    expect(headerLine("x".repeat(300))).toHaveLength(200);
    expect(headerLine(`${"x".repeat(198)}🦤🦤`).isWellFormed()).toBe(true);
  });
});

describe("what came of a try", () => {
  it.each([
    [{ code: "EENVELOPE", responseCode: 550 }, false, "never"],
    [{ code: "EMESSAGE", responseCode: 554 }, true, "never"],
    [{ code: "EENVELOPE", responseCode: 450 }, false, "later"],
    [{ code: "EMESSAGE", responseCode: 451 }, true, "later"],
    // A wrong password is the desk's trouble: the message is as good as before.
    [{ code: "EAUTH", responseCode: 535 }, false, "later"],
    [{ code: "ETLS" }, false, "later"],
    [{ code: "ECONNECTION" }, false, "later"],
    [{ code: "ECONNECTION" }, true, "unknown"],
    [{ code: "ETIMEDOUT" }, true, "unknown"],
    [{}, true, "unknown"],
  ] as const)("%j, text handed over: %s → %s", (failure, isHandedOver, kind) => expect(outcomeOf({ message: "x", ...failure }, { isHandedOver }).kind).toBe(kind));

  it("is tried again further and further apart", () => {
    const waits = Array.from({ length: 12 }, (_, index) => minutesUntilRetry(index + 1) ?? 0);
    expect(waits).toEqual(waits.toSorted((one, other) => one - other));
    expect(minutesUntilRetry(13)).toBeNull();
  });
});

it("the address of a mail server has its port by its protocol, and its password as it was written", () => {
  expect(readMailServer("smtp://mesa:p%40ss%3A1@mail.example.com")).toEqual({ host: "mail.example.com", port: 587, isSecure: false, login: { user: "mesa", pass: "p@ss:1" } });
  expect(readMailServer("smtps://[::1]:1465")).toEqual({ host: "::1", port: 1465, isSecure: true, login: null });
});
