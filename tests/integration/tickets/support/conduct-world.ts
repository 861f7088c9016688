import { randomUUID } from "node:crypto";
import type { CustomerActor, StaffActor } from "@/lib/auth/actor";
import { mintPerson } from "@/lib/auth/mint";
import { sendAppeal } from "@/lib/conduct/commands/send-appeal";
import { suspendPerson } from "@/lib/conduct/commands/suspend-person";
import { reportMessage } from "@/lib/tickets/commands/mark-message";
import { staffReply } from "@/lib/tickets/commands/reply-to-ticket";
import { acceptedEverything, ORGANIZATIONS } from "@/tests/support/cast";
import { NOON } from "@/tests/support/clock";
import { testDb } from "@/tests/support/db";
import { newTicket, unwrap } from "@/tests/support/factories";

export const DAY = Temporal.PlainDate.from("2026-11-18");
export const RUDE = "Ya me hartaron, son unos pendejos inútiles.";
export const THREAT = "Si no lo arreglan los voy a matar.";

/** A new member of Acme who has accepted what is asked: what counts of one person does not count for another test. */
export async function newCustomer(): Promise<CustomerActor> {
  const row = await newRow("customer", ORGANIZATIONS.acme.id);
  await acceptedEverything(testDb(), row.id);
  return mintPerson(row) as CustomerActor;
}

export async function newStaff(role: "agent" | "admin"): Promise<StaffActor> {
  return mintPerson(await newRow(role, null)) as StaffActor;
}

async function newRow(role: "customer" | "agent" | "admin", organizationId: string | null) {
  const id = randomUUID();
  const row = { id, email: `${id}@acme.example`, name: `Persona ${id.slice(0, 4)}`, role, organizationId, organizationRole: organizationId ? ("member" as const) : null };
  await testDb().user.create({ data: row });
  return row;
}

export async function caseOf(ticketId: string, messageId: string | null = null): Promise<string> {
  return (await testDb().conductCase.findFirstOrThrow({ where: { ticketId, messageId }, select: { id: true } })).id;
}

export type ConductWorld = Awaited<ReturnType<typeof conductWorld>>;

/** One rude ticket with an open case and an answer of an agent's that its author reported; another that led to a suspension, appealed. */
export async function conductWorld(key: string) {
  const [author, imposer, agent] = [await newCustomer(), await newStaff("admin"), await newStaff("agent")];
  const { id: ticketId } = await newTicket({ by: author, body: `${RUDE} ${key}` });
  const replied = unwrap(await staffReply({ db: testDb(), actor: agent, now: NOON }, { ticketId, body: "Lo revisamos", submissionKey: randomUUID(), attachments: [], next: "open" }));
  const { id: threatId } = await newTicket({ by: author, body: `${THREAT} ${key}` });
  unwrap(await reportMessage({ db: testDb(), actor: author, now: NOON }, { ticketId, messageId: replied.messageId, comment: "Tardó mucho" }));
  const suspendedCaseId = await caseOf(threatId);
  const { suspensionId } = unwrap(await suspendPerson({ db: testDb(), actor: imposer, now: NOON }, { caseId: suspendedCaseId, reason: "Amenazó", from: DAY, until: DAY.add({ days: 6 }), scope: "all_but_essential", isThreat: true, justification: "Amenaza de muerte" }));
  unwrap(await sendAppeal({ db: testDb(), actor: author, now: NOON }, { suspensionId, body: "Me disculpo" }));
  return { author, imposer, agent, ticketId, caseId: await caseOf(ticketId), deskMessageId: replied.messageId, suspendedCaseId, suspensionId };
}
