import { ButtonLink } from "@/components/ui/button";
import { MembersLink } from "./members-link";

/** `members`: some of what is not here is only for those who signed in. */
export function NotFoundText({ title, lead, home, search, members }: { title: string; lead: string; home: string; search: string; members?: { text: string; label: string } }) {
  return (
    <>
      <h1 className="text-xl font-semibold">{title}</h1>
      <p className="mt-2 max-w-prose text-muted">{lead}</p>
      <div className="mt-6 flex flex-wrap gap-2">
        <ButtonLink href="/" isPlain variant="primary">
          {home}
        </ButtonLink>
        <ButtonLink href="/kb" isPlain>
          {search}
        </ButtonLink>
      </div>
      {members && (
        <p className="mt-8 max-w-prose text-sm text-muted">
          {members.text} <MembersLink label={members.label} />
        </p>
      )}
    </>
  );
}
