import { mintSystem } from "@/lib/auth/mint";
import { switchRule } from "@/lib/automation/commands/govern-rule";
import { saveRule } from "@/lib/automation/commands/save-rule";
import { runRulesJob } from "@/lib/automation/jobs";
import { saveRuleSchema } from "@/lib/automation/schema";
import { RUN_RULES } from "@/lib/tickets/events";
import { diego } from "@/tests/support/cast";
import { NOON } from "@/tests/support/clock";
import { testDb } from "@/tests/support/db";
import { unwrap } from "@/tests/support/factories";

export const system = (now: Temporal.Instant) => ({ db: testDb(), actor: mintSystem(), now });
export const admin = (now = NOON) => ({ db: testDb(), actor: diego, now });

/** A rule as its form says it, switched on unless told otherwise. */
export async function ruleWith(form: Record<string, unknown>, { isOn = true, now = NOON } = {}): Promise<string> {
  const { ruleId } = unwrap(await saveRule(admin(now), saveRuleSchema.parse({ version: "0", name: "Regla", trigger: "opened", maxPerHour: "60", ...form })));
  const { version } = await testDb().automationRule.findUniqueOrThrow({ where: { id: ruleId } });
  if (isOn) unwrap(await switchRule(admin(now), { ruleId, version, to: "on" }));
  return ruleId;
}

export async function noRules(): Promise<void> {
  await testDb().automationRule.updateMany({ data: { isOn: false, removedAt: new Date(NOON.epochMilliseconds) } });
  await testDb().$executeRaw`DELETE FROM pgboss.job WHERE name = ${RUN_RULES}`;
}

/** Works off what events have asked of the rules, and what came of that, until nothing is left. */
export async function runAll(now = NOON): Promise<number> {
  for (let count = 0; ; count += 1) {
    const [job] = await testDb().$queryRaw<{ id: string; data: { eventId: string } }[]>`DELETE FROM pgboss.job WHERE id = (SELECT id FROM pgboss.job WHERE name = ${RUN_RULES} ORDER BY (data->>'eventId')::bigint LIMIT 1) RETURNING id, data`;
    if (!job) return count;
    await runRulesJob.run(system(now), runRulesJob.payload.parse(job.data));
  }
}
