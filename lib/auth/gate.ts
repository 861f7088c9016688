import "server-only";
import { headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { isFormPost } from "@/lib/actions/form-post";
import type { CustomerActor, PersonActor, StaffActor } from "@/lib/auth/actor";
import { HOME_PATH } from "@/lib/auth/next-path";
import { isProofNeededForPage } from "@/lib/auth/sensitive";
import { findCurrentSession } from "@/lib/auth/session";

/**
 * For pages: the signed-in person, or the sign-in page, which leads back here. Where a fresh proof is needed (lib/auth/sensitive.ts), it is
 * asked for first; not of a form that was posted, which the action refuses and gives back as it was typed.
 */
export async function requirePerson(): Promise<PersonActor> {
  const session = await findCurrentSession();
  const path = (await headers()).get("x-mesa-path") ?? HOME_PATH;
  if (session?.stage !== "open") redirect(`/sign-in?next=${encodeURIComponent(path)}`);
  if (isProofNeededForPage(session, path, Temporal.Now.instant()) && !(await isFormPost())) redirect(`/sign-in/confirm?next=${encodeURIComponent(path)}`);
  return session.person;
}

/** Staff who open a customers' page are led to their desk. */
export async function requireCustomer(): Promise<CustomerActor> {
  const person = await requirePerson();
  if (person.kind === "customer") return person;
  redirect("/agent");
}

/** Customers who open a page of the desk are led to their portal, without learning whether it exists. */
export async function requireStaff(): Promise<StaffActor> {
  const person = await requirePerson();
  if (person.kind === "staff") return person;
  redirect("/portal");
}

/** To agents a page of the administrators' is one that there is not. */
export async function requireAdmin(): Promise<StaffActor> {
  const staff = await requireStaff();
  if (staff.role === "admin") return staff;
  notFound();
}
