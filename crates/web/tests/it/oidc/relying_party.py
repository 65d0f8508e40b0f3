"""A relying party on Authlib: signs in, looks, renews, gives back. Prints where the browser must go, reads where it came
back to, and prints what it learned as JSON. Anything that isn't as it should be ends it."""

import json
import sys

import requests
from authlib.common.security import generate_token
from authlib.integrations.base_client.errors import OAuthError
from authlib.integrations.requests_client import OAuth2Session
from authlib.jose import jwt
from authlib.jose.errors import JoseError
from authlib.oidc.core import CodeIDToken
from requests.adapters import HTTPAdapter

ISSUER = "https://account.mail.example"
port, now, client_id, secret, redirect_uri = sys.argv[1:6]


class Here(HTTPAdapter):
    """The server under its public name, without TLS and on this machine."""

    def send(self, request, **more):
        request.url = request.url.replace(ISSUER, f"http://127.0.0.1:{port}", 1)
        request.headers["Host"] = "account.mail.example"
        return super().send(request, **more)


def mounted(session):
    session.trust_env = False
    session.mount(ISSUER, Here())
    return session


plain = mounted(requests.Session())
metadata = plain.get(f"{ISSUER}/.well-known/openid-configuration").json()
assert metadata["issuer"] == ISSUER
session = mounted(
    OAuth2Session(
        client_id,
        secret,
        scope="openid email mail offline_access",
        redirect_uri=redirect_uri,
        token_endpoint_auth_method="client_secret_basic",
        code_challenge_method="S256",
    )
)
verifier, nonce = generate_token(48), generate_token(20)
url, state = session.create_authorization_url(
    metadata["authorization_endpoint"], nonce=nonce, code_verifier=verifier
)
print(url, flush=True)
back = sys.stdin.readline().strip()
token = session.fetch_token(
    metadata["token_endpoint"], authorization_response=back, state=state, code_verifier=verifier
)

keys = plain.get(metadata["jwks_uri"]).json()


def read(id_token, nonce, audience, at):
    claims = jwt.decode(
        id_token,
        keys,
        claims_cls=CodeIDToken,
        claims_options={
            "iss": {"essential": True, "value": ISSUER},
            "aud": {"essential": True, "value": audience},
        },
        claims_params={"nonce": nonce, "client_id": client_id, "access_token": token["access_token"]},
    )
    claims.validate(now=at)
    return claims


claims = read(token["id_token"], nonce, client_id, int(now))
for wrong in [
    ("another", client_id, int(now)),
    (nonce, "another", int(now)),
    (nonce, client_id, int(now) + 301),
]:
    try:
        read(token["id_token"], *wrong)
        raise SystemExit(f"it believed {wrong}")
    except JoseError:
        pass

person = session.get(metadata["userinfo_endpoint"]).json()
assert person["sub"] == claims["sub"]
first = token["refresh_token"]
renewed = session.refresh_token(metadata["token_endpoint"], refresh_token=first)
assert renewed["refresh_token"] != first


def lives(token):
    return session.introspect_token(metadata["introspection_endpoint"], token=token).json()["active"]


assert lives(renewed["access_token"])
given_back = session.revoke_token(metadata["revocation_endpoint"], token=renewed["refresh_token"])
assert given_back.status_code == 200
assert not lives(renewed["access_token"])
try:
    session.refresh_token(metadata["token_endpoint"], refresh_token=first)
    raise SystemExit("a used refresh token was taken")
except OAuthError as error:
    assert error.error == "invalid_grant", error
print(json.dumps({"claims": claims, "person": person}), flush=True)
