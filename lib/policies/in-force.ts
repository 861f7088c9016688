type Dated = { effectiveOn: string };

/** The version of which the day has come and that none follows yet; null before the first. */
export function versionInForce<V extends Dated>(versions: readonly V[], day: string): V | null {
  return versions.reduce<V | null>((found, each) => (each.effectiveOn <= day && (found === null || each.effectiveOn > found.effectiveOn) ? each : found), null);
}

/**
 * Whether whoever accepted `accepted` (version ids) has accepted what is in force on `day`. Of the versions up to that day, the first one and
 * each material one ask anew; whatever was accepted since the last of these counts for those after it.
 */
export function isAccepted(versions: readonly (Dated & { id: string; isMaterial: boolean })[], { accepted, day }: { accepted: ReadonlySet<string>; day: string }): boolean {
  const known = versions.filter(({ effectiveOn }) => effectiveOn <= day).sort((one, other) => (one.effectiveOn < other.effectiveOn ? -1 : 1));
  const asking = Math.max(0, known.findLastIndex(({ isMaterial }) => isMaterial));
  return known.length === 0 || known.slice(asking).some(({ id }) => accepted.has(id));
}

/** With the last day of each and whether it is over, holds or is coming; newest first. */
export function inTheirOrder<V extends Dated>(versions: readonly V[], day: string): (V & { until: string | null; state: "past" | "in-force" | "announced" })[] {
  const current = versionInForce(versions, day);
  const sorted = [...versions].sort((one, other) => (one.effectiveOn < other.effectiveOn ? 1 : -1));
  return sorted.map((each, at) => {
    const next = sorted[at - 1];
    const until = next ? Temporal.PlainDate.from(next.effectiveOn).subtract({ days: 1 }).toString() : null;
    return { ...each, until, state: each === current ? "in-force" : each.effectiveOn > day ? "announced" : "past" };
  });
}
