import { createHash } from "node:crypto";
import { cpus, loadavg } from "node:os";
import { mintPerson } from "@/lib/auth/mint";
import type { StaffActor } from "@/lib/auth/actor";
import { applyProductImport } from "@/lib/customers/imports/apply";
import { lookAtProducts } from "@/lib/customers/imports/look";
import { exportProducts, findProductImport } from "@/lib/customers/imports/queries";
import { createDb } from "@/lib/db/client";
import { env } from "@/lib/env";

const ORGANIZATIONS = 500;
const GOAL_SECONDS = 10;
const GOAL_MEGABYTES = 300;
const MEGABYTE = 1_048_576;

async function main(): Promise<void> {
  const lines = Number(process.argv[2]);
  const db = createDb({ url: env().DATABASE_URL, poolSize: 4 });
  const verdicts: string[] = [];
  try {
    console.log(`Import: ${lines.toLocaleString("en")} products of ${ORGANIZATIONS} organizations, in Windows-1252 with semicolons. ${machine()}`);
    await db.organization.createMany({ data: Array.from({ length: ORGANIZATIONS }, (_, at) => ({ slug: `org-${at}`, name: `Organización ${at}` })) });
    const user = await db.user.create({ data: { email: "bench@desk.example", name: "Bench", role: "admin" }, select: { id: true } });
    const actor = mintPerson({ id: user.id, email: "bench@desk.example", name: "Bench", role: "admin", organizationId: null, organizationRole: null }) as StaffActor;
    const ctx = () => ({ db, actor, now: Temporal.Now.instant() });
    const first = tableOf(lines, 15);
    console.log(`  ${(first.byteLength / MEGABYTE).toFixed(1)} MB`);
    await lookAt(ctx(), tableOf(100, 15)); // code and connections are loaded
    const importId = await timed("dry run, all new", () => lookAt(ctx(), first));
    await timed("apply", () => applyLook(ctx(), importId));
    await timed("dry run of the same, all the same", () => lookAt(ctx(), first));
    const changed = await timed("dry run, all changed", () => lookAt(ctx(), tableOf(lines, 30)));
    await timed("apply", () => applyLook(ctx(), changed));
    await timed("export", async () => {
      const pieces = exportProducts(ctx(), {});
      if (!pieces.ok) throw new Error(pieces.code);
      let length = 0;
      for await (const piece of pieces.data) length += piece.length;
      if (length < lines * 50) throw new Error("The export is not whole.");
    });
    if ((await db.product.count({ where: { graceDays: 30 } })) !== lines) throw new Error("Not everything was applied.");
    console.log(`\n${verdicts.join("\n")}`);
  } finally {
    await db.$disconnect();
  }

  async function timed<T>(name: string, run: () => Promise<T>): Promise<T> {
    globalThis.gc?.();
    const idle = process.memoryUsage().rss;
    let most = idle;
    const watch = setInterval(() => (most = Math.max(most, process.memoryUsage().rss)), 20);
    const began = performance.now();
    const answer = await run();
    const seconds = (performance.now() - began) / 1000;
    clearInterval(watch);
    const above = (most - idle) / MEGABYTE;
    console.log(`  ${name}: ${seconds.toFixed(1)} s, ${above.toFixed(0)} MB above before`);
    verdicts.push(`${name}: ${seconds < GOAL_SECONDS ? "under" : "NOT under"} ${GOAL_SECONDS} s, ${above < GOAL_MEGABYTES ? "under" : "NOT under"} ${GOAL_MEGABYTES} MB.`);
    return answer;
  }
}

type Ctx = { db: ReturnType<typeof createDb>; actor: StaffActor; now: Temporal.Instant };

async function lookAt(ctx: Ctx, bytes: Uint8Array): Promise<string> {
  const file = new Blob([Uint8Array.from(bytes)]);
  const looked = await lookAtProducts(ctx, { name: "bench.csv", sha256: createHash("sha256").update(bytes).digest("hex"), open: () => file.stream() });
  if (!looked.ok) throw new Error(looked.code);
  const view = await findProductImport(ctx, looked.data.importId);
  if (!view || view.counts.error > 0) throw new Error(`The table has errors: ${JSON.stringify(view?.counts)}`);
  return looked.data.importId;
}

async function applyLook(ctx: Ctx, importId: string): Promise<void> {
  const view = await findProductImport(ctx, importId);
  const applied = await applyProductImport(ctx, { importId, look: view?.look ?? "" });
  if (!applied.ok) throw new Error(applied.code);
}

function tableOf(lines: number, graceDays: number): Uint8Array {
  const rows = Array.from({ length: lines }, (_, at) => `org-${at % ORGANIZATIONS};${at % 2 ? "correo electr\u00f3nico" : "hosting"};dise\u00f1o-${at}.example;0${1 + (at % 9)}/11/2025;31/12/2027;activo;${graceDays}`);
  return Buffer.from(`organizacion;tipo;nombre;inicia;termina;estado;d\u00edas de gracia\r\n${rows.join("\r\n")}\r\n`, "latin1");
}

function machine(): string {
  return `(${cpus().length} cores, load ${loadavg()[0]!.toFixed(1)})`;
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
