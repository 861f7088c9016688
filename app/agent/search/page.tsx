import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { contextOf } from "@/lib/actions/context";
import { requireStaff } from "@/lib/auth/gate";
import { getTranslator } from "@/lib/i18n/translator";
import { parseReference } from "@/lib/tickets/reference";
import { EmptyPane } from "../_components/empty-pane";
import { ListPane } from "../_components/list-pane";
import { hrefOfTicket, listAddressOf, type ListAddress, type Query } from "../_data/list-address";
import { loadList } from "../_data/load-list";

type Props = { searchParams: Promise<Query> };

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const t = getTranslator("agent");
  const address = addressOf(await searchParams);
  return { title: address.text ? t("titles.searchFor", { text: address.text }) : t("titles.search") };
}

export default async function SearchPage({ searchParams }: Props) {
  const actor = await requireStaff();
  const address = addressOf(await searchParams);
  const list = await loadList(contextOf(actor), address);
  // Whoever typed a whole reference wants that ticket, not a list of one.
  const reference = parseReference(address.text);
  if (reference && list.rows[0]?.reference === reference) redirect(hrefOfTicket(reference, address));
  return (
    <>
      <ListPane list={list} />
      <EmptyPane />
    </>
  );
}

function addressOf(params: Query): Extract<ListAddress, { kind: "search" }> {
  const address = listAddressOf(params);
  return address.kind === "search" ? address : { kind: "search", text: "" };
}
