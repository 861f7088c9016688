/** In another tab, so that this page keeps what is typed in it. */
export function SignInLink({ href = "/sign-in", children }: { href?: "/sign-in" | "/sign-in/confirm"; children: string }) {
  return (
    <a href={href} target="_blank" rel="noopener" className="link inline-flex min-h-6 items-center text-sm">
      {children}
    </a>
  );
}
