import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { PolicyText } from "@/app/(public)/_components/policy-text";
import { versionHash } from "@/lib/policies/version-hash";
import { calendarDefinitionSchema } from "@/lib/sla/schema";
import { getSlaAt, getSlaInForce, type SlaInForce } from "@/lib/sla/queries";
import { toDate, toInstant } from "@/lib/time/instants";
import { ana } from "@/tests/support/cast";
import { NOON } from "@/tests/support/clock";
import { testDb, useDatabase } from "@/tests/support/db";
import { newTicket } from "@/tests/support/factories";

useDatabase();

const HOUR = 60;
const CHANGED = NOON.add({ hours: 24 * 60 });

/** What a reader sees of the computed blocks, without markup. */
function textOf(sla: SlaInForce): string {
  return renderToStaticMarkup(createElement(PolicyText, { body: "{{calendar}}\n\n{{targets}}", sla, now: NOON })).replace(/<[^>]+>/g, " ").replace(/\s+/g, " ");
}

it("the page says what the engine counts by, and earlier days what it counted by then", async () => {
  const db = testDb();
  const first = await db.calendarVersion.findFirstOrThrow();
  const definition = calendarDefinitionSchema.parse(first.definition);
  const before = textOf(await getSlaInForce({ db }));
  expect(before).toContain("72 horas hábiles");
  expect(before).toMatch(/Lunes a viernes/i);

  const weekly = { ...definition.weekly, wed: [["10:00", "12:00"]], sat: [["10:00", "14:00"]] };
  await db.calendarVersion.create({ data: { version: 2, definition: { ...definition, weekly } as never, createdAt: toDate(CHANGED) } });
  await db.slaPolicyVersion.create({ data: { version: 2, clock: "business_hours", lowResponseMinutes: 5 * HOUR, mediumResponseMinutes: 3 * HOUR, highResponseMinutes: HOUR, createdAt: toDate(CHANGED) } });

  const after = textOf(await getSlaInForce({ db }));
  expect(after).toContain("5 horas hábiles");
  expect(after).not.toContain("72 horas hábiles");
  expect(after).toMatch(/sábado/i);
  expect(after).toContain("14:00");
  // Wednesday noon, three hours: the desk is closed at noon now, and opens on Thursday at nine.
  const { id } = await newTicket({ by: ana, priority: "medium", at: NOON });
  const target = await db.ticketSlaTarget.findFirstOrThrow({ where: { ticketId: id, kind: "first_response" } });
  expect(toInstant(target.dueAt!).toString()).toBe("2026-11-19T18:00:00Z");

  expect(textOf(await getSlaAt({ db }, CHANGED.subtract({ milliseconds: 1 })))).toBe(before);
  expect(textOf(await getSlaAt({ db }, CHANGED))).toBe(after);
  expect(textOf(await getSlaAt({ db }, NOON.subtract({ hours: 24 * 365 })))).toBe(before);
});

it("the first versions were hashed in the database as the product does it", async () => {
  const text = { title: "Horario", summary: "Días y horas.", body: "Línea uno\r\nlínea dos ñ 🔒" };
  const [row] = await testDb().$queryRaw<{ hash: string }[]>`SELECT encode(sha256(convert_to(${text.title}::text || E'\n' || ${text.summary}::text || E'\n' || ${text.body}::text, 'UTF8')), 'hex') AS hash`;
  expect(row?.hash).toBe(versionHash(text));
});
