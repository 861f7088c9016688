import { SuspensionBanner } from "@/app/portal/_components/suspension-banner";
import { contextOf } from "@/lib/actions/context";
import { findPerson } from "@/lib/auth/session";

/**
 * Above every page of the portal, whichever it is. A piece of each page and not of the frame: the frame is not rendered again when one
 * goes from page to page, and whoever is suspended or released meanwhile must see it with the next click. No gate: the page beside it
 * has its own, and to nobody this shows nothing.
 */
export default async function SuspensionSlot() {
  const person = await findPerson();
  return person?.kind === "customer" ? <SuspensionBanner ctx={contextOf(person)} /> : null;
}
