import "server-only";
import type { Tx } from "@/lib/db/client";
import { toDate } from "@/lib/time/instants";
import { askedColumns, inOrder, toAsked } from "./asked-questions";
import { keyFor } from "./key";
import type { AskedQuestion, QuestionBody } from "./types";

type Edited = { body: QuestionBody; at: Temporal.Instant; by: string | null };

/** One editor of a department at a time: what is checked stays so until it is written. Null when there is no such department. */
export async function lockDepartment(tx: Tx, departmentId: string): Promise<{ slug: string } | null> {
  const [department] = await tx.$queryRaw<{ slug: string }[]>`SELECT slug FROM department WHERE id = ${departmentId}::uuid AND is_active FOR NO KEY UPDATE`;
  return department ?? null;
}

export type LockedQuestion = AskedQuestion & { departmentId: string; departmentSlug: string; version: number; isRetired: boolean };

/** Locks the department of a question, and reads it as it is then. */
export async function lockQuestion(tx: Tx, questionId: string): Promise<LockedQuestion | null> {
  const found = await tx.departmentQuestion.findUnique({ where: { id: questionId }, select: { departmentId: true } });
  const department = found && (await lockDepartment(tx, found.departmentId));
  if (!department) return null;
  const row = await tx.departmentQuestion.findUnique({ where: { id: questionId }, select: { ...askedColumns, version: true } });
  return row && { ...toAsked(row), departmentId: row.departmentId, departmentSlug: department.slug, version: row.version, isRetired: row.retiredAt !== null };
}

/** What the department asks now, in its order. */
export async function readAsked(tx: Tx, departmentId: string): Promise<AskedQuestion[]> {
  const rows = await tx.departmentQuestion.findMany({ where: { departmentId, retiredAt: null }, orderBy: inOrder, select: askedColumns });
  return rows.map(toAsked);
}

/** Adds a question as the last one. @returns its id */
export async function insertQuestion(tx: Tx, { departmentId, body, at, by }: Edited & { departmentId: string }): Promise<string> {
  const all = await tx.departmentQuestion.findMany({ where: { departmentId }, select: { key: true, position: true } });
  const key = keyFor(body.label, new Set(all.map((each) => each.key)));
  const position = Math.max(0, ...all.map((each) => each.position)) + 1;
  const { id } = await tx.departmentQuestion.create({ data: { departmentId, key, position, updatedAt: toDate(at), updatedById: by }, select: { id: true } });
  await writeVersion(tx, { questionId: id, version: 1, body, at });
  return id;
}

/** Asks it in other words from now on; what was answered keeps those that it answered. */
export async function reviseQuestion(tx: Tx, { questionId, version, body, at, by }: Edited & { questionId: string; version: number }): Promise<void> {
  await tx.departmentQuestion.update({ where: { id: questionId }, data: { version, updatedAt: toDate(at), updatedById: by } });
  await writeVersion(tx, { questionId, version, body, at });
}

async function writeVersion(tx: Tx, { questionId, version, body, at }: { questionId: string; version: number; body: QuestionBody; at: Temporal.Instant }): Promise<void> {
  const { shownWhen, choices, ...rest } = body;
  await tx.questionVersion.create({
    data: {
      ...rest,
      questionId,
      version,
      choices: [...choices],
      shownWhenId: shownWhen?.questionId ?? null,
      shownWhenValues: [...(shownWhen?.values ?? [])],
      createdAt: toDate(at),
    },
  });
}
