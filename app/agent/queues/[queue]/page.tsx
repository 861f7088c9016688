import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { contextOf } from "@/lib/actions/context";
import { requireStaff } from "@/lib/auth/gate";
import { getTranslator } from "@/lib/i18n/translator";
import { EmptyPane } from "../../_components/empty-pane";
import { ListPane } from "../../_components/list-pane";
import { isQueueName, queueAddressOf, type Query } from "../../_data/list-address";
import { loadList } from "../../_data/load-list";

type Props = { params: Promise<{ queue: string }>; searchParams: Promise<Query> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { queue } = await params;
  return { title: isQueueName(queue) ? getTranslator("agent")(`queues.${queue}`) : getTranslator("agent")("titles.notFound") };
}

export default async function QueuePage({ params, searchParams }: Props) {
  const actor = await requireStaff();
  const { queue } = await params;
  if (!isQueueName(queue)) notFound();
  const list = await loadList(contextOf(actor), queueAddressOf(queue, await searchParams));
  return (
    <>
      <ListPane list={list} />
      <EmptyPane />
    </>
  );
}
