import { z } from "zod";
import { zoneNamed } from "@/lib/sla/zone";
import { readFixture } from "./support/reference-cases";

const transition = z.object({ utc: z.string(), offsetBefore: z.string(), offsetAfter: z.string() });
const { zones } = z.object({ zones: z.record(z.string(), z.object({ transitions: z.array(transition) })) }).parse(readFixture("tz-facts.json"));

it("knows every clock change of the Mexican zones, New York and Madrid from 2015 to 2030", () => {
  const facts = Object.entries(zones).flatMap(([name, { transitions }]) => transitions.map((fact) => ({ name, ...fact })));
  const read = facts.map(({ name, utc }) => {
    const at = Date.parse(utc);
    return { name, utc, offsetBefore: written(zoneNamed(name).offsetAt(at - 1)), offsetAfter: written(zoneNamed(name).offsetAt(at)) };
  });

  expect(Object.keys(zones)).toHaveLength(14);
  expect(facts.length).toBeGreaterThan(200);
  expect(read).toEqual(facts.map(({ name, utc, offsetBefore, offsetAfter }) => ({ name, utc, offsetBefore, offsetAfter })));
});

function written(offset: number): string {
  const minutes = Math.abs(offset) / 60_000;
  return `${offset < 0 ? "-" : "+"}${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
}
