import "server-only";
import type { Tx } from "@/lib/db/client";
import type { EnvironmentInput } from "@/lib/tickets/environment-field";
import type { EnvironmentView } from "@/lib/tickets/types";

export const environmentSelect = {
  page: true,
  browser: true,
  screenWidth: true,
  screenHeight: true,
  windowWidth: true,
  windowHeight: true,
  timeZone: true,
  at: true,
} as const;

type EnvironmentRow = Omit<EnvironmentView, "at"> & { at: Date };

export function toEnvironmentView(row: EnvironmentRow | null): EnvironmentView | null {
  return row && { ...row, at: row.at.toISOString() };
}

export async function keepEnvironment(tx: Tx, ticketId: string, environment: EnvironmentInput | undefined): Promise<void> {
  if (!environment) return;
  await tx.ticketEnvironment.create({ data: { ...environment, ticketId, page: environment.page || null, at: new Date(environment.at) } });
}
