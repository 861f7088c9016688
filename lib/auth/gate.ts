import "server-only";
import { headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import type { CustomerActor, PersonActor, StaffActor } from "@/lib/auth/actor";
import { findPerson } from "@/lib/auth/session";

/** For pages: the signed-in person, or the sign-in page, which leads back here. */
export async function requirePerson(): Promise<PersonActor> {
  const person = await findPerson();
  if (person) return person;
  const path = (await headers()).get("x-mesa-path") ?? "/portal";
  redirect(`/sign-in?next=${encodeURIComponent(path)}`);
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
