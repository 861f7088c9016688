import { randomUUID } from "node:crypto";
import type { PersonActor } from "@/lib/auth/actor";
import { mintSystem } from "@/lib/auth/mint";
import { tidyUploads } from "@/lib/attachments/commands/tidy-uploads";
import { openTicket } from "@/lib/tickets/commands/open-ticket";
import { findKeptDraft } from "@/lib/drafts/queries";
import { listUnsentDrafts } from "@/lib/tickets/unsent-drafts";
import { forgetDraftsJob } from "@/lib/tickets/jobs";
import { toDate } from "@/lib/time/instants";
import { ana, andres } from "@/tests/support/cast";
import { NOON } from "@/tests/support/clock";
import { testDb, useDatabase } from "@/tests/support/db";
import { keepDraft, newTicket, openInput, unwrap } from "@/tests/support/factories";

useDatabase();

const at = (hours: number) => NOON.add({ hours });
const by = <A extends PersonActor>(actor: A, now = NOON) => ({ db: testDb(), actor, now });

async function upload(person: PersonActor, name = "a.log"): Promise<string> {
  const data = { id: randomUUID(), uploaderId: person.userId, backend: "disk" as const, objectKey: randomUUID(), name, mediaType: "text/plain", kind: "file" as const, size: 1, sha256: "0".repeat(64), createdAt: toDate(NOON) };
  return (await testDb().attachment.create({ data })).id;
}

const left = async (...ids: string[]) => (await testDb().attachment.findMany({ where: { id: { in: ids } }, select: { name: true } })).map(({ name }) => name).sort();

describe("a draft holds its files", () => {
  it("wherever its writer goes on, in their order; of others', of those sent and of those gone it knows nothing", async () => {
    const [one, two, others, sent] = [await upload(ana, "uno.log"), await upload(ana, "dos.log"), await upload(andres), await upload(ana)];
    await newTicket({ attachments: [sent], filesKept: [sent] });
    await keepDraft(by(ana), { slot: "new", data: { body: "Va", attachments: [two, others, sent, randomUUID(), one] } });
    const kept = await findKeptDraft(by(ana), "new");
    expect(kept?.data.attachments).toEqual([two, one]);
    expect(kept?.files?.map(({ name, downloadHref }) => [name, downloadHref])).toEqual([["dos.log", `/api/files/${two}?download=1`], ["uno.log", `/api/files/${one}?download=1`]]);
  });

  it("though nothing is written in it, and says so in the list", async () => {
    await keepDraft(by(andres), { slot: "new", data: { attachments: [await upload(andres)] } });
    expect(await listUnsentDrafts(by(andres))).toMatchObject([{ excerpt: "", fileCount: 1 }]);
  });

  it("until it is sent: then they are the message's, and the draft is gone", async () => {
    const id = await upload(andres);
    const version = await keepDraft(by(andres), { slot: "new", data: { body: "Va", attachments: [id] } });
    const { id: ticketId } = unwrap(await openTicket(by(andres), await openInput({ attachments: [id], draft: version ?? "" })));
    expect(await findKeptDraft(by(andres), "new")).toBeNull();
    expect(await testDb().attachment.findUnique({ where: { id }, select: { ticketId: true } })).toEqual({ ticketId });
  });
});

describe("the janitor", () => {
  it("leaves what a live draft of its uploader names, however old the file is, and takes what no draft names any more", async () => {
    const [held, dropped, foreign] = [await upload(ana, "held"), await upload(ana, "dropped"), await upload(ana, "foreign")];
    await keepDraft(by(ana, at(1)), { slot: "new", data: { body: "Va", attachments: [held, dropped] } });
    await keepDraft(by(ana, at(2)), { slot: "new", data: { body: "Va", attachments: [held] } });
    await keepDraft(by(andres, at(2)), { slot: "new", data: { body: "Va", attachments: [foreign] } });
    await tidyUploads({ db: testDb(), now: at(26) });
    expect(await left(held, dropped, foreign)).toEqual(["held"]);
  });

  it("takes the files of a draft once the draft is gone: ninety days after anybody wrote on it", async () => {
    const id = await upload(ana, "old");
    await keepDraft(by(ana), { slot: "new", data: { body: "Va", attachments: [id] } });
    for (const [days, files] of [[89, ["old"]], [91, []]] as const) {
      const ctx = { db: testDb(), now: at(24 * days), actor: mintSystem() };
      await forgetDraftsJob.run(ctx, {});
      await tidyUploads(ctx);
      expect(await left(id)).toEqual(files);
    }
    expect(await findKeptDraft(by(ana), "new")).toBeNull();
  });
});
