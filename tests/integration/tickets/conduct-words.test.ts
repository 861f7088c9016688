import type { CustomerActor, StaffActor } from "@/lib/auth/actor";
import { findCase } from "@/lib/conduct/case-queries";
import { decideAppeal } from "@/lib/conduct/commands/decide-appeal";
import { dismissCase } from "@/lib/conduct/commands/dismiss-case";
import { editConductSettings } from "@/lib/conduct/commands/edit-settings";
import { sendAppeal } from "@/lib/conduct/commands/send-appeal";
import { suspendPerson } from "@/lib/conduct/commands/suspend-person";
import { findOwnSuspension, findPersonConduct } from "@/lib/conduct/person-queries";
import { appealSchema, conductSettingsSchema, decideAppealSchema, dismissSchema, suspendSchema, warnSchema } from "@/lib/conduct/schema";
import { findConductSettings } from "@/lib/conduct/settings";
import { findTicketForCustomer } from "@/lib/tickets/queries";
import { warnAuthor } from "@/lib/tickets/commands/warn-author";
import { caseOf, DAY, newCustomer, newStaff, RUDE, THREAT } from "@/tests/integration/tickets/support/conduct-world";
import { diego } from "@/tests/support/cast";
import { NOON } from "@/tests/support/clock";
import { testDb, useDatabase } from "@/tests/support/db";
import { newTicket, unwrap } from "@/tests/support/factories";
import { PAYLOADS } from "@/tests/support/payloads";

useDatabase();

const by = <A extends CustomerActor | StaffActor>(actor: A) => ({ db: testDb(), actor, now: NOON });

/** As many payloads as a field takes; whole words around them, since blanks at the ends are dropped. */
const TEXTS = PAYLOADS.reduce<string[]>((texts, payload) => {
  const longer = `${texts.at(-1)}\n\n${payload}`;
  return texts.length > 0 && longer.length <= 1_500 ? [...texts.slice(0, -1), longer] : [...texts, payload];
}, []).map((text) => `Texto: ${text} Fin.`);

it("has every payload in one of the texts", () => {
  for (const payload of PAYLOADS) expect(TEXTS.some((text) => text.includes(payload))).toBe(true);
});

it.each(TEXTS.map((text, at) => [at, text] as const))("what is typed in each field is read as it was typed, and runs nowhere (%i)", async (_, text) => {
  const [author, other] = [await newCustomer(), await newStaff("admin")];
  const [first, second, third] = [await newTicket({ by: author, body: RUDE }), await newTicket({ by: author, body: `${RUDE} Otra vez.` }), await newTicket({ by: author, body: THREAT })];

  const dismissed = await caseOf(first.id);
  unwrap(await dismissCase(by(diego), dismissSchema.parse({ caseId: dismissed, note: text })));
  expect((await findCase(by(diego), dismissed))?.review?.note).toBe(text);

  const warned = await caseOf(second.id);
  unwrap(await warnAuthor(by(diego), warnSchema.parse({ caseId: warned, body: text, number: "1", note: text })));
  expect((await findCase(by(diego), warned))?.review?.note).toBe(text);
  expect((await testDb().ticketMessage.findFirstOrThrow({ where: { ticketId: second.id } })).body).toBe(text);
  const thread = (await findTicketForCustomer(by(author), second.reference))!.thread;
  const html = thread.flatMap((entry) => ("html" in entry ? [entry.html] : [])).join("");
  expect(html).not.toBe("");
  expect(html).not.toMatch(/<(script|svg|math|iframe|object|embed|form|style|base|meta|link|video|body|input|button)\b|<[^>]*\s(on\w+|style|srcdoc)=|<[^>]*(javascript|data):/i);

  const suspended = await caseOf(third.id);
  const suspension = { caseId: suspended, reason: text, from: DAY.toString(), until: DAY.add({ days: 3 }).toString(), scope: "all", isThreat: "on", justification: text };
  const { suspensionId } = unwrap(await suspendPerson(by(diego), suspendSchema.parse(suspension)));
  unwrap(await sendAppeal(by(author), appealSchema.parse({ suspensionId, body: text })));
  unwrap(await decideAppeal(by(other), decideAppealSchema.parse({ suspensionId, outcome: "upheld", until: "", answer: text })));
  expect(await findOwnSuspension(by(author))).toMatchObject({ reason: text, appeal: { body: text, decided: { answer: text } } });
  expect((await findPersonConduct(by(diego), author.userId))?.suspensions[0]).toMatchObject({ reason: text, appeal: { body: text, decided: { answer: text } } });
  expect((await findCase(by(diego), suspended))?.events.find(({ type }) => type === "conduct.suspended")?.data.justification).toBe(text);
});

it("of two who edit the settings at once one is told what the other saved, by field, and may save over it", async () => {
  const { version } = (await findConductSettings(by(diego)))!;
  const edit = (actor: StaffActor, firstWarning: string, from = version) =>
    editConductSettings(by(actor), conductSettingsSchema.parse({ version: String(from), firstWarning, secondWarning: "Segunda", periodDays: "90" }));
  const editors = [diego, await newStaff("admin")] as const;
  const both = await Promise.all([edit(editors[0], `Una ${PAYLOADS[0]}`), edit(editors[1], `Otra ${PAYLOADS[1]}`)]);
  const lost = both.findIndex(({ ok }) => !ok);
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  expect(both[lost]).toMatchObject({ code: "CONDUCT_SETTINGS_CHANGED", details: { version: String(version + 1), theirs: { firstWarning: lost === 0 ? `Otra ${PAYLOADS[1]}` : `Una ${PAYLOADS[0]}`, secondWarning: "Segunda", periodDays: "90" } } });
  unwrap(await edit(editors[lost]!, "La mía", version + 1));
  expect(await findConductSettings(by(diego))).toMatchObject({ version: version + 2, firstWarning: "La mía" });
});
