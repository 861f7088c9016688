import { database } from "@/lib/db/database";
import { env } from "@/lib/env";
import { log } from "@/lib/log";

export const dynamic = "force-dynamic";

/** 200 only when the database answers. */
export async function GET() {
  const headers = { "cache-control": "no-store" };
  const version = env().APP_VERSION;
  try {
    await database().$queryRaw`SELECT 1`;
    return Response.json({ status: "ok", database: "ok", version }, { headers });
  } catch (error) {
    log.error({ err: error }, "health: the database does not answer");
    return Response.json({ status: "unavailable", database: "unavailable", version }, { status: 503, headers });
  }
}
