/** What a refusal adds under a name, whatever it is; undefined when it says nothing of the kind. */
export function detailOf(details: unknown, name: string): unknown {
  return typeof details === "object" && details !== null && name in details ? Reflect.get(details, name) : undefined;
}

/** The version that somebody else made meanwhile: whoever was told of it may write over it. */
export function versionIn(details: unknown): number | null {
  const version = detailOf(details, "version");
  return typeof version === "number" ? version : null;
}
