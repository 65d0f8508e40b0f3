"""A client of Counterfoil's API. Python 3.8 or newer, nothing but the standard library.

    from counterfoil import Counterfoil, Problem

    counterfoil = Counterfoil("https://account.example.org", key)
    account = counterfoil.create_account(reference="customer-4711")
    sheet = counterfoil.issue_set(account["id"])

Written by script/clients from docs/openapi.json and clients/python/frame.py: change those.
"""

import base64
import hashlib
import hmac
import json
import time
import urllib.error
import urllib.parse
import urllib.request
import uuid
from typing import Any, Dict, List, Literal, Mapping, Optional, TypedDict, Union

__all__ = ["Counterfoil", "Problem", "verify_webhook"]

# The document's schemas stand here.


class Problem(Exception):
    """A refusal. `code` never changes; `more` has whatever else was said, such as `read` of a code to confirm."""

    def __init__(self, status: int, said: Dict[str, Any]):
        self.status = status
        self.code: str = said.get("code", "unknown")
        self.field: Optional[str] = said.get("field")
        self.hint: str = said.get("hint", "")
        self.more = said
        about = f" ({self.field})" if self.field else ""
        super().__init__(f"{status} {self.code}{about}: {self.hint}")


class Counterfoil:
    """Calls the API with a key.

    What can be sent twice without harm is sent again, twice at most, when the network failed or the server is busy: whatever
    only reads, and whatever has an Idempotency-Key. Redeeming has one, so a code that was spent is spent once.
    """

    def __init__(self, url: str, key: str, *, timeout: float = 10, retries: int = 2):
        self._url, self._key = url.rstrip("/"), key
        self._timeout, self._retries = timeout, retries

    # The document's operations stand here.

    def _call(
        self,
        method: str,
        path: str,
        *,
        query: Optional[Dict[str, Any]] = None,
        body: Optional[Dict[str, Any]] = None,
        again_as: Optional[str] = None,
    ) -> Any:
        asked = {name: value for name, value in (query or {}).items() if value is not None}
        url = self._url + path + ("?" + urllib.parse.urlencode(asked) if asked else "")
        headers = {"Authorization": f"Bearer {self._key}", "Accept": "application/json"}
        data = None
        if body is not None:
            headers["Content-Type"] = "application/json"
            data = json.dumps({name: value for name, value in body.items() if value is not None}).encode()
        if again_as is not None:
            headers["Idempotency-Key"] = again_as
        retries = self._retries if method == "GET" or again_as is not None else 0
        while True:
            request = urllib.request.Request(url, data=data, headers=headers, method=method)
            wait = 1.0
            try:
                with urllib.request.urlopen(request, timeout=self._timeout) as answer:
                    text = answer.read()
                    return json.loads(text) if text else None
            except urllib.error.HTTPError as refused:
                if refused.code != 503 or retries == 0:
                    raise _problem(refused) from None
                wait = float(refused.headers.get("Retry-After", wait))
            except OSError:
                if retries == 0:
                    raise
            retries -= 1
            time.sleep(wait)


def _part(text: str) -> str:
    return urllib.parse.quote(text, safe="")


def _problem(refused: urllib.error.HTTPError) -> Problem:
    try:
        said = json.loads(refused.read())
    except ValueError:
        said = {}
    return Problem(refused.code, said if isinstance(said, dict) else {})


def verify_webhook(
    secret: str, headers: Mapping[str, str], body: Union[str, bytes], *, tolerance: float = 300
) -> Dict[str, Any]:
    """The message of a webhook, if it is Counterfoil's and not old; otherwise ValueError.

    `secret` is what `counterfoil app webhook set` printed; `body` is what came, byte by byte. A message may come more than
    once: its `webhook-id` tells.
    """
    told = {name.lower(): value for name, value in headers.items()}
    sent, signatures = told.get("webhook-timestamp", ""), told.get("webhook-signature", "")
    if not sent.isdigit() or abs(time.time() - int(sent)) > tolerance:
        raise ValueError("the message is too old, or too new")
    body = body.encode() if isinstance(body, str) else body
    key = base64.b64decode(secret[len("whsec_") :])
    signed = f"{told.get('webhook-id', '')}.{sent}.".encode() + body
    own = b"v1," + base64.b64encode(hmac.new(key, signed, hashlib.sha256).digest())
    if not any(hmac.compare_digest(own, one.encode()) for one in signatures.split()):
        raise ValueError("the message is not signed with this secret")
    return json.loads(body)
