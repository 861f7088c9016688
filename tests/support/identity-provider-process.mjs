import { createServer } from "node:http";
import { Provider } from "oidc-provider";

/**
 * A real OpenID provider on a port of its own, for whom one is without asking: POST /people says who comes next, `{ subject, email,
 * isEmailVerified, name, methods }`. Tells its parent the issuer once it listens.
 */
const people = new Map();
let next = null;

const server = createServer((request, response) => answer(request, response));
server.listen(0, "127.0.0.1", () => {
  const issuer = `http://127.0.0.1:${server.address().port}`;
  const provider = new Provider(issuer, {
    clients: [{ client_id: "mesa", client_secret: "una-clave-de-prueba", redirect_uris: ["http://localhost:3000/api/auth/callback/oidc"], grant_types: ["authorization_code"], response_types: ["code"] }],
    pkce: { required: () => true },
    claims: { openid: ["sub", "amr"], email: ["email", "email_verified"], profile: ["name"] },
    features: { devInteractions: { enabled: false } },
    cookies: { keys: ["solo-para-pruebas"] },
    interactions: { url: (_ctx, interaction) => `/interaction/${interaction.uid}` },
    findAccount: (_ctx, subject) => ({
      accountId: subject,
      claims: () => {
        const { email, isEmailVerified, name } = people.get(subject);
        return { sub: subject, email, email_verified: isEmailVerified, ...(name === undefined ? {} : { name }) };
      },
    }),
  });
  // Desks of the tests have ports of their own.
  provider.Client.prototype.redirectUriAllowed = (uri) => /^http:\/\/(?:localhost|127\.0\.0\.1):\d+\/api\/auth\/callback\/oidc$/.test(uri);
  const callback = provider.callback();
  answer = async (request, response) => {
    if (request.url === "/people") return remember(request, response);
    if (!request.url.startsWith("/interaction/")) return callback(request, response);
    const details = await provider.interactionDetails(request, response);
    if (details.prompt.name === "login") {
      if (next === null) return provider.interactionFinished(request, response, { error: "access_denied" });
      return provider.interactionFinished(request, response, { login: { accountId: next.subject, amr: next.methods } });
    }
    const grant = new provider.Grant({ accountId: details.session.accountId, clientId: details.params.client_id });
    grant.addOIDCScope("openid email profile");
    return provider.interactionFinished(request, response, { consent: { grantId: await grant.save() } });
  };
  process.send(issuer);
});

let answer = (_request, response) => response.writeHead(503).end();

async function remember(request, response) {
  let text = "";
  for await (const chunk of request) text += chunk;
  next = JSON.parse(text);
  if (next) people.set(next.subject, next);
  response.writeHead(204).end();
}
