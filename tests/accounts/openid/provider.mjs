// A certified OpenID provider on loopback. Who signs in is said by the test: the login page it shows takes any subject.
// Arguments: port, client id, client secret, redirect address, people as JSON {subject: claims}.
import Provider from "oidc-provider";

const [port, clientId, clientSecret, redirect, people] = process.argv.slice(2);
const known = JSON.parse(people);
const issuer = `http://127.0.0.1:${port}`;

const provider = new Provider(issuer, {
  clients: [
    {
      client_id: clientId,
      client_secret: clientSecret,
      redirect_uris: [redirect],
      grant_types: ["authorization_code"],
      response_types: ["code"],
      token_endpoint_auth_method: "client_secret_post",
    },
  ],
  claims: { openid: ["sub"], email: ["email", "email_verified"], profile: ["name", "locale"] },
  conformIdTokenClaims: false, // as Google and Microsoft do: what was asked for stands in the ID token
  discovery: { prompt_values_supported: ["none", "login", "consent"] },
  pkce: { required: () => true },
  features: { devInteractions: { enabled: true } },
  findAccount: (_, id) => (id in known ? { accountId: id, claims: () => ({ sub: id, ...known[id] }) } : undefined),
});
provider.on("server_error", (_, error) => console.error(error));
provider.listen(Number(port), "127.0.0.1", () => console.log("ready"));
