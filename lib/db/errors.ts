import "server-only";
import { Prisma } from "@/lib/db/generated/client";

/** True when `error` is the database's refusal of the named constraint or unique index. */
export function isConstraintError(error: unknown, constraint: string): boolean {
  if (!(error instanceof Prisma.PrismaClientKnownRequestError)) return false;
  return JSON.stringify(error.meta ?? {}).includes(constraint) || error.message.includes(constraint);
}

/** True when a unique index or key refused the row. */
export function isUniqueError(error: unknown): boolean {
  return error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2002";
}
