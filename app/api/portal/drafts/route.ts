import { draftRoute } from "@/app/api/_lib/draft-route";

export const { GET, POST } = draftRoute({ name: "portal.drafts", actor: "person" });
