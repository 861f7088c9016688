import { policyDay, policySlug } from "@/lib/policies/schema";

type Props = { params: Promise<{ slug: string }> };

/** GET ?one=day&other=day, from the form without a script: leads to what changed between them, whichever was named first. */
export async function GET(request: Request, { params }: Props): Promise<Response> {
  const { slug } = await params;
  if (!policySlug.safeParse(slug).success) return new Response(null, { status: 404 });
  const { searchParams } = new URL(request.url);
  const days = ["one", "other"].map((name) => policyDay.safeParse(searchParams.get(name)).data);
  const [from, to] = days.every((day) => day !== undefined) ? days.toSorted() : [];
  const versions = `/policies/${slug}/versions`;
  return new Response(null, { status: 303, headers: { location: from === undefined || from === to ? versions : `${versions}/${to}/changes/${from}` } });
}
