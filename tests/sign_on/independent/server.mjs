// A provider of OpenID Connect that shares nothing with ours: everybody who comes says yes at once.
import { createServer } from "node:http";
import { Provider } from "oidc-provider";

const [port, wayBack, secret] = process.argv.slice(2);
const issuer = `http://127.0.0.1:${port}`;
const provider = new Provider(issuer, {
  clients: [
    {
      client_id: "zeven-werelden",
      client_secret: secret,
      redirect_uris: [wayBack],
      response_types: ["code"],
      grant_types: ["authorization_code"],
      subject_type: "pairwise",
    },
  ],
  subjectTypes: ["public", "pairwise"],
  pairwiseIdentifier: (_context, account, client) => `${client.clientId}-${account}`,
  pkce: { required: () => true },
  claims: { openid: ["sub"], profile: ["name", "given_name", "eduPersonAffiliation"] },
  features: { devInteractions: { enabled: false } },
  interactions: { url: (_context, interaction) => `/interaction/${interaction.uid}` },
  findAccount: (_context, id) => ({
    accountId: id,
    claims: () => ({ sub: id, name: "Merkwaardig Naam", given_name: "Merkwaardig" }),
  }),
});

async function sayYes(request, response) {
  const { prompt, params, session, grantId } = await provider.interactionDetails(request, response);
  if (prompt.name === "login") {
    const result = { login: { accountId: "docent-7" } };
    return provider.interactionFinished(request, response, result);
  }
  const grant = grantId
    ? await provider.Grant.find(grantId)
    : new provider.Grant({ accountId: session.accountId, clientId: params.client_id });
  grant.addOIDCScope(params.scope);
  const consent = { grantId: await grant.save() };
  return provider.interactionFinished(request, response, { consent }, { mergeWithLastSubmission: true });
}

const answer = provider.callback();
createServer((request, response) => {
  if (request.url.startsWith("/interaction/")) return sayYes(request, response);
  return answer(request, response);
}).listen(Number(port), "127.0.0.1", () => console.log("ready"));
