"use client";

import { useActionState } from "react";
import { Button } from "@/components/ui/button";

/** Ends the session from a page that is shown in the place of others and runs no script: what it posts goes to `permalink`, not to them. */
export function SignOutHere({ action, permalink, label }: { action: () => Promise<void>; permalink: string; label: string }) {
  const [, formAction] = useActionState<void>(action, undefined, permalink);
  return (
    <form action={formAction}>
      <Button type="submit" size="sm">
        {label}
      </Button>
    </form>
  );
}
