import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { closeConversation } from "@/lib/chat/commands/close-conversation";
import { readMessages } from "@/lib/chat/commands/read-messages";
import { startConversation } from "@/lib/chat/commands/start-conversation";
import type { Wanted } from "@/tests/integration/chat/support/chat-process";
import { available, ctxOf, customers, emptyDesk, say, startInput, talkOf } from "@/tests/integration/chat/support/chats";
import { allDelivered, listen, startProcess, type Stream } from "@/tests/integration/realtime/support/streams";
import { ana, andres, bruno, carla, elena } from "@/tests/support/cast";
import { NOON } from "@/tests/support/clock";
import { testDatabaseUrl, testDb, useDatabase } from "@/tests/support/db";
import { testEnvironment } from "@/tests/support/environment";
import { unwrap } from "@/tests/support/factories";

useDatabase();
beforeEach(emptyDesk);

const changesOf = (stream: Stream, conversationId: string) => stream.news().flatMap((each) => (each.topic === "chat" && each.conversationId === conversationId ? [each.change] : []));

it("reaches both sides through whichever process they hang on, and nobody else", async () => {
  const [one, other] = [startProcess(), startProcess()];
  const [anaAt, andresAt, carlaAt, elenaAt] = [await listen(one.hub, ana), await listen(one.hub, andres), await listen(other.hub, carla), await listen(other.hub, elena)];
  const id = await talkOf(ana, carla);
  unwrap(await say(carla, id, "¿Desde cuándo?"));
  unwrap(await readMessages(ctxOf(ana), { conversationId: id, seq: 3 }));
  unwrap(await closeConversation(ctxOf(ana), { conversationId: id }));
  const all = [anaAt, andresAt, carlaAt, elenaAt];
  await allDelivered([{ stream: anaAt, userId: ana.userId }, { stream: andresAt, userId: andres.userId }, { stream: carlaAt, userId: carla.userId }, { stream: elenaAt, userId: elena.userId }]);
  // What she wrote, who joined, what Carla wrote, and the end; that it was read only Carla hears, who has it.
  expect(changesOf(anaAt, id).filter((change) => change === "message")).toHaveLength(4);
  expect(changesOf(carlaAt, id).filter((change) => change === "message")).toHaveLength(4);
  expect(changesOf(carlaAt, id)).toContain("read");
  expect(changesOf(anaAt, id)).toContain("read"); // her own other pages
  expect(changesOf(elenaAt, id)).not.toContain("read");
  expect(changesOf(andresAt, id)).toEqual([]);
  for (const stream of all) stream.leave();
  await one.stop();
  await other.stop();
});

it("tells everybody who waits that the queue moved, each of their own conversation alone", async () => {
  const process = startProcess();
  const [first, second] = await customers(2);
  await available(carla, { most: 1 });
  await talkOf(bruno, elena);
  await testDb().chatAvailability.updateMany({ where: { userId: { in: [elena.userId, carla.userId] } }, data: { mostAtOnce: 1 } });
  await talkOf(ana, carla);
  await testDb().chatAvailability.updateMany({ data: { mostAtOnce: 1 } });
  const ids = [];
  for (const customer of [first!, second!]) ids.push(unwrap(await startConversation(ctxOf(customer), startInput())).conversationId);
  const stream = await listen(process.hub, second!);
  unwrap(await closeConversation(ctxOf(first!), { conversationId: ids[0]! }));
  await allDelivered([{ stream, userId: second!.userId }]);
  expect(changesOf(stream, ids[1]!)).toContain("changed");
  expect(changesOf(stream, ids[0]!)).toEqual([]);
  stream.leave();
  await process.stop();
});

it("has every message of fifty conversations once, in order, after the process that took them was killed", async () => {
  const people = await customers(50);
  await available(carla, { most: 10 });
  const talks: Wanted["talks"] = [];
  for (const customer of people) {
    const { conversationId } = unwrap(await startConversation(ctxOf(customer), startInput()));
    talks.push({ customerId: customer.userId, conversationId, messages: Array.from({ length: 8 }, (_, place) => ({ id: randomUUID(), body: `Mensaje ${place}` })) });
  }
  const directory = mkdtempSync(join(tmpdir(), "mesa-chat-"));
  const file = join(directory, "wanted.json");
  writeFileSync(file, JSON.stringify({ at: NOON.toString(), talks } satisfies Wanted));
  const child = spawn(process.execPath, ["--conditions=react-server", "--import", "tsx", "tests/integration/chat/support/chat-process.ts", file], { env: { ...process.env, ...testEnvironment(testDatabaseUrl()) }, stdio: "ignore" });
  const exited = once(child, "exit");
  const written = () => testDb().conversationMessage.count({ where: { body: { startsWith: "Mensaje" } } });
  while ((await written()) < 60) await new Promise((resolve) => setTimeout(resolve, 5));
  child.kill("SIGKILL");
  expect((await exited)[1]).toBe("SIGKILL");
  const before = await written();
  expect(before).toBeLessThan(400);

  // The browsers had no answer to what was on its way: they send all that they have not seen, and some of what they have.
  for (const [place, { conversationId, messages }] of talks.entries()) for (const { id, body } of messages) unwrap(await say(people[place]!, conversationId, body, { id }));
  for (const { conversationId, messages } of talks) {
    const rows = await testDb().conversationMessage.findMany({ where: { conversationId }, orderBy: { seq: "asc" }, select: { seq: true, clientMessageId: true, body: true } });
    expect(rows.map(({ seq }) => seq)).toEqual(rows.map((_, at) => at + 1));
    expect(rows.filter(({ body }) => body.startsWith("Mensaje")).map(({ clientMessageId }) => clientMessageId)).toEqual(messages.map(({ id }) => id));
  }
  rmSync(directory, { recursive: true, force: true });
}, 120_000);
