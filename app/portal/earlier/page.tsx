import { notFound, redirect } from "next/navigation";
import { contextOf } from "@/lib/actions/context";
import { requirePerson } from "@/lib/auth/gate";
import { legacyQuestion } from "@/lib/kb/legacy/addresses";
import { findLegacyTargetFor } from "@/lib/kb/legacy/queries";

/** An old address of something that is not for everybody: led on for whoever may read it, and not there for anybody else. */
export default async function EarlierPage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const actor = await requirePerson();
  const query = await searchParams;
  const asked = legacyQuestion(new URLSearchParams(Object.entries(query).flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : []))));
  const target = asked.kind === "article" || asked.kind === "category" ? await findLegacyTargetFor(contextOf(actor), asked) : null;
  if (!target) notFound();
  const area = actor.kind === "staff" ? "/agent/kb/read" : "/portal/kb";
  redirect(target.kind === "article" ? `${area}/articles/${target.slug}` : `${area}/${target.slug}`);
}
