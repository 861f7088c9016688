import { readFileSync } from "node:fs";
import { join } from "node:path";
import { isForged } from "@/lib/mail/inbound/authentication";
import { readMessage } from "@/lib/mail/inbound/read-message";
import { judge, withoutTag, type InboundDesk } from "@/lib/mail/inbound/verdict";

const DESK: InboundDesk = { address: "soporte@impulsa.example", host: "soporte.impulsa.example", trustedServer: "mx.impulsa.example" };

type Example = { verdict: string; name: string; raw: string };

const EXAMPLES = ["people", "absences", "machines"].flatMap((file) => readExamples(file));

/** Messages apart by lines "===== verdict | name"; their line ends become those of the wire. */
function readExamples(file: string): Example[] {
  const text = readFileSync(join(__dirname, `../../fixtures/inbound/${file}.txt`), "utf8");
  return text.split(/^===== /m).slice(1).map((part) => {
    const end = part.indexOf("\n");
    const [verdict = "", name = ""] = part.slice(0, end).split(" | ");
    return { verdict, name, raw: part.slice(end + 1).replaceAll("\n", "\r\n") };
  });
}

async function verdictOf(raw: string): Promise<string> {
  const facts = await readMessage(Buffer.from(raw, "utf8"));
  return facts ? judge(facts, DESK).verdict : "unreadable";
}

describe("a message that came in", () => {
  it.each(EXAMPLES)("$name: $verdict", async ({ verdict, raw }) => expect(await verdictOf(raw)).toBe(verdict));

  it("was looked at in each of the ways that there are", () => {
    expect(EXAMPLES.length).toBeGreaterThanOrEqual(80);
    expect(new Set(EXAMPLES.map(({ raw }) => raw)).size).toBe(EXAMPLES.length);
    expect([...new Set(EXAMPLES.map(({ verdict }) => verdict))].sort()).toEqual(["answer", "automatic", "bounce", "bulk", "calendar", "invalid_sender", "looped", "no_sender", "not_genuine", "not_to_us", "own_mail", "receipt", "robot", "several_senders"]);
  });

  it("says what of it decided, in one line that is no longer than it must be", async () => {
    const facts = await readMessage(Buffer.from(`From: ana@acme.example\r\nTo: soporte@impulsa.example\r\nAuto-Submitted: auto-replied${"x".repeat(500)}\r\n\r\n`));
    const { evidence } = judge(facts!, DESK);
    expect(evidence).toMatch(/^auto-submitted: auto-replied/);
    expect(evidence).toHaveLength(200);
  });

  it("is nobody's forgery to a desk that trusts no server", async () => {
    const [forged] = EXAMPLES.filter(({ verdict }) => verdict === "not_genuine");
    const facts = await readMessage(Buffer.from(forged!.raw));
    expect(judge(facts!, { ...DESK, trustedServer: null }).verdict).toBe("answer");
    expect(isForged([], "mx.impulsa.example")).toBe(false);
  });
});

it("one sender is counted once, whatever they put behind a plus", () => {
  expect([withoutTag("Ana+a+b@acme.example"), withoutTag("ana@acme.example"), withoutTag("soporte+x")]).toEqual(["ana@acme.example", "ana@acme.example", "soporte+x"]);
});
