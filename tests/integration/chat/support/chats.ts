import { randomUUID } from "node:crypto";
import type { CustomerActor, PersonActor, StaffActor } from "@/lib/auth/actor";
import { sendMessage } from "@/lib/chat/commands/send-message";
import { setAvailability } from "@/lib/chat/commands/set-availability";
import { startConversation } from "@/lib/chat/commands/start-conversation";
import type { StartInput } from "@/lib/chat/schema";
import { acceptedEverything, ORGANIZATIONS, ana, carla } from "@/tests/support/cast";
import { NOON } from "@/tests/support/clock";
import { testDb } from "@/tests/support/db";
import { unwrap } from "@/tests/support/factories";
import { mintPerson } from "@/lib/auth/mint";

export const ctxOf = <A extends PersonActor>(actor: A, now = NOON) => ({ db: testDb(), actor, now });

export function startInput(changes: Partial<StartInput> = {}): StartInput {
  return { body: "No puedo enviar correos", departmentId: undefined, startKey: randomUUID(), ...changes };
}

export async function available(agent: StaffActor, { most = 3, now = NOON }: { most?: number; now?: Temporal.Instant } = {}): Promise<void> {
  unwrap(await setAvailability(ctxOf(agent, now), { isAvailable: true, mostAtOnce: most }));
}

/** Nobody is there and nobody talks: what earlier tests left is over. */
export async function emptyDesk(): Promise<void> {
  await testDb().chatAvailability.deleteMany();
  await testDb().$executeRaw`UPDATE conversation SET state = 'closed', closed_at = '2020-01-01', closed_why = 'silence', started_at = '2020-01-01' WHERE state <> 'closed'`;
  await testDb().$executeRaw`UPDATE conversation SET started_at = '2020-01-01', closed_at = '2020-01-01'`;
}

/** Somebody talks with an agent. */
export async function talkOf(customer: CustomerActor = ana, agent: StaffActor = carla, now = NOON): Promise<string> {
  await available(agent, { now });
  return unwrap(await startConversation(ctxOf(customer, now), startInput())).conversationId;
}

export function say(actor: PersonActor, conversationId: string, body: string, { id = randomUUID(), now = NOON }: { id?: string; now?: Temporal.Instant } = {}) {
  return sendMessage(ctxOf(actor, now), { conversationId, clientMessageId: id, body, attachments: undefined });
}

export function conversation(id: string) {
  return testDb().conversation.findUniqueOrThrow({ where: { id } });
}

export function textsOf(conversationId: string) {
  return testDb().conversationMessage.findMany({ where: { conversationId, kind: "text" }, orderBy: { seq: "asc" } });
}

/** More customers than the cast has, each of whom may talk once at a time. */
export async function customers(count: number): Promise<CustomerActor[]> {
  const made = Array.from({ length: count }, (_, at) => ({ id: randomUUID(), name: `Cliente ${at}`, role: "customer" as const, organizationId: ORGANIZATIONS.acme.id, organizationRole: "member" as const }));
  await testDb().user.createMany({ data: made.map((row) => ({ ...row, email: `${row.id}@acme.example` })) });
  for (const { id } of made) await acceptedEverything(testDb(), id);
  return made.map((row) => mintPerson({ ...row, email: `${row.id}@acme.example` }) as CustomerActor);
}
