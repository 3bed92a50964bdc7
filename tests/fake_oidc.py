"""A real OpenID provider on loopback: discovery, keys, a code for whoever comes, and a signed token for the code."""

import base64
import hashlib
import json
import secrets
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler
from urllib.parse import parse_qs, urlencode, urlsplit

from joserfc import jwt
from joserfc.jwk import RSAKey

from tests.loopback import served

CLIENT_ID, CLIENT_SECRET = "monitor", "a secret between the two"


@dataclass
class Provider:
    """The provider: where it stands, and what it says of the one who signs in next."""

    url: str = ""
    claims: dict[str, object] = field(default_factory=dict)
    signed_out: int = 0
    key: RSAKey = field(default_factory=lambda: RSAKey.generate_key(2048, {"kid": "only"}))
    asked: dict[str, dict[str, str]] = field(default_factory=dict)

    def says(self, email: str, *, ago_seconds: float = 0, **claims: object) -> None:
        """From now on whoever comes is this one, and the token is that old."""
        self.claims = {"email": email, "iat": int(time.time() - ago_seconds), **claims}

    def metadata(self) -> dict[str, object]:
        """What a client finds out about the provider."""
        places = {
            "authorization_endpoint": "authorize",
            "token_endpoint": "token",
            "jwks_uri": "jwks",
            "end_session_endpoint": "logout",
        }
        return {
            "issuer": self.url,
            **{name: f"{self.url}/{path}" for name, path in places.items()},
            "response_types_supported": ["code"],
            "subject_types_supported": ["public"],
            "id_token_signing_alg_values_supported": ["RS256"],
            "code_challenge_methods_supported": ["S256"],
        }

    def code(self, asked: dict[str, str]) -> str:
        """A code that stands for what was asked."""
        code = secrets.token_urlsafe(16)
        self.asked[code] = asked
        return code

    def token(self, form: dict[str, str]) -> dict[str, object]:
        """The token for a code that was not used before, by the client that knows what the code was asked with."""
        asked = self.asked.pop(form["code"])
        digest = hashlib.sha256(form["code_verifier"].encode()).digest()
        if base64.urlsafe_b64encode(digest).rstrip(b"=").decode() != asked["code_challenge"]:
            raise KeyError("code_verifier")
        claims = {
            "iss": self.url,
            "aud": CLIENT_ID,
            "sub": "1",
            "exp": int(time.time()) + 3600,
            "nonce": asked["nonce"],
            **self.claims,
        }
        signed = jwt.encode({"alg": "RS256", "kid": "only"}, claims, self.key)
        return {
            "access_token": secrets.token_urlsafe(8),
            "token_type": "Bearer",
            "expires_in": 3600,
            "id_token": signed,
        }


@contextmanager
def provider() -> Iterator[Provider]:
    """Serve until the block ends."""
    place = Provider()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            parts = urlsplit(self.path)
            query = {key: values[0] for key, values in parse_qs(parts.query).items()}
            if parts.path == "/.well-known/openid-configuration":
                self.tell(place.metadata())
            elif parts.path == "/jwks":
                self.tell({"keys": [place.key.as_dict(private=False)]})
            elif parts.path == "/authorize" and query["client_id"] == CLIENT_ID:
                answer = urlencode({"code": place.code(query), "state": query["state"]})
                self.send_on(f"{query['redirect_uri']}?{answer}")
            elif parts.path == "/logout":
                place.signed_out += 1
                self.send_on(query["post_logout_redirect_uri"])
            else:
                self.send_error(404)

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"])).decode()
            form = {key: values[0] for key, values in parse_qs(body).items()}
            known = base64.b64encode(f"{CLIENT_ID}:{CLIENT_SECRET}".encode()).decode().replace("=", "")
            if known not in self.headers.get("Authorization", "").replace("=", ""):
                self.send_error(401)
                return
            self.tell(place.token(form))

        def tell(self, values: dict[str, object]) -> None:
            body = json.dumps(values).encode()
            self.send_response(200)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def send_on(self, address: str) -> None:
            self.send_response(302)
            self.send_header("Location", address)
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, *_: object) -> None:
            """Nothing on the screen."""

    with served(Handler) as place.url:
        yield place
