import { randomUUID } from "node:crypto";
import type { CustomerActor, StaffActor } from "@/lib/auth/actor";
import { dismissCase } from "@/lib/conduct/commands/dismiss-case";
import { sendAppeal } from "@/lib/conduct/commands/send-appeal";
import { suspendPerson } from "@/lib/conduct/commands/suspend-person";
import type { Db } from "@/lib/db/client";
import { DESK_TIME_ZONE } from "@/lib/i18n/format";
import { dayAt } from "@/lib/time/days";
import { markMessage } from "@/lib/tickets/commands/mark-message";
import { markTicketRead } from "@/lib/tickets/commands/mark-ticket-read";
import { openTicket } from "@/lib/tickets/commands/open-ticket";
import { staffReply } from "@/lib/tickets/commands/reply-to-ticket";
import { warnAuthor } from "@/lib/tickets/commands/warn-author";
import { COURTESY, dismissed, open, suspended, warned, type SeedMessage } from "./content/conduct";
import { loadCast, unwrap } from "./replay-tickets";

type SeedContext = { db: Db; now: Temporal.Instant };

const SUSPENDED_DAYS = 14;

/**
 * A case that waits for a decision, one that was dismissed, one that led to a warning, and a suspension whose appeal waits for the
 * administrator who did not impose it. Lived through with the product's own commands.
 */
export async function seedConduct({ db, now }: SeedContext, { products }: { products: Map<string, string> }): Promise<void> {
  const cast = await loadCast(db);
  const [carla, elena, diego] = ["carla", "elena", "diego"].map((name) => cast.staff(`${name}@impera.example`)) as [StaffActor, StaffActor, StaffActor];
  const departments = new Map((await db.department.findMany({ select: { id: true, slug: true } })).map((each) => [each.slug, each.id]));
  const ago = (hours: number) => now.subtract({ hours });
  const write = (message: SeedMessage) => writeAndSolve({ db, now: ago(message.hoursAgo) }, { message, author: cast.customer(message.by), agent: elena, products, departments });

  const appealed = cast.customer(suspended.messages[0]!.by);
  for (const [index, message] of suspended.messages.entries()) {
    const caseId = await caseOf(db, await write(message));
    const reviewed = { db, actor: diego, now: ago(message.hoursAgo - 3) };
    unwrap(await warnAuthor(reviewed, { caseId, body: COURTESY[index]!, number: index + 1, note: "" }), message.subject);
    if (index === 0) continue;
    const from = dayAt(reviewed.now, DESK_TIME_ZONE);
    const { suspensionId } = unwrap(
      await suspendPerson(reviewed, { caseId, reason: suspended.reason, from, until: from.add({ days: SUSPENDED_DAYS }), scope: "all_but_essential", isThreat: false, justification: "" }),
      suspended.reason,
    );
    unwrap(await sendAppeal({ db, actor: appealed, now: ago(message.hoursAgo - 20) }, { suspensionId, body: suspended.appeal }), suspended.appeal);
  }

  const rude = await caseOf(db, await write(warned));
  unwrap(await warnAuthor({ db, actor: carla, now: ago(warned.hoursAgo - 4) }, { caseId: rude, body: COURTESY[0]!, number: 1, note: warned.note }), warned.subject);

  const complaint = await write(dismissed);
  unwrap(await markMessage({ db, actor: elena, now: ago(dismissed.hoursAgo - 2) }, { ticketId: complaint, messageId: undefined, comment: dismissed.comment }), dismissed.subject);
  unwrap(await dismissCase({ db, actor: carla, now: ago(dismissed.hoursAgo - 5) }, { caseId: await caseOf(db, complaint), note: dismissed.note }), dismissed.subject);

  await caseOf(db, await write(open));
}

/** Solved within the hour, so that conduct is all that is left to do. */
async function writeAndSolve({ db, now }: SeedContext, { message, author, agent, products, departments }: {
  message: SeedMessage;
  author: CustomerActor;
  agent: StaffActor;
  products: Map<string, string>;
  departments: Map<string, string>;
}): Promise<string> {
  const { id } = unwrap(
    await openTicket(
      { db, actor: author, now },
      {
        departmentId: departments.get(message.department)!,
        productId: products.get(message.product)!,
        subject: message.subject,
        body: message.body,
        priority: "medium",
        service: "free",
        submissionKey: randomUUID(),
        different: [],
        answers: {},
      },
    ),
    message.subject,
  );
  const answered = now.add({ minutes: 40 });
  unwrap(await staffReply({ db, actor: agent, now: answered }, { ticketId: id, body: message.answer, submissionKey: randomUUID(), next: "solved" }), message.subject);
  await markTicketRead({ db, actor: author, now: answered.add({ minutes: 5 }) }, { ticketId: id });
  return id;
}

async function caseOf(db: Db, ticketId: string): Promise<string> {
  return (await db.conductCase.findFirstOrThrow({ where: { ticketId, messageId: null }, select: { id: true } })).id;
}
