import { rmSync } from "node:fs";

type Kept = { mesaTestDatabase?: { stop: () => Promise<void>; directory: string } };

export default async function stopDatabase(): Promise<void> {
  const kept = (globalThis as typeof globalThis & Kept).mesaTestDatabase;
  if (!kept) return;
  await kept.stop();
  rmSync(kept.directory, { recursive: true, force: true });
}
