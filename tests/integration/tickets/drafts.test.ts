import { randomUUID } from "node:crypto";
import { mintSystem } from "@/lib/auth/mint";
import { discardDraft, saveDraft } from "@/lib/tickets/commands/drafts";
import { forgetDraftsJob } from "@/lib/tickets/jobs";
import { findDraft } from "@/lib/tickets/queries";
import { saveDraftSchema } from "@/lib/tickets/schema";
import { ana, andres, carla } from "@/tests/support/cast";
import { NOON } from "@/tests/support/clock";
import { testDb, useDatabase } from "@/tests/support/db";

useDatabase();

const hers = (now = NOON) => ({ db: testDb(), actor: ana, now });

describe("a draft", () => {
  it("is kept as typed, however incomplete, and the newest text wins", async () => {
    await saveDraft(hers(), { slot: "new", data: { subject: "Pri" } });
    await saveDraft(hers(), { slot: "new", data: { subject: "Primero", body: "  con espacios\n" } });
    expect(await findDraft(hers(), "new")).toEqual({ subject: "Primero", body: "  con espacios\n" });
  });

  it("loses what the database cannot hold, and nothing else", async () => {
    const { slot, data } = saveDraftSchema.parse({ slot: "new", data: { body: "antes\0después \uD800 🙂" } });
    await saveDraft(hers(), { slot, data });
    expect(await findDraft(hers(), "new")).toEqual({ body: "antesdespués \uFFFD 🙂" });
  });

  it("is its writer's alone", async () => {
    await saveDraft(hers(), { slot: "new", data: { body: "De Ana" } });
    expect(await findDraft({ ...hers(), actor: andres }, "new")).toBeNull();
    await discardDraft({ ...hers(), actor: andres }, { slot: "new" });
    expect(await findDraft(hers(), "new")).toEqual({ body: "De Ana" });
  });

  it("is the desk's too, one for each ticket", async () => {
    const [one, other] = [randomUUID(), randomUUID()];
    const ctx = { db: testDb(), actor: carla, now: NOON };
    await saveDraft(ctx, { slot: `note:${one}`, data: { body: "Nota" } });
    await saveDraft(ctx, { slot: `reply:${other}`, data: { body: "Respuesta", next: "pending" } });
    expect(await findDraft(ctx, `note:${one}`)).toEqual({ body: "Nota" });
    expect(await findDraft(ctx, `reply:${other}`)).toEqual({ body: "Respuesta", next: "pending" });
  });

  it("is one, when ten saves arrive at once", async () => {
    const slot = `reply:${randomUUID()}`;
    const answers = await Promise.all(Array.from({ length: 10 }, (_, index) => saveDraft(hers(), { slot, data: { body: String(index) } })));
    expect(answers.every((answer) => answer.ok)).toBe(true);
    expect(await testDb().ticketDraft.count({ where: { userId: ana.userId, slot } })).toBe(1);
  });

  it("is gone once discarded; discarding nothing is no mistake", async () => {
    await saveDraft(hers(), { slot: "new", data: { body: "x" } });
    expect(await discardDraft(hers(), { slot: "new" })).toEqual({ ok: true, data: null });
    expect(await discardDraft(hers(), { slot: "new" })).toEqual({ ok: true, data: null });
    expect(await findDraft(hers(), "new")).toBeNull();
  });

  it("is the two hundred and first of a person's no more; those that are there can still be written", async () => {
    const his = { db: testDb(), actor: andres, now: NOON };
    const slots = Array.from({ length: 200 }, () => `reply:${randomUUID()}`);
    await testDb().ticketDraft.createMany({ data: slots.map((slot) => ({ userId: andres.userId, slot, data: {}, updatedAt: new Date() })) });
    expect(await saveDraft(his, { slot: "new", data: {} })).toEqual({ ok: false, code: "TOO_MANY_DRAFTS" });
    expect(await saveDraft(his, { slot: slots[0]!, data: { body: "otra vez" } })).toEqual({ ok: true, data: null });
  });

  it("that nobody came back to is forgotten after 90 days", async () => {
    const [old, fresh] = [`reply:${randomUUID()}`, `reply:${randomUUID()}`];
    await saveDraft(hers(NOON), { slot: old, data: { body: "vieja" } });
    await saveDraft(hers(NOON.add({ hours: 24 })), { slot: fresh, data: { body: "fresca" } });
    await forgetDraftsJob.run({ db: testDb(), actor: mintSystem(), now: NOON.add({ hours: 90 * 24 + 1 }) }, {});
    expect(await findDraft(hers(), old)).toBeNull();
    expect(await findDraft(hers(), fresh)).toEqual({ body: "fresca" });
  });
});

describe("the shape of a draft refuses", () => {
  it.each<[string, unknown]>([
    ["a slot of another kind", { slot: "todo", data: {} }],
    ["a slot with a path in it", { slot: "reply:../../x", data: {} }],
    ["unknown keys", { slot: "new", data: { requesterId: ana.userId } }],
    ["a text of more than twice the longest body", { slot: "new", data: { body: "a".repeat(40_001) } }],
  ])("%s", (_what, input) => {
    expect(saveDraftSchema.safeParse(input).success).toBe(false);
  });
});
