import { redirect } from "next/navigation";
import { requireStaff } from "@/lib/auth/gate";
import { DEFAULT_QUEUE, hrefOfList } from "./_data/list-address";

export default async function AgentHome() {
  await requireStaff();
  redirect(hrefOfList({ kind: "queue", queue: DEFAULT_QUEUE, department: null, cursor: null }));
}
